"""Switch each rule of the search off, and print which questions need it.

    python tools/ablate.py

A rule is a number of `ansvar.search.settings.WEIGHTS`, or a way to read a word or a question. Off, it says nothing: a weight that
multiplies is 1, one that is added is 0. Leaves with status 1 when there is a rule that no question needs.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import score

from ansvar.search import kinds, question, rank
from ansvar.search.evidence import Evidence, Lookup
from ansvar.search.match import Reader
from ansvar.search.settings import WEIGHTS
from ansvar.search.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ADDED = (
    "entry whole_name overall second_field phrase phrase_of_term situation length_step role_step "
    "strong near_best score_near_best score_near_best_of_one part_of_name_enough"
).split()
MULTIPLIED = (
    "role_asked about procedure_met procedure_unmet verb_unmet action_met gerund_unmet adjunct complement "
    "unsure part_of_name other_head named_holder person"
).split()


def _nothing(*_: object, **__: object) -> list[Any]:
    return []


def _no(*_: object, **__: object) -> bool:
    return False


def _none(*_: object, **__: object) -> None:
    return None


WAYS: dict[str, tuple[object, str, Callable[..., Any]]] = {
    "another form of the word": (Vocabulary, "by_stem", _nothing),
    "a part of a compound": (Vocabulary, "by_part", _nothing),
    "the core of a compound": (Vocabulary, "core", _none),
    "a compound as two words": (Reader, "split", _none),
    "a longer word that begins so": (Reader, "beginning", _nothing),
    "a longer word that ends so": (Reader, "ending", _nothing),
    "written without marks": (Reader, "_unmarked", _nothing),
    "misspelled": (Reader, "respelled", _nothing),
    "another verb of the same meaning": (Reader, "same_meaning", _nothing),
    "two words as one": (Reader, "joined", _nothing),
    "names and terms": (Vocabulary, "name_tokens", _nothing),
    "who steers X": (Lookup, "about", _nothing),
    "an actor that is asked about": (Evidence, "_is_thing", _no),
    "a name that another word makes another thing": (Evidence, "_beside", _nothing),
    "verbs": (kinds.Kinds, "_is_verb", _no),
    "places": (kinds.Kinds, "_is_place", _no),
    "gerunds": (kinds.Kinds, "_is_gerund", _no),
    "nouns of action": (kinds.Kinds, "_is_action", _no),
    "the asker's own": (kinds.Kinds, "_is_own", _no),
    "which team": (kinds.Kinds, "_holder_words", lambda *_: set()),
    "a holder that is guessed": (kinds.Kinds, "_guess", _none),
    "a verb of the matter before": (question._Reader, "_with_matter", lambda _, n, groups: groups[n]),
    "both parts of a compound": (rank.Ranker, "_as_told", lambda _, counted: counted),
    "the very verb": (rank.Ranker, "_same_verbs", _none),
    "a first noun phrase that is unknown": (rank.Ranker, "_is_strange", _no),
    "heads of noun phrases": (rank.Ranker, "_heads", lambda *_: {}),
}


@contextmanager
def without(owner: object, name: str, replacement: Callable[..., Any]) -> Iterator[None]:
    """A function of a class replaced for a while."""
    kept = vars(owner)[name]
    setattr(owner, name, staticmethod(replacement) if isinstance(kept, staticmethod) else replacement)
    try:
        yield
    finally:
        setattr(owner, name, kept)


@contextmanager
def weighing(name: str, weight: float) -> Iterator[None]:
    """A weight changed for a while."""
    kept, WEIGHTS[name] = WEIGHTS[name], weight
    try:
        yield
    finally:
        WEIGHTS[name] = kept


def main() -> int:
    """Print for each rule how many questions go wrong without it, and three of them."""
    index = score.shipped()
    right = {key for key, fault in score.faults(index).items() if not fault}
    rules = [(name, weighing(name, 0.0)) for name in ADDED] + [(name, weighing(name, 1.0)) for name in MULTIPLIED]
    rules += [(name, without(*way)) for name, way in WAYS.items()]
    unneeded = []
    for name, switched_off in rules:
        with switched_off:
            lost = [key[2] for key, fault in score.faults(index).items() if fault and key in right]
        print(f"{name:44} {len(lost):4}  {' / '.join(lost[:3])}")
        unneeded += [] if lost else [name]
    print("No question needs:", ", ".join(unneeded) or "none")
    return bool(unneeded)


if __name__ == "__main__":
    sys.exit(main())
