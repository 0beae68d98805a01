"""The closed sets of words that the records of a dataset use, each with its meaning."""

from collections.abc import Iterable
from enum import StrEnum

from ..languages import CODES

LANGUAGES = CODES
"""ISO 639-1 codes of the languages that a dataset may be told in, in the order of preference."""


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
    MAY = "may"
    """may do it, without having to"""
    PARTICIPATES = "participates"
    """takes part in what others answer for"""
    COOPERATES = "cooperates"
    """does it together with others"""


class Scope(StrEnum):
    """What a duty is about, where that is not plain from its statement."""

    CASES = "cases"
    """single cases too: whoever holds it decides them, or serves people in them"""
    POLICY = "policy"
    """the policy or the law alone, and no source says who decides in a single case: answers say so"""


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


class Force(StrEnum):
    """What a duty is outside the days on which it is in force."""

    PENDING = "pending"
    """not yet in force"""
    EXPIRED = "expired"
    """not in force any more"""


class Matching(StrEnum):
    """Which of a source's duties answer for a file that the paths of several match."""

    LAST = "last"
    """the last one in the file, as in CODEOWNERS (the default); in each section for itself"""
    ALL = "all"
    """all of them"""


class Unit(StrEnum):
    """What the places in a source are counted in. Sections and locators have a field of the same name."""

    SENTENCES = "sentences"
    """sentences (the default)"""
    MOMENTS = "moments"
    """the numbered paragraphs of a section of an act (moment, momentti)"""
    ROWS = "rows"
    """rows of a table"""
    LINES = "lines"
    """lines of a text or a listing"""
    PARAGRAPHS = "paragraphs"
    """paragraphs of a text"""
    PAGES = "pages"
    """pages"""


def known_roles(own: Iterable[str]) -> list[str]:
    """The roles that duties may have, best answer first: the dataset's own, else the tool's. `responsible` is always there."""
    listed = list(own) or [role.value for role in Role]
    return listed if Role.RESPONSIBLE in listed else [Role.RESPONSIBLE.value, *listed]


def known_levels(own: Iterable[str]) -> list[str]:
    """The levels that actors may have, in order: the dataset's own, else the tool's. `all` is always there."""
    listed = list(own) or [level.value for level in Level]
    return listed if Level.ALL in listed else [*listed, Level.ALL.value]
