"""Where the dataset is that comes with the tool, and where its compiled form is."""

from __future__ import annotations

import os


def shipped_path() -> str:
    """The path of the dataset inside the package, or in the checkout that it runs from."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    inside = os.path.join(package, "data", "responsibilities.yaml")
    beside = os.path.join(os.path.dirname(os.path.dirname(package)), "data", "responsibilities.yaml")
    return inside if os.path.exists(inside) else beside


def compiled_path(digest: str) -> str:
    """The path of the compiled form that was made when the package was built, for the dataset and the code of this digest.

    In a checkout there is none.
    """
    return os.path.join(os.path.dirname(shipped_path()), f"{digest}.db")
