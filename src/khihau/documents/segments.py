"""Which segment an offset stands in, whether it is quoted, and which language most text is in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from khihau.model import Document, Lang, Segment
from khihau.text.spans import holds, last_at

__all__ = ["is_quoted", "is_title", "is_titled", "lang_at", "main_lang", "segment_index"]


def segment_index(segments: Sequence[Segment], offset: int) -> int:
    """The index of the last segment that starts at or before an offset, -1 when none does."""
    return last_at(segments, offset)


def lang_at(segments: Sequence[Segment], offset: int) -> Lang | None:
    """The language of the segment that holds an offset or stands before it, None when none does."""
    at = last_at(segments, offset)
    return segments[at].lang if at >= 0 else None


def is_quoted(document: Document, start: int, end: int) -> bool:
    """Whether a place lies in quoted speech, a title or a link, and is not the writer's own prose."""
    return holds(document.quoted, start, end)


def is_titled(document: Document, start: int, end: int) -> bool:
    """Whether a place lies in a title, or in words that may be one."""
    return holds(document.titles, start, end)


def is_title(document: Document, start: int, end: int) -> bool:
    """Whether a place is a title as a whole, or holds one."""
    at = last_at(document.titles, end - 1)
    return at >= 0 and document.titles[at][0] >= start and document.titles[at][1] <= end


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
