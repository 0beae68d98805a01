"""Excel workbooks: every sheet a table with headings in its first row. Needs openpyxl, which is an extra."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from ..errors import AnsvarError
from . import Imported, Importer
from ._table import dataset
from .csv import table_of

if TYPE_CHECKING:
    from . import Wish


def _read(content: bytes, wish: Wish) -> Imported:
    try:
        from openpyxl import load_workbook
    except ModuleNotFoundError as error:
        raise AnsvarError("reading .xlsx needs openpyxl, which is not installed", "pip install 'ansvar[xlsx]'") from error
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    except (zipfile.BadZipFile, KeyError, ValueError, OSError) as error:
        raise AnsvarError(f"{wish.file} is no Excel workbook (.xlsx)", "Save it as .xlsx, or as CSV.") from error
    sheets = [
        (sheet.title, [[_text(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]) for sheet in book.worksheets
    ]
    tables = [table_of(rows, title if len(sheets) > 1 else "") for title, rows in sheets]
    return dataset([table for table in tables if table.rows], wish)


def _text(cell: Any) -> str:
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time().isoformat() == "00:00:00" else cell.isoformat(" ", "minutes")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell)


IMPORTER = Importer("xlsx", _read, "an Excel workbook, each sheet with headings in its first row (needs ansvar[xlsx])")
