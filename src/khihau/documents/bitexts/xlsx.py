"""Excel workbooks, .xlsx: a row a translation unit, on every visible sheet with two columns.

A unit is named "row 12", after 'sheet “Tên”, ' where several sheets are read. Numbers and dates are
the text that a plain cell shows; of a formula, the value that was last computed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from khihau.documents.bitexts.columns import (
    Columns,
    Row,
    choose_columns,
    has_two_columns,
    pairs_of,
    without_header,
)
from khihau.documents.bitexts.pairs import Pair, bitext_of
from khihau.documents.bitexts.tags import Languages
from khihau.documents.tables.workbook import Merge, open_workbook
from khihau.errors import InputError
from khihau.model import Bitext

__all__ = ["read"]


class _Sheet(NamedTuple):
    """A sheet's name, its filled rows, and its merged cells."""

    name: str
    rows: Sequence[Row]
    merges: Sequence[Merge]


def read(data: bytes, path: str, encoding: str | None, said: Languages) -> Bitext:  # noqa: ARG001
    """Read a workbook; `encoding` is not asked.

    Sheets that are hidden, empty or have one column are left out, as are titles: rows that are one
    merged cell. Rows that one merged source or target spans are one unit. Raises InputError when it
    is no such workbook or too large, and where the columns of a sheet are not clear.
    """
    filled = list(_sheets(data, path))
    if not filled:
        raise InputError(f"{path}: its visible sheets are empty; check that it is the right file")
    chosen = [sheet for sheet in filled if has_two_columns(sheet.rows)] or filled[:1]
    hint = "; or hide the sheet, and it is left out" if len(chosen) > 1 else ""
    pairs: list[Pair] = []
    for sheet in chosen:
        shown = f"{path}: sheet “{sheet.name}”" if len(chosen) > 1 else path
        columns = choose_columns(sheet.rows, said, shown, hint)
        rows = _joined(without_header(sheet.rows), sheet.merges, columns)
        place = f"sheet “{sheet.name}”, " if len(chosen) > 1 else ""
        pairs.extend(pairs_of(rows, columns, place))
    return bitext_of(pairs, path)


def _sheets(data: bytes, path: str) -> Iterator[_Sheet]:
    """The visible sheets with anything in them."""
    for sheet in open_workbook(data, path):
        if rows := list(_rows(sheet.rows, sheet.merges)):
            yield _Sheet(sheet.name, rows, sheet.merges)


def _rows(table: Iterable[Sequence[str]], merges: Iterable[Merge]) -> Iterator[Row]:
    """The rows that are filled, but for titles: one cell that is merged over several columns."""
    wide = {(top, left) for (top, left), (_, right) in merges if right > left}
    for number, cells in enumerate(table):
        filled = [column for column, cell in enumerate(cells) if cell.strip()]
        if filled and not (len(filled) == 1 and (number, filled[0]) in wide):
            yield Row(number + 1, number + 1, cells)


def _joined(rows: Iterable[Row], merges: Iterable[Merge], columns: Columns) -> Iterator[Row]:
    """The rows, with those as one that a merged source or target spans."""
    spans = sorted(
        (top + 1, bottom + 1)
        for (top, left), (bottom, right) in merges
        if bottom > top and any(left <= c <= right for c in (columns.source, columns.target))
    )
    groups: dict[tuple[int, int], list[Row]] = {}
    at = 0
    first = last = 0
    for row in rows:
        while at < len(spans) and spans[at][0] <= max(row.number, last):
            # A span that reaches into the one before makes one with it.
            first, last = (first if spans[at][0] <= last else spans[at][0], max(last, spans[at][1]))
            at += 1
        key = (first, last) if first <= row.number <= last else (row.number, row.number)
        groups.setdefault(key, []).append(row)
    for (number, end), members in groups.items():
        cells = zip_longest(*(row.cells for row in members), fillvalue="")
        yield Row(number, end, [" ".join(filter(str.strip, column)) for column in cells])
