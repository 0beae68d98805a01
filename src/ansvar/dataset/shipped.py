"""Where the dataset is that comes with the tool, and where its compiled form is."""

from __future__ import annotations

import os

from .errors import UnreadableError


def shipped_path() -> str:
    """The path of the dataset inside the package, or in the checkout that it runs from.

    Raises UnreadableError where the package is not a folder (a zip archive on the path).
    """
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    inside = os.path.join(package, "data", "responsibilities.yaml")
    beside = os.path.join(os.path.dirname(os.path.dirname(package)), "data", "responsibilities.yaml")
    if os.path.exists(inside) or os.path.exists(beside) or os.path.isdir(package):
        return inside if os.path.exists(inside) else beside
    raise UnreadableError(
        "the dataset that comes with ansvar lies in an archive", "Install ansvar with pip, or name a file with --data."
    )


def compiled_path(digest: str) -> str:
    """The path of the compiled form that was made when the package was built, for the dataset and the code of this digest.

    In a checkout there is none.
    """
    return os.path.join(os.path.dirname(shipped_path()), f"{digest}.db")
