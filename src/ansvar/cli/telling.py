"""What a command tells its reader beside the answer, on stderr, and the status when there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from ..answers.wording import message
from .terminal import NOTHING, Leave, is_terminal, remark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .. import OpenDataset
    from ..answers.answer import Answer
    from ..answers.phrasebook import Phrasebook
    from ..answers.who import Who
    from ..dataset.errors import UnknownError


def limits(dataset: OpenDataset, said: Phrasebook) -> None:
    """Say once when the day lies outside what the dataset knows."""
    known = dataset.index.known_until
    if known and said.as_of > known:
        remark(message("beyond", said.language, day=said.day(known)))
    for sentence in _before(dataset, said):
        remark(sentence)


def _before(dataset: OpenDataset, said: Phrasebook) -> Iterator[str]:
    """That the day lies before every source, where it does: none of their duties is in force then."""
    starts = [source.period.from_ for source in dataset.index.sources() if source.period]
    if starts and said.as_of < min(starts):
        yield message("before", said.language, day=said.day(min(starts)))


def about(answer: Who, dataset: OpenDataset, again: str = "", *, filtered: bool, told: bool) -> None:
    """Say what a question did not meet and what is not shown, where the answer has not told it; leave when nothing was found."""
    result, language = answer.result, dataset.language or answer.result.language or dataset.said().language
    if told and (answer or answer.signposts):
        if answer:
            return
        nothing([])
    if not answer:
        nothing((*_why_nothing(answer, language, again, filtered=filtered), *_before(dataset, answer.said)))
    for word, met in result.respelled:
        remark(message("respelled", language, word=word, met=met))
    if result.unmatched:
        remark(message("unmatched", language, words=", ".join(result.unmatched)))
    if result.more:
        remark(message("more", language, count=str(len(result.answers))))
    if is_terminal() and not answer.said.local and _has_kinds(answer, dataset):
        remark(message("give_place", language))
    limits(dataset, answer.said)


def _has_kinds(answer: Who, dataset: OpenDataset) -> bool:
    """Whether a holder is another body in each place."""
    served = dataset.index.gazetteer.served
    return any(not served.isdisjoint(one.state.actors) for one in answer.answers)


def _why_nothing(answer: Who, language: str, again: str, *, filtered: bool) -> Iterator[str]:
    result, query = answer.result, _shortened(answer.result.query)
    if filtered:
        yield message("nothing_filtered", language, query=query)
    elif answer.named:
        name = answer.said.speaking(language).text(answer.named[0].name)
        yield message("known_actor", language, name=name, id=answer.named[0].id) + again
    else:
        similar = message("did_you_mean", language, words=", ".join(result.suggestions)) if result.suggestions else ""
        yield f"{message('nothing', language, query=query)} {similar}".rstrip()
        yield message("browse", language) + again
    if answer.said.local:
        said = answer.said.speaking(language)
        for place in answer.said.local.places:
            yield message("known_place", language, name=said.text(place.name), id=place.id)
        yield from map(said.text, answer.said.local.notes)


def nobody_is_called(error: UnknownError, dataset: OpenDataset, again: str) -> NoReturn:
    """Say that there is no actor or duty of a name, and which there are; leave."""
    said = dataset.said().naming(dataset.index, error.near)
    sentence = message(f"unknown_{error.kind}", said.language, name=_shortened(error.asked))
    if error.near:
        listed = ", ".join(f"{said.name(id_)} ({id_})" if error.kind == "actor" else id_ for id_ in error.near)
        sentence += " " + message("did_you_mean", said.language, words=listed)
    browse = {"actor": "all_actors", "duty": "all_duties", "place": "all_places"}[error.kind]
    nothing([sentence, message(browse, said.language) + again])


def nothing_listed(answer: Answer) -> None:
    """Leave with the status of nothing found where a listing is empty."""
    if not answer:
        nothing([message("nothing_listed", answer.said.language)])


def nothing(sentences: Iterable[str]) -> NoReturn:
    """Say why there is nothing, and leave with the status of nothing found."""
    for sentence in sentences:
        remark(sentence)
    raise Leave(NOTHING)


def _shortened(text: str) -> str:
    """What somebody has typed, short enough to be said back."""
    return text if len(text) <= 80 else text[:79] + "…"
