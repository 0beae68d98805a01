"""Records and plain data: whatever a record of any kind has in its fields comes back from the compiled form."""

import json
from collections.abc import Mapping
from datetime import date
from enum import Enum
from types import NoneType, UnionType
from typing import Any, get_args, get_origin

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ansvar.dataset import model
from ansvar.dataset.codec import decode, encode
from ansvar.dataset.history import Step
from ansvar.dataset.record import Record, record

RECORDS = [kind for kind in vars(model).values() if isinstance(kind, type) and issubclass(kind, Record)]
KINDS: list[Any] = [*(kind for kind in RECORDS if kind is not Record), Step]


def values(kind: Any) -> st.SearchStrategy[Any]:
    """Any value that a field of a type may have. A text is told in one language at least."""
    origin, arguments = get_origin(kind), [one for one in get_args(kind) if one is not ...]
    if origin is tuple:
        return st.lists(values(arguments[0]), max_size=2).map(tuple)
    if origin is Mapping:
        least = int(arguments[1] is str)
        return st.dictionaries(st.sampled_from(["sv", "fi", "en"]), values(arguments[1]), min_size=least, max_size=3)
    if origin is UnionType:
        return st.one_of([values(one) for one in arguments])
    if isinstance(kind, type) and issubclass(kind, Enum):
        return st.sampled_from(kind)
    simple: dict[Any, st.SearchStrategy[Any]] = {
        NoneType: st.none(), str: st.text(max_size=5), int: st.integers(), date: st.dates(), bool: st.booleans(),
    }  # fmt: skip
    return simple[kind] if kind in simple else records(kind)


def records(kind: Any) -> st.SearchStrategy[Any]:
    """Records of a kind, with a value in every field."""
    return st.builds(kind, **{name: values(type_) for name, type_ in kind.__annotations__.items()})


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_every_field_of_every_record_survives(kind: Any, data: st.DataObject) -> None:
    made = data.draw(records(kind))
    assert decode(kind, json.loads(json.dumps(encode(made)))) == made


def test_a_field_that_nobody_has_listed_anywhere_survives() -> None:
    @record
    class Reviewed(Record):
        id: str
        review: date | None = None
        hints: Mapping[str, tuple[str, ...]]

    reviewed = Reviewed(id="a", review=date(2026, 1, 1), hints={"sv": ("x", "y")})
    assert decode(Reviewed, encode(reviewed)) == reviewed
    assert encode(Reviewed(id="a", hints={})) == {"id": "a", "hints": {}}  # what must be there is written
