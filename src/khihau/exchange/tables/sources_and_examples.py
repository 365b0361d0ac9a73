"""The tables beside those of concepts: the bibliography and the examples."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, cast

from khihau.errors import Problem
from khihau.exchange.base import Entry
from khihau.exchange.tables.cells import day_in, joined, parted
from khihau.exchange.tables.columns import SOURCE_COLUMNS, Table
from khihau.exchange.tables.headings import value_of, yes_or_no
from khihau.model import Concept, Reliability, Source

__all__ = ["example_rows", "examples_in", "examples_only", "source_rows", "sources_in"]

_DAYS = ("signed", "in_force", "ends")
_EXAMPLE_KEYS = frozenset({"id", "example", "counterexample"})


def source_rows(sources: Iterable[Source]) -> Iterator[tuple[str, ...]]:
    """The bibliography in the order of `tables.SOURCE_COLUMNS`."""
    for source in sources:
        yield (
            source.id,
            source.title,
            source.publisher or "",
            source.date or "",
            source.url or "",
            source.reliability or "",
            source.number or "",
            *(
                day.isoformat() if day else ""
                for day in (source.signed, source.in_force, source.ends)
            ),
            joined(source.cited_as),
        )


def example_rows(concepts: Iterable[Concept]) -> Iterator[tuple[str, ...]]:
    """The examples and counterexamples in the order of `tables.EXAMPLE_COLUMNS`."""
    for concept in concepts:
        for examples, counters in ((concept.examples, "no"), (concept.counterexamples, "yes")):
            yield from ((concept.id, example.lang, example.text, counters) for example in examples)


def sources_in(tables: Iterable[Table], path: str) -> Iterator[Source | Problem]:
    """The entries of a bibliography; their values are not checked."""
    places: dict[str, str] = {}
    for line in (line for table in tables for line in table.lines):
        cells = {column: line.cells.get(column) for column in SOURCE_COLUMNS}
        key = cells["key"]
        if not key:
            hint = "every source has a key of small letters, digits and hyphens"
            yield Problem(f"{path}: {line.place}", 0, "key", "missing", hint)
        elif key in places:
            message = f"“{key}” stands in {places[key]} already"
            yield Problem(f"{path}: {line.place}", 0, "key", message, "keep one of the two")
        else:
            places[key] = line.place
            words = cells["reliability"]
            reliability = value_of("reliability", words) if words else None
            yield Source(
                key,
                title=cells["title"] or "",
                publisher=cells["publisher"],
                date=cells["date"],
                url=cells["url"],
                reliability=cast("Reliability | None", reliability),
                number=cells["number"],
                **{key: day_in(words) for key in _DAYS if (words := cells[key])},
                cited_as=tuple(parted(cells["cited_as"] or "")),
            )


def examples_in(
    tables: Iterable[Table], path: str
) -> tuple[dict[str, dict[str, Any]], dict[str, str], list[Problem]]:
    """The values `example` and `counterexample` of each id, the place of its first, and problems."""
    values: dict[str, dict[str, Any]] = {}
    places: dict[str, str] = {}
    problems: list[Problem] = []
    for line in (line for table in tables for line in table.lines):
        concept_id, words = line.cells.get("id", ""), line.cells.get("counterexample", "no")
        counters = yes_or_no(words)
        if concept_id and counters is not None:
            places.setdefault(concept_id, line.place)
            example = {key: line.cells[key] for key in ("lang", "text") if key in line.cells}
            example |= {"lang": value_of("lang", example["lang"])} if "lang" in example else {}
            key = "counterexample" if counters else "example"
            values.setdefault(concept_id, {}).setdefault(key, []).append(example)
            continue
        fault = ("counterexample", f"“{words}” is neither yes nor no", "write yes or no")
        if not concept_id:
            fault = ("id", "missing", "every row names the concept of its example")
        problems.append(Problem(f"{path}: {line.place}", 0, *fault))
    return values, places, problems


def examples_only(
    beside: Mapping[str, Mapping[str, Any]], places: Mapping[str, str]
) -> Iterator[Entry]:
    """Concepts of which a file has examples and nothing else."""
    for concept_id, values in beside.items():
        yield Entry(
            values={"id": concept_id, **values},
            place=places[concept_id],
            label_places=(),
            keys=_EXAMPLE_KEYS,
            label_keys=frozenset(),
        )
