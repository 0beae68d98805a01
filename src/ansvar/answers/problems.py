"""The faults of a dataset."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .answer import Answer, Plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..dataset.errors import Problem


class Problems(Answer):
    """What is wrong with a file; false when nothing is."""

    def __init__(self, file: str, problems: Sequence[Problem]) -> None:
        self.file, self.problems = file, problems

    def __bool__(self) -> bool:
        return bool(self.problems)

    def plain(self) -> Plain:
        """Every problem with its place."""
        return {"file": self.file, "problems": [one._asdict() for one in self.problems]}
