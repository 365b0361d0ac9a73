"""Small tables of numbers for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

__all__ = ["columns", "percent"]


def columns(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Rows with their columns aligned, the first to the left, the others to the right; a line each."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for first, *others in rows:
        cells = [cell.rjust(width) for cell, width in zip(others, widths[1:], strict=True)]
        yield f"  {'  '.join((first.ljust(widths[0]), *cells))}\n"


def percent(part: int, whole: int) -> str:
    """A share in percent, rounded down; "–" of nothing."""
    return f"{100 * part // whole}%" if whole else "–"
