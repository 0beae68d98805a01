"""The whole dataset as YAML, complete: what `--data` reads, and what is written anew from it is the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..answers.whole import Whole
from ..dataset.yaml_writing import as_yaml
from . import Format

if TYPE_CHECKING:
    from . import Target


def _write(answer: Whole, target: Target) -> str:
    return as_yaml(answer.recorded)


FORMAT = Format("yaml", Whole, _write, place=6, encoding="utf-8")
