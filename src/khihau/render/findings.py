"""Findings as text: place, line with the words underlined, message and source."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from khihau.model import Severity, Termbase
from khihau.render.summary import Summary, silencer, sources_in_words
from khihau.render.views import Reviewed, View

if TYPE_CHECKING:
    from khihau.model import Placed

__all__ = ["render_reviewed"]

_SEVERITY_COLOURS: dict[Severity, str] = {"error": "31", "warning": "33", "info": "36"}


def render_reviewed(documents: Iterable[Reviewed], base: Termbase, view: View) -> Iterator[str]:
    """Each finding with its place, its line with the words underlined, the source; a summary."""
    summary = Summary()
    for reviewed in documents:
        summary.add(reviewed)
        for placed in reviewed.findings:
            yield from _finding(reviewed.path, placed, base, view)
    if not view.quiet:
        yield from summary.lines()


def _finding(path: str, placed: Placed, base: Termbase, view: View) -> Iterator[str]:
    finding, place = placed
    name = f"{finding.rule}[{finding.concept}]" if finding.concept else finding.rule
    severity: str = finding.severity
    if view.colour:
        severity = f"\x1b[{_SEVERITY_COLOURS[finding.severity]}m{severity}\x1b[0m"
    yield f"{path}:{place.line}:{place.column}: {severity}: {finding.message} ({name})\n"
    yield f"    {place.before}{place.shown}{place.after}\n"
    yield f"    {' ' * _width(place.before)}{'^' * max(1, _width(place.shown))}\n"
    if finding.source:
        yield f"    source: {sources_in_words(finding.source, base)}\n"
    if not view.quiet:
        yield f"    silence: {silencer(finding)}\n"


def _width(text: str) -> int:
    """Terminal cells: wide characters (Hangul, full-width) take two, combining marks none."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )
