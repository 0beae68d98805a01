"""`ansvar export`: the whole dataset in a format."""

from ...answers.whole import Whole
from .. import telling
from ..command import command
from ..options import Force, Output
from ..session import STANDARD_OUTPUT, Session


@command(Whole, default="markdown", format_help="What to make of it.")
def export(session: Session, output: Output = STANDARD_OUTPUT, force: Force = False) -> None:
    """The whole dataset, to read, to send or to work with.

    A document (Markdown), a page (HTML), a spreadsheet (CSV, TSV), or data (YAML, JSON, JSON-LD).

    YAML and JSON are complete: --data reads them, and what is exported from that is the same.

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
    answer = session.dataset.whole()
    session.show(answer, output, force=force)
    if answer.said.dated or session.format.name != "markdown":
        telling.limits(session.dataset, answer.said)
