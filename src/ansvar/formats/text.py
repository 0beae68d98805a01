"""Problems as `file:line:column: message`, one a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..answers.problems import Problems
from ..dataset.printable import printable
from . import Format

if TYPE_CHECKING:
    from . import Target


def _write(answer: Problems, target: Target) -> str:
    return "".join(f"{printable(str(problem))}\n" for problem in answer.problems)


FORMAT = Format("text", Problems, _write, place=0)
