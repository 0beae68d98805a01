"""The records of a dataset, and the closed sets of words that they use.

Type and meaning of a field stand here and nowhere else: reading and checking a file, the cache, the JSON Schema and
docs/dataset.md follow from them.
"""

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from enum import StrEnum

from .record import Record, record

LANGUAGES = ("sv", "fi", "en")
"""ISO 639-1 codes of the languages that a dataset may be told in, in the order of preference."""

Text = Mapping[str, str]
"""The same text in one or more languages: ISO 639-1 code to text."""


class Level(StrEnum):
    """Where in the administration an actor works."""

    STATE = "state"
    """a state authority that works in the whole country"""
    REGION = "region"
    """an authority or service of a region"""
    LOCAL = "local"
    """a municipality or what it runs"""
    PERSON = "person"
    """a person, not an organisation"""
    ALL = "all"
    """everybody together, or none of these (the default)"""


class Role(StrEnum):
    """The kind of responsibility, best answer first."""

    RESPONSIBLE = "responsible"
    """does it, and answers for it (the default)"""
    STEERS = "steers"
    """tells others what to do: guidance, targets, legislation"""
    COORDINATES = "coordinates"
    """brings the work of others together"""
    DEVELOPS = "develops"
    """works on how it is done"""
    SUPERVISES = "supervises"
    """sees to it that others do it right"""
    SUPPORTS = "supports"
    """helps others to do it"""
    PARTICIPATES = "participates"
    """takes part in what others answer for"""
    COOPERATES = "cooperates"
    """does it together with others"""


class Status(StrEnum):
    """What has become of a duty by a given date."""

    CURRENT = "current"
    """the same holders; only a name, a partner or a note is new"""
    MOVED = "moved"
    """`to` holds it from that day on"""
    ENDED = "ended"
    """nobody does it any more"""
    UNCONFIRMED = "unconfirmed"
    """the holder is gone and no successor is confirmed"""


@record
class Section(Record):
    """A part of a source: its id, its title and how many sentences it has (1 or more)."""

    id: str
    """The name by which locators refer to it."""
    title: Text
    """The section's heading."""
    sentences: int
    """How many sentences the section has. A locator beyond them is a fault."""


@record
class Period(Record):
    """The days that a source speaks of, both included."""

    from_: date
    """The first day."""
    until: date
    """The last day, included."""


@record
class Source(Record):
    """A document that duties are taken from."""

    id: str
    """The name by which locators refer to it."""
    title: Text
    """The document's title. Citations give it in the document's own language."""
    publisher: Text | None = None
    """Who published it. Citations begin with it."""
    language: str
    """The language that the document is written in, ISO 639-1."""
    period: Period | None = None
    """The days that the document speaks of. An answer for an earlier date says so."""
    website: str | None = None
    """Where the document can be read, https:// or http://."""
    sections: tuple[Section, ...]
    """The parts of the document that locators refer to."""


@record
class Locator(Record):
    """The place in a source: section id and sentence numbers (from 1). Without `id`, the only source is meant."""

    id: str = ""
    """The source; it may be left out where the dataset has only one."""
    section: str
    """The section of the source."""
    sentences: tuple[int, ...]
    """The numbers of the sentences in the section, from 1."""


@record
class Actor(Record):
    """Somebody who holds duties. Works from `from_` to `until`, both included, and hands over to `successors`."""

    id: str
    """The name by which duties refer to the actor. It stays when the name changes."""
    name: Text
    """The full name, in the form that stands in a list."""
    short: tuple[str, ...] = ()
    """Short forms, whatever the language: TE, ELY. Each finds the actor."""
    other_names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By language, further names and spellings that people use. Each finds the actor."""
    level: Level = Level.ALL
    """Where in the administration the actor works."""
    kind: str | None = None
    """What kind of actor it is: a key of the dataset's `kinds`."""
    website: str | None = None
    """The actor's website, https:// or http://."""
    from_: date | None = None
    """The first day on which the actor works; left out where it lies before the source."""
    until: date | None = None
    """The last day on which the actor works; left out for one that goes on."""
    successors: tuple[str, ...] = ()
    """Who takes the actor's duties over on the day after `until`. None: no successor is confirmed."""
    basis: Text | None = None
    """The act by which the actor ends, as a citation has it: Act 380/2023."""
    note: Text | None = None
    """What else a reader should know of the actor or of its end."""


@record
class Change(Record):
    """What has happened to a duty on a day: where it is now, what it is called now, and by which act."""

    on: date
    """The first day on which it holds."""
    status: Status
    """What has become of the duty."""
    to: tuple[str, ...] = ()
    """Who holds the duty from then on; only with the status `moved`."""
    partners: tuple[str, ...] = ()
    """Actors that it is done together with from then on."""
    name: Text | None = None
    """What it is called from then on, where that has changed. It is found by this name too."""
    basis: Text | None = None
    """The act that it rests on, as a citation has it: Act 681/2023."""
    note: Text | None = None
    """What else a reader should know of the change."""


@record
class Duty(Record):
    """One thing that somebody could ask for, who holds it, in which role, and where the source says so."""

    id: str
    """The duty's name for `ansvar duty` and for links."""
    actors: tuple[str, ...]
    """Who holds the duty by the source: one id or more."""
    role: Role = Role.RESPONSIBLE
    """The kind of responsibility."""
    statement: Text
    """What is done, as a sentence without its subject. It is what a question is matched with and an answer shows."""
    topics: tuple[str, ...] = ()
    """The topics that it belongs to."""
    partners: tuple[str, ...] = ()
    """Actors that it is done together with."""
    target: str | None = None
    """The actor that it is about: the one that is steered, supervised or supported."""
    source: Locator | None = None
    """Where the source says so."""
    changes: tuple[Change, ...] = ()
    """What is known to have happened to the duty since, one record a day. What an actor's `successors` carry along need not be
    repeated."""


@record
class Topic(Record):
    """What one can ask about, and the words that people use for it, by language."""

    id: str
    """The name by which duties refer to the topic."""
    name: Text
    """The topic's name, a word or two."""
    terms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By language, the words that people use when they ask about it. A term of one language finds the duties in all."""


@record
class Note(Record):
    """A statement of context: no duty, but part of the source. `actors` are those that it speaks of."""

    id: str
    """The note's name."""
    statement: Text
    """What the source says."""
    actors: tuple[str, ...] = ()
    """Those that it speaks of; `ansvar actor` shows it with them."""
    source: Locator | None = None
    """Where the source says so."""


@record
class Dataset(Record):
    """A whole dataset. `known_until` is the last day that its knowledge of changes reaches."""

    title: Text
    """What the dataset is about."""
    languages: tuple[str, ...]
    """The languages that every text is given in: one or more of sv, fi, en."""
    known_until: date | None = None
    """The last day up to which changes are known. Answers for a later date say so."""
    kinds: Mapping[str, Text] = field(default_factory=dict)
    """The kinds of actors: a key of one's own and its name. An actor's `kind` is one of the keys."""
    vocabulary: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By language, words that compounds are made of, so that a part of one can be asked for (tillstånd in uppehållstillstånd). Only
    Swedish and Finnish join words."""
    sources: tuple[Source, ...] = ()
    """The documents that the duties are taken from."""
    actors: tuple[Actor, ...]
    """Those who hold duties, at least one, in the order in which they are listed."""
    topics: tuple[Topic, ...] = ()
    """What one can ask about."""
    duties: tuple[Duty, ...]
    """Who is responsible for what."""
    notes: tuple[Note, ...] = ()
    """Statements of context: no duties, but part of the source."""
