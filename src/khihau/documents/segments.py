"""Which segment an offset stands in, whether it is quoted, and which language most text is in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from typing import Generic, TypeVar

from khihau.model import Document, Lang, Region, Segment

__all__ = ["Starts", "is_quoted", "lang_at", "main_lang", "segment_index"]

_Item = TypeVar("_Item", Segment, Region)


class Starts(Generic[_Item]):
    """Segments or regions of a document, asked for every candidate: their starts are kept apart."""

    def __init__(self, items: Sequence[_Item]) -> None:
        self._items: Sequence[_Item] = items
        self._starts = [item.start for item in items]

    def last(self, offset: int) -> _Item | None:
        """The last one that starts at or before an offset, None when none does."""
        at = bisect_right(self._starts, offset)
        return self._items[at - 1] if at else None


def segment_index(segments: Sequence[Segment], offset: int) -> int:
    """The index of the last segment that starts at or before an offset, -1 when none does."""
    return bisect_left(segments, (offset + 1,)) - 1  # no segment is less than a start alone


def lang_at(segments: Sequence[Segment], offset: int) -> Lang | None:
    """The language of the segment that holds an offset or stands before it, None when none does."""
    at = segment_index(segments, offset)
    return segments[at].lang if at >= 0 else None


def is_quoted(document: Document, start: int, end: int) -> bool:
    """Whether a place lies in quoted speech, a title or a link, and is not the writer's own prose."""
    at = bisect_right(document.quoted, (start, len(document.text))) - 1
    return at >= 0 and document.quoted[at][1] >= end


def main_lang(segments: Sequence[Segment]) -> Lang | None:
    """The language of most of the prose; where there is no prose, of the quotes and code."""
    prose: Counter[Lang] = Counter()
    rest: Counter[Lang] = Counter()
    for segment in segments:
        if segment.lang:
            sizes = rest if segment.kind in ("quote", "code") else prose
            sizes[segment.lang] += segment.end - segment.start
    sizes = prose or rest
    return max(sizes, key=lambda lang: (sizes[lang], lang), default=None)
