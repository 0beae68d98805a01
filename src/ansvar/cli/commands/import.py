"""`ansvar import`: a dataset from what one has."""

import os
from typing import Annotated

import typer

from ...dataset import importers
from ...dataset.errors import AnsvarError, as_argument
from ...dataset.files import read_bytes
from ...dataset.model import LANGUAGES
from ...languages.command_line import OTHERWISE
from .. import values
from ..files import is_standard_output, write
from ..options import Force, Output, Version, one_of, parser
from ..session import STANDARD_OUTPUT
from ..terminal import remark
from ..words import told


def _kind(name: str) -> importers.Importer:
    if found := importers.find(name):
        return found
    raise typer.BadParameter(values.not_one_of(name, list(importers.names())))


def _begun(incomplete: str) -> list[str]:
    return [one for one in importers.names() if one.startswith(incomplete)]


_what = typer.Argument(parser=_kind, metavar="KIND", autocompletion=_begun)
_file = typer.Argument(metavar="FILE")
_column = typer.Option("--column", metavar="FIELD=HEADING")
_title = typer.Option("--title", metavar="TEXT")
_lang = typer.Option("--lang", parser=parser(values.language), metavar=one_of(LANGUAGES))


def import_(
    kind: Annotated[importers.Importer, _what],
    file: Annotated[str, _file],
    output: Output = STANDARD_OUTPUT,
    column: Annotated[list[str] | None, _column] = None,
    title: Annotated[str, _title] = "",
    lang: Annotated[str, _lang] = OTHERWISE,
    force: Force = False,
    version: Version = False,
) -> None:
    """A dataset from a CODEOWNERS file or a table."""
    wish = importers.Wish("standard input" if file == "-" else os.path.basename(file), lang, title, _columns(column or ()))
    if wish.columns and not kind.columns:
        raise AnsvarError(f"{kind.name} has no columns", "Leave --column out.")
    imported = kind.read(read_bytes(file), wish)
    write(output, _checked(imported, file), force=force)
    for sentence in imported.remarks:
        remark(sentence)
    if not is_standard_output(output):
        remark(told("init_ask", file=output, command=f"ansvar who QUESTION --data {as_argument(output)}"))


def _columns(given: list[str] | tuple[()]) -> dict[str, tuple[str, ...]]:
    columns: dict[str, tuple[str, ...]] = {}
    for one in given:
        field, equals, head = one.partition("=")
        if not equals or not head.strip():
            raise typer.BadParameter(f"{one!r} is no FIELD=HEADING, for example actor=Team")
        columns[field.strip()] = (*columns.get(field.strip(), ()), head.strip())
    return columns


def _checked(imported: importers.Imported, file: str) -> str:
    """The dataset as YAML, which passes `check`."""
    from ...dataset.load import parse
    from ...dataset.yaml_writing import as_yaml

    text = as_yaml(imported.plain)
    parse(text.encode(), f"what {file} becomes")
    return text
