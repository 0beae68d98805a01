"""How stems are told as rules, so that Python and the page read the same table (`stemming.py`, `formats/page/stems.js`).

A word goes through steps, from the step `start` on. A step tries rules by the word's ending: of those that it lists, the
longest that the word has counts, and of that ending's rules the first that holds. It replaces the ending, and the word goes
on to the step that the rule names; `""` is the end, where what has become of the word is a stem. Where no rule holds, the
word goes on unchanged to `otherwise`; without one, nothing comes of it. A step with `every` uses every rule that holds, of
every ending that the word has, wherever it begins, and each gives one result or several.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict

RuleRow = tuple[str, str] | tuple[str, str, str] | tuple[str, str, str, int]
"""Endings, next step, condition, region.

Endings stand with a space between them: `ly` is taken off, `ies:y` is replaced, `:e` puts an e at the end of any word; in a
step with `every`, `o:uo,oo` has two results. The condition is a regular expression, of what Python and JavaScript both know,
that is searched in the word without its ending. The ending must lie in the region, if there is one (no step with `every` has
any); -1: the first region must be empty.
"""


class StepTable(TypedDict):
    """One step. `within` is a region: only that part of the word is searched for endings."""

    rules: list[RuleRow]
    otherwise: NotRequired[str]
    every: NotRequired[bool]
    within: NotRequired[int]


class Rules(TypedDict):
    """The rules of a language.

    `spellings`: other spellings of whole words. `exceptions`: words with the stem that they have. `before`: what is replaced
    in a word that has some letters, before all steps; `after`: in a stem. `regions`: what a word begins with before the first
    region, and what that begins with before the second, as patterns. `shortest`: how many letters a stem has at least.
    """

    spellings: dict[str, str]
    exceptions: dict[str, str]
    before: list[tuple[str, str, str]]
    regions: list[str]
    steps: dict[str, StepTable]
    after: list[tuple[str, str]]
    shortest: int


FirstPart = tuple[str, str]
"""How the first part of a compound becomes a word: `s:nen` puts an ending in the place of another, `:a` adds one. The second
says when it is one: `word`, where the dataset has such a word; `long word`, the same for a part of four letters or more;
`inflected`, for such a part that is a form of a word that the dataset has; `any`, always."""
