"""Stems by rules: the reader of the rule tables in the language files (`rules.py` describes them).

`formats/page/stems.js` is its twin: what one does, the other does.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from . import language_data

if TYPE_CHECKING:
    from collections.abc import Callable

    from .rules import Rules, StepTable

    Rule = tuple[list[str], "Step | None", Callable[[str], object] | None, int]
    """What may stand instead of an ending, the step after it (None: the end), what is searched in the rest, the region."""
    Result = tuple["Step | None", str]
    """The next step of a word, and the word as it goes there."""


def stems(word: str, code: str) -> frozenset[str]:
    """The stems that a normalised word may have in a language; never none."""
    if len(word) < 3 or not word.isalpha():
        return frozenset((word,))
    return _stemmer(code).stems(word)


@cache
def _stemmer(code: str) -> Stemmer:
    return Stemmer(language_data(code).STEMS)


class Step:
    """A step whose rules lie in a dictionary by ending; a word's last letter tells how long its endings can be."""

    def __init__(self, table: StepTable) -> None:
        self.every, self.within = table.get("every", False), table.get("within", 0)
        self.otherwise: Step | None = None
        self.lengths: dict[str, list[int]] = {}
        self.rules: dict[str, list[Rule]] = {}
        self.always: list[Rule] = []

    def open(self, table: StepTable, steps: dict[str, Step | None]) -> None:
        """Take the rules out of the table, in which steps are named."""
        self.otherwise = steps[table["otherwise"]] if "otherwise" in table else _NOWHERE
        for pairs, then, *conditions in table["rules"]:
            when, region = _conditions(*conditions)
            for pair in pairs.split(" "):
                ending, _, instead = pair.partition(":")
                self.rules.setdefault(ending, []).append((instead.split(","), steps[then], when, region))
        self.always = self.rules.pop("", [])
        for ending in sorted(self.rules, key=len, reverse=True):
            lengths = self.lengths.setdefault(ending[-1], [])
            if len(ending) not in lengths:
                lengths.append(len(ending))

    def longest(self, word: str, marks: list[int]) -> Result:
        """What the first rule of the longest ending that holds makes of a word."""
        rules, rest = self.always, word
        if word[-1:] in self.lengths:
            room = len(word) - marks[self.within]
            for length in self.lengths[word[-1]]:
                if length <= room and (found := self.rules.get(word[-length:])):
                    rules, rest = found, word[:-length]
                    break
        for instead, then, when, region in rules:
            if (not region or _reaches(region, rest, marks)) and (when is None or when(rest)):
                return then, rest + instead[0]
        return self.otherwise, word

    def all(self, word: str) -> list[Result]:
        """What all the rules of all endings make of a word."""
        found = [(self.always, word)]
        for length in self.lengths.get(word[-1:], ()):
            if rules := self.rules.get(word[-length:]):
                found.append((rules, word[:-length]))
        return [
            (then, rest + new)
            for rules, rest in found
            for instead, then, when, _ in rules
            if when is None or when(rest)
            for new in instead
        ]


_NOWHERE = Step({"rules": [], "every": True})


def _conditions(when: str = "", region: int = 0) -> tuple[Callable[[str], object] | None, int]:
    return re.compile(when).search if when else None, region


def _reaches(region: int, rest: str, marks: list[int]) -> bool:
    """Whether what is left of a word without its ending reaches the region; -1: whether nothing is left of the first one."""
    return len(rest) >= marks[region] if region > 0 else len(rest) <= marks[-region]


class Stemmer:
    """The stems of the words of a language."""

    def __init__(self, rules: Rules) -> None:
        self.spellings, self.exceptions, self.after = rules["spellings"], rules["exceptions"], rules["after"]
        self.before = [(letters, re.compile(pattern).sub, new.replace("$", "\\")) for letters, pattern, new in rules["before"]]
        self.regions, self.shortest = [re.compile(pattern).match for pattern in rules["regions"]], rules["shortest"]
        steps: dict[str, Step | None] = {"": None}
        steps |= {name: Step(table) for name, table in rules["steps"].items()}
        for name, table in rules["steps"].items():
            if step := steps[name]:
                step.open(table, steps)
        self.start = steps["start"]

    def stems(self, word: str) -> frozenset[str]:
        """The stems of a word."""
        word = self.spellings.get(word, word)
        if word in self.exceptions:
            return frozenset((self.exceptions[word],))
        for letters, replaced, new in self.before:
            if letters in word:
                word = replaced(new, word)
        found = self._read(word)
        if self.shortest:
            found = [stem for stem in found if len(stem) >= self.shortest + ("|" in stem)] or [word]
        for letter, new in self.after:
            found = [stem.replace(letter, new) for stem in found]
        return frozenset(found)

    def _read(self, word: str) -> list[str]:
        marks = [0]
        for region in self.regions:
            met = region(word, marks[-1])
            marks.append(met.end() if met else len(word))
        found: list[str] = []
        waiting: list[Result] = [(self.start, word)]
        for step, text in waiting:  # which grows on the way
            while step and not step.every:
                step, text = step.longest(text, marks)
            if step:
                waiting += step.all(text)
            else:
                found.append(text)
        return found
