"""Tab-separated values, for a spreadsheet: one match a row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from khihau.model import LANGS, Match, Termbase
from khihau.render.met import shown
from khihau.render.views import Annotated, View
from khihau.text.positions import Positions
from khihau.text.regex import regex

__all__ = ["COLUMNS", "render_annotated"]

COLUMNS = ("path", "line", "column", "text", "concept", "status", "lang", *LANGS)

_BREAKS = regex("[\\s\x00-\x1f\x7f-\x9f]+")  # \s: also the line separators of Unicode
_SURROGATES = regex("[\ud800-\udfff]")
_FORMULA_STARTS = ("=", "+", "-", "@")


def render_annotated(
    documents: Iterable[Annotated],
    base: Termbase,  # noqa: ARG001
    view: View,
) -> Iterator[str]:
    """A line of column names, then each match with its official labels.

    The columns are always the same; `vi`, `ko` and `en` are filled for the target languages. Every
    cell is one line, one with a quotation mark is quoted as spreadsheets do, and none is a formula.
    """
    yield _row(COLUMNS)
    for annotated in documents:
        path = annotated.document.path
        places = Positions(annotated.document.text)
        for match in shown(annotated.matches, view):
            yield _row((path, *_cells(match, places), *_targets(match, annotated)))


def _cells(match: Match, places: Positions) -> tuple[str, ...]:
    line, column = places.line_column(match.start)
    return (str(line), str(column), match.text, match.concept, match.status, match.lang)


def _targets(match: Match, annotated: Annotated) -> Iterator[str]:
    for lang in LANGS:
        yield match.equivalents.get(lang, "") if lang in annotated.to else ""


def _row(cells: Iterable[str]) -> str:
    row = io.StringIO()
    csv.writer(row, dialect="excel-tab", lineterminator="\n").writerow(map(_safe, cells))
    return row.getvalue()


def _safe(cell: str) -> str:
    """One line of text that a spreadsheet takes for text: a leading "=" would be run as a formula."""
    flat = _SURROGATES.sub("\ufffd", _BREAKS.sub(" ", cell)).strip()
    return f"'{flat}" if flat.startswith(_FORMULA_STARTS) else flat
