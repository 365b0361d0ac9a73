"""The rows of a table as translation units: which two of its columns are compared."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from khihau.documents.bitexts.headings import Heading, heading, is_header
from khihau.documents.bitexts.pairs import Pair
from khihau.documents.bitexts.tags import Languages, agreed
from khihau.errors import InputError
from khihau.model import LANGS, Lang

__all__ = ["Columns", "Row", "choose_columns", "has_two_columns", "pairs_of", "without_header"]

_NAME_THEM = (
    "name the two to compare in the first row, such as vi and ko or Source and Target, "
    "and say --from and --to"
)


class Row(NamedTuple):
    """A row that is not empty: its number from 1 as a spreadsheet shows it, and its cells.

    `last` is greater than `number` where rows were joined.
    """

    number: int
    last: int
    cells: Sequence[str]


class Columns(NamedTuple):
    """Which columns hold the source, the target and the names of the units (None: none does)."""

    source: int
    target: int
    name: int | None
    languages: Languages


def has_two_columns(rows: Iterable[Row]) -> bool:
    """Whether text stands in two columns at least."""
    return len(_used(rows)) >= 2


def choose_columns(rows: Sequence[Row], said: Languages, place: str, hint: str = "") -> Columns:
    """The columns that a table's header, the languages that the user named, or their count tell.

    Columns named by their language are taken in the order that the user said. Raises InputError,
    which begins with `place`, when they are not two, not clear (`hint` is what else can be done
    then) or in other languages.
    """
    used = _used(rows)
    if len(used) < 2:
        raise InputError(
            f"{place}: has one column; khihau needs two: the text and, beside it, its translation"
        )
    first = rows[0].cells
    named = is_header(first)
    heads = {c: heading(_cell(first, c)) if named else frozenset() for c in used}
    texts = [column for column in used if "name" not in heads[column]]
    if len(texts) < 2:
        raise InputError(f"{place}: has one column of text beside its ids; khihau needs two")
    found = _by_side(heads) or _by_language(heads, said, place) or _only_two(texts, heads)
    if found is None:
        raise InputError(f"{place}: has {len(used)} columns; {_NAME_THEM}{hint}")
    source, target = found
    names = [column for column in used if "name" in heads[column] and column < min(found)]
    languages = Languages(_lang(heads[source], place), _lang(heads[target], place))
    return Columns(source, target, names[0] if names else None, agreed(languages, said, place))


def without_header(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows that are units: all but a first one that names the columns."""
    return rows[1:] if rows and is_header(rows[0].cells) else rows


def pairs_of(rows: Iterable[Row], columns: Columns, place: str = "") -> Iterator[Pair]:
    """The units of rows, named by their number, after `place`, and by what their id column says."""
    for row in rows:
        name = f"row {row.number}" if row.number == row.last else f"rows {row.number}–{row.last}"
        if columns.name is not None and (own := " ".join(_cell(row.cells, columns.name).split())):
            name = f"{name}, “{own}”"
        yield Pair(
            _cell(row.cells, columns.source),
            _cell(row.cells, columns.target),
            f"{place}{name}",
            columns.languages,
        )


def _cell(cells: Sequence[str], column: int) -> str:
    return cells[column] if column < len(cells) else ""


def _used(rows: Iterable[Row]) -> list[int]:
    """The columns in which any cell is filled."""
    return sorted({c for row in rows for c, cell in enumerate(row.cells) if cell.strip()})


def _only(says: str, heads: dict[int, Heading]) -> int | None:
    """The one column whose head says so."""
    columns = [column for column, said in heads.items() if says in said and "name" not in said]
    return columns[0] if len(columns) == 1 else None


def _by_side(heads: dict[int, Heading]) -> tuple[int, int] | None:
    source, target = _only("source", heads), _only("target", heads)
    return None if source is None or target is None else (source, target)


def _by_language(heads: dict[int, Heading], said: Languages, place: str) -> tuple[int, int] | None:
    columns = {lang: column for lang in LANGS if (column := _only(lang, heads)) is not None}
    source, target = (columns.get(lang) if lang else None for lang in said)
    if len(columns) < 2:
        return None
    for lang in said:
        if lang is not None and lang not in columns:
            raise InputError(f"{place}: no column is named {lang}, only {_list(columns)}")
    if len(columns) == 2:
        first, second = sorted(columns.values())
        if source is None and target is None:
            return first, second
        source = first + second - target if source is None and target is not None else source
        target = first + second - source if target is None and source is not None else target
    return None if source is None or target is None else (source, target)


def _list(langs: Collection[Lang]) -> str:
    return " and ".join(filter(None, (", ".join(list(langs)[:-1]), list(langs)[-1])))


def _only_two(texts: Sequence[int], heads: dict[int, Heading]) -> tuple[int, int] | None:
    """The two columns there are, in their order unless a head says otherwise."""
    if len(texts) != 2:
        return None
    first, second = texts
    turned = "target" in heads[first] or "source" in heads[second]
    return (second, first) if turned else (first, second)


def _lang(head: Heading, place: str) -> Lang | None:
    if "other" in head:
        raise InputError(
            f"{place}: a column is in a language that khihau does not know; {_NAME_THEM}"
        )
    langs = [lang for lang in LANGS if lang in head]
    return langs[0] if len(langs) == 1 else None
