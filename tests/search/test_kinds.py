"""What kinds of questions are answered, over small datasets about anything."""

from __future__ import annotations

import pytest

from kinds import ASKED, Asked, answering


@pytest.mark.parametrize("asked", ASKED, ids=lambda asked: f"{asked.kind}: {asked.text}")
def test_question(asked: Asked) -> None:
    assert asked.fault(answering(asked)) == ""
