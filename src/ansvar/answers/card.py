"""Answers as cards: who has a duty today and where one finds them, what it is, since when, who had it before, who says so.

A deck is what one answer shows, heading first; a format writes it with what it has for bold letters and links.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from ..dataset.model import Force, Role, Scope, Status
from ..dataset.record import NamedTuple
from . import holders, local
from .sheet import Cell
from .wording import LANGUAGE_NAMES, first_upper, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from ..dataset.history import Step
    from ..dataset.model import Signpost
    from .duties import Held
    from .holders import Holder
    from .phrasebook import Phrasebook


class Span(NamedTuple):
    """A piece of text: bold where it is `strong`; a link where it has an address; `marks` are words in it to be marked."""

    text: str
    url: str | None = None
    strong: bool = False
    marks: frozenset[str] = frozenset()


class Line(NamedTuple):
    """What is said of one thing: its key, its label (may be empty) and the pieces of its text."""

    key: str
    label: str
    spans: tuple[Span, ...]

    @property
    def text(self) -> str:
        """The text without its label."""
        return "".join(span.text for span in self.spans)


Card = tuple[Line, ...]
"""The lines about one duty; its holders come first, the rest stands below them."""


class Part(NamedTuple):
    """Some cards under a title of their own, which may be empty, and what is said of all of them."""

    title: tuple[Span, ...]
    cards: Sequence[Card]
    lines: Card = ()


class Deck(NamedTuple):
    """What an answer shows: sentences first, then cards, then sentences."""

    heading: tuple[str, ...]
    parts: tuple[Part, ...]
    closing: tuple[str, ...] = ()


def card(one: Held, said: Phrasebook, statement: Cell | None = None) -> Card:
    """The card of a duty; `statement` with the words that were met marked."""
    return (*_holders(one, said), *_below(one, said, statement), *_websites(one, said), *_origin(one, said))


def card_below(one: Held, said: Phrasebook, statement: Cell | None = None) -> Card:
    """The card of a duty that stands under the name of its holders: without them and their websites."""
    return (*_below(one, said, statement), *_origin(one, said))


def signpost(one: Signpost, said: Phrasebook) -> Card:
    """The card of what no source says: who handles it, and where one goes with it."""
    return (
        Line("signpost", said.word("not_in_sources"), (Span(said.text(one.name), strong=True),)),
        Line("statement", "", (Span(said.text(one.statement)),)),
        Line("website", said.word("go_to"), (Span(one.website, one.website),)),
    )


def deck_of(one: Held, said: Phrasebook) -> Deck:
    """All that is known of one duty: its card with more lines, and what has happened to it."""
    *first, _ = card(one, said)
    history = [step_card(step, said) for step in one.steps]
    heading = " ".join((f"{said.word('as_of', day=said.day(said.as_of))}.", *limits([one], said)))
    parts = (
        Part((), ((*first, *_more(one, said)),)),
        *([Part((Span(said.word("history"), strong=True),), history)] if history else []),
    )
    return Deck((heading,), parts)


def _more(one: Held, said: Phrasebook) -> Iterator[Line]:
    duty = one.duty
    for language in (code for code in duty.statement if code != said.language):
        yield Line("statement", LANGUAGE_NAMES[language], (Span(duty.statement[language]),))
    facts = (
        ("partners", said.names_of(duty.partners)), ("target", said.name(duty.target) if duty.target else ""),
        ("topics", said.topics(duty.topics)), ("source", said.place(duty.source)), ("cite", said.citation(duty)), ("id", duty.id),
    )  # fmt: skip
    for key, text in facts:
        if text:
            url = said.address(duty.source) if key == "source" else None
            yield Line(key, "id" if key == "id" else said.word(key), (Span(text, url),))


def step_card(step: Step, said: Phrasebook) -> Card:
    """A change: its day, who had the duty, who has it since then, what is noted, and by which act."""
    names = {"from": said.names_of(step.before), "to": said.outcome(step.status, step.after, step.on) or said.word("stays")}
    texts = {**names, "note": "; ".join((*said.news(step), *filter(None, [said.text(step.note)]))), "by": said.text(step.basis)}
    lines = (Line(key, said.word(key), (Span(text),)) for key, text in texts.items() if text)
    return (Line("date", "", (Span(first_upper(said.day(step.on)), strong=True),)), *lines)


def part(one: Held, cards: Sequence[Card], said: Phrasebook) -> Part:
    """Cards under the names and websites of the holders of a duty, whose they all are, and their number."""
    (line,) = _holders(one, said)
    return Part((*line.spans, Span(f": {len(cards)}")), cards, tuple(_websites(one, said)))


def _holders(one: Held, said: Phrasebook) -> Iterator[Line]:
    having = holders.on_day(one.duty, one.state, said)
    yield Line("holder", "", tuple(_names(having, said)) or (Span(first_upper(holders.nobody(one.state, said)), strong=True),))


def _names(having: Sequence[Holder], said: Phrasebook) -> Iterator[Span]:
    for n, holder in enumerate(having):
        if n:
            yield Span(f" {said.word('and')} " if n == len(having) - 1 else ", ")
        name = said.text(holder.name)
        yield Span(name, None if holders.sites(holder, said) else holder.website, strong=True)
        if holder.when:
            yield Span(holders.condition(holder, said))


def _below(one: Held, said: Phrasebook, statement: Cell | None) -> Iterator[Line]:
    cell = statement or Cell(said.text(one.duty.statement))
    yield Line("statement", "", (Span(cell.text, marks=cell.marks),))
    for text in (
        since(one, said),
        *map(first_upper, said.renamings(one.state)),
        *said.parties(one.duty),
        *([said.word("policy")] if one.duty.scope is Scope.POLICY else []),
    ):
        if text:
            yield Line("remark", "", (Span(text),))


def _websites(one: Held, said: Phrasebook) -> Iterator[Line]:
    """Who the holders of the day are in the places asked for, and where one finds the others, or that this is not known."""
    yield from _here(one, said)
    yield from _contact(one, said)
    label = said.word("website")
    having = [
        holder
        for holder in holders.on_day(one.duty, one.state, said)
        if holder.reachable and not holders.sites(holder, said) and (holder.website or not holder.contact)
    ]
    if len(having) == 1 or len({holder.website for holder in having}) == 1:
        yield Line("website", label, (_address(having[0], said),))
    elif having:
        spans = [(Span(f"{said.text(holder.name)}: "), _address(holder, said), Span("; ")) for holder in having]
        yield Line("website", label, tuple(span for three in spans for span in three)[:-1])


def _here(one: Held, said: Phrasebook) -> Iterator[Line]:
    if said.local and (told := holders.here(holders.on_day(one.duty, one.state, said), said)):
        yield Line("here", local.label(said.local.places, said.local.on, said), (Span("; ".join(told)),))


def _contact(one: Held, said: Phrasebook) -> Iterator[Line]:
    if ways := holders.contacts(holders.on_day(one.duty, one.state, said), said):
        yield Line("contact", said.word("contact"), (Span(ways),))


def _address(holder: Holder, said: Phrasebook) -> Span:
    return Span(holder.website, holder.website) if holder.website else Span(said.word("no_website"))


def _origin(one: Held, said: Phrasebook) -> Iterator[Line]:
    """Who had the duty before, and where the source says so."""
    if before := formerly(one, said):
        yield Line("before", said.word("formerly"), (Span(before),))
    place = one.duty.source
    spans = (Span(said.place(place), said.address(place)), Span(" · ")) if place else ()
    yield Line("source", said.word("source") if place else "id", (*spans, Span(one.duty.id)))


def since(one: Held, said: Phrasebook) -> str:
    """The role, since when the holders of the day have it and by which act; or which document says so, and for which days."""
    role = "" if one.duty.role is Role.MAY else said.role(one.duty.role)  # the statement says it
    then = _since(one, said)
    return first_upper((" " if then.startswith("(") else ", ").join(filter(None, (role, then))))


def _since(one: Held, said: Phrasebook) -> str:
    duty, state = one.duty, one.state
    if state.since and state.actors:
        return said.word("since_then", day=said.day(state.since)) + said.basis(state.basis)
    if isinstance(state.status, Force) or state.status in (Status.ENDED, Status.UNCONFIRMED):
        return said.basis(state.basis).strip()
    period = said.names.sources[duty.source.id].period if duty.source else None
    if duty.from_ or (period and not period.until):
        begins = one.begins if duty.from_ or one.begins else None
        return (said.word("since_then", day=said.day(begins)) if begins else "") + said.basis(duty.basis)
    if period is None or period.until is None:
        return said.word("in_force") + said.basis(duty.basis)
    unchanged = said.as_of > period.until and not state.steps
    known = said.basis(duty.basis) or (f"; {said.word('in_force')}" if unchanged else "")
    return said.word("by_source_of", period=said.days(period.from_, period.until)) + known


def formerly(one: Held, said: Phrasebook) -> str:
    """Who had the duty before the holders of the day, the latest first; empty where nobody is known to."""
    left = ((step, _without(step.before, step.after)) for step in reversed(one.state.steps))
    told = {_until(step.on - timedelta(days=1), actors, said): "" for step, actors in left if actors}
    gone = ((earlier, _without(earlier.actors, one.state.actors)) for earlier in one.continues if earlier.until < said.as_of)
    for earlier, actors in sorted(gone, key=lambda pair: pair[0].part is not None):
        if actors:
            told.setdefault(_until(earlier.until, actors, said), said.basis(earlier.part))
    return "; ".join(who + part for who, part in told.items())


def _without(before: Sequence[str], after: Sequence[str]) -> list[str]:
    """Those who had a duty and have it no more: of several holders, one may go on."""
    return [id_ for id_ in before if id_ not in after]


def _until(day: date, actors: Iterable[str], said: Phrasebook) -> str:
    return said.word("until_then", who=said.names_of(actors), day=said.day(day))


def limits(ones: Iterable[Held], said: Phrasebook) -> list[str]:
    """Up to which day changes are known, where the day lies after that: one sentence, which tells of each source its own day."""
    days: dict[date, dict[str, None]] = {}
    for one in ones:
        source = said.names.sources[one.duty.source.id] if one.duty.source else None
        known = (source.known_until if source else None) or said.names.known_until
        if known and said.as_of > known:
            days.setdefault(known, {})[said.document(source) if source else ""] = None
    told = [said.day(day) for day in sorted(days)]
    if len(days) > 1:
        sources = (", ".join(filter(None, days[day])) for day in sorted(days))
        told = [said.word("known_of", day=day, source=its) if its else day for day, its in zip(told, sources, strict=True)]
    return [said.word("known_to", days=listed(told, said.language))] if told else []
