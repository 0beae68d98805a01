"""What the compiled form gives out besides records: duties with their course over time, and names."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from ..dataset.codec import decode
from ..dataset.history import Course
from ..dataset.model import Duty
from ..dataset.record import NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from ..dataset.history import State, Step
    from ..dataset.model import Signpost


class Entry(NamedTuple):
    """A duty, its rank among all (0 is best) and its course over time."""

    n: int
    duty: Duty
    course: Course

    @classmethod
    def read(cls, n: int, plain: str) -> Entry:
        """The entry in a row of the table of duties."""
        duty, course = json.loads(plain)
        return cls(n, decode(Duty, duty), decode(Course, course))

    @property
    def steps(self) -> tuple[Step, ...]:
        """Everything that is known to have happened to the duty, by date."""
        return self.course.steps

    def state(self, as_of: date) -> State:
        """The duty on a date."""
        return self.course.state(self.duty.actors, as_of)


Term = list[list[str]]
"""The words of a term of a signpost, each with its keys."""


class Post(NamedTuple):
    """A signpost, and its terms as questions are compared with them."""

    signpost: Signpost
    terms: list[Term]


class Measure(NamedTuple):
    """Of a duty: its id, and how many words of meaning its statement has."""

    id: str
    length: int


class Name(NamedTuple):
    """A name of an actor or a term of a topic: its words, each with how much of the name it is. A short form has no language."""

    kind: str
    owner: str
    language: str
    text: str
    words: tuple[tuple[str, float], ...]

    @classmethod
    def read(cls, kind: str, owner: str, language: str, text: str, parts: str) -> Name:
        """The name in a row of the table of names."""
        return cls(kind, owner, language, text, tuple((form, share) for form, share in json.loads(parts)))
