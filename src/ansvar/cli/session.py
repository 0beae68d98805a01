"""One run of a command: the dataset opened, the language and date decided, the answer printed, the reader told."""

from __future__ import annotations

import os
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any, NoReturn

from ..answers.phrasebook import Reader
from ..answers.sheet import changed
from ..answers.wording import day_name, first_upper, message, say
from ..dataset.errors import UnknownError
from ..dataset.model import LANGUAGES
from ..dataset.shipped import shipped_path
from ..search.cache import open_index
from .terminal import NOTHING, Leave, draws, emit, is_terminal, remark, takes_colour, takes_unicode, width, writable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from ..answers.sheet import Sheet
    from ..search.ask import Result
    from ..search.index import Index


class Session:
    """An open dataset and what the reader asked for: a language or None, a date or None (today)."""

    def __init__(self, index: Index, asked_language: str | None, asked_day: date | None) -> None:
        self.index, self.asked_language, self.asked_day = index, asked_language, asked_day

    def reader(self, language: str | None = None) -> Reader:
        """The reader, in the language asked for, else in `language`, else in that of the locale, else Swedish."""
        has = self.index.languages
        wished = (self.asked_language, language, *_locale_languages(), "sv", has[0])
        chosen = next(one for one in wished if one in has)
        return Reader(self.index, chosen, self.asked_day or date.today(), dated=self.asked_day is not None)

    def tell_limits_of_knowledge(self, reader: Reader) -> None:
        """Say once when the date lies outside what the dataset knows."""
        known = self.index.known_until
        if known and reader.as_of > known:
            remark(message("beyond", reader.language, day=day_name(known, reader.language)))
        starts = [source.period.from_ for source in self.index.sources() if source.period]
        if starts and reader.as_of < min(starts):
            remark(message("before", reader.language, day=day_name(min(starts), reader.language)))

    def tell_about(self, result: Result, *, filtered: bool) -> None:
        """Say what a question did not meet and what is not shown; leave when nothing was found."""
        language = self.asked_language or result.language or self.reader().language
        if not result.answers:
            nothing(self._why_nothing(result, language, filtered=filtered))
        for word, met in result.respelled:
            remark(message("respelled", language, word=word, met=met))
        if result.unmatched:
            remark(message("unmatched", language, words=", ".join(result.unmatched)))
        if result.more:
            remark(message("more", language, count=str(len(result.answers))))
        self.tell_limits_of_knowledge(self.reader(result.language))

    def _why_nothing(self, result: Result, language: str, *, filtered: bool) -> Iterator[str]:
        query = shortened(result.query)
        if filtered:
            yield message("nothing_filtered", language, query=query)
            return
        named = [actor for id_ in result.named_actors if (actor := self.index.actor(id_))]
        if named:
            name = first_upper(say(named[0].name, language))
            yield message("known_actor", language, name=name, id=named[0].id)
            return
        similar = message("did_you_mean", language, words=", ".join(result.suggestions)) if result.suggestions else ""
        yield f"{message('nothing', language, query=query)} {similar}".rstrip()
        yield message("browse", language)


@contextmanager
def found_or_nothing(reader: Reader, format: str, payload: Callable[[], dict[str, Any]]) -> Iterator[None]:  # noqa: A002
    """Asking for one thing by its name, where an unknown name is no error: nothing was found (`payload` says it in JSON)."""
    try:
        yield
    except UnknownError as error:
        show(format, lambda: (), payload, empty=True)
        sentence = message(f"unknown_{error.kind}", reader.language, name=shortened(error.asked))
        if error.near:
            listed = ", ".join(f"{reader.actor(id_)} ({id_})" if error.kind == "actor" else id_ for id_ in error.near)
            sentence += " " + message("did_you_mean", reader.language, words=listed)
        browse = {"actor": "all_actors", "duty": "all_duties"}[error.kind]
        nothing([sentence, message(browse, reader.language)])


def shortened(text: str) -> str:
    """What somebody has typed, short enough to be said back."""
    return text if len(text) <= 80 else text[:79] + "…"


@contextmanager
def opened(data: str | None, *, cached: bool, language: str | None, as_of: date | None = None) -> Iterator[Session]:
    """A session over the dataset in the file `data`, or the one that the tool comes with."""
    index = open_index(shipped_path() if data is None else data, cached=cached)
    try:
        yield Session(index, language, as_of)
    finally:
        index.close()


def _locale_languages() -> list[str]:
    names = (os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    named = next((name for name in names if name), "")
    return [named[:2]] if named[:2] in LANGUAGES else []


def show(
    format: str,  # noqa: A002 (the option's name)
    sheets: Callable[[], Iterable[Sheet]],
    payload: Callable[[], dict[str, Any]],
    *,
    empty: bool = False,
) -> None:
    """Print an answer in a format. Only what the format needs is made; of an empty answer, nothing but its JSON."""
    if not empty or format == "json":
        emit(rendered(format, sheets, payload))


def rendered(
    format: str,  # noqa: A002
    sheets: Callable[[], Iterable[Sheet]],
    payload: Callable[[], dict[str, Any]],
    *,
    to_file: bool = False,
) -> str:
    """An answer as text in a format: `table`, `markdown`, `csv`, `tsv` or `json`; for standard output, or for a file."""
    if format == "json":
        from ..formats.contract import dumps

        return dumps(payload()) if to_file else encodable(dumps(payload()))
    if format == "markdown":
        from ..formats.markdown import document

        return document(sheets())
    if format in ("csv", "tsv"):
        from ..formats import delimited

        mark = delimited.BYTE_ORDER_MARK if to_file and format == "csv" else ""
        return mark + (delimited.comma if format == "csv" else delimited.tab)(sheets(), visible=is_terminal() and not to_file)
    from ..formats import table

    if to_file:
        return table.plain(sheets())
    known = takes_unicode()
    shown = sheets() if known else (changed(sheet, writable) for sheet in sheets())
    return table.rich(shown, width(), colour=takes_colour(), lines=known) if draws() else table.plain(shown)


def encodable(json: str) -> str:
    """JSON text for standard output: in ASCII where that cannot take all letters."""
    from ..formats.contract import ascii_only

    return json if takes_unicode() else ascii_only(json)


def nothing(sentences: Iterable[str]) -> NoReturn:
    """Say why there is nothing, and leave with the status of nothing found."""
    for sentence in sentences:
        remark(sentence)
    raise Leave(NOTHING)


def nothing_listed(listing: Sequence[object], reader: Reader) -> None:
    """Leave with the status of nothing found where a listing is empty."""
    if not listing:
        nothing([message("nothing_listed", reader.language)])
