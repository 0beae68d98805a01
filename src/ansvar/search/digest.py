"""What a compiled form depends on, as a digest: it is that of a dataset as long as these are the same."""

from __future__ import annotations

import os
import sqlite3
import sys
from typing import TYPE_CHECKING

try:
    from _blake2 import blake2b  # hashlib would load OpenSSL, 2 ms of every start, for the very same function
except ImportError:
    from hashlib import blake2b

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["DIGEST_SIZE", "blake2b", "code_digest", "dataset_digest", "entry_digest"]

DIGEST_SIZE = 20


def dataset_digest(files: Mapping[str, bytes]) -> str:
    """What a compiled form depends on: the dataset's files, and this code, even as it is edited in a checkout."""
    digest = blake2b(code_digest().encode(), digest_size=DIGEST_SIZE)
    (_, content), *others = files.items()
    digest.update(content)
    for name, other in others:  # the first may be called anything
        digest.update(f"\0{os.path.basename(name)}\0{len(other)}\0".encode())
        digest.update(other)
    return digest.hexdigest()


def code_digest() -> str:
    """The code of the rooms that a compiled form comes from."""
    digest = blake2b(digest_size=DIGEST_SIZE)
    package = os.path.dirname(os.path.dirname(__file__))
    for room in ("dataset", "languages", "search"):
        folder = os.path.join(package, room)
        for name in sorted(name for name in os.listdir(folder) if name.endswith(".py")):
            with open(os.path.join(folder, name), "rb", buffering=0) as file:
                digest.update(f"{room}/{name}\n".encode() + file.read())
    return digest.hexdigest()


def entry_digest(digest: str) -> str:
    """The digest of an entry in the cache. Python and SQLite may have changed since one of the same dataset and code was made."""
    versions = f"{digest}/{sys.version_info[0]}.{sys.version_info[1]}/{sqlite3.sqlite_version}"
    return blake2b(versions.encode(), digest_size=DIGEST_SIZE).hexdigest()
