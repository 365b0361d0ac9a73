"""Where an edit stands in the line that is shown with a finding, since the text is not kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from khihau.model import Edit, Fix, Placed

__all__ = ["mended", "place_in_line"]

_CUT = "…"


def place_in_line(placed: Placed, edit: Edit) -> int | None:
    """How far behind the finding's start an edit begins; None if it leaves the part shown of the line."""
    finding, place = placed
    before = place.before.removeprefix(_CUT)
    behind = place.shown + place.after.removesuffix(_CUT)
    start, end = edit.start - finding.start, edit.end - finding.start
    is_shown = place.line == place.end_line and -len(before) <= start and end <= len(behind)
    return start if is_shown else None


def mended(placed: Placed, fix: Fix) -> tuple[str, ...] | None:
    """The line shown, mended: what stays and what is new by turns; None if it cannot be shown."""
    place = placed.place
    line = place.before + place.shown + place.after
    parts: list[str] = []
    done = 0
    for edit in sorted(fix.edits, key=_start):
        offset = place_in_line(placed, edit)
        if offset is None:
            return None
        start = len(place.before) + offset
        parts += (line[done:start], edit.text)
        done = start + edit.end - edit.start
    return (*parts, line[done:])


def _start(edit: Edit) -> int:
    return edit.start
