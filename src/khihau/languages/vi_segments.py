"""Which of two readings of the syllables around a term is the likelier one (SEMANTICS M4).

A listed word that crosses an edge of a term says little by itself: it may leave over a syllable that
is no word ("phê | chuẩn bị | lùi"). So the syllables around the term are cut into words twice, as
cheaply as possible: with the term standing, and with a listed word across its edge. A word costs
about as much as a syllable that is a word of its own; a syllable that is none costs more.
"""

from __future__ import annotations

from typing import NamedTuple

from khihau.languages.vi_words import Words

__all__ = ["Row", "crossings", "margin"]

_WORD = 10
_LONG_WORD = 8  # of three syllables and more: it does not come together by chance
_LISTED = 11  # not read by a person
_DENIED = 12  # far more often two words than one
_GRAMMAR = 8
_FREE = 11
_BOUND = 17


class Row(NamedTuple):
    """The syllables around and in a candidate, in one spelling; it stands at `start:end` of them."""

    syllables: list[str]
    start: int
    end: int

    def word(self, first: int, last: int) -> str:
        """The syllables from first to last, as a word of the lists."""
        return " ".join(self.syllables[first:last])


class _Span(NamedTuple):
    first: int
    last: int
    cost: int


def crossings(row: Row, lists: Words) -> list[tuple[int, int]]:
    """Where listed words stand across an edge of the term, or around it."""
    return [
        (first, last)
        for first, last in _spans(row)
        if _touches(row, first, last)
        and lists.crosses(row.word(first, last), holds=_holds(row, first, last))
    ]


def margin(row: Row, crossed: list[tuple[int, int]], lists: Words) -> int:
    """How much dearer the cheapest reading is in which a word crosses, than that of the term."""
    words = [
        _Span(first, last, cost)
        for first, last in _spans(row)
        if not _touches(row, first, last) and (cost := _cost(row, first, last, lists))
    ]
    across = [_Span(first, last, _cost(row, first, last, lists)) for first, last in crossed]
    standing = [_Span(row.start, row.end, _hit(row, lists)), *_around(row, lists)]
    before = _cheapest(len(row.syllables), [*words, *across])
    after = _cheapest(len(row.syllables), [*words, *across], backwards=True)

    def total(spans: list[_Span]) -> int:
        return min(before[span.first] + span.cost + after[span.last] for span in spans)

    return total(across) - total(standing)
