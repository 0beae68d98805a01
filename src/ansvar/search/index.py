"""The compiled form of a dataset, read: records by id, and the words of a question looked up."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import Counter
from datetime import date
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from ..dataset.codec import decode
from ..dataset.model import Actor, Note, OwnRole, Role, Signpost, Source, Topic
from .compounds import JOINING_LANGUAGES
from .entries import Entry as Entry
from .entries import Measure, Post
from .entries import Name as Name
from .gazetteer import Gazetteer
from .tables import HOLDER, segment_keys
from .words import fold, stems

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping

    from ..dataset.model import Text

_CHUNK = 900
"""Values in one statement: SQLite takes 999 in every build."""


class Index:
    """A compiled dataset. Whoever opens it closes the connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._actors: dict[str, Actor] = {}
        self._word = lru_cache(maxsize=10_000)(self._word_of)  # a question asks for each word many times
        self._names: dict[str, list[Name]] = {}

    def close(self) -> None:
        """Close the database."""
        self._connection.close()

    def _rows(self, sql: str, *values: object) -> list[Any]:
        return self._connection.execute(sql, values).fetchall()

    def _any(self, sql: str, values: Iterable[object]) -> list[Any]:
        """The rows for any of the values; `sql` has `%s` where their marks go."""
        listed = list(dict.fromkeys(values))
        chunks = (listed[start : start + _CHUNK] for start in range(0, len(listed), _CHUNK))
        return [row for chunk in chunks for row in self._rows(sql % ",".join("?" * len(chunk)), *chunk)]

    @cached_property
    def _meta(self) -> dict[str, Any]:
        return {key: json.loads(value) for key, value in self._rows("SELECT key, value FROM meta")}

    @property
    def title(self) -> Text:
        """The dataset's title."""
        return dict(self._meta["title"])

    @property
    def languages(self) -> tuple[str, ...]:
        """The dataset's languages, ISO 639-1, in its own order."""
        return tuple(self._meta["languages"])

    @property
    def known_until(self) -> date | None:
        """The last day that the dataset's knowledge of changes reaches."""
        day = self._meta["known_until"]
        return date.fromisoformat(day) if day else None

    @property
    def kinds(self) -> Mapping[str, Text]:
        """The names of the kinds of actors."""
        return dict(self._meta["kinds"])

    @property
    def about(self) -> Mapping[str, tuple[str, ...]]:
        """By language, words that the whole dataset is about."""
        return {language: tuple(words) for language, words in self._meta["about"].items()}

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """The places, and who serves them."""
        return Gazetteer(self._connection, self._meta["places_on"])

    def _records(self, kind: str) -> Iterator[dict[str, Any]]:
        for (plain,) in self._rows("SELECT json FROM record WHERE kind = ? ORDER BY position", kind):
            yield json.loads(plain)

    def table(self, name: str) -> list[Any]:
        """All rows of a table of the compiled form (`tables.SCHEMA`), for what carries it elsewhere."""
        return self._rows(f"SELECT * FROM {name}")  # noqa: S608 (our own names)

    @cached_property
    def _all_sources(self) -> list[Source]:
        return [decode(Source, plain) for plain in self._records("sources")]

    def sources(self) -> list[Source]:
        """The sources, in the dataset's order."""
        return self._all_sources

    @cached_property
    def _all_actors(self) -> list[Actor]:
        return [decode(Actor, plain) for plain in self._records("actors")]

    def actors(self) -> list[Actor]:
        """The actors, in the dataset's order."""
        return self._all_actors

    def topics(self) -> list[Topic]:
        """The topics, in the dataset's order."""
        return [decode(Topic, plain) for plain in self._records("topics")]

    def notes(self) -> list[Note]:
        """The notes of context, in the dataset's order."""
        return [decode(Note, plain) for plain in self._records("notes")]

    def posts(self) -> list[Post]:
        """The signposts, in the dataset's order, with their terms as questions are compared with them."""
        return [Post(decode(Signpost, plain["signpost"]), plain["terms"]) for plain in self._records("posts")]

    def actor(self, id_: str) -> Actor | None:
        """The actor with this id, by the index made for it: of itself SQLite goes through all, for the primary key begins alike."""
        if id_ not in self._actors:
            for (plain,) in self._rows("SELECT json FROM record INDEXED BY record_id WHERE kind = 'actors' AND id = ?", id_):
                self._actors[id_] = decode(Actor, json.loads(plain))
        return self._actors.get(id_)

    def entries(self) -> Iterator[Entry]:
        """Every duty, in the dataset's order."""
        for n, plain in self._connection.execute("SELECT n, json FROM duty ORDER BY position"):
            yield Entry.read(n, plain)

    def entry(self, n: int) -> Entry:
        """The duty of this rank."""
        return Entry.read(n, self._rows("SELECT json FROM duty WHERE n = ?", n)[0][0])

    def entry_by_id(self, id_: str) -> Entry | None:
        """The duty with this id."""
        rows = self._rows("SELECT n, json FROM duty WHERE id = ?", id_)
        return Entry.read(*rows[0]) if rows else None

    def entries_of(self, numbers: Iterable[int]) -> list[Entry]:
        """The duties of these ranks, in the dataset's order."""
        rows = self._any("SELECT position, n, json FROM duty WHERE n IN (%s)", numbers)
        return [Entry.read(n, plain) for _, n, plain in sorted(rows)]

    def role(self, n: int) -> Role:
        """The role of the duty of this rank; for one of the dataset's own, the tool's role that it is most like."""
        return Role(self._meta["roles"][bisect_right(self._role_ends, n)][1])

    def role_step(self, n: int) -> int:
        """How many roles come before that of the duty of this rank (duties are ranked by role first), as many as count."""
        return min(bisect_right(self._role_ends, n), len(Role))

    @cached_property
    def _role_ends(self) -> list[int]:
        return list(accumulate(count for *_, count in self._meta["roles"]))

    @cached_property
    def own_roles(self) -> Mapping[str, OwnRole]:
        """The roles of the dataset's own."""
        return {key: decode(OwnRole, plain) for key, plain in self._meta["own_roles"].items()}

    @property
    def own_levels(self) -> Mapping[str, Text]:
        """The names of the levels of the dataset's own."""
        return dict(self._meta["levels"])

    def duty_ids(self) -> list[str]:
        """The ids of all duties, in the dataset's order."""
        return [id_ for (id_,) in self._rows("SELECT id FROM duty ORDER BY position")]

    def actor_counts(self, roles: Iterable[str] = ()) -> dict[str, int]:
        """How many duties the source gives each actor; only those of some roles where roles are named."""
        wanted = list(roles)
        if not wanted:
            return dict(self._rows("SELECT actor, count(*) FROM actor_duty WHERE relation = ? GROUP BY actor", HOLDER))
        counts: Counter[str] = Counter()
        for entry in self.entries():
            if entry.duty.role in wanted:
                counts.update(entry.duty.actors)
        return counts

    def topic_counts(self) -> dict[str, int]:
        """How many duties each topic has."""
        return dict(self._rows("SELECT topic, count(*) FROM topic_duty GROUP BY topic"))

    def related(self, actor: str, relations: Iterable[int]) -> list[tuple[int, int]]:
        """Duties that an actor belongs to: (relation, rank), see `tables.HOLDER` and its like."""
        sql = "SELECT relation, duty FROM actor_duty WHERE actor = ? AND relation = ? ORDER BY duty"
        return [row for relation in relations for row in self._rows(sql, actor, relation)]

    def involving(self, actor: str) -> list[Entry]:
        """The duties that an actor belongs to in any way, in the dataset's order."""
        return self.entries_of(n for (n,) in self._rows("SELECT duty FROM actor_duty WHERE actor = ?", actor))

    def of_topic(self, topic: str) -> list[int]:
        """The ranks of the duties of a topic."""
        return [n for (n,) in self._rows("SELECT duty FROM topic_duty WHERE topic = ? ORDER BY duty", topic)]

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

    def measures(self, numbers: Iterable[int]) -> dict[int, Measure]:
        """What ranking asks of some duties."""
        rows = self._any("SELECT n, id, length FROM duty WHERE n IN (%s)", numbers)
        return {n: Measure(*its) for n, *its in rows}

    @cached_property
    def asides(self) -> dict[str, frozenset[str]]:
        """The stems of words that are no subject by themselves, by what they are."""
        return {kind: frozenset(listed) for kind, listed in self._meta["asides"].items()}

    @cached_property
    def persons(self) -> tuple[str, ...]:
        """The actors that are persons, where nearly all others are bodies."""
        return tuple(self._meta["persons"])

    def standing(self, day: str) -> frozenset[int]:
        """The duties that answer on a day (2026-05-31): they have begun, and no later one says what they said."""
        rows = self._rows("SELECT n FROM duty WHERE since <= ? AND (until = '' OR until > ?)", day, day)
        return frozenset(n for (n,) in rows)

    @property
    def has_paths(self) -> bool:
        """Whether any duty is about files."""
        return bool(self._meta["has_paths"])

    def names(self, kind: str) -> list[Name]:
        """All names of actors (`actor`) or terms of topics (`topic`)."""
        if kind not in self._names:
            rows = self._rows("SELECT kind, owner, language, text, words FROM name WHERE kind = ? ORDER BY id", kind)
            self._names[kind] = [Name.read(*row) for row in rows]
        return self._names[kind]
