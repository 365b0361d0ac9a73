"""Excel workbooks, .xlsx, opened so that no file can do harm: the cells of each sheet as text."""

from __future__ import annotations

import datetime
import io
import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple, TypeAlias

from khihau.documents.archive import Archive
from khihau.documents.encodings import OLE
from khihau.documents.extras import required
from khihau.documents.tables.sheets import Mark, fault_of, marks_of
from khihau.errors import InputError

__all__ = ["Merge", "Sheet", "open_workbook"]

_AGAIN = "save the table as .xlsx again, or as .csv or .tsv"
_WHOLE = 1e15  # Excel keeps fifteen digits

_ATTRIBUTES = rb"""((?:[^<>"']|"[^"<]*"|'[^'<]*')*+)>"""
_SHEET = re.compile(rb"<(?:[^\s<>/:]+:)?sheet(?=\s)" + _ATTRIBUTES)
_RELATION = re.compile(rb"<(?:[^\s<>/:]+:)?Relationship(?=\s)" + _ATTRIBUTES)
_REFERENCE = re.compile(rb"""\s[^\s=:]+:id\s*=\s*["']([^"']*)["']""")
_ID = re.compile(rb"""\sId\s*=\s*["']([^"']*)["']""")
_TARGET = re.compile(rb"""\sTarget\s*=\s*["']([^"']*)["']""")

# The corners of merged cells, (row, column) from 0.
Merge: TypeAlias = "tuple[tuple[int, int], tuple[int, int]]"


class Sheet(NamedTuple):
    """A sheet: its rows from the first, each cell as the text that a plain cell shows.

    Of a formula that is the value last computed, of an error it is empty; `marks` tell where they
    are. A hidden sheet is not read: it has no rows.
    """

    name: str
    hidden: bool
    rows: Sequence[Sequence[str]] = ()
    merges: Sequence[Merge] = ()
    marks: Mapping[tuple[int, int], Mark] = MappingProxyType({})


def open_workbook(data: bytes, path: str) -> Iterator[Sheet]:
    """The sheets of a workbook that are tables, in order; InputError when it cannot be read.

    Refused are other files, those with a password, and those that would fill the memory.
    """
    _refuse_others(data, path)
    calamine: Any = required("python_calamine", "xlsx", path)
    parts = _checked(data, path)
    try:
        workbook = calamine.CalamineWorkbook.from_filelike(io.BytesIO(_packed(parts)))
        files = _files_of_sheets(parts)
        for number, sheet in enumerate(workbook.sheets_metadata):
            if sheet.typ != calamine.SheetTypeEnum.WorkSheet:
                continue
            if sheet.visible != calamine.SheetVisibleEnum.Visible:
                yield Sheet(sheet.name, hidden=True)
                continue
            table = workbook.get_sheet_by_name(sheet.name)
            rows = [list(map(_shown, row)) for row in table.to_python(skip_empty_area=False)]
            part = files[number] if number < len(files) else b""
            yield Sheet(sheet.name, False, rows, table.merged_cell_ranges or [], marks_of(part))
    except calamine.CalamineError as error:
        raise InputError(
            f"{path}: is no Excel workbook that can be read ({error}); {_AGAIN}"
        ) from error


def _refuse_others(data: bytes, path: str) -> None:
    if data.startswith(OLE):
        raise InputError(
            f"{path}: is an old Excel file (.xls) or has a password; open it and save it as .xlsx "
            "without a password"
        )
    if not data.startswith(b"PK"):
        state = "is empty" if not data else "is no Excel file"
        raise InputError(f"{path}: {state}; {_AGAIN}")


def _checked(data: bytes, path: str) -> dict[str, bytes]:
    """The XML of a workbook by the names of its parts, counted while it was unpacked."""
    archive = Archive(data, path, ".xlsx")
    parts = {
        name: archive.read(name)
        for name in sorted(archive.names)
        if name.lower().endswith((".xml", ".rels"))
    }
    if fault := fault_of(parts):
        raise InputError(f"{path}: {fault}; copy the table into a new workbook and save that")
    return parts


def _packed(parts: Mapping[str, bytes]) -> bytes:
    """The workbook once more, with nothing in it but what was checked.

    So that is what calamine reads, whatever the archive says of itself.
    """
    checked = io.BytesIO()
    with zipfile.ZipFile(checked, "w") as copy:
        for name, part in parts.items():
            copy.writestr(name, part)
    return checked.getvalue()


def _files_of_sheets(parts: Mapping[str, bytes]) -> list[bytes]:
    """The part of each sheet in the order of the workbook; empty where it is not found.

    Its XML was read by calamine before; here only names are looked up in it.
    """
    by_name = {name.lower(): part for name, part in parts.items()}
    targets = {}
    for relation in _RELATION.finditer(by_name.get("xl/_rels/workbook.xml.rels", b"")):
        key, target = _ID.search(relation[1]), _TARGET.search(relation[1])
        if key and target:
            targets[key[1]] = target[1].decode("utf-8", "replace")
    files = []
    for sheet in _SHEET.finditer(by_name.get("xl/workbook.xml", b"")):
        key = _REFERENCE.search(sheet[1])
        target_name = posixpath.join("/xl", targets.get(key[1], "") if key else "")
        name = posixpath.normpath(target_name).lstrip("/").lower()
        files.append(by_name.get(name, b""))
    return files


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
