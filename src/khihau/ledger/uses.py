"""One mention of an acronym, and what its forms share."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from khihau.documents.segments import segment_index
from khihau.model import Document, SegmentKind
from khihau.text.fold import fold

__all__ = ["Use", "family", "kind_at"]


class Use(NamedTuple):
    """One mention of an acronym. `meaning` is how what writes it out there counts: "definition",
    "conflict" (a wrong form, or another meaning), "loose" (words that are no label), or "" for a
    mere use. `expansion` is the span of the form or of the words; `beside` that of the words before
    a bracket in which a foreign name alone writes it out, or of a definition that is almost a name.
    `is_set_up` says that words such as gọi tắt là, 이하, hereinafter tie the two; `is_promise` that what
    stands beside a definition says that the text will use the acronym, which a plain bracket does not.
    `country` is the one whose thing it is, where the names of the concept depend on that."""

    start: int
    end: int
    acronym: str
    concept: str | None
    number: int | None
    kind: SegmentKind
    meaning: str = ""
    expansion: tuple[int, int] | None = None
    beside: tuple[int, int] | None = None
    is_set_up: bool = False
    is_promise: bool = False
    country: str | None = None


@lru_cache(maxsize=4096)
def family(acronym: str, number: int | None) -> str:
    """What all forms of an acronym share: COP29, COP 30 and COP; NDCs and NDC."""
    name = fold(acronym, keep_case=True).text
    name = re.sub(r"[ \-]?[0-9]+$", "", name) if number is not None else name
    return name[:-1] if name.endswith("s") and name[-2:-1].isupper() else name


def kind_at(document: Document, offset: int) -> SegmentKind:
    """What an acronym stands in."""
    at = segment_index(document.segments, offset)
    return document.segments[at].kind if at >= 0 else "body"
