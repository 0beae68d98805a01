"""The dataset as linked data (JSON-LD)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...answers.whole import Whole
from .. import Format

if TYPE_CHECKING:
    from .. import Target


def _write(answer: Whole, target: Target) -> str:
    from ..json import fitting
    from .document import jsonld

    return fitting(jsonld(answer), target)


FORMAT = Format("jsonld", Whole, _write, place=7)
