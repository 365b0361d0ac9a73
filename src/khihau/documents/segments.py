"""Which segment an offset stands in: one search, for all that ask."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from khihau.model import Lang, Segment

__all__ = ["lang_at", "segment_index"]


def segment_index(segments: Sequence[Segment], offset: int) -> int:
    """The index of the last segment that starts at or before an offset, -1 when none does."""
    return bisect_right(segments, offset, key=lambda segment: segment.start) - 1


def lang_at(segments: Sequence[Segment], offset: int) -> Lang | None:
    """The language of the segment that holds an offset or stands before it, None when none does."""
    at = segment_index(segments, offset)
    return segments[at].lang if at >= 0 else None
