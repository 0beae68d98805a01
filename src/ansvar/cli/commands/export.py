"""`ansvar export`: the whole dataset in a format."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from ..files import STANDARD_OUTPUT, is_standard_output, write
from ..options import AsOf, Data, Force, Lang, NoCache, Output, Version, one_of
from ..session import encodable, opened, rendered

if TYPE_CHECKING:
    from ...answers.phrasebook import Reader


class ExportFormat(StrEnum):
    """What a dataset can be exported as."""

    MARKDOWN = "markdown"
    CSV = "csv"
    TSV = "tsv"
    JSON = "json"
    HTML = "html"
    JSONLD = "jsonld"


_format = typer.Option("--format", metavar=one_of(ExportFormat), help="What to make of it.")


def export(
    output: Output = STANDARD_OUTPUT,
    force: Force = False,
    data: Data = None,
    lang: Lang = None,
    as_of: AsOf = None,
    format: Annotated[ExportFormat, _format] = ExportFormat.MARKDOWN,  # noqa: A002
    no_cache: NoCache = False,
    version: Version = False,
) -> None:
    """The whole dataset, to read, to send or to work with.

    A document (Markdown), a page (HTML), a spreadsheet (CSV, TSV), or data (JSON, JSON-LD).

    CSV and TSV have one row for each duty and holder, in all languages unless --lang names one. A CSV file written with -o
    begins with a byte order mark, so that a spreadsheet reads it as UTF-8; on standard output it does not. A cell that a
    spreadsheet would take for a formula begins with an apostrophe in CSV, and is untouched in TSV.

    \b
    Examples:
      ansvar export -o responsibilities.md
      ansvar export --format html -o responsibilities.html
      ansvar export --format csv --lang fi -o vastuut.csv
      ansvar export --as-of 2026-01-01 --format json
    """
    with opened(data, cached=not no_cache, language=lang, as_of=as_of) as session:
        reader = session.reader()
        text = _text(reader, format, all_languages=lang is None, to_file=not is_standard_output(output))
        write(output, text, force=force, encoding="utf-8" if format is ExportFormat.HTML else None)
        if reader.dated or format is not ExportFormat.MARKDOWN:
            session.tell_limits_of_knowledge(reader)


def _text(reader: "Reader", format: ExportFormat, *, all_languages: bool, to_file: bool) -> str:  # noqa: A002
    """The dataset in a format, for a file or for standard output. Only what the format needs is imported."""
    match format:
        case ExportFormat.MARKDOWN:
            from ...formats.handbook import handbook

            return handbook(reader)
        case ExportFormat.CSV | ExportFormat.TSV:
            from ...answers import spreadsheet as rows

            languages = reader.index.languages if all_languages else (reader.language,)
            return rendered(format, lambda: [rows.export(reader, languages)], dict, to_file=to_file)
        case ExportFormat.JSON:
            from ...formats import contract as json

            return rendered(format, tuple, lambda: json.export(reader), to_file=to_file)
        case ExportFormat.HTML:
            from ...formats.page import page

            return page(reader)
        case ExportFormat.JSONLD:
            from ...formats.jsonld.document import jsonld

            return jsonld(reader) if to_file else encodable(jsonld(reader))
