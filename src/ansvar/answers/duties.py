"""Duties: the facts of one (the only list of them), tables of several, one in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..dataset.codec import encode
from ..dataset.record import NamedTuple, frozen
from . import holders
from .answer import ROOM, Cards, Plain
from .sheet import Cell, Fact, Sheet, columns, of_facts, without_empty_columns
from .wording import LANGUAGE_NAMES, say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import date
    from typing import Protocol, TypeAlias

    from ..dataset.history import Earlier, State, Step
    from ..dataset.model import Duty, Text
    from ..search.index import Entry, Index
    from .card import Deck
    from .phrasebook import Phrasebook

    class _Held(Protocol):
        @property
        def duty(self) -> Duty: ...
        @property
        def steps(self) -> tuple[Step, ...]: ...
        @property
        def state(self) -> State: ...
        @property
        def continues(self) -> tuple[Earlier, ...]: ...
        @property
        def begins(self) -> date | None: ...

    Held: TypeAlias = _Held
    """Whatever has a duty, its history, its state, what it continues and its first day: an answer to a question, too."""


class OnDay(NamedTuple):
    """A duty with its history and its state on the day; `n` is its rank among all."""

    n: int
    duty: Duty
    steps: tuple[Step, ...]
    state: State
    continues: tuple[Earlier, ...] = ()
    begins: date | None = None


def on_day(entry: Entry, day: date) -> OnDay:
    """A duty as it is on a day."""
    return OnDay(entry.n, entry.duty, entry.steps, entry.state(day), entry.course.continues, entry.course.begins)


def mentioned(ones: Iterable[Held]) -> Iterator[str]:
    """The ids of all actors that some duties speak of."""
    for one in ones:
        duty, steps = one.duty, one.steps
        for earlier in one.continues:
            yield from earlier.actors
        yield from (*duty.actors, *duty.partners, *filter(None, [duty.target]))
        for step in steps:
            yield from (*step.before, *step.after, *step.partners)


FACTS: Mapping[str, Callable[[Held, Phrasebook], str]] = {
    "actor": lambda one, said: holders.phrase(holders.of_duty(one.duty, one.duty.actors, said), said),
    "holder": lambda one, said: holders.told(one.duty, one.state, said),
    "contact": lambda one, said: holders.contacts(holders.on_day(one.duty, one.state, said), said),
    "responsibility": lambda one, said: said.text(one.duty.statement),
    "role": lambda one, said: said.role(one.duty.role),
    "partners": lambda one, said: said.names_of(one.duty.partners),
    "target": lambda one, said: said.name(one.duty.target) if one.duty.target else "",
    "website": lambda one, said: _websites(one, said),
    "address": lambda one, said: said.address(one.duty.source) or "",
    "topics": lambda one, said: said.topics(one.duty.topics),
    "paths": lambda one, said: ", ".join(one.duty.paths),
    "source": lambda one, said: said.place(one.duty.source),
    "changed": lambda one, said: said.change(one.duty, one.state, one.continues),
    "here": lambda one, said: "; ".join(holders.here(holders.on_day(one.duty, one.state, said), said)),
    "since_when": lambda one, said: said.since_when(one.duty, one.state, one.continues),
    "in_force": lambda one, said: said.change(one.duty, one.state, one.continues) or said.word("in_force"),
    "cite": lambda one, said: said.citation(one.duty),
    "id": lambda one, said: one.duty.id,
}
"""Everything that can be said of a duty, by key. A new fact: a line here, its key where it is shown, and its label."""


def _websites(one: Held, said: Phrasebook) -> str:
    return " ".join(holders.websites(holders.on_day(one.duty, one.state, said), said)) or said.word("no_website")


ANSWER = ("holder", "contact", "responsibility", "role", "source", "since_when", "here", "website", "address", "id")
"""The columns of the answers to a question: the holders of the day first, and where one finds them."""
ROW = ("actor", "responsibility", "role", "source", "changed", "id")
"""The columns of a table of duties."""
FULL = (
    "holder", "contact", "role", "statement", "website", "partners", "target", "topics", "paths", "in_force", "source", "cite",
    "id",
)  # fmt: skip
"""What is said of one duty; `statement` in all languages."""
ON_PAGE = ("role", "partners", "target", "topics", "source")
"""What the page says of a duty below its holder, its statement and what has happened to it."""

_OPTIONAL = frozenset({"actor", "source", "changed"})
_LABELS = {"in_force": "changed", "since_when": "changed", "holder": "actor"}


def label(key: str, said: Phrasebook) -> str:
    """What a fact of a duty is called."""
    key = _LABELS.get(key, key)
    if key == "here":
        return _places(said)
    if key == "changed":
        return said.word(key, day=said.day(said.as_of))
    return key if key == "id" else said.word(key)


def _places(said: Phrasebook) -> str:
    """The places that are asked for; empty where none is."""
    if not said.local:
        return ""
    from .local import label

    return label(said.local.places, said.local.on, said)


def facts(one: Held, said: Phrasebook, keys: Iterable[str] = FULL) -> list[Fact]:
    """What is said of one duty."""
    found = []
    for key in keys:
        if key == "statement":
            found += [Fact(f"{key}.{language}", LANGUAGE_NAMES[language], text) for language, text in one.duty.statement.items()]
        else:
            found.append(Fact(key, label(key, said), FACTS[key](one, said)))
    return [fact for fact in found if fact.text]


def row(one: Held, said: Phrasebook, keys: Iterable[str]) -> tuple[Cell, ...]:
    """The facts of a duty as cells."""
    return tuple(Cell(FACTS[key](one, said)) for key in keys)


def heads(said: Phrasebook, keys: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The keys and labels of columns of facts."""
    return ((key, label(key, said)) for key in keys)


def table(ones: Iterable[OnDay], said: Phrasebook, title: str = "", *, holders: bool = False) -> Sheet:
    """Some duties, with or without those who hold them by the source."""
    keys = ROW if holders else ROW[1:]
    sheet = Sheet(columns(heads(said, keys)), [row(one, said, keys) for one in ones], title, named=False)
    return without_empty_columns(sheet, optional=_OPTIONAL)


def plain_duty(one: Held, said: Phrasebook) -> Plain:
    """A duty with its state and its history as plain data."""
    from .changes import plain_step

    duty = one.duty
    return {
        "duty": duty.id,
        "actors": list(duty.actors),
        "role": duty.role,
        "statement": dict(duty.statement),
        "topics": list(duty.topics),
        "partners": list(duty.partners),
        "target": duty.target,
        "paths": list(duty.paths),
        "source": encode(duty.source) if duty.source else None,
        "place": _plain_place(duty, said),
        "today": _plain_state(one.state, said.language),
        "holders": [holders.plain_holder(holder, said) for holder in holders.on_day(duty, one.state, said)],
        "continues": [_plain_earlier(earlier) for earlier in one.continues],
        "changes": [plain_step(step) for step in one.steps],
    }


def _plain_place(duty: Duty, said: Phrasebook) -> Plain | None:
    """The place in the source as its readers write it, and where it can be read."""
    return {"text": said.place(duty.source), "url": said.address(duty.source)} if duty.source else None


def _plain_text(text: Text | None) -> Plain | None:
    return dict(text) if text else None


def _plain_earlier(one: Earlier) -> Plain:
    return {
        "duty": one.duty,
        "actors": list(one.actors),
        "until": one.until.isoformat(),
        "part": _plain_text(one.part),
    }


def _plain_state(state: State, language: str) -> Plain:
    return {
        "status": state.status.value,
        "actors": list(state.actors),
        "since": state.since.isoformat() if state.since else None,
        "basis": say(state.basis, language) if state.basis else None,
    }


@frozen
class OneDuty(Cards):
    """One duty in full, or none."""

    said: Phrasebook
    found: OnDay | None = None

    def __bool__(self) -> bool:
        return self.found is not None

    def deck(self, *, short: bool = False) -> Deck:
        """The duty as a card with all that is known of it, and everything that has happened to it."""
        from .card import Deck, deck_of

        return deck_of(self.found, self.said) if self.found else Deck((), ())

    def sheets(self, room: int = ROOM) -> list[Sheet]:
        """The facts of the duty, and everything that has happened to it."""
        if self.found is None:
            return []
        from .changes import step_row

        said, title = self.said, say(self.found.duty.statement, self.said.language)
        names = columns([("name", said.word("duty")), ("what", said.word("what"))])
        keys = ("date", "from", "to", "note", "by")
        steps = [step_row(step, said) for step in self.found.steps]
        history = Sheet(columns((key, said.word(key)) for key in keys), steps, said.word("history"))
        return [of_facts(facts(self.found, said), (names[0], names[1]), title), history]

    def plain(self) -> Plain:
        """The duty with a citation."""
        head: Plain = {"language": self.said.language, "as_of": self.said.as_of.isoformat()}
        if self.found is None:
            return {**head, "duty": None}
        return {**head, **plain_duty(self.found, self.said), "citation": self.said.citation(self.found.duty)}


def one_duty(index: Index, entry: Entry, said: Phrasebook) -> OneDuty:
    """The answer about one duty."""
    return OneDuty(said.naming_all(index), on_day(entry, said.as_of))


def all_duties(index: Index, day: date) -> Sequence[OnDay]:
    """All duties as they are on a day, in the dataset's order."""
    return [on_day(entry, day) for entry in index.entries()]
