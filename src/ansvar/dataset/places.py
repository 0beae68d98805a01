"""Places in a source, as those who read it write them, and where they can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .model import Locator, Section, Source

PLACEHOLDERS = ("{section}", "{units}")


def section_of(source: Source, locator: Locator) -> Section | None:
    """The section that a locator names."""
    return next((section for section in source.sections if section.id == locator.section), None)


def written_place(source: Source, locator: Locator, language: str) -> str | None:
    """The place as the source says that one is written; None where it says nothing, and the reader has words of its own."""
    pattern = (source.place or {}).get(language)
    if pattern is None:
        return None
    section, units = PLACEHOLDERS
    return pattern.replace(units, ", ".join(ranges(locator.numbers))).replace(section, locator.section)


def link(source: Source, locator: Locator) -> str | None:
    """Where a place can be read: the section's own address, or the source's."""
    section = section_of(source, locator)
    return (section.website if section else None) or source.website


def ranges(numbers: Iterable[int]) -> Iterator[str]:
    """Numbers with those that follow one another as one: 1, 3–5."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return (f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
