"""The words of a dataset in its compiled form, looked up: their forms, where they stand, whose names they are in."""

from __future__ import annotations

import json
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from .compounds import JOINING_LANGUAGES
from .entries import Name
from .tables import segment_keys
from .words import fold, stems

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

_CHUNK = 900
"""Values in one statement: SQLite takes 999 in every build."""
_WORDS = 10_000
"""Words that are remembered: a question asks for each many times."""


class Vocabulary:
    """The words of a compiled dataset. Whoever opens it closes the connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._word = lru_cache(maxsize=_WORDS)(self._word_of)
        self._names: dict[str, list[Name]] = {}

    def close(self) -> None:
        """Close the database."""
        self._connection.close()

    def _rows(self, sql: str, *values: object) -> list[Any]:
        return self._connection.execute(sql, values).fetchall()

    def _any(self, sql: str, values: Iterable[object]) -> list[Any]:
        """The rows for any of the values; `sql` has `%s` where their marks go."""
        listed = list(dict.fromkeys(values))
        rows: list[Any] = []
        for start in range(0, len(listed), _CHUNK):
            chunk = listed[start : start + _CHUNK]
            rows += self._connection.execute(sql % ",".join("?" * len(chunk)), chunk).fetchall()
        return rows

    @cached_property
    def _meta(self) -> dict[str, Any]:
        return {key: json.loads(value) for key, value in self._rows("SELECT key, value FROM meta")}

    @property
    def languages(self) -> tuple[str, ...]:
        """The dataset's languages, ISO 639-1, in its own order."""
        return tuple(self._meta["languages"])

    def word(self, form: str) -> int | None:
        """The number of a normalised word, None when the dataset does not have it."""
        return self._word(form)[0]

    def spoken(self, form: str) -> str:
        """The languages in which the dataset has a word, with spaces; empty when it does not have it."""
        return self._word(form)[2]

    def stem_keys(self, form: str) -> list[str]:
        """The stems of a word in the dataset's languages, as `language:stem`; read where the dataset has the word."""
        return self._word(form)[1]

    def _word_of(self, form: str) -> tuple[int | None, list[str], str]:
        """Of a word: its number, its stems, its languages."""
        for number, keys, spoken in self._rows("SELECT id, stems, spoken FROM word WHERE form = ?", form):
            return number, keys.split(" "), spoken
        return None, [f"{language}:{stem}" for language in self.languages for stem in sorted(stems(form, language))], ""

    def by_stem(self, keys: Iterable[str]) -> list[tuple[int, str]]:
        """The words that have one of these stems: (number, form)."""
        return self._any("SELECT DISTINCT w.id, w.form FROM stem s JOIN word w ON w.id = s.word WHERE s.key IN (%s)", keys)

    def by_part(self, keys: Iterable[str]) -> list[tuple[int, str, bool]]:
        """The compounds that have one of these stems as a part: (number, form, whether it is the last part)."""
        return self._any(
            "SELECT w.id, w.form, max(p.last) FROM part p JOIN word w ON w.id = p.word WHERE p.key IN (%s) GROUP BY w.id", keys
        )

    def core(self, number: int) -> str | None:
        """What a compound is about whose last part is a noun of procedure (*oleskelulupa* of *oleskelulupahakemus*)."""
        rows = self._rows("SELECT form FROM core WHERE word = ?", number)
        return rows[0][0] if rows else None

    def by_folded(self, form: str, keys: Iterable[str]) -> list[tuple[int, str]]:
        """The words that become this word, or have one of these stems, when they are written without å, ä, ö."""
        sql = "SELECT DISTINCT w.id, w.form FROM folded f JOIN word w ON w.id = f.word WHERE f.key IN (%s)"
        return self._any(sql, [fold(form), *keys])

    def in_lexicon(self, keys: Iterable[str]) -> bool:
        """Whether one of these stems is a word that compounds are made of."""
        return bool(self._any("SELECT key FROM lexicon WHERE key IN (%s) LIMIT 1", keys))

    def beginning(self, first: str) -> list[tuple[int, str]]:
        """The longer words that begin so: (number, form)."""
        sql = "SELECT id, form FROM word WHERE form > ? AND form < ? LIMIT 200"
        return self._rows(sql, first, first + "\U0010ffff")

    def ending(self, last: str) -> list[tuple[int, str]]:
        """The longer words that end so, in languages that join words: (number, form)."""
        sql = "SELECT id, form, spoken FROM word WHERE form LIKE ? LIMIT 400"
        rows = self._rows(sql, f"_%{last}")
        return [(n, form) for n, form, spoken in rows if not set(JOINING_LANGUAGES).isdisjoint(spoken.split())][:200]

    def misspelled(self, form: str, edits: int) -> list[tuple[int, str]]:
        """The words that may be within some edits of this one; not all of them are."""
        sql = "SELECT DISTINCT w.id, w.form FROM segment s JOIN word w ON w.id = s.word WHERE s.key IN (%s)"
        # Two letters that changed places where the word is cut harm both parts: these words are asked for as they are.
        swapped = [form[:n] + form[n + 1] + form[n] + form[n + 2 :] for n in range(len(form) - 1)]
        return self._any(sql, segment_keys(form, edits)) + self._any("SELECT id, form FROM word WHERE form IN (%s)", swapped)

    def postings(self, words: Iterable[int]) -> list[tuple[int, int, int, int]]:
        """Where words stand: (word, field, rank of the duty, place among the field's words)."""
        return self._any("SELECT word, field, duty, place FROM posting WHERE word IN (%s)", words)

    def name_tokens(self, words: Iterable[int]) -> list[tuple[int, int, int]]:
        """Where words stand in names: (word, number of the name, place)."""
        return self._any("SELECT word, name, place FROM token WHERE word IN (%s)", words)

    def names_by_number(self, numbers: Iterable[int]) -> dict[int, Name]:
        """The names with these numbers."""
        sql = "SELECT id, kind, owner, language, text, words FROM name WHERE id IN (%s)"
        return {row[0]: Name.read(*row[1:]) for row in self._any(sql, numbers)}

    @cached_property
    def asides(self) -> dict[str, frozenset[str]]:
        """The stems of words that are no subject by themselves, by what they are."""
        return {kind: frozenset(listed) for kind, listed in self._meta["asides"].items()}

    def names(self, kind: str) -> list[Name]:
        """All names of actors (`actor`) or terms of topics (`topic`)."""
        if kind not in self._names:
            rows = self._rows("SELECT kind, owner, language, text, words FROM name WHERE kind = ? ORDER BY id", kind)
            self._names[kind] = [Name.read(*row) for row in rows]
        return self._names[kind]
