"""A place asked for by its name: in any form, or misspelled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..dataset.errors import AnsvarError, UnknownError
from ..dataset.nearest import nearest
from ..dataset.printable import readable
from .places import keys_of, names_of
from .words import edits_allowed, encodable, normalise, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..dataset.model import Place
    from .gazetteer import Gazetteer
    from .index import Index

_LONGEST = 200
"""Letters of a name that are compared."""


def find_place(index: Index, asked: str, *, misspelled: bool = False) -> Place:
    """The place with this id or name, in any form of the name, or within the edits of a misspelling where that is asked for.

    Raises UnknownError with the nearest names when there is none, AnsvarError with all of them when several share the name.
    """
    asked = encodable(readable(asked)).strip()
    gazetteer, wanted = index.gazetteer, words(asked)
    known = gazetteer.place(asked.lower())
    found = [known] if known else [place for id_ in gazetteer.called(asked) if (place := gazetteer.place(id_))]
    found = [place for place in found if any(words(name) == wanted for _, name in names_of(place))] or found
    if len(found) > 1:
        raise AnsvarError(f"'{asked}' names several places", f"Choose one: {', '.join(place.id for place in found)}.")
    if not found and misspelled:
        near = _misspelled_place(gazetteer, " ".join(wanted))
        found = [place for id_ in near if len(near) == 1 and (place := gazetteer.place(id_))]
    if not found:
        names = {normalise(name): name for place in gazetteer.places() for _, name in names_of(place)}
        raise UnknownError("place", asked, [names[one] for one in nearest(normalise(asked), names)])
    return found[0]


def _misspelled_place(gazetteer: Gazetteer, wanted: str) -> list[str]:
    """The ids of the places of whose names this is nearest to a form."""
    keys = [(place, key.partition(":")) for key, place in gazetteer.names()]
    found = []
    for asked in keys_of(wanted):
        spoken, colon, form = asked.partition(":")
        its = [
            (place, rest if colon else first)
            for place, (first, sign, rest) in keys
            if sign == colon and (not sign or first == spoken)
        ]
        found += _within_edits(form if colon else spoken, its)
    return list(dict.fromkeys(found))


def _within_edits(wanted: str, names: Sequence[tuple[str, str]]) -> list[str]:
    """The owners of the names that are nearest to a misspelled one."""
    wanted = wanted[:_LONGEST]
    edits = edits_allowed(wanted.replace(" ", ""))
    if not edits:
        return []
    from rapidfuzz.distance import OSA

    near = [(OSA.distance(wanted, text, score_cutoff=edits), owner) for owner, text in names if len(text) > edits + 2]
    best = min(near, default=(edits + 1, ""))[0]
    return list(dict.fromkeys(owner for distance, owner in near if distance == best <= edits))
