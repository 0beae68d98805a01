"""What the page's template is filled with, and what its script reads."""

from __future__ import annotations

import base64
import gzip
import json
from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING, Any

from ...answers import actors, duties, holders
from ...answers.wording import LANGUAGE_NAMES, first_upper, say
from ...dataset.closed_sets import known_roles
from ...dataset.model import LANGUAGES
from ...dataset.printable import printable
from .._templates import asset, rendered, source_of
from .book import books
from .cards import Cards, events
from .phrases import for_script
from .texts import Texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from ...answers.duties import OnDay
    from ...answers.whole import Whole
    from ...dataset.model import Actor, Signpost, Text, Topic
    from .book import PageBook

_SCRIPTS = ("stems.js", "engine.js", "cards.js", "page.js")


def contents(whole: Whole) -> str:
    """The page, filled in. The data come last: by then, every text of the HTML has its number."""
    style, script = _own("page.css"), "\n".join(map(_own, _SCRIPTS))
    policy = {"style_source": source_of(style), "script_source": source_of(script)}
    texts, words = Texts(whole.languages), books(whole)
    cards = Cards(whole, words, texts)
    values = _values(whole, words[whole.said.language], cards)
    return rendered(
        __package__, "page.html.j2", **values, **policy, style=style, script=script,
        number=lambda name, of, upper: texts.number(_said(book, name, of, upper) for book in words.values()),
        packed=lambda: _packed(_data(whole, words, cards, texts)),
    )  # fmt: skip


def _own(name: str) -> str:
    return asset(__package__, name).strip()


def _said(book: PageBook, name: str, of: Sequence[Any], upper: bool) -> str:
    text: str = getattr(book, name)(*of)
    return first_upper(text) if upper else text


def _values(whole: Whole, book: PageBook, cards: Cards) -> dict[str, Any]:
    """What the template names."""
    return {
        "whole": whole,
        "book": book,
        "said": _said,
        "day": whole.said.as_of if whole.said.dated else None,
        "every_language": set(whole.languages) == set(LANGUAGES),
        "language_names": {language: LANGUAGE_NAMES[language] for language in whole.languages},
        "say": say,
        "duty_facts": duties.ON_PAGE,
        "actor_facts": actors.ON_PAGE,
        "latest": [stages[-1].one for stages in cards.stages()],
        "holders_of": lambda one: holders.on_day(one.duty, one.state, whole.said),
        "said_of": whole.said,
        "events": events,
        "names": _apart(whole),
        "days": [(on, list(of_day)) for on, of_day in groupby(whole.moves(), key=lambda move: move.step.on)],
        "statements": {one.duty.id: one.duty.statement for one in whole.duties},
        "by_level": whole.by_level,
        "limits": list(_limits(whole)),
        **_filters(whole),
    }


def _limits(whole: Whole) -> Iterator[tuple[str, Any]]:
    """The source's period, and how far the knowledge of changes reaches: what a book says of what."""
    periods = [source.period for source in whole.sources.values() if source.period]
    if len(periods) == 1:
        yield "source_period", periods[0]
    if whole.known_until:
        yield "known", whole.known_until


def _filters(whole: Whole) -> dict[str, Any]:
    """What the page can be filtered by, and how much there is of it."""
    held = {whole.actors[id_].level for one in whole.duties for id_ in one.duty.actors}
    roles = {one.duty.role for one in whole.duties}
    return {
        "levels": [level for level, _ in whole.by_level if level in held],
        "roles": [role for role in known_roles(whole.said.names.roles) if role in roles],
        "holding": Counter(id_ for one in whole.duties for id_ in _ever_holding(one)),
        "concerning": Counter(topic for one in whole.duties for topic in one.duty.topics),
    }


def _apart(whole: Whole) -> dict[str, Text]:
    """The names of actors and topics by id, those that others have too with the id in brackets."""
    found: dict[str, Text] = {}
    for listed in (whole.actors, whole.topics):
        count = Counter((code, text) for one in listed.values() for code, text in one.name.items())
        for id_, one in listed.items():
            several = any(count[code, text] > 1 for code, text in one.name.items())
            found[id_] = {code: f"{text} ({id_})" for code, text in one.name.items()} if several else one.name
    return found


def _ever_holding(one: OnDay) -> Iterable[str]:
    """The actors that hold a duty by the source, or come to."""
    return dict.fromkeys((*one.duty.actors, *(id_ for step in one.steps for id_ in step.after)))


def _data(whole: Whole, words: Mapping[str, PageBook], cards: Cards, texts: Texts) -> dict[str, Any]:
    """What the script reads: the compiled form, the cards, and the texts that they and the HTML have by number."""

    def number(of: Callable[[PageBook], str]) -> int:
        return texts.number(map(of, words.values()))

    keys = (*duties.ON_PAGE, "website")
    own = {
        "phrases": for_script(whole.languages),
        "title": number(lambda said: said.title(whole)),
        "labels": {key: texts.number(said.word(key) for said in words.values()) for key in keys},
        "cards": cards.plain(),
        "actors": {id_: _named(actor, number) for id_, actor in whole.actors.items()},
        "topics": {id_: _termed(topic, number) for id_, topic in whole.topics.items()},
        "acts": dict(_acts(whole)),
        "posts": [_post(one, number) for one in whole.signposts],
    }
    return {**whole.searched(), **own, "texts": texts.by_language()}


def _named(actor: Actor, number: Callable[..., int]) -> list[int]:
    """The name of an actor, and the other names that somebody may begin to type."""
    others = number(lambda said: ", ".join((*actor.short, *actor.other_names.get(said.language, ()))))
    return [number(lambda said: said.text(actor.name)), others]


def _post(post: Signpost, number: Callable[..., int]) -> list[Any]:
    """The name and the statement of a signpost, and where it leads."""
    return [number(lambda said: said.text(post.name)), number(lambda said: said.text(post.statement)), post.website]


def _termed(topic: Topic, number: Callable[..., int]) -> list[int]:
    """The name of a topic, and the words for it."""
    return [number(lambda said: said.text(topic.name)), number(lambda said: ", ".join(topic.terms.get(said.language, ())))]


def _acts(whole: Whole) -> Iterator[tuple[str, str]]:
    """How a source that can be read somewhere is named before the section where places in it are written, and where that is."""
    for source in whole.sources.values():
        for pattern in (source.place or {}).values():
            name = pattern.partition("{section}")[0].strip(" ,;:§")
            if name and source.website:
                yield printable(name), source.website


def _packed(data: dict[str, Any]) -> str:
    """Data as JSON, compressed, in letters: what the script opens with `DecompressionStream`."""
    plain = json.dumps(data, ensure_ascii=False, separators=(",", ":"), default=list).encode()
    return base64.b64encode(gzip.compress(plain, mtime=0)).decode()
