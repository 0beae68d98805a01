"""Where the dataset is that comes with the tool."""

from __future__ import annotations

import os


def shipped_path() -> str:
    """The path of the dataset inside the package, or in the checkout that it runs from."""
    here = os.path.dirname(os.path.abspath(__file__))
    inside = os.path.join(here, "data", "responsibilities.yaml")
    return inside if os.path.exists(inside) else os.path.normpath(os.path.join(here, "..", "..", "data", "responsibilities.yaml"))
