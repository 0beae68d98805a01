"""The compiled form of a dataset, read: records by id. Its words are looked up in `vocabulary`."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import Counter
from datetime import date
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from ..dataset.codec import decode
from ..dataset.model import Actor, Note, OwnRole, Role, Signpost, Source, Topic
from .entries import Entry as Entry
from .entries import Measure, Post
from .entries import Name as Name
from .gazetteer import Gazetteer
from .tables import HOLDER
from .vocabulary import Vocabulary

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping

    from ..dataset.model import Text


class Index(Vocabulary):
    """A compiled dataset."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__(connection)
        self._actors: dict[str, Actor] = {}

    @property
    def title(self) -> Text:
        """The dataset's title."""
        return dict(self._meta["title"])

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

    @cached_property
    def _all_posts(self) -> list[Post]:
        return [Post(decode(Signpost, plain["signpost"]), plain["terms"]) for plain in self._records("posts")]

    def posts(self) -> list[Post]:
        """The signposts, in the dataset's order, with their terms as questions are compared with them."""
        return self._all_posts

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

    def measures(self, numbers: Iterable[int]) -> dict[int, Measure]:
        """What ranking asks of some duties."""
        rows = self._any("SELECT n, id, length FROM duty WHERE n IN (%s)", numbers)
        return {n: Measure(*its) for n, *its in rows}

    @cached_property
    def persons(self) -> tuple[str, ...]:
        """The actors that are persons, where nearly all others are bodies."""
        return tuple(self._meta["persons"])

    @property
    def size(self) -> int:
        """How many duties there are."""
        return self._role_ends[-1]

    @property
    def has_paths(self) -> bool:
        """Whether any duty is about files."""
        return bool(self._meta["has_paths"])

    def silent(self, day: str) -> frozenset[int]:
        """The duties that do not answer on a day (2026-05-31): they have not begun, or a later one says what they said."""
        rows = self._rows("SELECT n FROM duty WHERE since > ? OR (until <> '' AND until <= ?)", day, day)
        return frozenset(n for (n,) in rows)
