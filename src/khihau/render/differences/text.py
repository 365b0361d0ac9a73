"""Differences as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from khihau.render.differences.sections import Compared, sections_of, summary_of
from khihau.render.visible import one_line

__all__ = ["render_differences"]


def render_differences(compared: Compared) -> Iterator[str]:
    """A summary, then a section for each kind of change, a concept a paragraph."""
    if compared.differences.concepts or compared.differences.sources:
        yield f"{one_line(compared.old)} → {one_line(compared.new)}\n"
    yield f"{summary_of(compared.differences)}\n"
    for section in sections_of(compared):
        yield f"\n{section.title}\n"
        yield f"\n  {section.words}\n" if section.words else ""
        apart = any(entry.lines for entry in section.entries)
        for number, entry in enumerate(section.entries):
            yield "\n" if apart or number == 0 else ""
            yield f"  {entry.title} ({entry.id})\n"
            yield from (f"    {line}\n" for line in entry.lines)
