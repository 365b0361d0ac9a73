"""The tables that hold a termbase, and what all those of a file tell: what CSV, TSV and XLSX share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from khihau.errors import InputError, Problem
from khihau.exchange.base import Entry, Ignored, Item
from khihau.exchange.tables import by_concept, by_label, sources_and_examples
from khihau.exchange.tables.cells import unbroken
from khihau.exchange.tables.columns import Form, Grid, Table, heading_of, table_of
from khihau.model import Concept, Source

__all__ = ["READ_ME", "Content", "content_of", "in_lines", "items_in"]

READ_ME = "Read me"  # the sheet of a workbook that is for people

_HOW = (
    "the first row names the columns: id, lang, text and status (one row a name), or a column for "
    "each language such as English, Tiếng Việt and 한국어 (one row a concept)"
)
_LINE = ("line break or control character", "a cell is one line")


class Content(NamedTuple):
    """The heading and the rows of a table, each cell in one line, and what had no place there."""

    heading: Sequence[str]
    rows: Sequence[Sequence[str]]
    losses: Counter[tuple[str, str]]


def content_of(concepts: Sequence[Concept], *, is_wide: bool) -> Content:
    """The table of concepts: one row a label, or one a concept."""
    heading, of, losses = (
        (by_concept.COLUMNS, by_concept.concept_rows, by_concept.losses(concepts))
        if is_wide
        else (by_label.COLUMNS, by_label.label_rows, Counter[tuple[str, str]]())
    )
    labels = [label for concept in concepts for label in concept.labels]
    for what, count in (
        ("session", sum(len(one.sessions) for one in concepts)),
        ("decision", sum(len(one.decision) for one in labels)),
        ("comment", sum(len(one.comment) for one in labels)),
    ):
        losses[what, "tables have no place for them"] += count
    return in_lines(heading, of(concepts), losses)


def in_lines(
    heading: Sequence[str], lines: Iterable[Sequence[str]], losses: Counter[tuple[str, str]]
) -> Content:
    """A table with each cell in one line, which counts as a loss where it was not."""
    counts = losses.copy()
    flattened = []
    for line in lines:
        cells = [unbroken(cell) for cell in line]
        counts[_LINE] += sum(cell != old.strip() for cell, old in zip(cells, line, strict=True))
        flattened.append(cells)
    return Content(heading, flattened, counts)


def items_in(grids: Sequence[Grid], path: str) -> Iterator[Item]:
    """What all sheets of a file tell; sources come first, since labels cite them.

    Raises InputError when no sheet has a heading that names our columns, or none has a row.
    """
    filled = [grid for grid in grids if any(any(map(str.strip, row)) for row in grid.rows)]
    if not filled:
        raise InputError(f"{path}: is empty; {_HOW}")
    headings = [(grid, heading_of(grid, path)) for grid in filled]
    several = sum(heading is not None for _, heading in headings) > 1
    tables = [
        table_of(grid, heading, path, several=several) for grid, heading in headings if heading
    ]
    if not tables:
        raise InputError(f"{path}: has no heading that khihau knows; {_HOW}")
    if not any(table.lines or table.remarks for table in tables):
        raise InputError(
            f"{path}: has a heading and no rows below it; check that it is the right file"
        )
    for grid, heading in headings:
        if heading is None and grid.name != READ_ME:
            yield Ignored(f"sheet “{grid.name}”", "it has no heading that names columns of ours")
    for table in tables:
        yield from table.remarks
    known: set[str] = set()
    for source in sources_and_examples.sources_in(_of(tables, "sources"), path):
        known |= {source.id} if isinstance(source, Source) else set()
        yield source
    yield from _concepts(tables, known, path)


def _concepts(tables: Sequence[Table], known: set[str], path: str) -> Iterator[Entry | Problem]:
    """The concepts of all tables, with the examples that the file has of each."""
    example_tables = _of(tables, "examples")
    examples, places, problems = sources_and_examples.examples_in(example_tables, path)
    keys = {"example", "counterexample"} if example_tables else set[str]()
    yield from problems
    for item in (
        *by_label.entries(_of(tables, "labels"), examples, keys, known, path),
        *(
            entry
            for table in _of(tables, "wide")
            for entry in by_concept.entries(table, examples, keys, known)
        ),
    ):
        if isinstance(item, Entry):
            examples.pop(item.values.get("id", ""), None)
        yield item
    yield from sources_and_examples.examples_only(examples, places)


def _of(tables: Sequence[Table], form: Form) -> list[Table]:
    return [table for table in tables if table.form == form]
