"""Excel workbooks, .xlsx: a row a translation unit, on every visible sheet with two columns.

A unit is named "row 12", after 'sheet “Tên”, ' where several sheets are read. Numbers and dates are
the text that a plain cell shows; of a formula, the value that was last computed.
"""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Any, NamedTuple, TypeAlias

from khihau.documents.archive import Archive
from khihau.documents.bitexts.pairs import Pair, bitext_of
from khihau.documents.bitexts.sheets import fault_of
from khihau.documents.bitexts.tables import (
    Columns,
    Row,
    choose_columns,
    has_two_columns,
    pairs_of,
    without_header,
)
from khihau.documents.bitexts.tags import Languages
from khihau.documents.encodings import OLE
from khihau.documents.extras import required
from khihau.errors import InputError
from khihau.model import Bitext

__all__ = ["read"]

_AGAIN = "save the table as .xlsx again, or as .csv or .tsv"
_WHOLE = 1e15  # Excel keeps fifteen digits

# The corners of merged cells, (row, column) from 0.
_Merge: TypeAlias = "tuple[tuple[int, int], tuple[int, int]]"


class _Sheet(NamedTuple):
    """A sheet's name, its filled rows, and its merged cells."""

    name: str
    rows: Sequence[Row]
    merges: Sequence[_Merge]


def read(data: bytes, path: str, encoding: str | None, said: Languages) -> Bitext:  # noqa: ARG001
    """Read a workbook; `encoding` is not asked.

    Sheets that are hidden, empty or have one column are left out, as are titles: rows that are one
    merged cell. Rows that one merged source or target spans are one unit. Raises InputError when it
    is no such workbook or too large, and where the columns of a sheet are not clear.
    """
    _refuse_others(data, path)
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


def _refuse_others(data: bytes, path: str) -> None:
    if data.startswith(OLE):
        raise InputError(
            f"{path}: is an old Excel file (.xls) or has a password; open it and save it as .xlsx "
            "without a password"
        )
    if not data.startswith(b"PK"):
        state = "is empty" if not data else "is no Excel file"
        raise InputError(f"{path}: {state}; {_AGAIN}")


def _checked(data: bytes, path: str) -> bytes:
    """The workbook once more, with nothing in it but XML that was counted while it was unpacked.

    So what calamine reads is what was checked, whatever the archive says of itself.
    """
    archive = Archive(data, path, ".xlsx")
    parts = {
        name: archive.read(name)
        for name in sorted(archive.names)
        if name.lower().endswith((".xml", ".rels"))
    }
    if fault := fault_of(parts):
        raise InputError(f"{path}: {fault}; copy the table into a new workbook and save that")
    checked = io.BytesIO()
    with zipfile.ZipFile(checked, "w") as copy:
        for name, part in parts.items():
            copy.writestr(name, part)
    return checked.getvalue()


def _sheets(data: bytes, path: str) -> Iterator[_Sheet]:
    """The visible sheets with anything in them."""
    calamine: Any = required("python_calamine", "xlsx", path)
    try:
        workbook = calamine.CalamineWorkbook.from_filelike(io.BytesIO(_checked(data, path)))
        for sheet in workbook.sheets_metadata:
            is_table = sheet.typ == calamine.SheetTypeEnum.WorkSheet
            if is_table and sheet.visible == calamine.SheetVisibleEnum.Visible:
                table = workbook.get_sheet_by_name(sheet.name)
                merges = table.merged_cell_ranges or []
                if rows := list(_rows(table.to_python(skip_empty_area=False), merges)):
                    yield _Sheet(sheet.name, rows, merges)
    except calamine.CalamineError as error:
        raise InputError(
            f"{path}: is no Excel workbook that can be read ({error}); {_AGAIN}"
        ) from error


def _rows(table: Iterable[Sequence[object]], merges: Iterable[_Merge]) -> Iterator[Row]:
    """The rows that are filled, but for titles: one cell that is merged over several columns."""
    wide = {(top, left) for (top, left), (_, right) in merges if right > left}
    for number, values in enumerate(table):
        cells = [_shown(value) for value in values]
        filled = [column for column, cell in enumerate(cells) if cell.strip()]
        if filled and not (len(filled) == 1 and (number, filled[0]) in wide):
            yield Row(number + 1, number + 1, cells)


def _shown(value: object) -> str:
    """The text of a cell: 2030 and not 2030.0, 2030-01-31, 14:05, TRUE."""
    match value:
        case bool():
            return str(value).upper()
        case float():
            return f"{value:.0f}" if value.is_integer() and abs(value) < _WHOLE else f"{value:.15g}"
        case datetime.datetime():
            return value.isoformat(" ", "seconds" if value.second else "minutes")
        case datetime.time():
            return value.isoformat("seconds" if value.second else "minutes")
        case _:
            return str(value)


def _joined(rows: Iterable[Row], merges: Iterable[_Merge], columns: Columns) -> Iterator[Row]:
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
