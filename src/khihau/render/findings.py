"""Findings as text: place, line with the words underlined, message and source."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from khihau.model import Document, Severity, Termbase
from khihau.render.views import Reviewed, View, counted
from khihau.text.positions import Positions

if TYPE_CHECKING:
    from khihau.model import Finding

__all__ = ["render_reviewed"]

_SEVERITY_COLOURS: dict[Severity, str] = {"error": "31", "warning": "33", "info": "36"}
_AROUND = 36  # characters of the line shown on each side of a finding


def render_reviewed(documents: Iterable[Reviewed], base: Termbase, view: View) -> Iterator[str]:
    """Each finding with its place, its line with the words underlined, and the source; a summary."""
    counts: Counter[str] = Counter()
    checked = 0
    for reviewed in documents:
        checked += 1
        places = Positions(reviewed.document.text)
        for finding in reviewed.findings:
            counts[finding.severity] += 1
            yield from _finding(reviewed.document, finding, places, base, view)
    if view.quiet:
        return
    found = ", ".join(
        counted(counts[severity], noun)
        for severity, noun in (("error", "error"), ("warning", "warning"), ("info", "note"))
        if counts[severity]
    )
    yield f"{counted(checked, 'document')} checked: {found or 'no findings'}.\n"


def _finding(
    document: Document, finding: Finding, places: Positions, base: Termbase, view: View
) -> Iterator[str]:
    line, column = places.line_column(finding.start)
    name = f"{finding.rule}[{finding.concept}]" if finding.concept else finding.rule
    severity: str = finding.severity
    if view.colour:
        severity = f"\x1b[{_SEVERITY_COLOURS[finding.severity]}m{severity}\x1b[0m"
    yield f"{document.path}:{line}:{column}: {severity}: {finding.message} ({name})\n"
    low, high = places.line_span(finding.start)
    left, text, right = _excerpt(document.text, low, finding.start, min(finding.end, high), high)
    yield f"    {left}{text}{right}\n"
    yield f"    {' ' * _width(left)}{'^' * max(1, _width(text))}\n"
    if finding.source:
        refs = [ref.strip() for ref in finding.source.split(";")]
        yield f"    source: {'; '.join(_title(ref, base) for ref in refs)}\n"


def _title(ref: str, base: Termbase) -> str:
    key, comma, at = ref.partition(", ")
    source = base.sources.get(key)
    return f"{source.title}{comma}{at}" if source else ref


def _excerpt(text: str, low: int, start: int, end: int, high: int) -> tuple[str, str, str]:
    """A part of the line around the words, on one screen line where the words allow it."""
    left = text[max(low, start - _AROUND) : start].replace("\t", " ")
    right = text[end : min(high, end + _AROUND)].replace("\t", " ")
    before = "…" if start - _AROUND > low else ""
    after = "…" if end + _AROUND < high else ""
    return before + left, text[start:end].replace("\t", " "), right.rstrip("\r") + after


def _width(text: str) -> int:
    """Terminal cells: wide characters (Hangul, full-width) take two, combining marks none."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )
