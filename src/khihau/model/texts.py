"""A document, and what the scanner saw in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from khihau.model.values import NO_TEXTS, Lang, RegionKind, SegmentKind

__all__ = ["Document", "Region", "Segment"]


class Segment(NamedTuple):
    """A block of the document in one language: a paragraph, a heading line, an item, a cell."""

    start: int
    end: int
    kind: SegmentKind
    lang: Lang | None = None


class Region(NamedTuple):
    """A stretch that is no prose: code, a URL, a tag. Never matched, never edited (SEMANTICS M9)."""

    start: int
    end: int
    kind: RegionKind


class Document(NamedTuple):
    """A decoded text and what the scanner saw in it.

    `segments` and `protected` are sorted and do not overlap among themselves; `quoted` holds the
    (start, end) spans of quoted speech, titles of works and link text: matched, not judged.
    """

    text: str
    segments: tuple[Segment, ...] = ()
    protected: tuple[Region, ...] = ()
    quoted: tuple[tuple[int, int], ...] = ()
    front_matter: Mapping[str, str] = NO_TEXTS
    path: str = "<text>"
