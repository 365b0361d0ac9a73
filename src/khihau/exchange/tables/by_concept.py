"""One row a concept: its names in all languages side by side, as translators keep their lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from khihau.exchange.base import Entry
from khihau.exchange.tables.by_label import concept_cells, concept_values, keys_of
from khihau.exchange.tables.cells import (
    escaped,
    items_of,
    sources_in,
    sources_of,
    unescaped,
)
from khihau.exchange.tables.columns import CONCEPT_COLUMNS, WIDE_COLUMNS, Line, Table
from khihau.exchange.tables.headings import OF_NAMES, value_of, yes_or_no
from khihau.model import KINDS, LANGS, STATUSES, Concept, Label, Status

__all__ = ["COLUMNS", "concept_rows", "entries", "losses"]

COLUMNS = ("id", "domain", *WIDE_COLUMNS, *CONCEPT_COLUMNS)

_NO_COLUMN = "a table of one row a concept has no such column"
_NO_SOURCE = "only the first preferred name of a language has a column for its sources"
_WITHOUT_COLUMN = (
    *("part_of_speech", "sense", "note", "case", "scope", "of", "near", "not_near", "covered_by"),
    *("homonym", "reading", "plural", "since", "until", "sensitive", "write", "meant"),
)


class _Column(NamedTuple):
    """A column of names, and what they are when no bracket says otherwise; "" the kind of most."""

    name: str
    lang: str
    status: Status
    kind: str = ""


_NAMES = (
    _Column("acronym", "mul", "preferred", "acronym"),
    *(_Column(lang, lang, "preferred") for lang in LANGS),
    *(_Column(f"{lang}.{s}", lang, s) for lang in LANGS for s in STATUSES if s != "preferred"),
)


def concept_rows(concepts: Iterable[Concept]) -> Iterator[tuple[str, ...]]:
    """The rows of all concepts in the order of COLUMNS.

    Several names in a cell are parted by semicolons. One that is not a full name has its kind in
    brackets: "BĐKH [short]"; an acronym of all languages its status too, unless it is preferred.
    """
    for concept in concepts:
        cells = {column.name: _names(column, concept) for column in _NAMES}
        cells |= {f"{lang}.source": sources_of(_first(concept, lang)) for lang in LANGS}
        names = (cells[column] for column in WIDE_COLUMNS)
        yield (concept.id, concept.domain, *names, *concept_cells(concept))


def losses(concepts: Iterable[Concept]) -> Counter[tuple[str, str]]:
    """What labels have that these rows have no place for, by key and why."""
    counts: Counter[tuple[str, str]] = Counter()
    for concept in concepts:
        first = {id(_first_label(concept, lang)) for lang in LANGS}
        for label in concept.labels:
            counts.update(
                (_value(key), _NO_COLUMN) for key in _WITHOUT_COLUMN if getattr(label, key)
            )
            if label.source and id(label) not in first:
                counts[_value("source"), _NO_SOURCE] += 1
            counts[_value("quote"), _NO_COLUMN] += sum(bool(ref.quote) for ref in label.source)
    return counts


def _value(key: str) -> str:
    return f"“{key}” value"


def entries(
    table: Table,
    beside: Mapping[str, Mapping[str, Any]],
    keys: Collection[str],
    known: Collection[str],
) -> Iterator[Entry]:
    """The concepts of a table, one a row; an id may be missing. For the others see `by_label.entries`.

    A column `source` that names no language holds the sources of the first name of each.
    """
    statuses = tuple(
        status
        for status in STATUSES
        if all(
            status == "preferred" or f"{lang}.{status}" in table.columns
            for lang in LANGS
            if lang in table.columns
        )
    )
    label_keys = frozenset({"lang", "text", "status"})  # a source only the first name of a cell has
    concept_keys = keys_of(table.columns).union(keys)
    for line in table.lines:
        labels = list(_labels(line, known))
        concept_id = line.cells.get("id", "")
        values = {
            **({"id": concept_id} if concept_id else {}),
            **concept_values(line.cells),
            **({"label": labels} if labels else {}),
            **beside.get(concept_id, {}),
        }
        yield Entry(
            values=values,
            place=line.place,
            label_places=(line.place,) * len(labels),
            keys=concept_keys,
            label_keys=label_keys,
            domain=value_of("domain", line.cells.get("domain", "")),
            statuses=statuses,
        )


def _names(column: _Column, concept: Concept) -> str:
    """The cell of a column: a concept's names in its language and status; never a mere yes or no."""
    cell = "; ".join(
        _name(label, column)
        for label in concept.labels
        if label.lang == column.lang and (column.lang == "mul" or label.status == column.status)
    )
    flag = column.status != "preferred" and yes_or_no(cell) is not None
    return f"{cell} [full]" if flag else cell


def _name(label: Label, column: _Column) -> str:
    marks = [
        *([label.kind] if label.kind != (column.kind or "full") else []),
        *([label.status] if label.status != column.status else []),
    ]
    words = escaped(label.text)
    if _marks(words)[1]:
        start = words.rindex("[")
        words = rf"{words[:start]}\{words[start:]}"
    return f"{words} [{', '.join(marks)}]" if marks else words


def _first_label(concept: Concept, lang: str) -> Label | None:
    return next((x for x in concept.labels if x.lang == lang and x.status == "preferred"), None)


def _first(concept: Concept, lang: str) -> Any:
    label = _first_label(concept, lang)
    return label.source if label else ()


def _labels(line: Line, known: Collection[str]) -> Iterator[dict[str, Any]]:
    """The labels of a row, as a concept file has them.

    A yes or a no in a column of forbidden names and the like speaks of the language's other names.
    """
    for column in _NAMES:
        sources, said = "", {}
        cell = line.cells.get(column.name, "")
        if column.name in LANGS:
            sources = line.cells.get(f"{column.lang}.source") or line.cells.get("source", "")
            said = _said(column.lang, line)
        elif column.lang in LANGS and yes_or_no(cell) is not None:
            continue
        for item in items_of(cell):
            words, marks = _marks(item)
            values = {"lang": column.lang, "text": unescaped(words), "status": column.status}
            if column.kind:
                values["kind"] = column.kind
            yield {
                **values,
                **said,
                **marks,
                **({"source": sources_in(sources, known)} if sources else {}),
            }
            sources = ""


def _said(lang: str, line: Line) -> dict[str, str]:
    """What other columns say of the names in the column of a language."""
    said = {
        key: value_of(key, cell) for key in OF_NAMES if (cell := line.cells.get(f"{lang}.{key}"))
    }
    for status in STATUSES:  # the gravest last
        if yes_or_no(line.cells.get(f"{lang}.{status}", "")):
            said["status"] = status
    return said


def _marks(item: str) -> tuple[str, dict[str, str]]:
    """A name and what the brackets behind it say; brackets that say nothing are part of it."""
    words, bracket, said = item.rpartition("[")
    marks: dict[str, str] = {}
    if not (words.strip() and bracket and said.endswith("]")) or words.endswith("\\"):
        return item, {}
    for mark in said[:-1].split(","):
        kind, status = value_of("kind", mark.strip()), value_of("status", mark.strip())
        if kind in KINDS:
            marks["kind"] = kind
        elif status in STATUSES:
            marks["status"] = status
        else:
            return item, {}
    return words.rstrip(), marks
