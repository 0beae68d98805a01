"""A question as typed → what is searched for: units of meaning, the actors named, the role that a verb names."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from ..dataset.model import Role
from ..languages import CODES, language_data
from ..languages.function_words import FUNCTION_WORDS, KIND_NOUNS, ROLE_OF_VERB, SUBJECT_QUESTIONS, VERB_GROUP, function_words
from .words import normalise, stems, tokens

if TYPE_CHECKING:
    from .index import Index, Name

MAX_WORDS = 40
"""Words of a question that are looked up; the rest are told as not met."""
MAX_LETTERS = 80
HYPHENS = "-\u2010\u2011"
NAME_ENDINGS = tuple(dict.fromkeys(language_data(code).NAME_ENDINGS for code in CODES))
"""Endings that a name may have in a question and a stemmer does not know: `Migris`, `Migrin`."""


class NameHit(NamedTuple):
    """A name met in the question, in its own form or another."""

    name: Name
    exact: bool


class Unit(NamedTuple):
    """What an answer has to meet: a word, or the words of an actor's name. `text` is as typed."""

    text: str
    word: str
    actors: tuple[NameHit, ...] = ()
    is_name: bool = False


class Span(NamedTuple):
    """Units that together are a term of a topic: those from `start` up to `end`."""

    start: int
    end: int
    name: Name


class Question(NamedTuple):
    """A question understood. `verbs` are meanings of `VERB_GROUP`; `about` says that the named actor is what it is about, not
    the holder asked for."""

    text: str
    units: tuple[Unit, ...]
    spans: tuple[Span, ...]
    verbs: frozenset[str]
    role: Role | None
    about: bool
    languages: Counter[str]
    left_out: tuple[str, ...]


class _Token(NamedTuple):
    written: str
    word: str
    joined: bool
    stems: frozenset[str]


def understand(text: str, index: Index) -> Question:
    """What a question asks. Any text is a question; one without a word that carries meaning has no units."""
    return _Reader(text, index).read()


class _Reader:
    def __init__(self, text: str, index: Index) -> None:
        self.text, self.index = text, index
        written = list(dict.fromkeys(tokens(text)))
        self.left_out = tuple(written[MAX_WORDS:]) + tuple(t for t in written[:MAX_WORDS] if len(t) > MAX_LETTERS)
        self.written = [t for t in written[:MAX_WORDS] if len(t) <= MAX_LETTERS]
        self.shouted = len(self.written) > 1 and text.isupper()
        self.functions = function_words(index.languages)
        self.names: dict[str, list[NameHit]] = {}

    def read(self) -> Question:
        asked = [normalise(written) for written in self.written]
        content = [self._token(w) for w in self._without_kind(asked) if self._means(w)]
        actor_spans, topic_spans = self._name_spans(content)
        in_names = {n for span in (*actor_spans, *topic_spans) for n in range(span.start, span.end)}
        finite = 0 if asked and asked[0] in SUBJECT_QUESTIONS and [t.word for t in content[:1]] == asked[1:2] else -1
        verbs = {n for n, t in enumerate(content) if (n not in in_names or n == finite) and t.word in VERB_GROUP}
        if len(verbs) == len(content):
            verbs = set()
        units, places = self._units(content, actor_spans, verbs)
        terms = [span for span in topic_spans if span.start in places and span.end - 1 in places]
        spans = [Span(places[span.start], places[span.end - 1] + 1, span.name) for span in terms]
        roles = [Role(ROLE_OF_VERB[content[n].word]) for n in sorted(verbs) if content[n].word in ROLE_OF_VERB]
        return Question(
            text=self.text, units=tuple(units), spans=tuple(spans), verbs=frozenset(VERB_GROUP[content[n].word] for n in verbs),
            role=roles[0] if roles else None, about=bool(roles) and bool(SUBJECT_QUESTIONS & set(asked[:2])),
            languages=_languages(asked, {token.word for token in content}), left_out=self.left_out,
        )  # fmt: skip

    def _without_kind(self, asked: list[str]) -> list[str]:
        """The words as written, less the noun in `which authority …`."""
        kind = len(asked) > 2 and asked[0] in SUBJECT_QUESTIONS and asked[1] in KIND_NOUNS
        return self.written[2:] if kind else self.written

    def _token(self, written: str) -> _Token:
        word = normalise(written)
        at = self.text.find(written)
        joined = at > 0 and self.text[at - 1] in HYPHENS
        return _Token(written, word, joined, frozenset(self.index.stem_keys(word)))

    def _means(self, written: str) -> bool:
        """Function words carry no meaning, but `DO`, `OM` and `AN` written large are short forms."""
        word = normalise(written)
        if word not in self.functions:
            return True
        large = written.isupper() and not self.shouted
        return (large or len(self.written) == 1) and any(not hit.name.language for hit in self._of_word(word))

    def _of_word(self, word: str) -> list[NameHit]:
        """The actors whose whole name or short form this word is, in any form. Short forms of two letters do not inflect."""
        if word in self.names:
            return self.names[word]
        number = self.index.word(word)
        forms = {n: form for n, form in self.index.by_stem(self.index.stem_keys(word)) if len(form) > 2}
        if number is not None:
            forms[number] = word
        else:
            forms |= self._possessive(word)
        hits = [NameHit(name, forms[n] == word) for n, name in self.index.names_of_word(forms) if name.kind == "actor"]
        return self.names.setdefault(word, hits)

    def _possessive(self, word: str) -> dict[int, str]:
        """`Migris` and `Migrin`: endings that a stemmer does not know on a name."""
        base = word[:-1] if word.endswith(NAME_ENDINGS) else ""
        number = self.index.word(base) if len(base) > 2 else None
        return {} if number is None else {number: base}

    def _name_spans(self, content: list[_Token]) -> tuple[list[Span], list[Span]]:
        """Where names of several words stand, the longest first and none within another of its kind."""
        found = [Span(n, n + len(name.words), name)
                 for name in self.index.names_by_key(key for token in content for key in token.stems)
                 for n in range(len(content) - len(name.words) + 1)
                 if self._stands(name, content[n : n + len(name.words)])]  # fmt: skip
        found.sort(key=lambda span: (span.start - span.end, span.start))
        return _apart([s for s in found if s.name.kind == "actor"]), [s for s in found if s.name.kind == "topic"]

    def _stands(self, name: Name, content: list[_Token]) -> bool:
        language = name.language or self.index.languages[0]
        return all(
            form == token.word or not stemmed.isdisjoint(_in_language(token, language))
            for (form, stemmed), token in zip(name.words, content, strict=True)
        )

    def _units(self, content: list[_Token], names: list[Span], verbs: set[int]) -> tuple[list[Unit], dict[int, int]]:
        """The units, and at which unit each token that is one stands."""
        units: list[Unit] = []
        places: dict[int, int] = {}
        n = 0
        while n < len(content):
            here = [span for span in names if span.start == n]
            if here:
                units.append(_named(content[n : here[0].end], here))
                n = here[0].end
                continue
            token = content[n]
            n += 1
            if n - 1 in verbs:
                continue
            hits = tuple(self._of_word(token.word))
            while any(not hit.name.language for hit in hits) and n < len(content) and content[n].joined:
                n += 1
            places[n - 1] = len(units)
            units.append(Unit(token.written, token.word, hits))
        return units, places


def _apart(spans: list[Span]) -> list[Span]:
    taken: set[int] = set()
    kept: list[Span] = []
    for span in spans:
        same = any((k.start, k.end) == (span.start, span.end) for k in kept)
        if same or taken.isdisjoint(range(span.start, span.end)):
            kept.append(span)
            taken.update(range(span.start, span.end))
    return kept


def _named(content: list[_Token], spans: list[Span]) -> Unit:
    words = [token.word for token in content]
    hits = tuple(NameHit(span.name, [form for form, _ in span.name.words] == words) for span in spans)
    return Unit(" ".join(token.written for token in content), " ".join(words), hits, is_name=True)


def _in_language(token: _Token, language: str) -> set[str]:
    return {key[3:] for key in token.stems if key.startswith(f"{language}:")} or set(stems(token.word, language))


def _languages(asked: list[str], content: set[str]) -> Counter[str]:
    """How many of the words are function words of each language; short forms (`DO`, `OM`) are none."""
    said = [word for word in asked if word not in content]
    return Counter(language for language, listed in FUNCTION_WORDS.items() for word in said if word in listed)
