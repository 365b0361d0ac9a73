"""Whether the parts of an Excel workbook can be read without filling the memory.

The reader holds a sheet with all the empty cells between its filled ones, and a shared string once
for each cell that shows it; so a small file may ask for more memory than there is, and the reader
ends the program then. What the parts would take is counted here before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, TypeAlias

__all__ = ["Mark", "fault_of", "marks_of"]

# What a cell holds that is no value: a formula, or an error such as #N/A.
Mark: TypeAlias = Literal["formula", "error"]

CELLS = 20_000_000  # of one sheet, from its first cell to its last
SHOWN = 512 * 2**20  # bytes of the shared strings, each as often as it is shown

_PREFIX = rb"(?:[^\s<>/:]+:)?"
_TAG = re.compile(
    rb"<" + _PREFIX + rb"""(c|row)(?=[\s/>])((?:[^<>"']|"[^"<]*"|'[^'<]*')*+)(?<!/)>(?!</)"""
)
_R = re.compile(rb"""\sr\s*=\s*["']([^"']*)["']""")
_PLACE = re.compile(rb"\s*\$?([A-Za-z]{0,3})\$?([0-9]{1,7})\s*")
_ERROR = re.compile(rb"""\st\s*=\s*["']e["']""")
_FORMULA = re.compile(rb"<" + _PREFIX + rb"f[\s/>]")
_SHARED = re.compile(rb"""\st\s*=\s*["']s["']""")
_VALUE = re.compile(rb"<" + _PREFIX + rb"v(?:\s[^<>]*)?>\s*([0-9]{1,9})\s*<")
_STRING = re.compile(rb"<" + _PREFIX + rb"si[\s>].*?</" + _PREFIX + rb"si>", re.S)


def fault_of(parts: Mapping[str, bytes]) -> str:
    """Why these parts of a workbook, by their names, are not to be read; empty when they are."""
    # Their part may have any name; it is the one with the most of them.
    strings = ([len(string[0]) for string in _STRING.finditer(part)] for part in parts.values())
    lengths = max(strings, key=sum, default=[])
    shown = 0
    for part in parts.values():
        if fault := _too_wide(part):
            return fault
        shown += sum(lengths[at] for at in _shown(part) if at < len(lengths))
        if shown > SHOWN:
            return "its texts are repeated beyond what any table holds"
    return ""


def marks_of(part: bytes) -> dict[tuple[int, int], Mark]:
    """The cells of a sheet with a formula or an error, by row and column from 0.

    What reads the values of a sheet does not tell them from others.
    """
    if not (_FORMULA.search(part) or _ERROR.search(part)):
        return {}
    marks: dict[tuple[int, int], Mark] = {}
    cells = list(_cells(part))
    stops = [tag.start() for tag, _, _ in cells[1:]] + [len(part)]
    for (tag, row, column), stop in zip(cells, stops, strict=False):
        if _FORMULA.search(part, tag.end(), stop):
            marks[row - 1, column - 1] = "formula"
        elif _ERROR.search(tag[2]):
            marks[row - 1, column - 1] = "error"
    return marks


def _cells(part: bytes) -> Iterator[tuple[re.Match[bytes], int, int]]:
    """The tags of the filled cells of a sheet, each with its row and column from 1.

    A cell that does not say its place follows the one before it, in the row that is open. Raises
    ValueError where a place cannot be.
    """
    row = column = 0
    for tag in _TAG.finditer(part):
        said = _R.search(tag[2])
        place = _PLACE.fullmatch(said[1]) if said else None
        if said and not place:
            raise ValueError(said[1])
        if tag[1] == b"row":
            row, column = (int(place[2]) if place else row + 1), 0
            continue
        row, column = (int(place[2]), _number(place[1])) if place else (row, column + 1)
        yield tag, row, column


def _too_wide(part: bytes) -> str:
    """Measured from the first cell of the sheet, since the empty ones before the table count too."""
    last_row = last_column = 0
    try:
        for _, row, column in _cells(part):
            last_row, last_column = max(last_row, row), max(last_column, column)
    except ValueError:
        return "a cell has a place that no sheet has"
    if last_row * last_column > CELLS:
        return f"its cells lie too far apart (one is in row {last_row}, column {last_column})"
    return ""


def _shown(part: bytes) -> Iterable[int]:
    """The numbers of the shared strings that the cells of a sheet show."""
    cells = [(tag.end(), tag.start(), tag[2]) for tag in _TAG.finditer(part)]
    starts = [start for _, start, _ in cells[1:]] + [len(part)]
    for (end, _, attributes), stop in zip(cells, starts, strict=False):
        if _SHARED.search(attributes) and (value := _VALUE.search(part, end, stop)):
            yield int(value[1])


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number
