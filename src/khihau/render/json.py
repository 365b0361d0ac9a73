"""JSON and JSON Lines: the attributes of the model, plus line and column (schema.json)."""

from __future__ import annotations

import dataclasses
import datetime
import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from khihau.documents.segments import main_lang
from khihau.model import UNVERIFIED, Match, Placed, Rejection, Termbase
from khihau.model.day import Day
from khihau.render.met import Met, met, shown
from khihau.render.views import Annotated, Booked, Reviewed, View
from khihau.text.positions import Positions
from khihau.text.regex import regex

if TYPE_CHECKING:
    from khihau.model import Fix

__all__ = [
    "SCHEMA",
    "day_record",
    "dumps",
    "finding_record",
    "match_record",
    "rejection_record",
    "render_annotated",
    "render_booked",
    "render_reviewed",
]

SCHEMA = 1

_SURROGATES = regex("[\ud800-\udfff]")


def render_annotated(documents: Iterable[Annotated], base: Termbase, view: View) -> Iterator[str]:
    """Every document with its matches and the glossary of what was met, streamed."""
    yield from _streamed(_annotated(annotated, base, view) for annotated in documents)


def render_reviewed(documents: Iterable[Reviewed], base: Termbase, view: View) -> Iterator[str]:  # noqa: ARG001
    """Every document with its findings, streamed."""
    yield from _streamed(_reviewed(reviewed) for reviewed in documents)


def render_booked(documents: Iterable[Booked], base: Termbase, view: View) -> Iterator[str]:  # noqa: ARG001
    """Every document with the entries of its acronym ledger, streamed."""
    yield from _streamed(_booked(booked) for booked in documents)


def _booked(booked: Booked) -> dict[str, Any]:
    document = booked.document
    places = Positions.of(document)
    return {
        "path": document.path,
        "lang": main_lang(document.segments),
        "acronyms": [
            dataclasses.asdict(entry) | _place(entry.start, places)
            for entry in booked.ledger.entries
        ],
    }


def _streamed(records: Iterable[dict[str, Any]]) -> Iterator[str]:
    yield f'{{"schema": {SCHEMA}, "documents": ['
    for number, record in enumerate(records):
        yield (",\n" if number else "\n") + dumps(record)
    yield "\n]}\n"


def dumps(record: Any, *, indent: int | None = None) -> str:
    """Write a record as JSON that any stream can take.

    Letters stand as they are; a lone surrogate (of a file name that is no UTF-8) is escaped.
    """
    text = json.dumps(record, ensure_ascii=False, indent=indent)
    return _SURROGATES.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _annotated(annotated: Annotated, base: Termbase, view: View) -> dict[str, Any]:
    document = annotated.document
    places = Positions.of(document)
    record: dict[str, Any] = {
        "path": document.path,
        "lang": main_lang(document.segments),
        "matches": [match_record(match, places) for match in shown(annotated.matches, view)],
        "glossary": [_met_record(entry) for entry in met(annotated.matches, base, annotated.to)],
    }
    if annotated.day:
        record["day"] = day_record(annotated.day)
    if annotated.rejections is not None:
        record["rejections"] = [rejection_record(fallen, places) for fallen in annotated.rejections]
    return record


def _met_record(entry: Met) -> dict[str, Any]:
    return {
        "concept": entry.concept.id,
        "number": entry.session,
        "count": entry.count,
        "forms": dict(entry.forms),
        "senses": dict(entry.senses),
        "renderings": [
            {
                "lang": rendering.lang,
                "text": rendering.text,
                "status": rendering.status,
                **({"of": rendering.of} if rendering.of else {}),
                "source": [str(ref) for ref in rendering.sources] or [UNVERIFIED],
            }
            for rendering in entry.renderings
        ],
    }


def _reviewed(reviewed: Reviewed) -> dict[str, Any]:
    return {
        "path": reviewed.path,
        "lang": reviewed.lang,
        **({"profile": reviewed.profile} if reviewed.profile else {}),
        "findings": [finding_record(placed) for placed in reviewed.findings],
    }


def day_record(day: Day) -> dict[str, str]:
    """The first and the last day that govern a name, and what says so; none where nobody knows it."""
    known = {"first": day.first, "last": day.last}
    bounds = {datetime.date.min, datetime.date.max}
    told = {name: one.isoformat() for name, one in known.items() if one not in bounds}
    return {**told, "source": day.source, "words": day.words}


def rejection_record(fallen: Rejection, places: Positions) -> dict[str, Any]:
    """One candidate that fell with its attribute names, its line and column."""
    return fallen._asdict() | _place(fallen.start, places)


def _place(offset: int, places: Positions) -> dict[str, Any]:
    line, column = places.line_column(offset)
    unit = places.unit(offset)
    return {"line": line, "column": column, **({"unit": unit} if unit else {})}


def match_record(match: Match, places: Positions) -> dict[str, Any]:
    """One match with its attribute names, its line and column, and its unit where the file has no lines."""
    return {
        "start": match.start,
        "end": match.end,
        **_place(match.start, places),
        "text": match.text,
        "concept": match.concept,
        "label": match.label,
        "lang": match.lang,
        "kind": match.kind,
        "status": match.status,
        "how": match.how,
        "number": match.number,
        "inner": [match_record(inner, places) for inner in match.inner],
        "alternatives": list(match.alternatives),
        "sense": match.sense,
        "equivalents": dict(match.equivalents),
        **({"country": match.country} if match.country else {}),
        **({"own": {of: dict(names) for of, names in match.own.items()}} if match.own else {}),
    }


def finding_record(placed: Placed) -> dict[str, Any]:
    """One finding with its attribute names, its line and column, and its unit where the file has no lines."""
    finding, place = placed
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "start": finding.start,
        "end": finding.end,
        "line": place.line,
        "column": place.column,
        **({"unit": place.unit} if place.unit else {}),
        "text": finding.text,
        "concept": finding.concept,
        "source": finding.source,
        "fix": finding.fix and _fix_record(finding.fix),
        "alternatives": [_fix_record(fix) for fix in finding.alternatives],
        "fingerprint": finding.fingerprint,
        **({"aspect": finding.aspect} if finding.aspect else {}),
        **({"day": day_record(finding.day)} if finding.day else {}),
    }


def _fix_record(fix: Fix) -> dict[str, Any]:
    return {
        "safety": fix.safety,
        "edits": [{"start": edit.start, "end": edit.end, "text": edit.text} for edit in fix.edits],
    }
