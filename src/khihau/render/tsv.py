"""Tab-separated values, for a spreadsheet: one match, finding or event of the ledger a row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from khihau.model import LANGS, Match, Termbase
from khihau.render.met import shown, with_own
from khihau.render.summary import sources_in_words
from khihau.render.views import Annotated, Booked, Reviewed, View
from khihau.text.cells import flat, guarded
from khihau.text.positions import Positions

__all__ = ["COLUMNS", "render_annotated", "render_booked", "render_reviewed", "row"]

_PLACE = ("path", "line", "column")
COLUMNS = (*_PLACE, "text", "concept", "status", "lang", *LANGS, "unit", "sense")
_FINDING = (*_PLACE, "severity", "rule", "concept", "text", "message", "source", "unit")
_EVENT = (*_PLACE, "acronym", "kind", "concept", "expansion", "unit")


def render_annotated(
    documents: Iterable[Annotated],
    base: Termbase,  # noqa: ARG001
    view: View,
) -> Iterator[str]:
    """A line of column names, then each match with its official labels.

    The columns are always the same; `vi`, `ko` and `en` are filled for the target languages. Every
    cell is one line, one with a quotation mark is quoted as spreadsheets do, and none is a formula.
    """
    yield row(COLUMNS)
    for annotated in documents:
        path = annotated.document.path
        places = Positions.of(annotated.document)
        for match in shown(annotated.matches, view):
            unit = places.unit(match.start)
            yield row(
                (path, *_cells(match, places), *_targets(match, annotated), unit, match.sense or "")
            )


def _cells(match: Match, places: Positions) -> tuple[str, ...]:
    return (*_place(match.start, places), match.text, match.concept, match.status, match.lang)


def _place(offset: int, places: Positions) -> tuple[str, str]:
    line, column = places.line_column(offset)
    return str(line), str(column)


def _targets(match: Match, annotated: Annotated) -> Iterator[str]:
    for lang in LANGS:
        name = match.equivalents.get(lang, "") if lang in annotated.to else ""
        yield with_own(name, lang, match)


def render_reviewed(documents: Iterable[Reviewed], base: Termbase, view: View) -> Iterator[str]:  # noqa: ARG001
    """A line of column names, then each finding with its place, message and sources in words."""
    yield row(_FINDING)
    for reviewed in documents:
        for finding, place in reviewed.findings:
            yield row(
                (
                    reviewed.path,
                    str(place.line),
                    str(place.column),
                    finding.severity,
                    finding.rule,
                    finding.concept or "",
                    finding.text,
                    finding.message,
                    sources_in_words(finding.source, base) if finding.source else "",
                    place.unit,
                )
            )


def render_booked(documents: Iterable[Booked], base: Termbase, view: View) -> Iterator[str]:  # noqa: ARG001
    """A line of column names, then each event of the acronym ledgers with the words it concerns."""
    yield row(_EVENT)
    for booked in documents:
        document = booked.document
        places = Positions.of(document)
        for entry in booked.ledger.entries:
            words = document.text[slice(*entry.expansion)] if entry.expansion else ""
            place = _place(entry.start, places)
            unit = places.unit(entry.start)
            cells = (entry.acronym, entry.kind, entry.concept or "", words, unit)
            yield row((document.path, *place, *cells))


def row(cells: Iterable[str]) -> str:
    """One line of cells, each safe in a spreadsheet."""
    line = io.StringIO()
    csv.writer(line, dialect="excel-tab", lineterminator="\n").writerow(
        guarded(flat(cell)) for cell in cells
    )
    return line.getvalue()
