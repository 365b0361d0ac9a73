"""A document, and what the scanner saw in it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import NamedTuple

from khihau.model.values import NO_TEXTS, Lang, RegionKind, SegmentKind

__all__ = ["Alignment", "Bitext", "Document", "Region", "Segment", "Unit"]


class Segment(NamedTuple):
    """A block of the document in one language: a paragraph, a heading line, an item, a cell."""

    start: int
    end: int
    kind: SegmentKind
    lang: Lang | None = None


class Region(NamedTuple):
    """A stretch that is no prose: code, a URL, a tag. Never matched, never edited (rule M9)."""

    start: int
    end: int
    kind: RegionKind


class Unit(NamedTuple):
    """A part of a file that has no lines: where it stands in the text, and its name in the file.

    The name is what a person looks for: "paragraph 12", "table 2, row 1, cell 3", "footnote 4".
    """

    start: int
    end: int
    name: str


class Document(NamedTuple):
    """A decoded text and what the scanner saw in it.

    `segments` and `protected` are sorted and do not overlap among themselves; `quoted` holds the
    (start, end) spans of quoted speech, titles and link text: matched, not judged. `titles` are those
    of titles and listed works, and of words that may be a title, which others have chosen.
    `units` are empty for a text that was read as it is; else the text was taken out of a file (Word,
    a table, a catalogue), each unit on a line of its own, and cannot be written back. `modified` is
    the day on which such a file says that it was last changed.
    """

    text: str
    segments: tuple[Segment, ...] = ()
    protected: tuple[Region, ...] = ()
    quoted: tuple[tuple[int, int], ...] = ()
    titles: tuple[tuple[int, int], ...] = ()
    front_matter: Mapping[str, str] = NO_TEXTS
    path: str = "<text>"
    units: tuple[Unit, ...] = ()
    modified: datetime.date | None = None


class Alignment(NamedTuple):
    """A stretch of a source and the stretch of its translation, as (start, end) in each text.

    `confidence` is 0 to 1: that they say the same. A file of translation units is sure: 1. One of
    the two is empty (start equals end) where the other has no counterpart.
    """

    source: tuple[int, int]
    target: tuple[int, int]
    confidence: float = 1.0


class Bitext(NamedTuple):
    """A source text, its translation, and which part of one renders which of the other, in order."""

    source: Document
    target: Document
    alignments: tuple[Alignment, ...]
