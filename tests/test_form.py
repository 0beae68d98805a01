"""The quick way from plain data to records takes what Pydantic takes, and nothing that Pydantic refuses."""

from __future__ import annotations

import copy
import random
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pydantic import ValidationError

from ansvar.dataset import form
from ansvar.dataset.form import NotFormedError
from ansvar.dataset.load import _adapter
from ansvar.dataset.shipped import shipped_path
from ansvar.dataset.strict_yaml import plain, read_tree
from conftest import WATER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ansvar.dataset.model import Dataset

STRANGE: list[Any] = [
    *("", "x", "2024-02-30", "20240101", "2024-W01-1", "2024-01-01", "2024-01-01T00:00", "007", "-1", "1.5", "true"),
    *({}, [], {"sv": "x"}, ["x"], [[]], {"": []}, [{}], None, 7, 2.5, True),
]


def _plain(path: str | Path) -> dict[str, Any]:
    tree, problems = read_tree(Path(path).read_text("utf-8"), str(path))
    assert tree is not None
    assert not problems
    found: dict[str, Any] = plain(tree)
    return found


def _by_pydantic(data: dict[str, Any]) -> Dataset | None:
    try:
        return _adapter().validate_python(data)
    except ValidationError:
        return None


@pytest.mark.parametrize("path", [WATER, shipped_path()])
def test_a_dataset_is_the_same_either_way(path: str | Path) -> None:
    data = _plain(path)
    assert form.dataset(data) == _by_pydantic(data)


def _containers(node: Any) -> Iterator[dict[str, Any] | list[Any]]:
    if isinstance(node, dict | list):
        yield node
        for value in node.values() if isinstance(node, dict) else node:
            yield from _containers(value)


def _spoiled(data: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """The data with one or two changes somewhere."""
    spoiled = copy.deepcopy(data)
    for _ in range(chance.choice((1, 1, 2))):
        container: Any = chance.choice([one for one in _containers(spoiled) if one])
        key = chance.choice(list(container)) if isinstance(container, dict) else chance.randrange(len(container))
        match chance.randrange(4):
            case 0:
                del container[key]
            case 1 if isinstance(container, dict):
                container[chance.choice(("from", "from_", "id", "unheard-of", "note", "until"))] = container[key]
            case _:
                container[key] = chance.choice(STRANGE)
    return spoiled


def test_nothing_is_taken_that_pydantic_refuses() -> None:
    data, chance = _plain(WATER), random.Random(7)  # noqa: S311 (no secret)
    taken = refused = 0
    for _ in range(1500):
        spoiled = _spoiled(data, chance)
        try:
            made = form.dataset(spoiled)
        except NotFormedError:
            refused += 1
        else:
            taken += 1
            assert made == _by_pydantic(spoiled)
    assert min(taken, refused) > 150
