"""Stems by rules: the reader of the rule tables in the language files (`rules.py` describes them).

`formats/page/stems.js` is its twin: what one does, the other does.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from . import language_data

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .rules import Rules, StepTable

    Rule = tuple[list[str], "Step | None", Callable[[str], object] | None, int]
    """What may stand instead of an ending, the step after it (None: the end), what is searched in the rest, the region."""
    Result = tuple["Step | None", str]
    """The next step of a word, and the word as it goes there."""
    Marks = tuple[int, ...]
    """Where the regions of a word begin; the first is the whole word."""


def stems(word: str, code: str) -> frozenset[str]:
    """The stems that a normalised word may have in a language; never none. Two words are forms of one word when they share one."""
    if len(word) < 3 or not word.isalpha():
        return frozenset((word,))
    return _stemmer(code).stems(word)


@cache
def _stemmer(code: str) -> Stemmer:
    return Stemmer(language_data(code).STEMS)


class Step:
    """A step whose rules lie in a dictionary by ending; a word's last letter tells how long its endings can be."""

    def __init__(self, table: StepTable) -> None:
        self.within = table.get("within", 0)
        self.results = self._every if table.get("every") else self._longest
        self.goes_on = "otherwise" in table
        self.otherwise: Step | None = None
        self.lengths: dict[str, list[int]] = {}
        self.rules: dict[str, list[Rule]] = {}
        self.always: list[Rule] = []

    def open(self, table: StepTable, steps: dict[str, Step | None]) -> None:
        """Take the rules out of the table, in which steps are named."""
        self.otherwise = steps[table.get("otherwise", "")]
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

    def _longest(self, text: str, marks: Marks) -> list[Result]:
        """What the rules of the longest ending make of a word."""
        rules, rest = self.always, text
        if text[-1:] in self.lengths:
            room = len(text) - marks[self.within]
            for length in self.lengths[text[-1]]:
                if length <= room and (found := self.rules.get(text[-length:])):
                    rules, rest = found, text[:-length]
                    break
        for rule in rules:
            if _holds(rule, rest, marks):
                return [(rule[1], rest + new) for new in rule[0]]
        return [(self.otherwise, text)] if self.goes_on else []

    def _every(self, text: str, marks: Marks) -> list[Result]:
        """What all the rules of all endings make of a word."""
        made = [(rule[1], text + new) for rule in self.always if _holds(rule, text, marks) for new in rule[0]]
        for length in self.lengths.get(text[-1:], ()):
            for rule in self.rules.get(text[-length:], ()):
                rest = text[:-length]
                if _holds(rule, rest, marks):
                    made += [(rule[1], rest + new) for new in rule[0]]
        return made


def _conditions(when: str = "", region: int = 0) -> tuple[Callable[[str], object] | None, int]:
    return re.compile(when).search if when else None, region


def _holds(rule: Rule, rest: str, marks: Marks) -> bool:
    """Whether a rule's condition holds for what a word is without its ending."""
    _, _, when, region = rule
    in_region = len(rest) >= marks[region] if region >= 0 else len(rest) <= marks[-region]
    return in_region and (when is None or bool(when(rest)))


class Stemmer:
    """The stems of the words of a language."""

    def __init__(self, rules: Rules) -> None:
        self.spellings, self.exceptions, self.after = rules["spellings"], rules["exceptions"], rules["after"]
        self.before = [(letters, re.compile(pattern).sub, new.replace("$", "\\")) for letters, pattern, new in rules["before"]]
        self.regions, self.shortest = re.compile(rules["regions"]), rules["shortest"]
        steps: dict[str, Step | None] = {name: Step(table) for name, table in rules["steps"].items()}
        steps[""] = None
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
        found = {stem for stem in self._read(word) if len(stem) >= self.shortest + ("|" in stem)} or {word}
        for letter, new in self.after:
            found = {stem.replace(letter, new) for stem in found}
        return frozenset(found)

    def _read(self, word: str) -> Iterator[str]:
        marks = self._marks(word)
        waiting: list[Result] = [(self.start, word)]
        for step, text in waiting:  # which grows on the way
            if step:
                waiting += step.results(text, marks)
            else:
                yield text

    def _marks(self, word: str) -> Marks:
        met = self.regions.match(word)
        if not met:
            return 0, len(word), len(word)
        return 0, *(len(word) if end < 0 else end for _, end in met.regs[1:])
