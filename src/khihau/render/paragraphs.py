"""A draft cut for a page: paragraphs, runs of one language in them, and the terms in these."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from khihau.model import Document, Lang, Match, Segment
from khihau.render.tuned import HARD_WRAPPED
from khihau.text.regex import regex
from khihau.text.spans import Spans

__all__ = ["Paragraph", "Run", "paragraphs"]

_LINE_BREAKS = regex(r"(?:[ \t]*(?:\r\n?|\n))+")
_SHOWN_KINDS = ("heading", "code")


class Run(NamedTuple):
    """A stretch in one language; `kind` is "heading", "code" or empty, `pieces` are text and terms."""

    lang: Lang | None
    kind: str
    pieces: tuple[str | Match, ...]


class Paragraph(NamedTuple):
    """What stands between two blank lines; `lang` is that of its first words."""

    lang: Lang | None
    runs: tuple[Run, ...]


def paragraphs(document: Document, matches: Sequence[Match]) -> Iterator[Paragraph]:
    """Cut a document into its paragraphs; the matches are in text order and do not overlap.

    A paragraph ends at a blank line, and at the end of a long line (many texts have a paragraph a
    line), but never inside a term. All other line breaks and spaces stay in the text.
    """
    places = Spans.of(matches)
    segment_ends = [segment.end for segment in document.segments]
    for start, end in _spans(document.text, matches):
        terms = matches[places.between(start, end)]
        first = bisect_right(segment_ends, start)
        last = first
        while last < len(segment_ends) and document.segments[last].start < end:
            last += 1
        segments = document.segments[first:last]
        lang = next((segment.lang for segment in segments if segment.lang), None)
        yield Paragraph(lang, tuple(_runs(document.text, start, end, terms, segments)))


def _spans(text: str, matches: Sequence[Match]) -> Iterator[tuple[int, int]]:
    places = Spans.of(matches)
    start = line = 0
    for found in _LINE_BREAKS.finditer(text):
        blank = len(re.findall(r"\r\n?|\n", found[0])) > 1
        long_line = found.start() - line > HARD_WRAPPED
        line = found.end()
        if (blank or long_line) and not places.overlaps(*found.span()):
            if text[start : found.start()].strip():
                yield start, found.start()
            start = found.end()
    if text[start:].strip():
        yield start, len(text)


def _runs(
    text: str, start: int, end: int, terms: Sequence[Match], segments: Sequence[Segment]
) -> Iterator[Run]:
    """One run a segment (with what lies before it); a term across two belongs to the first."""
    done, taken = start, 0
    for segment in segments:
        stop = min(segment.end, end)
        if stop <= done:
            continue
        first, taken = taken, bisect_left(terms, stop, taken, key=lambda term: term.start)
        mine = terms[first:taken]
        stop = max(stop, mine[-1].end) if mine else stop
        if done < segment.start:
            lead = [term for term in mine if term.start < segment.start]
            border = max(segment.start, lead[-1].end) if lead else segment.start
            yield Run(None, "", _pieces(text, done, border, lead))
            done, mine = border, mine[len(lead) :]
        kind = segment.kind if segment.kind in _SHOWN_KINDS else ""
        if done < stop:
            yield Run(segment.lang, kind, _pieces(text, done, stop, mine))
        done = max(done, stop)
    if done < end:
        yield Run(None, "", _pieces(text, done, end, terms[taken:]))


def _pieces(text: str, start: int, end: int, terms: Sequence[Match]) -> tuple[str | Match, ...]:
    parts: list[str | Match] = []
    for term in terms:
        parts += (text[start : term.start], term)
        start = term.end
    return tuple(part for part in (*parts, text[start:end]) if part)
