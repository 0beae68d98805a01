"""What people have → a dataset: one file a kind of file, found by this folder; the file says in `IMPORTER` what it reads.

An importer makes plain data in the form of a dataset. What it writes passes `check`, which whoever calls it makes sure of.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from ..record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Plain = dict[str, Any]


class Wish(NamedTuple):
    """What whoever imports says of the file: its name, the language and the title of the dataset, and what its columns are."""

    file: str
    language: str
    title: str = ""
    columns: Mapping[str, tuple[str, ...]] = {}


class Imported(NamedTuple):
    """A dataset as plain data, and what was taken for what: sentences for the reader."""

    plain: Plain
    remarks: tuple[str, ...] = ()


class Importer(NamedTuple):
    """A kind of file that can be imported. `read` may raise AnsvarError, with what is wrong with the file."""

    name: str
    read: Callable[[bytes, Wish], Imported]
    about: str
    columns: bool = True


def names() -> list[str]:
    """The kinds of files that can be imported."""
    return [one.name for one in _all()]


def find(name: str) -> Importer | None:
    """The importer of this name."""
    return next((one for one in _all() if one.name == name), None)


def _all() -> list[Importer]:
    from pkgutil import iter_modules

    modules = (module.name for module in iter_modules(__path__) if not module.name.startswith("_"))
    return [import_module(f".{module}", __name__).IMPORTER for module in sorted(modules)]
