"""Where the patterns stand in a folded text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from khihau.languages.session_numbers import read
from khihau.match.index import Index
from khihau.match.patterns import Entry
from khihau.match.tuned import NUMBER_REACH
from khihau.text.fold import Folded, Squeezed
from khihau.text.hangul import may_be_spaced

__all__ = ["Place", "places"]

_PLAIN_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")


class Place(NamedTuple):
    """Where an entry stands: folded span, and, of a numbered label, the span of its literal side."""

    start: int
    end: int
    entry: Entry
    literal: tuple[int, int] | None = None
    number: int | None = None


def places(folded: Folded, index: Index, *, common: bool) -> Iterator[Place]:
    """Where the patterns stand: those that are `common` letters or words, or all others."""
    text, letters = folded.text, _word_edges(folded)
    edged = text + " "  # whose last character stands before the first, too
    for start, end, entries in index.spaced.find(text, frozenset() if common else letters):
        beside = edged[end] in letters or edged[start - 1] in letters
        for entry in entries:
            is_common = (beside and entry.is_acronym) or (
                entry.has_capitals and folded.written(start, end).islower()
            )
            if is_common is common and (place := _place(text, start, end, entry)):
                yield place
    if not folded.hangul or common:
        return
    squeezed = Squeezed(text)
    for begin, stop, entries in index.squeezed.find(squeezed.text):
        for entry in entries:
            place = _place(squeezed.text, begin, stop, entry)
            if not place:
                continue
            start, end = squeezed.unsqueezed(place.start, place.end)
            if may_be_spaced(text[start:end], entry.spaces, entry.term.syllables):
                literal = place.literal and squeezed.unsqueezed(*place.literal)
                yield Place(start, end, entry, literal, place.number)


def _word_edges(folded: Folded) -> frozenset[str]:
    """What may not stand beside an acronym: plain letters, where no emphasis was dropped between."""
    has_emphasis = "*" in folded.source or "_" in folded.source
    return frozenset() if has_emphasis else _PLAIN_LETTERS


def _place(text: str, start: int, end: int, entry: Entry) -> Place | None:
    """The place of an entry; a numbered one stands only with what lies beyond its literal."""
    if entry.how != "number":
        return Place(start, end, entry)
    if entry.after:
        found = re.compile(entry.after).match(text, end)
        return (
            Place(start, found.end(), entry, (start, end), read(entry.term.lang, found[1]))
            if found
            else None
        )
    reach = max(0, start - NUMBER_REACH)
    found = re.compile(entry.before).search(text[reach:start])
    begin = reach + found.start() if found else 0
    return (
        Place(begin, end, entry, (start, end), read(entry.term.lang, found[1])) if found else None
    )
