"""The records that say who an actor is in a place: the places, and the bodies that an actor which is a kind stands for."""

from collections.abc import Mapping

from .record import Record, Text, field, record


@record
class Place(Record):
    """Somewhere that bodies serve: a municipality, a district, a site. It lies in its parents."""

    id: str
    """The name by which bodies and other places refer to it."""
    name: Text
    """The place's name."""
    other_names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By language, former names, short forms and spellings that people use. Each finds the place."""
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By language, forms of its names that are ordinary words or people's names too (park). Such a word is read as the place only
    where it is written as one."""
    parents: tuple[str, ...] = ()
    """The larger places that it lies in. What serves a parent serves it too."""
    note: Text | None = None
    """What else a reader should know of the place and of those that lie in it."""


@record
class Assignment(Record):
    """Duties that are divided otherwise than the rest: whoever serves a place, those that they are assigned to have them there."""

    duties: tuple[str, ...]
    """The duties. Where one is assigned to any of an actor's bodies, no other has it."""
    places: tuple[str, ...]
    """The places, or parents of these."""


@record
class Body(Record):
    """One of those that an actor stands for where the actor is a kind: this municipality, that office."""

    id: str
    """The name by which other bodies and links refer to it."""
    actor: str
    """The actor that is its kind."""
    name: Text
    """The body's name."""
    other_names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By language, further names that people use."""
    website: str | None = None
    """The body's website, https:// or http://."""
    websites: Text = field(default_factory=dict)
    """By language, where the website begins in that language."""
    email: str | None = None
    """An e-mail address for everybody."""
    phone: str | None = None
    """A telephone number for everybody."""
    host: str | None = None
    """The body that runs it."""
    places: tuple[str, ...] = ()
    """The places that it serves, or parents of these."""
    assignments: tuple[Assignment, ...] = ()
    """Duties that it has in places of their own."""
    note: Text | None = None
    """What else a reader should know, also what is not known of it."""
