"""A large dataset in three languages: as many duties as asked for, the same from the same seed.

    python benchmarks/large.py 10000 duties.yaml

Words are made of syllables of each language and used as often as Zipf's law has it. Swedish and Finnish join them to
compounds, Finnish inflects them, so that there are as many different words as a text of that length has. The words to ask
for (a common one, a rare one and a misspelling of it, by language) stand in comments at the top.
"""

from __future__ import annotations

import argparse
import random
from bisect import bisect
from collections import Counter
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SEED = 20261124
LANGUAGES = ("sv", "fi", "en")
WORDS = 8_000
"""Different words of each language that texts and compounds are made of."""
ACTORS, TOPICS, SECTIONS = 240, 160, 40
LEVELS = ("state", "region", "local", "person", "all")
ROLES = ("responsible", "steers", "coordinates", "develops", "supervises", "supports", "participates", "cooperates")

_ONSETS = {
    "sv": "b bl br d f fl fr g gr h j k kl kr kv l m n p pr r s sk sl sm sn sp st str t tr v".split(),
    "fi": "h j k k l m n p r s t t v".split(),
    "en": "b bl br c ch cl cr d dr f fl fr g gr h l m n p pl pr r s sc sh sl sp st str t th tr w".split(),
}
_NUCLEI = {
    "sv": "a a e e i o u y å ä ö".split(),
    "fi": "a a e i i o u aa ai ie uo ii oi".split(),
    "en": "a e i o u ea ou ai".split(),
}
_CODAS = {
    "sv": " n r l s t d k m rd nd st ng".split(" "),
    "fi": " n s l r".split(" ") + [""] * 4,
    "en": " n r l s t d ck m nd st rt".split(" "),
}
_ENDINGS = {
    "sv": ("ning", "het", "ande", "skap", "tion", "are", "a", "", "", ""),
    "fi": ("nen", "us", "minen", "ja", "sto", "la", "o", "i", "a", "a"),
    "en": ("tion", "ment", "ing", "ness", "er", "ity", "al", "", "", ""),
}
_INFLECTED = {
    "sv": ("", "", "en", "er", "erna", "s"),
    "fi": ("", "n", "n", "a", "ssa", "sta", "lle", "ksi", "jen", "ista"),
    "en": ("", "", "", "s"),
}
_VERBS = {
    "sv": "Beviljar Ordnar Samordnar Utvecklar Övervakar Stöder Ansvarar Styr Handlägger Beslutar".split(),
    "fi": "Myöntää Järjestää Koordinoi Kehittää Valvoo Tukee Vastaa Ohjaa Käsittelee Päättää".split(),
    "en": "Grants Arranges Coordinates Develops Supervises Supports Provides Steers Processes Decides".split(),
}
_FUNCTION_WORDS = {
    "sv": "och för i av till med om på".split(),
    "fi": "ja sekä tai että".split(),
    "en": "and of for the in with to on".split(),
}
_COMPOUNDS = {"sv": 0.08, "fi": 0.12, "en": 0.0}
_COMMON_RANK = 3
_RARE_LENGTH = range(9, 12)
_NEIGHBOURS = {"a": "s", "e": "r", "o": "p"}
"""A vowel and the consonant beside it on the keyboard: what comes out is a misspelling and no other word."""


class Language:
    """The words of one language, and texts made of them."""

    def __init__(self, name: str, chance: random.Random) -> None:
        self.name, self.chance = name, chance
        self.words = self._made_up()
        self._weights = list(accumulate(1 / (rank + 2.7) for rank in range(len(self.words))))  # Zipf-Mandelbrot
        self.said: Counter[str] = Counter()

    def _made_up(self) -> list[str]:
        made: dict[str, None] = {}
        while len(made) < WORDS:
            made[self._word(self.chance.choice((1, 1, 2, 2, 2, 3)))] = None
        return list(made)

    def _word(self, syllables: int) -> str:
        choose, name = self.chance.choice, self.name
        parts = [choose(_ONSETS[name]) + choose(_NUCLEI[name]) + choose(_CODAS[name]) for _ in range(syllables)]
        return "".join(parts) + choose(_ENDINGS[name])

    def word(self) -> str:
        """A word, by Zipf's law."""
        return self.words[bisect(self._weights, self.chance.random() * self._weights[-1])]

    def _token(self) -> str:
        word = self.word()
        if self.chance.random() < _COMPOUNDS[self.name]:
            word += ("s" if self.name == "sv" and word[-1] in "gtpn" else "") + self.word()
        return word + self.chance.choice(_INFLECTED[self.name])

    def statement(self) -> str:
        """What a duty says: a verb and five to twelve words."""
        chosen = [self.chance.choice(_VERBS[self.name])]
        for n in range(self.chance.randint(5, 12)):
            if n % 3 == 2:
                chosen.append(self.chance.choice(_FUNCTION_WORDS[self.name]))
            token = self._token()
            self.said[token] += 1
            chosen.append(token)
        return " ".join(chosen)

    def name_of(self, words: int) -> str:
        """A name of some words."""
        return " ".join(self.word() for _ in range(words))

    def to_ask(self) -> tuple[str, str, str]:
        """A common word, a rare one, and the rare one misspelled, which must not look like two words joined."""
        common = self.said.most_common(_COMMON_RANK + 1)[_COMMON_RANK][0]
        known = set(self.words)
        likely = [word for word in self.words if self.said[word] and len(word) in _RARE_LENGTH and word.isascii()]
        for rare in sorted(likely, key=lambda word: (self.said[word], word)):
            if rare[4] in _NEIGHBOURS and known.isdisjoint(rare[:n] for n in range(3, len(rare) - 2)):
                return common, rare, rare[:4] + _NEIGHBOURS[rare[4]] + rare[5:]
        raise AssertionError("no rare word to misspell")


def dataset(duties: int, seed: int = SEED) -> tuple[str, dict[str, tuple[str, str, str]]]:
    """The YAML of a dataset, and by language the words to ask for: common, rare, misspelled."""
    chance = random.Random(seed)  # noqa: S311 (no secret)
    languages = [Language(name, chance) for name in LANGUAGES]
    body = "".join((*_head(languages), *_duties(duties, languages, chance)))
    asked = {language.name: language.to_ask() for language in languages}
    comments = "".join(f"# {name}: {' '.join(words)}\n" for name, words in asked.items())
    return comments + body, asked


def _texts(languages: Sequence[Language], indent: str, words: int) -> str:
    return "".join(f"{indent}{language.name}: {language.name_of(words)}\n" for language in languages)


def _head(languages: Sequence[Language]) -> Iterator[str]:
    yield "title:\n" + _texts(languages, "  ", 4)
    yield f"languages: [{', '.join(LANGUAGES)}]\nknown_until: 2026-05-31\nvocabulary:\n"
    for language in languages[:2]:
        yield f"  {language.name}: [{', '.join(language.words[:1500])}]\n"
    yield "sources:\n  - id: source\n    title:\n" + _texts(languages, "      ", 4) + "    language: sv\n    sections:\n"
    for n in range(SECTIONS):
        yield f"      - id: section-{n}\n        title:\n" + _texts(languages, "          ", 2) + "        sentences: 5000\n"
    yield "actors:\n"
    for n in range(ACTORS):
        yield f"  - id: actor-{n}\n    name:\n" + _texts(languages, "      ", 1 + n % 3)
        yield f"    short: [Q{n}X]\n    level: {LEVELS[n % len(LEVELS)]}\n"
    yield "topics:\n"
    for n in range(TOPICS):
        yield f"  - id: topic-{n}\n    name:\n" + _texts(languages, "      ", 1) + "    terms:\n"
        for language in languages:
            yield f"      {language.name}: [{', '.join(language.name_of(1 + k % 2) for k in range(4))}]\n"


def _duties(count: int, languages: Sequence[Language], chance: random.Random) -> Iterator[str]:
    yield "duties:\n"
    for n in range(count):
        holders = sorted({int(ACTORS * chance.random() ** 2) for _ in range(1 if chance.random() < 0.8 else 2)})
        topics = sorted({chance.randrange(TOPICS) for _ in range(chance.randint(1, 2))})
        yield f"  - id: duty-{n}\n    actors: [{', '.join(f'actor-{a}' for a in holders)}]\n"
        yield f"    role: {ROLES[int(len(ROLES) * chance.random() ** 3)]}\n    statement:\n"
        for language in languages:
            yield f"      {language.name}: {language.statement()}\n"
        yield f"    topics: [{', '.join(f'topic-{t}' for t in topics)}]\n"
        yield f"    source: {{section: section-{n % SECTIONS}, sentences: [{1 + n // SECTIONS % 5000}]}}\n"
        if chance.random() < 0.1:
            yield f"    changes:\n      - on: 2025-01-01\n        status: moved\n        to: [actor-{chance.randrange(ACTORS)}]\n"
            yield "        basis: {sv: lag 380/2023, fi: laki 380/2023, en: Act 380/2023}\n"


def main() -> None:
    """Write a dataset to a file."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("duties", type=int, help="how many duties")
    parser.add_argument("file", type=Path, help="where to write the dataset")
    parser.add_argument("--seed", type=int, default=SEED)
    options = parser.parse_args()
    options.file.write_text(dataset(options.duties, options.seed)[0], encoding="utf-8")


if __name__ == "__main__":
    main()
