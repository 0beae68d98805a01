"""For whom something is shown: the dataset, the language, the date; and places in the source as that reader is told them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .wording import day_name, listed, say, word

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ..dataset.history import State
    from ..dataset.model import Duty, Locator, Note
    from ..search.index import Entry, Index


@dataclass(frozen=True, eq=False, repr=False)
class Reader:
    """For whom something is shown: the dataset, the language, the date, and whether somebody asked for this date."""

    index: Index
    language: str
    as_of: date
    dated: bool = False

    def word(self, key: str, **values: str) -> str:
        """A word of the tool in the reader's language."""
        return word(key, self.language, **values)

    def day(self, day: date) -> str:
        """A date as the reader's language writes it."""
        return day_name(day, self.language)

    def actor(self, id_: str) -> str:
        """The name of an actor; its id where the language has none."""
        actor = self.index.actor(id_)
        return say(actor.name, self.language) if actor else id_

    def actors(self, ids: Sequence[str]) -> str:
        """The names of some actors as one phrase."""
        return listed([self.actor(id_) for id_ in ids], self.language)

    def place(self, locator: Locator | None) -> str:
        """Where the source says it: the section's title and the numbers of the sentences."""
        if locator is None:
            return ""
        sections = {(s.id, part.id): part for s in self.index.sources() for part in s.sections}
        numbers = listed([str(n) for n in locator.numbers], self.language)
        return f"{say(sections[locator.id, locator.section].title, self.language)} {numbers}"

    def state(self, entry: Entry) -> State:
        """The state of a duty on the reader's date."""
        return entry.state(self.as_of)


def citation(duty: Duty | Note, reader: Reader) -> str:
    """A citation of the place in the source, ready to paste."""
    if duty.source is None:
        return ""
    source = next(s for s in reader.index.sources() if s.id == duty.source.id)
    section = next(s for s in source.sections if s.id == duty.source.section)
    key = "sentence" if len(duty.source.numbers) == 1 else "sentences"
    numbers = listed([str(n) for n in duty.source.numbers], reader.language)
    publisher = f"{say(source.publisher, reader.language)}: " if source.publisher else ""
    where = f"{say(section.title, reader.language)}, {reader.word(key)} {numbers}"
    return f"{publisher}{say(source.title, source.language)}, {where}"
