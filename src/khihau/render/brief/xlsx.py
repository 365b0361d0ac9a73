"""A brief as an Excel workbook: what a project manager sends out."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from khihau.atomic import ended_as_interrupted
from khihau.documents.extras import required
from khihau.languages import LANGUAGES
from khihau.model import Status, Termbase
from khihau.render.brief.entries import HEADINGS, cells, entries, looks
from khihau.render.views import Brief
from khihau.render.visible import visible

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["STATUS_COLOURS", "render_brief"]

_NUMBERS = ("no.", "times")
_WIDTHS = (6, 34, 7, 16, 44, 12, 36, 36, 50, 50, 60, 22, 14)
# Light: the words must stay readable.
STATUS_COLOURS: Mapping[Status, str] = MappingProxyType(
    {
        "preferred": "E2F0D9",
        "admitted": "DDEBF7",
        "deprecated": "FFF2CC",
        "forbidden": "F8CBAD",
        "mistranslation": "E4DFEC",
    }
)
_NO_NAME = "FCE4D6"
_MOST = 32_000  # characters that Excel takes in a cell, less some


@ended_as_interrupted()  # openpyxl keeps sheets in temporary files until then
def render_brief(brief: Brief, base: Termbase) -> bytes:
    """The bytes of a workbook with a sheet of terms and one of what needs a look.

    The heading stays in sight, columns filter, and no cell is a formula. Raises InputError, naming
    the file, where openpyxl is not installed.
    """
    openpyxl = required("openpyxl", "xlsx", brief.path)
    book = openpyxl.Workbook()
    sheet: Worksheet = book.active
    sheet.title = f"Terms in {LANGUAGES[brief.to].name}"
    _fill(sheet, HEADINGS, [cells(entry, base) for entry in entries(brief, base)])
    _dress(sheet)
    _fill(
        book.create_sheet("Needs a look"), ("what to settle",), [(x,) for x in looks(brief, base)]
    )
    book.worksheets[1].column_dimensions["A"].width = 120
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def _fill(sheet: Worksheet, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    from openpyxl.styles import Alignment, Font

    for number, row in enumerate((headings, *rows), start=1):
        for column, words in enumerate(row, start=1):
            cell: Cell = sheet.cell(number, column)  # type: ignore[assignment]
            if number > 1 and headings[column - 1] in _NUMBERS:
                cell.value = int(words)
            else:
                cell.value = visible(words)[:_MOST]
                cell.data_type = "s"  # also where it begins with "="
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if number == 1:
                cell.font = Font(bold=True)
    sheet.freeze_panes = "A2"


def _dress(sheet: Worksheet) -> None:
    """Widths, filters, the colour of each status, and pages that hold all columns in print."""
    from openpyxl.styles import PatternFill
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.print_title_rows = "1:1"

    for column, width in enumerate(_WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.auto_filter.ref = sheet.dimensions
    status = HEADINGS.index("status") + 1
    for number in range(2, sheet.max_row + 1):
        said = sheet.cell(number, status).value
        colour = next((c for name, c in STATUS_COLOURS.items() if name == said), _NO_NAME)
        fill = PatternFill("solid", fgColor=colour)
        for column in (status - 1, status):
            sheet.cell(number, column).fill = fill
