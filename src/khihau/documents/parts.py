"""A document made of the parts of a file that is no plain text: paragraphs, cells, units."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from khihau.documents.prose.inline import find_inline
from khihau.documents.prose.quotes import find_quoted, quotations
from khihau.documents.prose.titles import find_titles
from khihau.documents.prose.words import find_words
from khihau.model import Document, Lang, Segment, SegmentKind, Unit
from khihau.text.spans import disjoint, joined

__all__ = ["Part", "document_of"]

_BETWEEN = "\n\n"


class Part(NamedTuple):
    """The text of one paragraph, cell or unit, and its name in the file ("paragraph 12").

    `lang` is what the file says of it, None when it says nothing.
    """

    text: str
    name: str
    kind: SegmentKind = "body"
    lang: Lang | None = None


def document_of(parts: Iterable[Part], path: str, *, markup: bool = False) -> Document:
    """The parts as one text, each a segment and a unit on a line of its own, also an empty one.

    So the n-th unit is the n-th part. Blank lines between them keep a term from running on from one
    cell to the next. Breaks within a part are written as spaces of the same
    length. `markup` says that tags, links and code spans may stand in the parts, as in the
    catalogues of programs; in a word processor they are plain letters.
    """
    parts = list(parts)
    texts = [_on_one_line(part.text) for part in parts]
    segments: list[Segment] = []
    units: list[Unit] = []
    start = 0
    for part, text in zip(parts, texts, strict=True):
        end = start + len(text)
        units.append(Unit(start, end, part.name))
        if text.strip():
            segments.append(Segment(start, end, part.kind, part.lang))
        start = end + len(_BETWEEN)
    whole = _BETWEEN.join(texts)
    spans = [(segment.start, segment.end) for segment in segments]
    inline = find_inline(whole, spans, set()) if markup else None
    marked = tuple(quotations(whole, spans))
    titles = find_titles(whole, marked, segments)
    return Document(
        text=whole,
        segments=tuple(segments),
        protected=disjoint((*(inline.regions if inline else ()), *find_words(whole))),
        quoted=joined(
            (*find_quoted(whole, spans, marked), *titles.sure, *(inline.links if inline else ()))
        ),
        titles=titles.all,
        path=path,
        units=tuple(units),
    )


def _on_one_line(text: str) -> str:
    """A text without line breaks of any kind, as long as before."""
    for line_break in "\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029":
        text = text.replace(line_break, " ")
    return text
