"""Tables in plain text, .csv and .tsv: one row a translation unit.

A row is named by its number, "row 12", as the spreadsheet shows it: records are counted from 1, with
the header and with empty ones, and a cell with line breaks is still one row.
"""

from __future__ import annotations

from collections.abc import Sequence

from khihau.documents.bitexts.columns import Row, choose_columns, pairs_of, without_header
from khihau.documents.bitexts.headings import is_header
from khihau.documents.bitexts.pairs import bitext_of
from khihau.documents.bitexts.tags import Languages
from khihau.documents.tables.records import read_records
from khihau.errors import InputError
from khihau.model import Bitext

__all__ = ["read"]


def read(data: bytes, path: str, encoding: str | None, said: Languages) -> Bitext:
    """Read a table of two columns, or of more whose header names two; InputError if it has not."""
    records = read_records(data, path, encoding, is_header)
    rows = [
        Row(number, number, record)
        for number, record in enumerate(records, 1)
        if any(map(str.strip, record))
    ]
    if not rows:
        raise InputError(f"{path}: is empty; give a table with a text and its translation")
    _refuse_longer_rows(rows, path)
    columns = choose_columns(rows, said, path)
    return bitext_of(pairs_of(without_header(rows), columns), path)


def _refuse_longer_rows(rows: Sequence[Row], path: str) -> None:
    """A row longer than the first is a cell torn apart; what it holds would be compared wrongly."""
    width = max(len(rows[0].cells), 2)
    for row in rows:
        filled = max(number for number, cell in enumerate(row.cells, 1) if cell.strip())
        if filled > width:
            raise InputError(
                f"{path}: row {row.number}: has {filled} columns, row {rows[0].number} has "
                f"{len(rows[0].cells)}; put cells that hold the delimiter in quotation marks"
            )
