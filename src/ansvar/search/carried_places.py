"""The places and bodies that the page carries, as small as they can be: names once, and how they are inflected by pattern."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..languages import CODES, language_data
from ..languages.asking import listed
from .places import MAX_WORDS, forms, names_of
from .words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ..dataset.model import Body, Place, Text
    from .gazetteer import Gazetteer


def carried_places(gazetteer: Gazetteer, duties: Mapping[str, int]) -> dict[str, Any] | None:
    """Places with the forms of their names, and who serves them; None where a dataset has no places.

    `duties` are the numbers of the duties. A pattern is `stems|forms`: of each, how many letters of the name go, and what comes
    instead; languages that do not inflect names have none.
    """
    if not gazetteer:
        return None
    places, bodies = gazetteer.places(), gazetteer.all_bodies()
    patterns: dict[str, int] = {}
    numbers = {place.id: n for n, place in enumerate(places)}
    carrier = _Bodies(bodies, places, numbers, duties)
    return {
        "on": gazetteer.on.isoformat() if gazetteer.on else "",
        "maxWords": MAX_WORDS,
        "endings": {code: language_data(code).NAME_ENDINGS.split() for code in CODES},
        "inflected": [code for code in CODES if language_data(code).NAME_FORMS],
        "before": {code: sorted(listed(code, "PLACE_WORDS") | listed(code, "FOR_WORDS")) for code in CODES},
        "list": [_place(place, numbers, patterns) for place in places],
        "patterns": list(patterns),
        "actors": carrier.actors,
        "bodies": [carrier.row(body) for body in bodies],
    }


def _place(place: Place, numbers: Mapping[str, int], patterns: dict[str, int]) -> list[Any]:
    """Id, parents, names, patterns of the inflected names, and where there are some the words that are something else, notes."""
    its = [
        patterns.setdefault(_pattern(name, language), len(patterns))
        for language, name in names_of(place)
        if language_data(language).NAME_FORMS
    ]
    words_too = {language: list(said) for language, said in place.words.items()}
    more = [words_too or 0, dict(place.note)] if place.note else [words_too] if words_too else []
    return [place.id, [numbers[parent] for parent in place.parents], _names(place), its, *more]


def _names(place: Place) -> Any:
    """The one name that a place has in all languages, or lists by language, the name before the others."""
    if not place.other_names and len(set(place.name.values())) == 1:
        return next(iter(place.name.values()))
    names = {language: [name] for language, name in place.name.items()}
    for language, others in place.other_names.items():
        names.setdefault(language, []).extend(others)
    return names


def _pattern(name: str, language: str) -> str:
    written = " ".join(words(name))
    return "|".join(",".join(sorted(_changes(written, some))) for some in forms(name, language))


def _changes(name: str, some: Iterable[str]) -> Iterator[str]:
    for form in some:
        common = next((n for n, (a, b) in enumerate(zip(name, form, strict=False)) if a != b), min(len(name), len(form)))
        yield f"{len(name) - common}{form[common:]}"


class _Bodies:
    """Bodies as rows: number of the actor, places, name (0: that of its place), website, and what else there is."""

    def __init__(
        self, bodies: Sequence[Body], places: Sequence[Place], numbers: Mapping[str, int], duties: Mapping[str, int]
    ) -> None:
        self.actors = list(dict.fromkeys(body.actor for body in bodies))
        self.hosts = {body.id: n for n, body in enumerate(bodies)}
        self.places, self.numbers, self.duties = places, numbers, duties

    def row(self, body: Body) -> list[Any]:
        """A body."""
        its = [self.numbers[place] for place in body.places]
        same = len(its) == 1 and dict(self.places[its[0]].name) == dict(body.name)
        row = [self.actors.index(body.actor), its, 0 if same else _one(body.name), body.website or 0]
        more = {
            "websites": dict(body.websites),
            "host": self.hosts[body.host] if body.host else None,
            "email": body.email,
            "phone": body.phone,
            "note": _one(body.note) if body.note else None,
            "assigned": [
                [[self.duties[duty] for duty in one.duties], [self.numbers[place] for place in one.places]]
                for one in body.assignments
            ],
        }
        kept = {key: value for key, value in more.items() if value or value == 0}
        return [*row, kept] if kept else row


def _one(text: Text) -> Any:
    """A text by language, or the one that is the same in all."""
    return dict(text) if len(set(text.values())) > 1 else next(iter(text.values()))
