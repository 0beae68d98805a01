"""A place named in a question: *Forssassa*, *i Jockis*, *Helsinki*.

A name is read as a place wherever it stands, in any of its forms, with a capital letter or without. Only a word that is also
something else has to be written as a place. It is something else where the dataset says so of the place (its `words`: *lahti* is a
bay), or where one asks about it (a word of a topic). It is written as a place where its first letter alone is large, though no
question begins there, and it is no part of a longer name (*Maija Salo*); or where a word before it asks for a place in a language
in which it is nothing else (*in Salo*).
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from ..dataset.record import NamedTuple
from ..languages import CODES, language_data
from ..languages.asking import listed
from .words import fold, normalise, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from ..dataset.model import Place

MAX_WORDS = 3
"""Words of the longest name that is looked for."""


class Found(NamedTuple):
    """A place, and the words of the question that name it: those from `start` up to `end`."""

    place: str
    start: int
    end: int


def place_keys(places: Iterable[Place]) -> dict[str, list[str]]:
    """What a question is compared with, and the ids of the places (or, for words that are something else, nothing).

    A key is a form of a name, `forssa`; a stem before the endings of a language, `fi:forssa`; or a word that is something else
    in a language, `fi!lahti`. It stands there without the marks of its letters too.
    """
    keys: dict[str, dict[str, None]] = {}
    for place in places:
        for language, name in names_of(place):
            stems, others = forms(name, language)
            for key in (*others, *(f"{language}:{stem}" for stem in stems)):
                for written in (key, fold(key)):
                    keys.setdefault(written, {})[place.id] = None
        for language, words_too in place.words.items():
            keys |= {f"{language}!{normalise(word)}": {} for word in words_too}
    return {key: list(ids) for key, ids in keys.items()}


def names_of(place: Place) -> list[tuple[str, str]]:
    """Every name of a place with its language."""
    named = [*place.name.items(), *((language, name) for language, names in place.other_names.items() for name in names)]
    return list(dict.fromkeys(named))


def forms(name: str, language: str) -> tuple[set[str], set[str]]:
    """What a name looks like before the endings of names in a language, and its other forms, itself among them."""
    *first, last = words(name) or [""]
    spoken = language_data(language)
    stems, others = {last} if spoken.NAME_ENDINGS else set(), {last}
    if spoken.NAME_FORMS and last:
        module = import_module(f"{language_data.__module__}.{spoken.NAME_FORMS}")
        stems, others = module.forms(last, tuple(spoken.NAME_ENDINGS.split()))
    before = "".join(f"{word} " for word in first)
    return {before + stem for stem in stems}, {before + form for form in others}


def candidates(written: Sequence[str]) -> dict[str, None]:
    """The keys that the words of a question may have."""
    keys: dict[str, None] = {}
    for start in range(len(written)):
        for end in range(start + 1, min(start + MAX_WORDS, len(written)) + 1):
            asked = " ".join(normalise(word) for word in written[start:end])
            keys |= dict.fromkeys((*keys_of(asked), *(f"{code}!{asked}" for code in CODES)))
    return keys


def find_places(
    written: Sequence[str], keys: Mapping[str, Sequence[str]], is_subject: Callable[[str], bool] = lambda _: False
) -> Iterator[Found]:
    """The places that the words of a question name, as they are written there; from left to right, the longest name first.

    `keys` are those of `place_keys`, and `is_subject` says whether one asks about a word. Of places of one name, the first counts.
    """
    start = 0
    while start < len(written):
        lengths = range(min(MAX_WORDS, len(written) - start), 0, -1)
        found = (_named(written, start, start + length, keys, is_subject) for length in lengths)
        place = next((one for one in found if one), None)
        if place:
            yield place
        start = place.end if place else start + 1


def find_place(written: Sequence[str], keys: Mapping[str, Sequence[str]]) -> Found | None:
    """The first place that the words of a question name."""
    return next(find_places(written, keys), None)


def _named(
    written: Sequence[str], start: int, end: int, keys: Mapping[str, Sequence[str]], is_subject: Callable[[str], bool]
) -> Found | None:
    asked = " ".join(normalise(word) for word in written[start:end])
    place = next((place for key in keys_of(asked) for place in keys.get(key, ())), None)
    if place is None:
        return None
    subject = end - start == 1 and is_subject(asked)
    elsewhere = {code for code in CODES if subject or f"{code}!{asked}" in keys}
    if elsewhere and not (_is_capitalised(written, start) or _is_asked_for(written, start, elsewhere)):
        return None
    return Found(place, start, end)


def keys_of(asked: str) -> Iterator[str]:
    """The keys that a form of a name may have: of the form itself, and of what is left without an ending."""
    yield asked
    for code in CODES:
        for ending in language_data(code).NAME_ENDINGS.split():
            if asked.endswith(ending):
                yield f"{code}:{asked.removesuffix(ending)}"


def _is_capitalised(written: Sequence[str], start: int) -> bool:
    """Whether the first letter alone is large, neither because the question begins there nor as a part of a longer name."""
    beside = (written[n] for n in (start - 1, start + 1) if 0 < n < len(written))
    return start > 0 and written[start].istitle() and not any(word.istitle() for word in beside)


def _is_asked_for(written: Sequence[str], start: int, elsewhere: set[str]) -> bool:
    """Whether the word before asks for a place, in a language in which the name is nothing else."""
    before = normalise(written[start - 1]) if start else ""
    return any(before in listed(code, "PLACE_WORDS") | listed(code, "FOR_WORDS") for code in CODES if code not in elsewhere)
