"""The table of profiles as Markdown: how gravely each rule is told in each kind of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from khihau.profiles.table import Cell, profile_names, profile_of, rows

__all__ = ["profile_table"]

_SAFETIES = {"safe": "ˢ", "suggested": "ˢ?", None: ""}


def profile_table(keys: Iterable[str]) -> Iterator[str]:
    """The rows of some keys, a line each, with a column a profile."""
    profiles = [profile_of(name) for name in profile_names()]
    yield f"| | by itself | {' | '.join(one.name for one in profiles)} |"
    yield f"|---|---|{'---|' * len(profiles)}"
    for key in keys:
        cells = (rows()[key], *(one.cells[key] for one in profiles))
        yield f"| `{key}` | {' | '.join(map(_cell, cells))} |"


def _cell(cell: Cell) -> str:
    """A severity, with what its fix may be at most; a dash for what is not told."""
    return f"{cell.severity}{_SAFETIES[cell.safety]}" if cell.severity else "–"
