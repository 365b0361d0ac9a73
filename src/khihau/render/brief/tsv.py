"""A brief as tab-separated values: one term a row."""

from __future__ import annotations

from collections.abc import Iterator

from khihau.model import Termbase
from khihau.render.brief.entries import HEADINGS, cells, entries
from khihau.render.tsv import row
from khihau.render.views import Brief

__all__ = ["render_brief"]


def render_brief(brief: Brief, base: Termbase) -> Iterator[str]:
    """A line of column names, then the terms in the order of their first mention."""
    yield row(HEADINGS)
    for entry in entries(brief, base):
        yield row(cells(entry, base))
