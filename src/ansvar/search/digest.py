"""What a compiled form depends on, as a digest: it is that of a dataset as long as these are the same."""

from __future__ import annotations

import os
import sqlite3
import sys
from contextlib import suppress
from importlib.machinery import PathFinder

try:
    from _blake2 import blake2b  # hashlib would load OpenSSL, 2 ms of every start, for the very same function
except ImportError:
    from hashlib import blake2b

from .. import __version__

__all__ = ["DIGEST_SIZE", "blake2b", "code_digest", "dataset_digest", "entry_digest"]

DIGEST_SIZE = 20
_LIBRARIES = {"Stemmer": "pystemmer-", "rapidfuzz": "rapidfuzz-"}
"""Modules whose work the compiled form holds or whose answers go with it, and how the folders of their versions begin."""


def dataset_digest(content: bytes) -> str:
    """What a compiled form depends on: the dataset, and this code, even as it is edited in a checkout."""
    digest = blake2b(code_digest().encode(), digest_size=DIGEST_SIZE)
    digest.update(content)
    return digest.hexdigest()


def code_digest() -> str:
    """The version, and the code of the rooms that a compiled form comes from."""
    digest = blake2b(__version__.encode(), digest_size=DIGEST_SIZE)
    package = os.path.dirname(os.path.dirname(__file__))
    for room in ("dataset", "languages", "search"):
        folder = os.path.join(package, room)
        for name in sorted(name for name in os.listdir(folder) if name.endswith(".py")):
            with open(os.path.join(folder, name), "rb", buffering=0) as file:
                digest.update(f"{room}/{name}\n".encode() + file.read())
    return digest.hexdigest()


def entry_digest(digest: str) -> str:
    """The digest of an entry in the cache: what may have changed since one of the same dataset and code was made is in it."""
    python = f"{sys.version_info[0]}.{sys.version_info[1]}"
    libraries = (_version_of(module, begun) for module, begun in _LIBRARIES.items())
    versions = "/".join([digest, python, sqlite3.sqlite_version, *libraries])
    return blake2b(versions.encode(), digest_size=DIGEST_SIZE).hexdigest()


def _version_of(module: str, begun: str) -> str:
    """Where the version of a module cannot be seen, the size and time of its file tell it from another."""
    with suppress(OSError, AttributeError, TypeError):
        place: str = PathFinder.find_spec(module).origin  # type: ignore[union-attr,assignment]
        status = os.stat(place)
        folder = os.path.dirname(place)
        folder = os.path.dirname(folder) if os.path.basename(place).startswith("__init__.") else folder
        versions = sorted(name for name in os.listdir(folder) if name.lower().startswith(begun))
        return f"{' '.join(versions)} {status.st_size} {status.st_mtime_ns}"
    return ""
