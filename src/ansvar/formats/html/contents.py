"""What the page's template is filled with: the records of the dataset, and what has become of each duty."""

from __future__ import annotations

import json
from collections import Counter
from datetime import timedelta
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from ...answers import actors, duties
from ...answers.wording import LANGUAGE_NAMES, say, word
from ...dataset.closed_sets import known_roles
from ...dataset.model import LANGUAGES, Status
from ...dataset.printable import printable
from .._templates import asset, rendered, source_of
from .book import books
from .phrases import for_script

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from ...answers.duties import OnDay
    from ...answers.whole import Whole
    from ...dataset.history import Step
    from ...dataset.model import Actor, Text

_SCRIPTS = ("stems.js", "engine.js", "page.js")
# What would end a script, open a comment or an entity in HTML, or break a line in JavaScript.
_UNSAFE = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}


class Event(NamedTuple):
    """Something that happened to a duty, or to somebody that it is about or done with: the words for it are `say(of)`.

    `state` tells where it stands to the day asked for; `note` is what is noted of it.
    """

    on: date
    state: str
    status: str
    to: tuple[str, ...] | None
    say: str
    of: Step | Actor
    note: Text | None = None


class Article(NamedTuple):
    """A duty on the page: `changed` where a move holds on the day asked for."""

    one: OnDay
    levels: tuple[str, ...]
    changed: bool
    events: list[Event]


def contents(whole: Whole) -> str:
    """The page, filled in."""
    style, script = _style(whole.languages), "\n".join(map(_own, _SCRIPTS))
    policy = {"style_source": source_of(style), "script_source": source_of(script)}
    return rendered(__package__, "page.html.j2", **_values(whole), **policy, style=style, script=script, data_json=_data(whole))


def _style(languages: Iterable[str]) -> str:
    """The style, in which some lines stand once for each language."""
    lines = _own("page.css").splitlines()
    return "\n".join(line.replace("LANGUAGE", one) for line in lines for one in (languages if "LANGUAGE" in line else [""]))


def _own(name: str) -> str:
    return asset(__package__, name).strip()


def _values(whole: Whole) -> dict[str, Any]:
    """What the template names."""
    words = books(whole)
    return {
        "whole": whole,
        "books": list(words.values()),
        "book": words[whole.said.language],
        "day": whole.said.as_of if whole.said.dated else None,
        "every_language": set(whole.languages) == set(LANGUAGES),
        "language_names": LANGUAGE_NAMES,
        "word_in": word,
        "say": say,
        "duty_facts": duties.ON_PAGE,
        "actor_facts": actors.ON_PAGE,
        "articles": [_article(one, whole) for one in whole.duties],
        "days": [(on, list(of_day)) for on, of_day in groupby(whole.moves(), key=lambda move: move.step.on)],
        "statements": {one.duty.id: one.duty.statement for one in whole.duties},
        "by_level": whole.by_level,
        "limits": list(_limits(whole)),
        **_filters(whole),
    }


def _limits(whole: Whole) -> Iterator[tuple[str, Any]]:
    """The date asked for, the source's period, and how far the knowledge of changes reaches: what a book says of what."""
    periods = [source.period for source in whole.sources.values() if source.period]
    if whole.said.dated:
        yield "as_of_day", whole.said.as_of
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


def _ever_holding(one: OnDay) -> Iterable[str]:
    """The actors that hold a duty by the source, or come to."""
    return dict.fromkeys((*one.duty.actors, *(id_ for step in one.steps for id_ in step.after)))


def _data(whole: Whole) -> str:
    """What the script reads, as JSON that stays JSON inside `<script>`: the compiled form, and what the page says itself."""
    own = {
        "phrases": for_script(whole.languages),
        "titles": {language: printable(book.title(whole)) for language, book in books(whole).items()},
        "actorNames": {id_: _names(actor.name, whole) for id_, actor in whole.actors.items()},
    }
    return json.dumps({**whole.searched(), **own}, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE)


def _names(name: Text, whole: Whole) -> dict[str, str]:
    return {language: printable(say(name, language)) for language in whole.languages}


def _article(one: OnDay, whole: Whole) -> Article:
    day = whole.said.as_of if whole.said.dated else None
    past = [step for step in one.steps if day and step.on <= day and step.status is not Status.CURRENT]
    latest = past[-1] if past else None
    events = [*(_changed(step, step is latest, whole, day) for step in one.steps), *_ended(one, whole, day)]
    levels = dict.fromkeys(whole.actors[id_].level for id_ in one.duty.actors)
    return Article(one, tuple(levels), latest is not None, sorted(events, key=lambda event: event.on))


def _changed(step: Step, latest: bool, whole: Whole, day: date | None) -> Event:
    """A change. What an actor's end says of itself stands with the actor, not again with each of its duties."""
    told = step.status is not Status.CURRENT or step.name or step.partners
    own = told and step.note not in [whole.actors[id_].note for id_ in step.before]
    state = "latest" if latest else _state(step.on, day)
    return Event(step.on, state, step.status.value, step.after, "event", step, step.note if own else None)


def _ended(one: OnDay, whole: Whole, day: date | None) -> Iterator[Event]:
    """The ends of those that a duty is about or done with."""
    for id_ in dict.fromkeys((*filter(None, [one.duty.target]), *one.duty.partners)):
        actor = whole.actors[id_]
        if actor.until:
            on = actor.until + timedelta(days=1)
            yield Event(on, _state(on, day), "party", None, "party", actor)


def _state(on: date, day: date | None) -> str:
    return "" if day is None else "future" if on > day else "past"
