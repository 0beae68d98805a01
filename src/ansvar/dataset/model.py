"""The records of a dataset.

Type and meaning of a field stand here and in place_records.py, and nowhere else: reading and checking a file, the cache, the JSON
Schema and docs/dataset.md follow from them.
"""

from collections.abc import Mapping
from datetime import date

from .closed_sets import LANGUAGES, Force, Level, Matching, Role, Scope, Status, Unit
from .place_records import Assignment, Body, Place
from .record import Record, Text, field, record
from .signpost_records import Signpost

__all__ = [
    "LANGUAGES", "Actor", "Assignment", "Body", "Change", "Dataset", "Duty", "Force", "Level", "Locator", "Matching", "Note",
    "OwnRole", "Period", "Place", "Role", "Scope", "Section", "Signpost", "Source", "Status", "Text", "Topic", "Unit",
]  # fmt: skip


@record
class Section(Record):
    """A part of a source: its id, its title and how many of the source's units it has (1 or more), under the unit's name."""

    id: str
    """The name by which locators refer to it."""
    title: Text
    """The section's heading."""
    sentences: int | None = None
    """How many sentences the section has. A locator beyond them is a fault."""
    moments: int | None = None
    """How many moments it has, in a source of moments."""
    rows: int | None = None
    """How many rows it has, in a source of rows."""
    lines: int | None = None
    """How many lines it has, in a source of lines."""
    paragraphs: int | None = None
    """How many paragraphs it has, in a source of paragraphs."""
    pages: int | None = None
    """How many pages it has, in a source of pages."""
    website: str | None = None
    """Where this very section can be read, https:// or http://."""

    @property
    def size(self) -> int:
        """How many units the section has."""
        return next((size for unit in Unit if (size := getattr(self, unit)) is not None), 0)


@record
class Period(Record):
    """The days on which what a source says holds, both included."""

    from_: date
    """The first day."""
    until: date | None = None
    """The last day, included; left out for a source that holds until further notice."""


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
    """The days on which its duties are in force, where they do not say otherwise. After its end they are not, unless changes
    after that day are known (`known_until`): then each is what is known of it."""
    unit: Unit = Unit.SENTENCES
    """What its places are counted in."""
    place: Text | None = None
    """How a place in it is written, with {section} for the section's id and {units} for the numbers: § {section} ({units})."""
    matching: Matching = Matching.LAST
    """Which of its duties answer for a file, where several have `paths` that match it."""
    known_until: date | None = None
    """The last day up to which changes of its duties are known, where that is another than the dataset's."""
    note: Text | None = None
    """What else a reader should know of the document, such as which wording it is."""
    website: str | None = None
    """Where the document can be read, https:// or http://."""
    sections: tuple[Section, ...]
    """The parts of the document that locators refer to."""


@record
class Locator(Record):
    """The place in a source: section id and numbers (from 1), under the name of the source's unit. Without `id`, the only source
    is meant."""

    id: str = ""
    """The source; it may be left out where the dataset has only one."""
    section: str
    """The section of the source."""
    sentences: tuple[int, ...] = ()
    """The numbers of the sentences in the section, from 1."""
    moments: tuple[int, ...] = ()
    """The numbers of the moments, in a source of moments."""
    rows: tuple[int, ...] = ()
    """The numbers of the rows, in a source of rows."""
    lines: tuple[int, ...] = ()
    """The numbers of the lines, in a source of lines."""
    paragraphs: tuple[int, ...] = ()
    """The numbers of the paragraphs, in a source of paragraphs."""
    pages: tuple[int, ...] = ()
    """The numbers of the pages, in a source of pages."""

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers, whatever the unit."""
        return next((numbers for unit in Unit if (numbers := getattr(self, unit))), ())


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
    level: str = Level.ALL.value
    """Where in the administration the actor works: one of the words below, or where the dataset has `levels`, a key of these."""
    kind: str | None = None
    """What kind of actor it is: a key of the dataset's `kinds`."""
    website: str | None = None
    """The actor's website, https:// or http://."""
    email: str | None = None
    """An e-mail address."""
    phone: str | None = None
    """A telephone number."""
    chat: str | None = None
    """A channel or a name in a chat: #payments."""
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
    """Who holds the duty by the source: ids, or `[]` where nobody does."""
    role: str = Role.RESPONSIBLE.value
    """The kind of responsibility: one of the words below, or a key of the dataset's `roles`."""
    scope: Scope | None = None
    """Whether it is about single cases or about policy alone, where that should be said."""
    statement: Text
    """What is done, as a sentence without its subject. It is what a question is matched with and an answer shows."""
    topics: tuple[str, ...] = ()
    """The topics that it belongs to."""
    partners: tuple[str, ...] = ()
    """Actors that it is done together with."""
    target: str | None = None
    """The actor that it is about: the one that is steered, supervised or supported."""
    paths: tuple[str, ...] = ()
    """The files that it is about: patterns as in a .gitignore, from the top of the repository. `!` takes out what it matches."""
    source: Locator | None = None
    """Where the source says so."""
    url: str | None = None
    """Where one turns to for this duty, https:// or http://, where that is not the holder's website."""
    from_: date | None = None
    """The first day on which the duty is in force, where that is not the first day of its source."""
    until: date | None = None
    """The last day on which it is in force, where that is not the last day of its source."""
    when: Mapping[str, Text] = field(default_factory=dict)
    """By actor, the condition under which that actor holds the duty: {labour-office: {en: registered jobseekers}}."""
    basis: Text | None = None
    """The act or decision that the duty rests on, as a citation has it, where the source alone does not say it."""
    continued_by: tuple[str, ...] = ()
    """The duties in which this one goes on, from the day on which they begin. From then on, they are the answer."""
    continued_part: Text | None = None
    """Which part of the duty goes on in them, where not all of it does."""
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
class OwnRole(Record):
    """A kind of responsibility of the dataset's own."""

    name: Text
    """What it is called."""
    letter: str | None = None
    """What stands for it in the matrix, such as A for accountable; left out, the first letters of its name."""
    like: Role | None = None
    """The kind of the tool's that it is most like: it is asked for and counted as that one."""


@record
class Dataset(Record):
    """A whole dataset. `known_until` is the last day that its knowledge of changes reaches."""

    title: Text
    """What the dataset is about."""
    languages: tuple[str, ...]
    """The languages that every text is given in, one or more."""
    known_until: date | None = None
    """The last day up to which changes are known. Answers for a later date say so."""
    kinds: Mapping[str, Text] = field(default_factory=dict)
    """The kinds of actors: a key of one's own and its name. An actor's `kind` is one of the keys."""
    levels: Mapping[str, Text] = field(default_factory=dict)
    """The levels of actors in place of the tool's own (state, region …), in their order: a key and its name."""
    roles: Mapping[str, OwnRole] = field(default_factory=dict)
    """Kinds of responsibility of one's own in place of the tool's, best answer first, by key. A duty without a role is
    `responsible` here too."""
    vocabulary: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By language, words that compounds are made of, so that a part of one can be asked for (tillstånd in uppehållstillstånd),
    where a language joins words."""
    about: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By language, words that the whole dataset is about (its country, its subject): asked alone, they are no subject."""
    include: tuple[str, ...] = ()
    """Further files of the dataset, by their names in the same folder. They may have sources, actors, topics, duties, notes,
    places, bodies, signposts and files to include; these are added to the lists of this file."""
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
    places: tuple[Place, ...] = ()
    """The places that one can ask for."""
    places_on: date | None = None
    """The day on which the places and bodies were as they are here. An answer that names a body gives it."""
    bodies: tuple[Body, ...] = ()
    """Who the actors that are kinds are, place by place."""
    signposts: tuple[Signpost, ...] = ()
    """Where to go with what people ask about and no source says. Shown only where no duty answers."""
