"""Actors: the facts of one (the only list of them), all by level, one with its duties."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..dataset.closed_sets import known_levels
from ..dataset.codec import encode
from ..dataset.model import Actor, Level, Note, Role
from ..dataset.printable import printable
from ..dataset.record import NamedTuple, frozen
from . import duties
from .answer import ROOM, Plain, Sheets
from .sheet import Fact, Sheet, cells, columns, of_facts, without_empty_columns
from .wording import LANGUAGE_NAMES, message, say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from ..search.index import Index
    from .duties import OnDay
    from .phrasebook import Phrasebook


class Portrait(NamedTuple):
    """An actor with its duties by the source, those that came to it later, those it shares as a partner, and its context."""

    actor: Actor
    held: Sequence[OnDay] = ()
    received: Sequence[OnDay] = ()
    shared: Sequence[OnDay] = ()
    notes: Sequence[Note] = ()
    steered_by: Sequence[tuple[str, OnDay]] = ()
    steers: Sequence[tuple[str, OnDay]] = ()
    predecessors: Sequence[str] = ()


def portrait(actor: Actor, related: Iterable[OnDay], notes: Sequence[Note], predecessors: Sequence[str]) -> Portrait:
    """Everything that a dataset says of an actor: `related` are the duties that it belongs to in any way, `notes` its own."""
    held, received, shared, steered_by, steers = [], [], [], [], []
    for one in related:
        duty = one.duty
        if duty.role == Role.STEERS and duty.target:
            steered_by += [(other, one) for other in duty.actors if duty.target == actor.id]
            steers += [(duty.target, one)] if actor.id in duty.actors else []
        if actor.id in duty.actors:
            held.append(one)
        elif any(actor.id in step.after or actor.id in step.partners for step in one.steps):
            received.append(one)
        elif actor.id in duty.partners:
            shared.append(one)
    return Portrait(actor, held, received, shared, notes, steered_by, steers, predecessors)


FACTS: Mapping[str, Callable[[Portrait, Phrasebook], str]] = {
    "short": lambda one, said: ", ".join(one.actor.short),
    "aliases": lambda one, said: ", ".join(one.actor.other_names.get(said.language, ())),
    "level": lambda one, said: said.level(one.actor.level) if one.actor.level != Level.ALL else "",
    "kind": lambda one, said: said.kind(one.actor.kind),
    "website": lambda one, said: " ".join(_websites(one.actor, said)),
    "contact": lambda one, said: ", ".join(reached(one.actor)),
    "steered_by": lambda one, said: _steering(one.steered_by, said),
    "steers": lambda one, said: _steering(one.steers, said),
    "succeeds": lambda one, said: said.names_of(one.predecessors),
    "became": lambda one, said: said.lifetime(one.actor) or said.end(one.actor),
    "note": lambda one, said: said.text(one.actor.note),
    "id": lambda one, said: one.actor.id,
}
"""Everything that can be said of an actor, by key. A new fact: a line here, its key where it is shown, and its label."""

FULL = (
    "name",
    "short",
    "aliases",
    "level",
    "kind",
    "website",
    "contact",
    "steered_by",
    "steers",
    "succeeds",
    "became",
    "note",
    "id",
)
"""What is said of one actor; `name` in all languages."""
IN_HANDBOOK = ("short", "aliases", "kind", "website", "contact", "steered_by", "succeeds", "note")
"""What the handbook says of an actor before its beginning and end."""
ON_PAGE = ("short", "aliases", "kind", "became", "note", "website", "contact")
"""What the page says of an actor; `aliases` by language."""


def _websites(actor: Actor, said: Phrasebook) -> list[str]:
    """Where one finds an actor; in place of one that has ended, its successors, where they can be found."""
    successors = [said.names.actors.get(id_) for id_ in actor.successors] if said.has_ended(actor) else []
    found = dict.fromkeys(one.website for one in successors if one and one.website)
    return [site for site in found or [actor.website] if site]


def reached(actor: Actor) -> list[str]:
    """How one reaches an actor, beside its website."""
    return [way for way in (actor.email, actor.phone, actor.chat) if way]


def facts(one: Portrait, said: Phrasebook, keys: Iterable[str] = FULL) -> list[Fact]:
    """What is said of one actor."""
    found = []
    for key in keys:
        if key == "name":
            found += [Fact(f"name.{language}", LANGUAGE_NAMES[language], name) for language, name in one.actor.name.items()]
        else:
            found.append(Fact(key, key if key == "id" else said.word(key), FACTS[key](one, said)))
    return [fact for fact in found if fact.text]


def _steering(others: Iterable[tuple[str, OnDay]], said: Phrasebook) -> str:
    """Who steers an actor, or whom it steers, with the places that say so."""
    places: dict[str, dict[str, None]] = {}
    for other, one in others:
        places.setdefault(other, {})[said.place(one.duty.source)] = None
    return "; ".join(f"{said.name(other)} ({', '.join(where)})" for other, where in places.items())


def plain_actor(actor: Actor) -> Plain:
    """An actor as plain data."""
    fields: Plain = {"short": [], "other_names": {}, "kind": None, "website": None, "email": None, "phone": None, "chat": None}
    fields |= {"from": None, "until": None, "successors": []}
    plain: Plain = encode(actor)
    return {"id": actor.id, "name": plain["name"], **fields, "basis": None, "note": None, **plain}


@frozen
class Actors(Sheets):
    """Actors by level, with the number of duties that the source gives each."""

    said: Phrasebook
    counted: Sequence[tuple[Actor, int]]

    def __bool__(self) -> bool:
        return bool(self.counted)

    def sheets(self, room: int = ROOM) -> list[Sheet]:
        """One table."""
        said = self.said
        changed = said.word("changed", day=said.day(said.as_of))
        heads = [(key, said.word(key)) for key in ("level", "actor", "short", "in_source")]
        levelled = any(actor.level != Level.ALL for actor, _ in self.counted)
        rows = [
            cells(
                said.level(actor.level) if levelled else "", said.text(actor.name), ", ".join(actor.short), str(count),
                said.lifetime(actor), actor.id,
            )
            for actor, count in self.counted
        ]  # fmt: skip
        sheet = Sheet(columns([*heads, ("changed", changed), ("id", "id")]), rows)
        return [without_empty_columns(sheet, optional={"changed", "short", "level"})]

    def plain(self) -> Plain:
        """Every actor with the number of its duties."""
        counted = [{**plain_actor(one), "duties": count} for one, count in self.counted]
        return {"language": self.said.language, "as_of": self.said.as_of.isoformat(), "actors": counted}


def actors(index: Index, said: Phrasebook, levels: Sequence[str] = (), roles: Sequence[str] = ()) -> Actors:
    """The actors of some levels (of all, where none is named); with roles, those that have such duties, which are counted."""
    counts = index.actor_counts(roles)
    order = known_levels(index.own_levels)
    chosen = [actor for actor in index.actors() if (not levels or actor.level in levels) and (not roles or actor.id in counts)]
    chosen.sort(key=lambda actor: order.index(actor.level))
    named = said.naming(index, [actor.id for actor in chosen])
    return Actors(named, [(actor, counts.get(actor.id, 0)) for actor in chosen])


@frozen
class OneActor(Sheets):
    """One actor with its duties, or none."""

    said: Phrasebook
    found: Portrait | None = None
    guessed: str | None = None
    """What was asked, where it is none of the actor's names as they are written."""

    def __bool__(self) -> bool:
        return self.found is not None

    def sheets(self, room: int = ROOM) -> list[Sheet]:
        """What it is, its duties by the source, those that came to it later, those it shares, its context."""
        one, said = self.found, self.said
        if one is None:
            return []
        known = facts(one, said)
        if self.guessed:
            guess = message("respelled", said.language, word=printable(self.guessed), met=said.text(one.actor.name))
            known.insert(0, Fact("asked", said.word("asked"), guess))
        if not one.held and not one.received:
            known.append(Fact("duties", said.word("duties"), said.word("no_duties")))
        name, what = columns((key, said.word(key)) for key in ("name", "what"))
        sheets = [
            of_facts(known, (name, what), said.text(one.actor.name)),
            duties.table(one.held, said, said.word("duties")),
            duties.table(one.received, said, said.word("received"), holders=True),
            duties.table(one.shared, said, said.word("shared"), holders=True),
            context(one.notes, said),
        ]
        return [sheet for sheet in sheets if sheet.rows]

    def plain(self) -> Plain:
        """The actor with its duties by the source, those that came to it later, those it shares, and its context."""
        one, language = self.found, self.said.language
        plain: Plain = {"language": language, "as_of": self.said.as_of.isoformat()}
        plain["guessed_from"] = self.guessed
        plain["actor"] = plain_actor(one.actor) if one else None
        for key in ("held", "received", "shared"):
            plain["duties" if key == "held" else key] = [duties.plain_duty(each, self.said) for each in getattr(one, key, ())]
        return {**plain, "notes": [encode(note) for note in one.notes] if one else []}


def one_actor(index: Index, actor: Actor, said: Phrasebook, guessed: str | None = None) -> OneActor:
    """The answer about one actor; `guessed` is what was asked where it is none of its names."""
    related = [duties.on_day(entry, said.as_of) for entry in index.involving(actor.id)]
    notes = [note for note in index.notes() if actor.id in note.actors]
    predecessors = [other.id for other in index.actors() if actor.id in other.successors]
    return OneActor(said.naming_all(index), portrait(actor, related, notes, predecessors), guessed)


def context(notes: Iterable[Note], said: Phrasebook) -> Sheet:
    """Statements of context."""
    rows = [cells(say(note.statement, said.language), said.place(note.source)) for note in notes]
    return Sheet(columns((key, said.word(key)) for key in ("statement", "source")), rows, said.word("context"))
