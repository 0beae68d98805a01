"""`ansvar import`: a dataset from what one has."""

import os
from typing import Annotated

import typer

from ...dataset import importers
from ...dataset.errors import AnsvarError, as_argument
from ...dataset.files import read_bytes
from ..files import is_standard_output, write
from ..options import Force, Language, Output, Version, one_of
from ..session import STANDARD_OUTPUT
from ..terminal import remark


def _kind(name: str) -> importers.Importer:
    if found := importers.find(name):
        return found
    choices = ", ".join(f"'{one}'" for one in importers.names())
    raise typer.BadParameter(f"{name!r} is not one of {choices}.")


def _begun(incomplete: str) -> list[str]:
    return [one for one in importers.names() if one.startswith(incomplete)]


_what = typer.Argument(
    parser=_kind,
    metavar="KIND",
    help=f"What the file is: {', '.join(importers.names())}.",
    show_default=False,
    autocompletion=_begun,
)
_file = typer.Argument(metavar="FILE", help="The file; - is standard input.", show_default=False)
_column = typer.Option(
    "--column",
    metavar="FIELD=HEADING",
    help="Which column is what, for a table: actor=Team, statement=Task, role.deputy=Backup … [default: guessed].",
    show_default=False,
)
_title = typer.Option("--title", metavar="TEXT", help="The dataset's title [default: the file's name].", show_default=False)
_lang = typer.Option("--lang", metavar=one_of(Language), help="The language of its texts.")


def import_(
    kind: Annotated[importers.Importer, _what],
    file: Annotated[str, _file],
    output: Output = STANDARD_OUTPUT,
    column: Annotated[list[str] | None, _column] = None,
    title: Annotated[str, _title] = "",
    lang: Annotated[Language, _lang] = Language("en"),  # noqa: B008 (an enum is never changed)
    force: Force = False,
    version: Version = False,
) -> None:
    """A dataset from a CODEOWNERS file or a table.

    What was taken for what is said on standard error. The dataset passes `ansvar check`, and can be asked at once.

    \b
    Examples:
      ansvar import codeowners .github/CODEOWNERS -o owners.yaml
      ansvar import csv tasks.csv --column actor=Team --column statement=Task
      ansvar import markdown-table raci.md | ansvar matrix --data -
    """
    wish = importers.Wish("standard input" if file == "-" else os.path.basename(file), lang.value, title, _columns(column or ()))
    if wish.columns and not kind.columns:
        raise AnsvarError(f"{kind.name} has no columns", "Leave --column out.")
    imported = kind.read(read_bytes(file), wish)
    write(output, _checked(imported, file), force=force)
    for sentence in imported.remarks:
        remark(sentence)
    if not is_standard_output(output):
        remark(f"Written: {output}. Ask it: ansvar who QUESTION --data {as_argument(output)}")


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
