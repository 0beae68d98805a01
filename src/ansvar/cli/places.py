"""The place for which somebody always asks."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ..dataset.errors import UnknownError, UsageError

if TYPE_CHECKING:
    from .. import OpenDataset

VARIABLE = "ANSVAR_PLACE"


def usual_place(dataset: OpenDataset) -> str | None:
    """The id of the place that the environment names; of no meaning to a dataset without places."""
    named = os.environ.get(VARIABLE, "").strip()
    if not named or not dataset.index.gazetteer:
        return None
    try:
        return dataset.find_place(named)
    except UnknownError as error:
        raise UsageError(f"{VARIABLE}: {error}", error.hint) from error
