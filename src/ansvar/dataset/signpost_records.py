"""The record of what no source says but people ask: where to go with it."""

from collections.abc import Mapping
from datetime import date

from .record import Record, Text, field, record


@record
class Signpost(Record):
    """Something that people ask about and no source says: who handles it, and where one goes with it."""

    id: str
    """The signpost's name."""
    name: Text
    """What it is about, a word or two."""
    terms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By language, the words that people use when they ask about it. All words of a term have to be asked for."""
    statement: Text
    """Who handles it, in one sentence."""
    website: str
    """Where one goes with it, https:// or http://: one official site."""
    read: str | None = None
    """The page where the statement was read, https:// or http://."""
    checked: date | None = None
    """The day on which it was read there."""
