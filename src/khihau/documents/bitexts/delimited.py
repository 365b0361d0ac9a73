"""Tables in plain text, .csv and .tsv: one row a translation unit.

A row is named by its number, "row 12", as the spreadsheet shows it: records are counted from 1, with
the header and with empty ones, and a cell with line breaks is still one row.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from typing import NamedTuple

from khihau.documents.bitexts.headings import is_header
from khihau.documents.bitexts.pairs import bitext_of
from khihau.documents.bitexts.tables import Row, choose_columns, pairs_of, without_header
from khihau.documents.bitexts.tags import Languages
from khihau.documents.encodings import decode
from khihau.errors import InputError
from khihau.model import Bitext

__all__ = ["read"]

# Excel writes the list separator of the country: a semicolon where the comma is decimal, as in
# Vietnam.
_DELIMITERS = (",", ";", "\t")
_SEPARATOR_LINE = re.compile(r"""\A"?sep=([,;\t])"?(?:\r\n?|\n)""", re.I)  # Excel's own way to say
_LINE_BREAK = re.compile(r"\r\n?|\n")


class _Table(NamedTuple):
    """The records of a text under one delimiter, up to the line of an error, 0 when there is none."""

    delimiter: str
    records: Sequence[Sequence[str]]
    error: str = ""
    line: int = 0

    @property
    def filled(self) -> list[Sequence[str]]:
        return [record for record in self.records if any(map(str.strip, record))]


def read(data: bytes, path: str, encoding: str | None, said: Languages) -> Bitext:
    """Read a table of two columns, or of more whose header names two; InputError if it has not."""
    text = decode(data, path, encoding).text
    table = _read_tabs(text) if path.lower().endswith(".tsv") else _sniffed(text, path)
    if table.error:
        raise InputError(
            f"{path}: line {table.line}: broken quotation marks ({table.error}); save the table "
            "again from a spreadsheet, or write each quotation mark in a quoted cell twice"
        )
    rows = [
        Row(number, number, record)
        for number, record in enumerate(table.records, 1)
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


def _read_tabs(text: str) -> _Table:
    """Records parted by tabs: quoted as in CSV where that is well-formed, else as they stand."""
    table = _parsed(text, "\t")
    if not table.error:
        return table
    return _Table("\t", [line.split("\t") for line in _LINE_BREAK.split(text)])


def _sniffed(text: str, path: str) -> _Table:
    """The records of a CSV under the delimiter that gives every row the same number of columns.

    Where several do (or none does, since rows are short or torn), the one that the first row
    has; last, the one that no space follows, as it does punctuation.
    """
    if line := _SEPARATOR_LINE.match(text):
        return _parsed(text[line.end() :], line[1])
    tables = [_parsed(text, delimiter) for delimiter in _DELIMITERS]
    fitting = [table for table in tables if _fits(table)] or [
        table for table in tables if table.filled and len(table.filled[0]) > 1
    ]
    for prefer in (_has_header, _has_no_space):
        fitting = list(filter(prefer, fitting)) or fitting
    if len(fitting) > 1:
        raise InputError(
            f"{path}: commas, semicolons or tabs may part its columns; save it as .tsv or .xlsx, "
            "or write sep=, or sep=; into its first line"
        )
    return fitting[0] if fitting else next((t for t in tables if t.error), tables[0])


def _parsed(text: str, delimiter: str) -> _Table:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    records: list[list[str]] = []
    try:
        records.extend(reader)
    except csv.Error as error:
        return _Table(delimiter, records, str(error), reader.line_num)
    return _Table(delimiter, records)


def _fits(table: _Table) -> bool:
    widths = {len(record) for record in table.filled}
    return not table.error and len(widths) == 1 and min(widths) > 1


def _has_header(table: _Table) -> bool:
    return is_header(table.filled[0])


def _has_no_space(table: _Table) -> bool:
    return not any(cell.startswith(" ") for record in table.filled for cell in record[1:])
