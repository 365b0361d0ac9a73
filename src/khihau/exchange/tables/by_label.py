"""One row a label: concepts to rows, and rows of one id to a concept again."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from khihau.errors import Problem
from khihau.exchange.base import Entry
from khihau.exchange.tables.cells import (
    day_in,
    joined,
    parted,
    quotes_of,
    sources_in,
    sources_of,
)
from khihau.exchange.tables.columns import CONCEPT_COLUMNS, LABEL_COLUMNS, Line, Table
from khihau.exchange.tables.headings import value_of
from khihau.model import LANGS, TEXT_LANGS, Concept, Label, Successor
from khihau.text.regex import regex

__all__ = ["COLUMNS", "concept_cells", "concept_values", "entries", "keys_of", "label_rows"]

COLUMNS = ("id", "domain", *LABEL_COLUMNS, *CONCEPT_COLUMNS)

_CLOSED = ("lang", "status", "kind", "part_of_speech", "sense", "case", "sensitive")
_LISTS = ("of", "near", "not_near", "covered_by", "related", "apart", "was", "meant")
_DAYS = ("since", "until")
_OWN = "concept_"  # before a column that labels have too
_BETWEEN = " | "  # of the fields of a successor
_BAR = regex(r"[\\|]")
_ESCAPED_BAR = regex(r"\\([\\|])")
_SUCCESSOR = regex(rf"(?P<id>.+?) \[(?P<field>(?:{'|'.join(LANGS)}): .+)\]")
_PART = " [part]"  # behind the concept that this one is a part of


def label_rows(concepts: Iterable[Concept]) -> Iterator[tuple[str, ...]]:
    """The rows of all labels in the order of COLUMNS; a concept's own cells are on its first row."""
    nothing = ("",) * len(CONCEPT_COLUMNS)
    for concept in concepts:
        own = tuple(concept_cells(concept))
        for label in concept.labels or (None,):
            cells = label_cells(label) if label else ("",) * len(LABEL_COLUMNS)
            yield (concept.id, concept.domain, *cells, *own)
            own = nothing


def label_cells(label: Label) -> Iterator[str]:
    """A label in the order of LABEL_COLUMNS."""
    yield from (label.lang, label.text, label.status, label.kind)
    yield from (label.part_of_speech or "", label.sense or "", sources_of(label.source))
    yield quotes_of(label.source)
    yield from (label.note.get(lang, "") for lang in TEXT_LANGS)
    yield label.case or ""
    yield from map(joined, (label.scope, label.of, label.near, label.not_near, label.covered_by))
    yield from (label.homonym or "", label.reading or "", label.plural or "")
    yield from (day.isoformat() if day else "" for day in (label.since, label.until))
    yield from (label.sensitive or "", label.write or "", joined(label.meant))


def concept_cells(concept: Concept) -> Iterator[str]:
    """What a concept has beside its labels, in the order of CONCEPT_COLUMNS."""
    yield from (concept.definition.get(lang, "") for lang in TEXT_LANGS)
    yield from (concept.note.get(lang, "") for lang in TEXT_LANGS)
    yield from (joined(concept.related), _broader_cell(concept))
    yield from (joined(concept.apart), joined(concept.was))
    yield from (concept.native_reader.get(lang, "") for lang in TEXT_LANGS)
    yield from (joined(concept.meant), joined(map(_successor_cell, concept.replaced_by)))


def entries(
    tables: Sequence[Table],
    beside: Mapping[str, Mapping[str, Any]],
    keys: Collection[str],
    known: Collection[str],
    path: str,
) -> Iterator[Entry | Problem]:
    """The concepts of tables, whose rows may stand in any order.

    `beside` are the examples of each id, `keys` those that some table has a place for; `known` are the
    keys of the file's own sources.
    """
    rows: dict[str, list[Line]] = {}
    for line in (line for table in tables for line in table.lines):
        if concept_id := line.cells.get("id"):
            rows.setdefault(concept_id, []).append(line)
        else:
            hint = "every row names the concept of its label"
            yield Problem(f"{path}: {line.place}", 0, "id", "missing", hint)
    columns = frozenset[str]().union(*(table.columns for table in tables))
    label_keys = _held(LABEL_COLUMNS, columns) - {"quote"}  # which is a part of the source
    concept_keys = keys_of(columns).union(keys)
    for concept_id, lines in rows.items():
        own, problems = _agreed(lines, path)
        yield from problems
        labels = [line for line in lines if not line.cells.keys().isdisjoint(LABEL_COLUMNS)]
        values = {"id": concept_id, **concept_values(own), **beside.get(concept_id, {})}
        if labels:
            values["label"] = [_label_values(line.cells, known) for line in labels]
        yield Entry(
            values=values,
            place=lines[0].place,
            label_places=tuple(line.place for line in labels),
            keys=concept_keys,
            label_keys=label_keys,
            domain=value_of("domain", own.get("domain", "")),
        )


def keys_of(columns: Collection[str]) -> frozenset[str]:
    """The keys of a concept that columns have a place for."""
    own = _held(CONCEPT_COLUMNS, columns)
    return frozenset({"id", "label", *(key.removeprefix(_OWN) for key in own)})


def _held(of: Sequence[str], columns: Collection[str]) -> frozenset[str]:
    """The keys of which all columns are there: a note only where each language has one."""
    missing = {_key(column) for column in of if column not in columns}
    return frozenset(map(_key, of)) - missing


def concept_values(cells: Mapping[str, str]) -> dict[str, Any]:
    """The values of a concept beside its labels, as a concept file has them."""
    values = {
        key: texts
        for key, column in (
            *(("definition", "definition"), ("note", f"{_OWN}note")),
            ("native_reader", "native_reader"),
        )
        if (texts := _texts(column, cells))
    }
    others = {
        column.removeprefix(_OWN): parted(cells[column])
        for column in ("related", "apart", "was", f"{_OWN}meant")
        if column in cells
    }
    if "broader" in cells:
        others["broader"] = _broader(cells["broader"])
    if "replaced_by" in cells:
        others["replaced_by"] = [*map(_successor, parted(cells["replaced_by"]))]
    return values | others


def _broader_cell(concept: Concept) -> str:
    """The id of the concept above, with a word where this one is a part of it."""
    return f"{concept.broader or ''}{_PART if concept.broader_kind == 'part' else ''}"


def _broader(cell: str) -> Any:
    above = cell.removesuffix(_PART)
    return cell if above == cell else {"concept": above, "as": "part"}


def _successor_cell(one: Successor) -> str:
    """An id, and in brackets the field in each language: energy-ministry [en: energy | ko: 에너지]."""
    told = ((lang, _BAR.sub(r"\\\g<0>", words)) for lang, words in one.field.items())
    field = _BETWEEN.join(f"{lang}: {words}" for lang, words in told)
    return f"{one.concept} [{field}]" if field else one.concept


def _successor(item: str) -> Any:
    """A successor as a concept file has it; brackets without fields stay, and are found to be no id."""
    found = _SUCCESSOR.fullmatch(item)
    if not found:
        return item
    told = (part.partition(": ") for part in found["field"].split(_BETWEEN))
    field = {lang: _ESCAPED_BAR.sub(r"\1", words) for lang, _, words in told}
    return {"concept": found["id"], "field": field}


def _agreed(lines: Sequence[Line], path: str) -> tuple[dict[str, str], list[Problem]]:
    """A concept's own cells, each from the first row that has it; other rows must say the same."""
    own: dict[str, str] = {}
    places: dict[str, str] = {}
    problems: list[Problem] = []
    for line in lines:
        for column in ("domain", *CONCEPT_COLUMNS):
            cell = line.cells.get(column)
            if cell is None or own.setdefault(column, cell) == cell:
                places.setdefault(column, line.place)
                continue
            message = f"differs from {places[column]} of the same concept"
            hint = "leave it empty, or write the same in both"
            problems.append(Problem(f"{path}: {line.place}", 0, column, message, hint))
    return own, problems


def _label_values(cells: Mapping[str, str], known: Collection[str]) -> dict[str, Any]:
    """The values of a label as a concept file has them, not checked."""
    values: dict[str, Any] = {}
    if "source" in cells:
        values["source"] = sources_in(cells["source"], known, cells.get("quote", ""))
    for key in dict.fromkeys(map(_key, LABEL_COLUMNS)):
        if key == "note":
            values |= {key: texts} if (texts := _texts(key, cells)) else {}
        elif key in cells and key not in ("source", "quote"):
            values[key] = _value(key, cells[key])
    return values


def _value(key: str, cell: str) -> Any:
    if key in _CLOSED:
        return value_of(key, cell)
    if key == "scope":
        return [value_of(key, item) for item in parted(cell)]
    if key in _LISTS:
        return parted(cell)
    return day_in(cell) if key in _DAYS else cell


def _texts(column: str, cells: Mapping[str, str]) -> dict[str, str]:
    return {lang: cells[name] for lang in TEXT_LANGS if (name := f"{column}.{lang}") in cells}


def _key(column: str) -> str:
    """The key that a column belongs to: note of note.vi."""
    return column.partition(".")[0]
