"""Which of two readings of the syllables around a term is the likelier one (rule M4).

A listed word that crosses an edge of a term says little by itself: it may leave over a syllable that
is no word ("phê | chuẩn bị | lùi"). So the syllables around the term are cut into words twice, as
cheaply as possible: with the term standing, and with a listed word across its edge. A listed word
costs about as much as a syllable that is a word of its own; a syllable that is none costs more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from khihau.languages.cuts import NEVER, Piece, cuts_after, cuts_before
from khihau.languages.vi import tuned
from khihau.languages.vi.word_lists import LONGEST_WORD, words

__all__ = ["Row", "crossings", "margin", "price"]


class Row(NamedTuple):
    """The syllables around and in a candidate, in one spelling; it stands at `start:end` of them."""

    syllables: list[str]
    start: int
    end: int


def crossings(row: Row) -> list[tuple[int, int]]:
    """Where a listed word stands across an edge of the term, or around it."""
    size = row.end - row.start
    return [
        (first, last)
        for first, last, word in _spans(row)
        if _crosses_edge(row, first, last)
        and words().crosses(word, holds=size if _holds(row, first, last) else 0)
        and not (_holds(row, first, last) and _kept(row, first, last))
    ]


def _kept(row: Row, first: int, last: int) -> bool:
    """Whether the term keeps its meaning in a word around it: petrol in "cây xăng"."""
    inside = f"({' '.join(row.syllables[row.start : row.end])})"
    before, after = row.syllables[first : row.start], row.syllables[row.end : last]
    return " ".join([*before, inside, *after]) in words().kept


def margin(row: Row, crossed: Iterable[tuple[int, int]]) -> int:
    """How much dearer the cheapest reading with a word across is than that with the term.

    A phrase or a word around the term that does not cover it is a reading with the term, unless
    a word that does stands in it: "đi biển | báo tin", but "nhà máy hạt nhân" holds no seed.
    """
    size, taken = len(row.syllables), set(crossed)
    standing = [Piece(row.start, row.end, _cost_of_term(row))]
    across, beside = [], []
    for first, last, word in _spans(row):
        span = Piece(first, last, price(word))
        if (first, last) in taken:
            across.append(span)
        elif _holds(row, first, last):
            if word not in words().listed and not any(
                first <= start and end <= last for start, end in taken
            ):
                standing.append(span)
        elif not _crosses_edge(row, first, last) or word in words().phrases:
            beside.append(span)
    before, after = cuts_before(size, [*beside, *across]), cuts_after(size, [*beside, *across])
    with_word, with_term = (
        min(before[first].cost + cost + after[last].cost for first, last, cost in spans)
        for spans in (across, standing)
    )
    return with_word - with_term


def _cost_of_term(row: Row) -> int:
    """A term is one word, but a long one may be no more than a phrase: "định giá | các bon"."""
    syllables = row.syllables[row.start : row.end]
    size, whole = len(syllables), price(" ".join(syllables))
    if size < 3:
        return min(whole, tuned.WORD)
    spans = _spans(Row(syllables, 0, size))
    parts = [Piece(first, last, price(word)) for first, last, word in spans if last - first < size]
    cut = cuts_before(size, parts)[size].cost
    return min(whole, cut - tuned.TERM, tuned.WORD + (size - 2) * tuned.MORE)


def _spans(row: Row) -> Iterator[tuple[int, int, str]]:
    for first in range(len(row.syllables)):
        for last in range(first + 1, min(len(row.syllables), first + LONGEST_WORD) + 1):
            yield first, last, " ".join(row.syllables[first:last])


def _crosses_edge(row: Row, first: int, last: int) -> bool:
    return first < row.start < last or first < row.end < last


def _holds(row: Row, first: int, last: int) -> bool:
    return first <= row.start and last >= row.end


# --- what a word costs ----------------------------------------------------------------------------


@lru_cache(maxsize=16384)
def price(word: str) -> int:
    """What a word costs in a reading; `NEVER` for syllables that make no word."""
    lists = words()
    if " " not in word:
        if word in lists.grammar:
            return tuned.GRAMMAR
        return tuned.FREE if word in lists.free else tuned.BOUND
    if word in lists.firm:
        return tuned.FIRM
    if word in lists.checked or word in lists.phrases:
        return tuned.LONG if word.count(" ") > 1 else tuned.WORD
    if word in lists.listed:
        return tuned.UNREAD
    return tuned.DENIED if word in lists.denied else NEVER
