"""Tables as the sheets of an Excel workbook: headings that stay, filters, colours, lists to choose from."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from copy import copy
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from khihau.atomic import ended_as_interrupted
from khihau.documents.extras import required
from khihau.model import KINDS, LABEL_LANGS, LANGS, PARTS_OF_SPEECH, RELIABILITIES, STATUSES
from khihau.render.brief.xlsx import STATUS_COLOURS
from khihau.text.cells import guarded
from khihau.text.regex import regex

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["MOST", "SheetOf", "workbook_of"]

MOST = 32_767  # characters that Excel takes in a cell
_ROWS = 1_048_576  # of a sheet; what holds for a column holds for rows still to be written

_CHOICES: Mapping[str, Sequence[str]] = {
    "lang": LABEL_LANGS,
    "status": STATUSES,
    "kind": KINDS,
    "part_of_speech": PARTS_OF_SPEECH,
    "reliability": RELIABILITIES,
    "counterexample": ("yes", "no"),
}
_NARROW, _MIDDLE, _BROAD = 15, 30, 50
_WIDTHS: Mapping[str, int] = {
    **dict.fromkeys(("text", "title", *LANGS, "near", "not_near", "source"), _MIDDLE),
    **dict.fromkeys(("id", "key", "related", "publisher", "homonym", "covered_by"), _MIDDLE),
    **dict.fromkeys(("definition", "note", "concept_note", "url"), _BROAD),
}
_LINK = regex(r"https?://[!-~]+(?:/\S*)?")
_IN_LINKS = "%/:?#[]@!$&'()*+,;=~"  # what stays as it is in an address; other letters are encoded
_LONGEST_LINK = 2_079  # characters that Excel takes as an address
_ESCAPE = regex(r"_(?=x[0-9A-Fa-f]{4}_)")  # Excel reads _x0041_ as A
_MODIFIED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_DAY = (1980, 1, 1, 0, 0, 0)  # the first that a ZIP archive can name


class SheetOf(NamedTuple):
    """A sheet to write: its name, the names of its columns, and its rows."""

    name: str
    heading: Sequence[str]
    rows: Sequence[Sequence[str]]


@ended_as_interrupted()  # openpyxl keeps sheets in temporary files until then
def workbook_of(sheets: Sequence[SheetOf], text: tuple[str, Sequence[str]], path: str) -> bytes:
    """The bytes of a workbook with these sheets and, last, one of lines of text under its name.

    Every cell is a text, also one that begins like a formula. Raises InputError, naming `path`, where
    openpyxl is not installed.
    """
    openpyxl = required("openpyxl", "xlsx", path)
    book = openpyxl.Workbook(write_only=True)
    for sheet in sheets:
        _write(book.create_sheet(sheet.name), sheet)
    name, lines = text
    _write_text(book.create_sheet(name), lines)
    book.properties.creator = "khihau"
    saved = io.BytesIO()
    book.save(saved)
    return _timeless(saved.getvalue())


def _write(target: Worksheet, sheet: SheetOf) -> None:
    from openpyxl.utils import get_column_letter

    letters = [get_column_letter(number) for number in range(1, len(sheet.heading) + 1)]
    target.freeze_panes = "A2"
    for letter, name in zip(letters, sheet.heading, strict=True):
        target.column_dimensions[letter].width = _width(name)
    target.auto_filter.ref = f"A1:{letters[-1]}{len(sheet.rows) + 1}"
    by_name = dict(zip(sheet.heading, letters, strict=True))
    _add_choices(target, by_name)
    if "status" in by_name:
        _add_colours(target, f"A2:{letters[-1]}{_ROWS}", by_name["status"])
    target.append([_heading_cell(target, name) for name in sheet.heading])
    like = _wrapped(target)
    for row in sheet.rows:
        cells = zip(sheet.heading, row, strict=True)
        # An empty text would be a cell too, and a filter for blanks not find it.
        target.append(
            [_cell(target, name, words, like) if words else None for name, words in cells]
        )


def _cell(target: Worksheet, name: str, words: str, like: Cell) -> Cell:
    """A cell of text in the style of another; copying a style is ten times as fast as making it."""
    from openpyxl.cell import WriteOnlyCell

    # Reading takes an apostrophe away before what looks like a formula; one of its own needs another.
    safe = guarded(words)
    shown = safe if words.startswith("'") else words
    cell: Cell = WriteOnlyCell(target, _ESCAPE.sub("_x005F_", shown))
    cell.data_type = "s"  # also where it begins with "=" or reads like an error
    cell._style = copy(like._style)  # type: ignore[attr-defined]
    if safe != words:
        cell.quotePrefix = True
    link = quote(words, _IN_LINKS) if name == "url" and _LINK.fullmatch(words) else ""
    if 0 < len(link) <= _LONGEST_LINK:
        cell.hyperlink = link
    return cell


def _wrapped(target: Worksheet) -> Cell:
    """A cell whose style all others have."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment

    cell: Cell = WriteOnlyCell(target)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def _heading_cell(target: Worksheet, name: str) -> Cell:
    """A heading, in the colour of the status that the names below it have."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font, PatternFill

    cell: Cell = WriteOnlyCell(target, name)
    cell.font = Font(bold=True)
    status = "preferred" if name in ("acronym", *LANGS) else name.rpartition(".")[2]
    for known, colour in STATUS_COLOURS.items():
        if known == status:
            cell.fill = PatternFill("solid", fgColor=colour)
    return cell


def _add_choices(target: Worksheet, columns: Mapping[str, str]) -> None:
    """Lists to choose from; other words may be written, since reading knows those of three languages."""
    from openpyxl.worksheet.datavalidation import DataValidation

    for name, letter in columns.items():
        if words := _CHOICES.get(name):
            choice = DataValidation(type="list", formula1=f'"{",".join(words)}"', allow_blank=True)
            choice.add(f"{letter}2:{letter}{_ROWS}")
            target.data_validations.append(choice)


def _add_colours(target: Worksheet, cells: str, column: str) -> None:
    """The colour of each row by its status; it follows when the status is changed."""
    from openpyxl.formatting.rule import FormulaRule
    from openpyxl.styles import PatternFill

    for status, colour in STATUS_COLOURS.items():
        fill = PatternFill("solid", fgColor=colour, bgColor=colour)
        target.conditional_formatting.add(
            cells,
            FormulaRule(formula=[f'${column}2="{status}"'], fill=fill),  # type: ignore[no-untyped-call]
        )


def _write_text(target: Worksheet, lines: Sequence[str]) -> None:
    target.column_dimensions["A"].width = 2 * _BROAD
    like = _wrapped(target)
    for line in lines:
        target.append([_cell(target, "", line, like)])


def _width(column: str) -> int:
    first, _, last = column.partition(".")
    return _MIDDLE if last == "source" else _WIDTHS.get(first, _NARROW)


def _timeless(workbook: bytes) -> bytes:
    """The workbook without the time of day in it, so that the same tables are the same bytes."""
    saved = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as old, zipfile.ZipFile(saved, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "docProps/core.xml":
                part = _MODIFIED.sub(rb"\g<1>1980-01-01T00:00:00Z", part)
            member = zipfile.ZipInfo(name, _DAY)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o600 << 16
            new.writestr(member, part)
    return saved.getvalue()
