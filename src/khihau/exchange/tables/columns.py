"""Which columns of ours a table in a file has: where its heading is, and what its rows hold of them."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Literal, NamedTuple, TypeAlias

from khihau.errors import InputError, Problem
from khihau.exchange.base import Ignored
from khihau.exchange.tables.cells import BREAKS
from khihau.exchange.tables.headings import NAME_COLUMNS, OF_NAMES, column_of
from khihau.model import LANGS, TEXT_LANGS
from khihau.termbase.checks import did_you_mean
from khihau.text.cells import unguarded

__all__ = [
    "CONCEPT_COLUMNS",
    "EXAMPLE_COLUMNS",
    "LABEL_COLUMNS",
    "SOURCE_COLUMNS",
    "WIDE_COLUMNS",
    "Form",
    "Grid",
    "Heading",
    "Line",
    "Table",
    "heading_of",
    "table_of",
]

# Labels: one row a label; wide: one row a concept.
Form: TypeAlias = Literal["labels", "wide", "sources", "examples"]

CONCEPT_COLUMNS = (
    *(f"definition.{lang}" for lang in TEXT_LANGS),
    *(f"concept_note.{lang}" for lang in TEXT_LANGS),
    *("related", "broader", "apart", "was"),
    *(f"native_reader.{lang}" for lang in TEXT_LANGS),
    *("concept_meant", "replaced_by"),
)
LABEL_COLUMNS = (
    *("lang", "text", "status", "kind", "part_of_speech", "sense", "source", "quote"),
    *(f"note.{lang}" for lang in TEXT_LANGS),
    *("case", "scope", "of", "near", "not_near", "covered_by", "homonym", "reading", "plural"),
    *("since", "until", "sensitive", "write", "meant"),
)
WIDE_COLUMNS = (
    "acronym",
    *(name for lang in LANGS for name in (lang, *(f"{lang}.{column}" for column in NAME_COLUMNS))),
)
SOURCE_COLUMNS = (
    *("key", "title", "publisher", "date", "url", "reliability"),
    *("number", "signed", "in_force", "ends", "cited_as"),
)
EXAMPLE_COLUMNS = ("id", "lang", "text", "counterexample")

_COLUMNS: Mapping[Form, Collection[str]] = {
    "labels": ("id", "domain", *LABEL_COLUMNS, *CONCEPT_COLUMNS),
    "wide": (
        *("id", "domain", "source", *WIDE_COLUMNS, *CONCEPT_COLUMNS),
        *(f"{lang}.{column}" for lang in LANGS for column in OF_NAMES),
    ),
    "sources": SOURCE_COLUMNS,
    "examples": EXAMPLE_COLUMNS,
}
_REQUIRED: Mapping[Form, Sequence[str]] = {
    "labels": ("id", "lang", "text", "status"),
    "wide": (),
    "sources": (),
    "examples": ("id", "lang", "text"),
}
_NO_LANGUAGE = (*NAME_COLUMNS, *OF_NAMES)  # of a table of one row a concept
_FAULTS = {"formula": "is a formula", "error": "shows an error"}
_NEXT_STEPS = {"formula": "paste its value", "error": "correct it or empty it"}


class Grid(NamedTuple):
    """The cells of a sheet, or of a file without sheets: its name is "" then.

    `marks` are the cells with a formula or an error, `merges` the corners of merged cells; both
    count rows and columns from 0.
    """

    name: str
    rows: Sequence[Sequence[str]]
    marks: Mapping[tuple[int, int], str] = MappingProxyType({})
    merges: Sequence[tuple[tuple[int, int], tuple[int, int]]] = ()


class Heading(NamedTuple):
    """The row of a heading, from 0, the form of its table, and the columns by their number."""

    row: int
    form: Form
    columns: Mapping[int, str]


class Line(NamedTuple):
    """A row: its place in messages, and its cells that are filled, by column."""

    place: str
    cells: Mapping[str, str]


class Table(NamedTuple):
    """A table as it was read; `remarks` are what is wrong with rows, and what was not read."""

    form: Form
    columns: frozenset[str]
    lines: Sequence[Line]
    remarks: Sequence[Problem | Ignored]


def heading_of(grid: Grid, path: str) -> Heading | None:
    """The heading of a table, below titles: rows of one filled cell. None where it is none of ours.

    Raises InputError where two columns have one name, one is missing, or it is not clear what one is.
    """
    rows = enumerate(grid.rows)
    at = next((number for number, row in rows if len(list(filter(str.strip, row))) > 1), None)
    if at is None:
        return None
    names = [column_of(cell) for cell in grid.rows[at]]
    form = _form({name for name in names if name})
    place = f"{path}: {_place(grid, at, several=True)}"
    _refuse_unclear(grid, at, names, form, place)
    if form is None:
        return None
    if form == "wide":  # which has no notes of labels; an id that only counts is none
        names = [f"concept_{name}" if name.startswith("note.") else name for name in names]
        names = ["" if n == "id" and _counts(grid, at, i) else n for i, n in enumerate(names)]
    columns = {number: name for number, name in enumerate(names) if name in _COLUMNS[form]}
    _refuse_same_names(columns, place)
    _refuse_missing(form, columns.values(), grid.rows[at], place)
    return Heading(at, form, columns)


def _counts(grid: Grid, at: int, column: int) -> bool:
    """Whether the cells of a column below its heading, if several, are numbers only."""
    cells = [row[column].strip() for row in grid.rows[at + 1 :] if column < len(row)]
    filled = [*filter(None, cells)]
    return len(filled) > 1 and all(map(str.isdigit, filled))


def _refuse_same_names(columns: Mapping[int, str], place: str) -> None:
    first: dict[str, int] = {}
    for number, name in columns.items():
        if first.setdefault(name, number) != number and _between(name) is None:
            raise InputError(
                f"{place}: columns {_letters(first[name])} and {_letters(number)} are both “{name}”; "
                "rename or delete one"
            )


def _between(name: str) -> str | None:
    """What parts the cells of columns that may have one name: lists of names, and notes."""
    return "; " if name in LANGS else " " if "note." in name else None


def _refuse_unclear(
    grid: Grid, at: int, names: Sequence[str], form: Form | None, place: str
) -> None:
    """Refuse codes of languages in each row (DeepL), and names without a language beside others."""
    row, below = grid.rows[at], grid.rows[at + 1] if at + 1 < len(grid.rows) else ()
    for number, (name, cell) in enumerate(zip(names, row, strict=True)):
        if form == "wide" and name in LANGS and cell in below[number : number + 1]:
            raise InputError(
                f"{place}: is no heading, the row below it says “{cell.strip()}” too; put one above it "
                "that names the language of each column, such as English and Tiếng Việt"
            )
        if not form and not grid.name and name == "text" and set(LANGS).intersection(names):
            raise InputError(
                f"{place}: column {_letters(number)}, “{cell.strip()}”, does not tell its language; "
                "name it by one, such as English, or delete it"
            )


def _refuse_missing(form: Form, names: Collection[str], row: Sequence[str], place: str) -> None:
    missing = [name for name in _REQUIRED[form] if name not in names]
    if missing:
        hints = [
            hint for cell in row if not column_of(cell) if (hint := did_you_mean(cell, missing))
        ]
        one = "example" if form == "examples" else "label"
        next_step = hints[0] if hints else f"each row is one {one}: {', '.join(_REQUIRED[form])}"
        raise InputError(f"{place}: no column is named {', '.join(missing)}; {next_step}")


def table_of(grid: Grid, heading: Heading, path: str, *, several: bool) -> Table:
    """The rows below a heading; `several` says that other sheets of the file are read too."""
    lines: list[Line] = []
    remarks: list[Problem | Ignored] = list(_ignored(grid, heading, several=several))
    merged = _merged_rows(grid, heading)
    width = len(grid.rows[heading.row])
    infos = [*map(str.lower, grid.rows[heading.row]), ""]
    for number, row in enumerate(grid.rows[heading.row + 1 :], heading.row + 1):
        place = _place(grid, number, several=several)
        problems = [
            Problem(f"{path}: {place}", 0, *fault)
            for fault in _faults(grid, heading, number, width, merged=number in merged)
        ]
        remarks += problems
        cells = _cells(heading, infos, row)
        if cells and not problems:
            lines.append(Line(place, cells))
    return Table(heading.form, frozenset(heading.columns.values()), lines, remarks)


def _cells(heading: Heading, infos: Sequence[str], row: Sequence[str]) -> dict[str, str]:
    """The cells of a row by column; memoQ's `infos`, right of a term, tell whether it is forbidden."""
    cells: dict[str, str] = {}
    for column, name in heading.columns.items():
        cell = _clean(row[column]) if column < len(row) else ""
        if not cell:
            continue
        if name in LANGS and infos[column + 1] == "term_info":
            forbidden = any("forbidden" in info.lower() for info in row[column + 1 : column + 2])
            name = f"{name}.forbidden" if forbidden else name
        cells[name] = f"{cells[name]}{_between(name) or '; '}{cell}" if name in cells else cell
    return cells


def _form(names: Collection[str]) -> Form | None:
    if "text" in names:
        if "counterexample" in names:
            return "examples"
        return "labels" if {"id", "lang", "status"}.intersection(names) else None
    if {"key", "title"} <= set(names):
        return "sources"
    return "wide" if len(names) > 1 and set(LANGS).intersection(names) else None


def _place(grid: Grid, row: int, *, several: bool) -> str:
    return f"sheet “{grid.name}”, row {row + 1}" if several and grid.name else f"row {row + 1}"


def _clean(cell: str) -> str:
    return unguarded(unicodedata.normalize("NFC", cell).strip())


def _faults(
    grid: Grid, heading: Heading, number: int, width: int, *, merged: bool
) -> Iterator[tuple[str, str, str]]:
    """What keeps a row from being read: the column, what is wrong, and the next step."""
    row = grid.rows[number]
    if merged:
        yield "", "has merged cells", "unmerge them and fill each cell"
    last = max((at for at, cell in enumerate(row, 1) if cell.strip()), default=0)
    if last > width:
        message = f"has {last} cells, and the heading {width}"
        yield "", message, "put cells that hold the delimiter in quotation marks"
    for column, name in heading.columns.items():
        if mark := grid.marks.get((number, column)):
            yield name, _FAULTS[mark], _NEXT_STEPS[mark]
        elif column < len(row) and (found := BREAKS.search(row[column].strip())):
            what = "a tab" if found[0] == "\t" else "a line break or control character"
            yield name, f"holds {what}", "write it in one line"


def _ignored(grid: Grid, heading: Heading, *, several: bool) -> Iterator[Ignored]:
    """The columns that are not ours: by their heading, else by their letter."""
    where = f"sheet “{grid.name}”" if several and grid.name else ""
    for number, cell in enumerate(grid.rows[heading.row]):
        if number in heading.columns:
            continue
        if cell.strip():
            what = f"column “{' '.join(cell.split())}”"
            name = column_of(cell) if heading.form == "wide" else ""
            why = "numbers; ids are made of the names" if name == "id" else ""
            why = f"say of which language, as in “{cell} (vi)”" if name in _NO_LANGUAGE else why
        elif any(number < len(row) and row[number].strip() for row in grid.rows[heading.row + 1 :]):
            what, why = f"column {_letters(number)}", "it has no heading"
        else:
            continue
        yield Ignored(what, ": ".join(filter(None, (where, why))))


def _merged_rows(grid: Grid, heading: Heading) -> set[int]:
    """The rows below the heading in which a column of ours is merged with other cells."""
    spans = sorted(
        (top, bottom + 1)
        for (top, left), (bottom, right) in grid.merges
        if any(left <= column <= right for column in heading.columns)
    )
    rows: set[int] = set()
    done = heading.row + 1  # no row is counted for each of a thousand merges over it
    for start, stop in spans:
        rows.update(range(max(start, done), min(stop, len(grid.rows))))
        done = max(done, stop)
    return rows


def _letters(number: int) -> str:
    """The name of a column in a spreadsheet: A, B, … Z, AA."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
