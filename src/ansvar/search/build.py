"""Dataset → its compiled form in SQLite, as `tables` declares it. `index` reads what this writes."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from ..dataset.codec import encode
from ..dataset.history import chain, history
from ..dataset.model import LANGUAGES, Actor, Dataset, Duty, Note, Source, Topic
from ..languages.function_words import function_words
from .compounds import JOINING_LANGUAGES, MIN_PART, Lexicon, parts
from .tables import HOLDER, INDEXES, LATER_HOLDER, ONE_OF_SEVERAL, PARTNER, ROLES, SCHEMA, TARGET, segments
from .words import fold, stems, words

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator


def compile_dataset(dataset: Dataset, connection: sqlite3.Connection) -> None:
    """Write the compiled form of a dataset into an empty database."""
    connection.executescript(SCHEMA)
    with connection:
        _Compiler(dataset, connection).run()
    connection.executescript(INDEXES)


class _Compiler:
    def __init__(self, dataset: Dataset, connection: sqlite3.Connection) -> None:
        self.dataset = dataset
        self.connection = connection
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
        rows = [(form, n, self._stem_keys(form)) for form, n in self.forms.items()]
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
        for form, number in self.forms.items():
            if language in self.languages_of[number] and len(form) >= 2 * MIN_PART:
                for stem in {stem for part in parts(form, lexicon) for stem in stems(part, language)}:
                    yield f"{language}:{stem}", number
                    if not stem.isascii():
                        yield f"~{language}:{fold(stem)}", number


_dumps = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
