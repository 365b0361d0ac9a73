"""Findings as text: place, line with the words underlined, message and source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from khihau.model import Severity, Termbase
from khihau.render.colour import coloured
from khihau.render.summary import Summary, name_of, notes
from khihau.render.views import Reviewed, View
from khihau.render.visible import cells, one_line

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
    colour = _SEVERITY_COLOURS[finding.severity] if view.colour else ""
    yield f"{one_line(path)}{place.where}: "
    yield from coloured(finding.severity, colour)
    yield f": {one_line(finding.message)} ({name_of(finding)})\n"
    before, shown, after = map(one_line, (place.before, place.shown, place.after))
    yield f"    {before}{shown}{after}\n"
    yield f"    {' ' * cells(before)}{'^' * max(1, cells(shown))}\n"
    yield from (f"    {note}\n" for note in notes(placed, base, view))
