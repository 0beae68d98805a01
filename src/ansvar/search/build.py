"""Dataset → its compiled form in SQLite, as `tables` declares it. `index` reads what this writes."""

from __future__ import annotations

import json
import math
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any

from ..dataset.closed_sets import known_roles
from ..dataset.codec import encode
from ..dataset.continuity import Sources, courses
from ..dataset.history import Course, chain
from ..dataset.model import Actor, Dataset, Duty, Level, Matching, Note, Role, Source, Topic
from ..languages import language_data
from ..languages.asking import listed as words_of
from ..languages.function_words import function_words
from .compounds import JOINING_LANGUAGES, MIN_PART, Lexicon, parts
from .gazetteer import key_rows, service
from .places import place_keys
from .signposts import terms_of
from .tables import FIELDS, HOLDER, INDEXES, LATER_HOLDER, PARTNER, REST, SCHEMA, TARGET, segments
from .words import fold, normalise, stems, tokens, words

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping


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
        self.courses = courses(dataset)
        self.roles = known_roles(dataset.roles)
        self.forms: dict[str, int] = {}
        self._content = cache(self._content_of)
        self.languages_of: dict[int, set[str]] = {}
        self.empty = {language: function_words([language]) for language in dataset.languages}
        self.vocabulary: dict[str, set[str]] = {language: set() for language in dataset.languages}

    def run(self) -> None:
        self._records()
        self._duties()
        self._names()
        self._places()
        self._meta()
        for language, texts in self.dataset.vocabulary.items():
            self.vocabulary[language].update(word for text in texts for word in words(text))
        self._words()

    def _insert(self, table: str, rows: Iterable[tuple[object, ...]]) -> None:
        width = len(self.connection.execute(f"SELECT * FROM {table} LIMIT 0").description)  # noqa: S608 (our own names)
        self.connection.executemany(f"INSERT OR IGNORE INTO {table} VALUES ({', '.join('?' * width)})", rows)  # noqa: S608

    def _meta(self) -> None:
        names = ("title", "languages", "known_until", "kinds", "about", "places_on")
        plain = {name: encode(getattr(self.dataset, name)) for name in names}
        counts = Counter(duty.role for duty in self.dataset.duties)
        plain["roles"] = [[role, self._like(role), counts[role]] for role in self.roles]
        plain |= {"own_roles": encode(self.dataset.roles), "levels": encode(self.dataset.levels)}
        plain["has_paths"] = any(duty.paths for duty in self.dataset.duties)
        plain["asides"] = self._asides()
        plain["persons"] = self._persons()
        self._insert("meta", ((key, json.dumps(value)) for key, value in plain.items()))

    def _asides(self) -> dict[str, list[str]]:
        """The stems of words that are no subject by themselves, by what they are."""
        codes = self.dataset.languages
        keys = {kind: {f"{la}:{stem}" for la in codes for word in words_of(la, name) for stem in stems(word, la)}
                for kind, name in _ASIDES.items()}  # fmt: skip
        keys["verb"] = {f"{la}:{stem}" for la in codes for word in _verbs(la) for stem in stems(word, la)}
        kinds = [(la, word) for name in self.dataset.kinds.values() for la, text in name.items() for word in words(text)]
        named = Counter(
            key for actor in self.dataset.actors for key in {(la, w) for la, text in actor.name.items() for w in words(text)}
        )
        usual = [key for key, count in named.items() if count > max(_USUAL, len(self.dataset.actors) * _USUAL_SHARE)]
        keys["holder"] |= {f"{la}:{stem}" for la, word in (*kinds, *usual) for stem in stems(word, la)}
        about = [*self.dataset.title.items(), *((la, text) for la, texts in self.dataset.about.items() for text in texts)]
        keys["about"] = {f"{la}:{stem}" for la, text in about for word in self._content(text, la) for stem in stems(word, la)}
        return {kind: sorted(listed) for kind, listed in keys.items()}

    def _persons(self) -> list[str]:
        """The actors that are persons where nearly all others are bodies: those whom the duties are for."""
        persons = [actor.id for actor in self.dataset.actors if actor.level == Level.PERSON]
        return persons if len(persons) < len(self.dataset.actors) * _FEW else []

    def _records(self) -> None:
        kinds = ("sources", "actors", "topics", "notes", "places", "bodies")
        for kind in kinds:
            rows = ((kind, n, r.id, _dumps(self._plain(r))) for n, r in enumerate(getattr(self.dataset, kind)))
            self._insert("record", rows)
        rest = {
            field: getattr(self.dataset, field) for field in Dataset.__annotations__ if field not in (*kinds, "duties", "include")
        }
        self._insert(
            "record", [(REST, 0, "", _dumps({field: encode(value) for field, value in rest.items() if value not in _EMPTY}))]
        )
        posts = ({"signpost": encode(one), "terms": terms_of(one)} for one in self.dataset.signposts)
        ids = [one.id for one in self.dataset.signposts]
        self._insert("record", (("posts", n, ids[n], _dumps(post)) for n, post in enumerate(posts)))

    def _places(self) -> None:
        self._insert("place_key", key_rows(place_keys(self.dataset.places)))
        self._insert("serves", service(self.dataset.bodies))

    def _duties(self) -> None:
        """Duties are numbered in the order of ranking (role, then dataset), so that postings come out ranked."""
        step = {role: n for n, role in enumerate(self.roles)}
        ranked = sorted(enumerate(self.dataset.duties), key=lambda item: (step[item[1].role], item[0]))
        total = len(ranked)
        for start in range(0, total, 1000):
            batch = [(n, *ranked[n]) for n in range(start, min(start + 1000, total))]
            self._insert("duty", (self._duty_row(n, position, duty) for n, position, duty in batch))
            self._insert("posting", (row for n, _, duty in batch for row in self._postings(n, duty)))
            self._insert("topic_duty", ((topic, n) for n, _, duty in batch for topic in duty.topics))
            self._insert("actor_duty", (row for n, _, duty in batch for row in self._relations(n, duty)))
        if any(duty.paths for duty in self.dataset.duties):
            self._paths({duty.id: n for n, (_, duty) in enumerate(ranked)})

    def _paths(self, ranks: Mapping[str, int]) -> None:
        """The patterns of the duties, part by part: a section of a source decides for itself which of them answers."""
        from ..dataset.paths import compiled

        sources = Sources(self.dataset)
        rows = []
        for position, duty in enumerate(one for one in self.dataset.duties if one.paths):
            source = sources.of(duty)
            part = f"{source.id}/{duty.source.section}" if source and duty.source else ""
            rows.append(
                (part, source.matching if source else Matching.LAST, ranks[duty.id], _dumps(compiled(duty.paths)), position)
            )
        order = {part: n for n, (part, *_) in reversed(list(enumerate(rows)))}
        rows.sort(key=lambda row: (order[row[0]], row[-1]))
        self._insert("path", ((position, *row[:-1]) for position, row in enumerate(rows)))

    def _like(self, role: str) -> str:
        """The tool's role that one of the dataset's own is most like."""
        own = self.dataset.roles.get(role)
        if own and own.like:
            return own.like.value
        return role if role in list(Role) else Role.RESPONSIBLE.value

    def _duty_row(self, n: int, position: int, duty: Duty) -> tuple[object, ...]:
        length = min((len(self._content(text, language)) for language, text in duty.statement.items()), default=0)
        course = self.courses[duty.id]
        since, until = str(course.begins or ""), _superseded(duty, course)
        return n, position, duty.id, length, since, until, _dumps([self._plain(duty), encode(course)])

    def _plain(self, record: Source | Actor | Topic | Duty | Note) -> dict[str, Any]:
        """The record as plain data; a locator without a source means the only one."""
        plain: dict[str, Any] = encode(record)
        if isinstance(record, Duty | Note) and record.source and not record.source.id:
            plain["source"]["id"] = self.dataset.sources[0].id
        return plain

    def _postings(self, n: int, duty: Duty) -> Iterator[tuple[int, int, int, int]]:
        changes = (change.name or {} for change in duty.changes)
        for kind, texts in (("statement", [duty.statement]), ("change", changes), ("when", duty.when.values())):
            for language, text in (pair for said in texts for pair in said.items()):
                field = FIELDS.index(f"{kind}.{language}")
                for place, word in enumerate(self._content(text, language)):
                    yield self._word(word, language), field, n, place

    def _content_of(self, text: str, language: str) -> list[str]:
        """The words that mean something; a function word in capitals is a name (`IT`, `WHO`)."""
        written = tokens(text)
        shouted = text.isupper()
        large = {normalise(word) for word in written if not shouted and len(word) > 1 and word.isupper()}
        return [word for word in map(normalise, written) if word not in self.empty[language] or word in large]

    def _word(self, form: str, language: str) -> int:
        number = self.forms.setdefault(form, len(self.forms))
        self.languages_of.setdefault(number, set()).add(language)
        self.vocabulary[language].add(form)
        return number

    def _relations(self, n: int, duty: Duty) -> Iterator[tuple[str, int, int]]:
        yield from ((actor, HOLDER, n) for actor in duty.actors)
        yield from ((actor, LATER_HOLDER, n) for actor in chain(self.courses[duty.id].steps))
        yield from ((actor, PARTNER, n) for actor in duty.partners)
        if duty.target:
            yield duty.target, TARGET, n

    def _names(self) -> None:
        """Names and terms word by word; of each word how much of the name it is: what many names share says little."""
        listed = [
            (kind, owner, language, text, self._name_words(text, language)) for kind, owner, language, text in self._all_names()
        ]
        owners = Counter(
            (kind, word) for kind, word, _ in {(kind, word, owner) for kind, owner, _, _, parts in listed for word in parts}
        )
        rows, places = [], []
        for number, (kind, owner, language, text, name) in enumerate(listed):
            shares = [[word, round(1 / (1 + math.log(owners[kind, word]) / 2), 2)] for word in name]
            rows.append((number, kind, owner, language, text, _dumps(shares)))
            spoken = language or self.dataset.languages[0]
            places += [(self._word(word, spoken), number, place) for place, word in enumerate(name)]
        self._insert("name", rows)
        self._insert("token", places)

    def _name_words(self, text: str, language: str) -> list[str]:
        return [w for w in words(text) if w not in self.empty.get(language, ())] or words(text)

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
        self._insert("word", ((n, form, " ".join(keys), " ".join(sorted(self.languages_of[n]))) for form, n, keys in rows))
        self._insert("stem", ((key, n) for _, n, keys in rows for key in keys if key[:2] in self.languages_of[n]))
        self._insert("folded", self._folded_rows(rows))
        self._insert("segment", ((key, number) for form, number, _ in rows for key in segments(form)))
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
        lexicon = Lexicon(
            language,
            (self.vocabulary[language] | words_of(language, "COMMON_PARTS"))
            - self.empty[language]
            - words_of(language, "FIRST_PARTICLES"),
            words_of(language, "COMMON_PARTS"),
        )
        lexicon.learn(self.vocabulary[language])
        self._insert("lexicon", ((f"{language}:{stem}",) for stem in lexicon.stems))
        joined = [(form, n, found) for form, n in self.forms.items() if (found := self._parts_of(form, n, lexicon))]
        self._insert("part", self._part_rows(language, joined))
        self._insert("core", ((n, core) for form, n, _ in joined if (core := self._core(form, lexicon))))

    def _parts_of(self, form: str, number: int, lexicon: Lexicon) -> set[tuple[str, bool]]:
        spoken = lexicon.language in self.languages_of[number] and len(form) >= 2 * MIN_PART
        return parts(form, lexicon) if spoken else set()

    @staticmethod
    def _part_rows(language: str, joined: Iterable[tuple[str, int, set[tuple[str, bool]]]]) -> Iterator[tuple[str, int, int]]:
        for _, number, found in joined:
            for part, last in sorted(found, key=lambda part: (not part[1], part[0])):
                for stem in stems(part, language):
                    yield f"{language}:{stem}", number, last
                    if not stem.isascii():
                        yield f"~{language}:{fold(stem)}", number, last

    def _core(self, form: str, lexicon: Lexicon) -> str | None:
        """What a compound is about whose last part is a noun of procedure (*oleskelulupa* of *oleskelulupahakemus*)."""
        for cut in range(len(form) - MIN_PART, MIN_PART - 1, -1):
            procedure = not self._procedure(lexicon.language).isdisjoint(stems(form[cut:], lexicon.language))
            if procedure and (first := lexicon.first_part(form[:cut])):
                return first
        return None

    @staticmethod
    @cache
    def _procedure(language: str) -> frozenset[str]:
        return frozenset(stem for word in words_of(language, "PROCEDURE_NOUNS") for stem in stems(word, language))


def _superseded(duty: Duty, course: Course) -> str:
    """The day from which later duties say what a duty said, so that it answers no more; nothing where there is none."""
    days = (step.on for step in course.steps if not course.begins or step.on >= course.begins)
    return str(next((day for day in days if not course.state(duty.actors, day).answers), ""))


def _verbs(code: str) -> list[str]:
    """The verbs of responsibility of a language."""
    spoken = language_data(code)
    return " ".join((*spoken.ROLE_VERBS.values(), *spoken.OTHER_VERBS.values())).split()


_ASIDES = {"procedure": "PROCEDURE_NOUNS", "aside": "ASIDES", "holder": "KIND_NOUNS", "overall": "OVERALL_WORDS"}
"""Kinds of words that are no subject by themselves, and where a language file lists them."""
_USUAL, _USUAL_SHARE = 3, 0.15
"""A word that more actors than so many, and than such a share of them, have in their names is a kind of holder."""
_EMPTY: tuple[object, ...] = (None, (), {})
_FEW = 0.1
_dumps = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
