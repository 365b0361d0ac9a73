"""One mention of an acronym, and what its forms share."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from khihau.model import Document, Lang, SegmentKind
from khihau.text.fold import fold

__all__ = ["Use", "family", "kind_at", "lang_at", "segment_index"]


@dataclass(frozen=True, slots=True)
class Use:
    """One mention of an acronym. `meaning` is how what writes it out there counts: "definition",
    "conflict" (a wrong form, or another meaning), "loose" (words that are no label), or "" for a
    mere use. `expansion` is the span of the form or of the words."""

    start: int
    end: int
    acronym: str
    concept: str | None
    number: int | None
    kind: SegmentKind
    meaning: str = ""
    expansion: tuple[int, int] | None = None


@lru_cache(maxsize=4096)
def family(acronym: str, number: int | None) -> str:
    """What all forms of an acronym share: COP29, COP 30 and COP; NDCs and NDC."""
    name = fold(acronym, keep_case=True).text
    name = re.sub(r"[ \-]?[0-9]+$", "", name) if number is not None else name
    return name[:-1] if name.endswith("s") and name[-2:-1].isupper() else name


def segment_index(document: Document, offset: int) -> int:
    """The segment that holds an offset or stands before it, -1 for none."""
    return bisect_right(document.segments, offset, key=lambda segment: segment.start) - 1


def kind_at(document: Document, offset: int) -> SegmentKind:
    """What an acronym stands in."""
    at = segment_index(document, offset)
    return document.segments[at].kind if at >= 0 else "body"


def lang_at(document: Document, offset: int) -> Lang | None:
    """The language around an acronym."""
    at = segment_index(document, offset)
    return document.segments[at].lang if at >= 0 else None
