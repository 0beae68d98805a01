"""Dataset → its compiled form in SQLite. `index` reads what this writes."""

from __future__ import annotations

import json
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeVar

from ..dataset.codec import encode
from ..dataset.history import chain, history
from ..dataset.model import LANGUAGES, Actor, Dataset, Duty, Note, Role, Source, Topic
from ..languages.function_words import function_words
from .compounds import JOINING_LANGUAGES, MIN_PART, Lexicon, parts
from .words import edits_allowed, fold, stems, words

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable, Iterator

    from ..dataset.progress import Progress

SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE record (kind TEXT, position INTEGER, id TEXT, json TEXT, PRIMARY KEY (kind, position)) WITHOUT ROWID;
CREATE TABLE duty (n INTEGER PRIMARY KEY, position INTEGER, id TEXT, json TEXT);
CREATE TABLE word (id INTEGER PRIMARY KEY, form TEXT, stems TEXT);
CREATE TABLE posting (word INTEGER, field INTEGER, duty INTEGER, place INTEGER, PRIMARY KEY (word, field, duty)) WITHOUT ROWID;
CREATE TABLE stem (key TEXT, word INTEGER, PRIMARY KEY (key, word)) WITHOUT ROWID;
CREATE TABLE part (key TEXT, word INTEGER, PRIMARY KEY (key, word)) WITHOUT ROWID;
CREATE TABLE folded (key TEXT, word INTEGER, PRIMARY KEY (key, word)) WITHOUT ROWID;
CREATE TABLE lexicon (key TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE segment (key TEXT, word INTEGER, PRIMARY KEY (key, word)) WITHOUT ROWID;
CREATE TABLE name (id INTEGER PRIMARY KEY, kind TEXT, owner TEXT, language TEXT, text TEXT, words TEXT);
CREATE TABLE name_word (word INTEGER, name INTEGER, PRIMARY KEY (word, name)) WITHOUT ROWID;
CREATE TABLE name_key (key TEXT, name INTEGER, PRIMARY KEY (key, name)) WITHOUT ROWID;
CREATE TABLE actor_duty (actor TEXT, relation INTEGER, duty INTEGER, PRIMARY KEY (actor, relation, duty)) WITHOUT ROWID;
CREATE TABLE topic_duty (topic TEXT, duty INTEGER, PRIMARY KEY (topic, duty)) WITHOUT ROWID;
"""
INDEXES = """
CREATE INDEX record_id ON record (kind, id);
CREATE UNIQUE INDEX duty_id ON duty (id);
CREATE INDEX duty_position ON duty (position);
CREATE UNIQUE INDEX word_form ON word (form);
"""

FIELDS = tuple(f"{kind}.{language}" for kind in ("statement", "change") for language in LANGUAGES)
"""The fields of a posting, by number: what a duty says, and what it is called after a change."""
HOLDER, LATER_HOLDER, TARGET, PARTNER, ONE_OF_SEVERAL = range(5)
"""How an actor belongs to a duty; a holder that is one of several is both the first and the last of these."""

ROLES = list(Role)
_Item = TypeVar("_Item")


def compile_dataset(dataset: Dataset, connection: sqlite3.Connection, progress: Progress | None = None) -> None:
    """Write the compiled form of a dataset into an empty database.

    `progress` is told how many duties and words are done.
    """
    connection.executescript(SCHEMA)
    with connection:
        _Compiler(dataset, connection, progress).run()
    connection.executescript(INDEXES)


class _Compiler:
    def __init__(self, dataset: Dataset, connection: sqlite3.Connection, progress: Progress | None) -> None:
        self.dataset = dataset
        self.connection = connection
        self.progress = progress or (lambda doing, done, total: None)
        self.actors = {actor.id: actor for actor in dataset.actors}
        self.forms: dict[str, int] = {}
        self.languages_of: dict[int, set[str]] = {}
        self.unfindable: set[int] = set()
        self.empty = {language: function_words([language]) for language in dataset.languages}
        self.vocabulary: dict[str, set[str]] = {language: set() for language in dataset.languages}

    def run(self) -> None:
        self._meta()
        self._records()
        self._duties()
        self._names()
        for language, listed in self.dataset.vocabulary.items():
            self.vocabulary[language].update(word for text in listed for word in words(text))
        self._words()

    def _told(self, doing: str, items: Collection[_Item]) -> Iterator[_Item]:
        """The items, while `progress` is told how many there have been."""
        for n, item in enumerate(items):
            if n % 1000 == 0:
                self.progress(doing, n, len(items))
            yield item

    def _insert(self, table: str, rows: Iterable[tuple[object, ...]]) -> None:
        width = len(self.connection.execute(f"SELECT * FROM {table} LIMIT 0").description)  # noqa: S608 (our own names)
        self.connection.executemany(f"INSERT OR IGNORE INTO {table} VALUES ({', '.join('?' * width)})", rows)  # noqa: S608

    def _meta(self) -> None:
        plain = {name: encode(getattr(self.dataset, name)) for name in ("title", "languages", "known_until", "kinds")}
        roles = Counter(duty.role for duty in self.dataset.duties)
        plain["roles"] = [roles[role] for role in ROLES]
        self._insert("meta", ((key, json.dumps(value)) for key, value in plain.items()))

    def _records(self) -> None:
        for kind in ("sources", "actors", "topics", "notes"):
            rows = ((kind, n, r.id, _dumps(self._plain(r))) for n, r in enumerate(getattr(self.dataset, kind)))
            self._insert("record", rows)

    def _duties(self) -> None:
        """Duties are numbered in the order of ranking (role, then dataset), so that postings come out ranked."""
        ranked = sorted(enumerate(self.dataset.duties), key=lambda item: (ROLES.index(item[1].role), item[0]))
        total = len(ranked)
        for start in range(0, total, 1000):
            self.progress("Indexing duties", start, total)
            batch = [(n, *ranked[n]) for n in range(start, min(start + 1000, total))]
            self._insert("duty", (self._duty_row(n, position, duty) for n, position, duty in batch))
            self._insert("posting", (row for n, _, duty in batch for row in self._postings(n, duty)))
            self._insert("topic_duty", ((topic, n) for n, _, duty in batch for topic in duty.topics))
            self._insert("actor_duty", (row for n, _, duty in batch for row in self._relations(n, duty)))

    def _duty_row(self, n: int, position: int, duty: Duty) -> tuple[object, ...]:
        return n, position, duty.id, _dumps({**self._plain(duty), "steps": encode(history(duty, self.actors))})

    def _plain(self, record: Source | Actor | Topic | Duty | Note) -> dict[str, Any]:
        """The record as plain data; a locator without a source means the only one."""
        plain: dict[str, Any] = encode(record)
        if isinstance(record, Duty | Note) and record.source and not record.source.id:
            plain["source"]["id"] = self.dataset.sources[0].id
        return plain

    def _postings(self, n: int, duty: Duty) -> Iterator[tuple[int, int, int, int]]:
        for language, text in duty.statement.items():
            for place, word in enumerate(self._content(text, language)):
                yield self._word(word, language), LANGUAGES.index(language), n, place
        for change in duty.changes:
            for language, text in (change.name or {}).items():
                for place, word in enumerate(self._content(text, language)):
                    yield self._word(word, language), len(LANGUAGES) + LANGUAGES.index(language), n, place

    def _content(self, text: str, language: str) -> list[str]:
        return [word for word in words(text) if word not in self.empty[language]]

    def _word(self, form: str, language: str) -> int:
        number = self.forms.setdefault(form, len(self.forms))
        self.unfindable.discard(number)
        self.languages_of.setdefault(number, set()).add(language)
        self.vocabulary[language].add(form)
        return number

    def _relations(self, n: int, duty: Duty) -> Iterator[tuple[str, int, int]]:
        yield from ((actor, HOLDER, n) for actor in duty.actors)
        yield from ((actor, ONE_OF_SEVERAL, n) for actor in duty.actors if len(duty.actors) > 1)
        yield from ((actor, LATER_HOLDER, n) for actor in chain(duty, self.actors))
        yield from ((actor, PARTNER, n) for actor in duty.partners)
        if duty.target:
            yield duty.target, TARGET, n

    def _names(self) -> None:
        names: list[tuple[object, ...]] = []
        keys: list[tuple[str, int]] = []
        singles: list[tuple[int, int]] = []
        for kind, owner, language, text in self._all_names():
            parts = [w for w in words(text) if w not in self.empty.get(language, ())] or words(text)
            if not parts:
                continue
            number = len(names)
            spoken = language or self.dataset.languages[0]
            stemmed = [[part, *sorted(stems(part, spoken))] for part in parts]
            names.append((number, kind, owner, language, text, _dumps(stemmed)))
            if len(parts) == 1:
                singles.append((self._word(parts[0], spoken), number))
            else:
                new = [part for part in parts if part not in self.forms]
                self.unfindable.update([self._word(part, spoken) for part in new])
                keys += ((f"{spoken}:{stem}", number) for stem in max(stemmed, key=lambda part: len(part[0]))[1:])
        self._insert("name", names)
        self._insert("name_key", keys)
        self._insert("name_word", singles)

    def _all_names(self) -> Iterator[tuple[str, str, str, str]]:
        for actor in self.dataset.actors:
            yield from (("actor", actor.id, language, text) for language, text in actor.name.items())
            for language, listed in actor.other_names.items():
                yield from (("actor", actor.id, language, text) for text in listed)
            yield from (("actor", actor.id, "", text) for text in actor.short)
        for topic in self.dataset.topics:
            yield from (("topic", topic.id, language, text) for language, text in topic.name.items())
            for language, listed in topic.terms.items():
                yield from (("topic", topic.id, language, text) for text in listed)

    def _words(self) -> None:
        rows = [(form, n, self._stem_keys(form)) for form, n in self._told("Indexing words", self.forms.items())]
        self._insert("word", ((number, form, " ".join(keys)) for form, number, keys in rows))
        self._insert("stem", ((key, n) for _, n, keys in rows for key in keys if key[:2] in self.languages_of[n]))
        self._insert("folded", self._folded_rows(rows))
        findable = ((form, number) for form, number, _ in rows if number not in self.unfindable)
        self._insert("segment", ((key, number) for form, number in findable for key in segments(form)))
        for language in JOINING_LANGUAGES:
            if language in self.vocabulary:
                self._compounds(language)

    def _stem_keys(self, form: str) -> list[str]:
        return [f"{language}:{stem}" for language in self.dataset.languages for stem in sorted(stems(form, language))]

    def _folded_rows(self, rows: list[tuple[str, int, list[str]]]) -> Iterator[tuple[str, int]]:
        for form, number, keys in rows:
            if not form.isascii():
                yield fold(form), number
                yield from ((fold(key), number) for key in keys if key[:2] in self.languages_of[number])

    def _compounds(self, language: str) -> None:
        lexicon = Lexicon(language, self.vocabulary[language] - self.empty[language])
        lexicon.learn(self.vocabulary[language])
        self._insert("lexicon", ((f"{language}:{stem}",) for stem in lexicon.stems))
        self._insert("part", self._part_rows(language, lexicon))

    def _part_rows(self, language: str, lexicon: Lexicon) -> Iterator[tuple[str, int]]:
        for form, number in self._told("Splitting compounds", self.forms.items()):
            if language in self.languages_of[number] and len(form) >= 2 * MIN_PART:
                for stem in {stem for part in parts(form, lexicon) for stem in stems(part, language)}:
                    yield f"{language}:{stem}", number
                    if not stem.isascii():
                        yield f"~{language}:{fold(stem)}", number


_dumps = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def segments(form: str) -> Iterator[str]:
    """The keys under which a word is found when it is misspelled: cut in one part more than the edits allowed, at least
    one part of a misspelling is unharmed (the pigeonhole rule of Pass-Join; Li et al., PVLDB 5, 2011)."""
    if allowed := edits_allowed(form):
        for n, (start, end) in enumerate(_cuts(len(form), allowed + 1)):
            yield f"{len(form)}:{n}:{form[start:end]}"


def segment_keys(typed: str, edits: int) -> set[str]:
    """The keys under which the words within `edits` edits (1 or 2) of a typed word stand."""
    keys: set[str] = set()
    for length in range(len(typed) - edits, len(typed) + edits + 1):
        for count in {1 + (length >= 5), 1 + (length >= 5) + (length >= 9)} - {1}:
            for n, (start, end) in enumerate(_cuts(length, count)):
                shifted = range(max(start - edits, 0), min(start + edits, len(typed)) + 1)
                keys.update(f"{length}:{n}:{typed[s : s + end - start]}" for s in shifted)
    return keys


def _cuts(length: int, count: int) -> list[tuple[int, int]]:
    """`count` nearly equal parts of a word of some length, as start and end."""
    bounds = [length * n // count for n in range(count + 1)]
    return list(pairwise(bounds))
