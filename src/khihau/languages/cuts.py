"""Cutting a row of syllables into words as cheaply as possible."""

from __future__ import annotations

from collections.abc import Iterable
from operator import itemgetter
from typing import NamedTuple

__all__ = ["NEVER", "Cut", "Piece", "cuts_after", "cuts_before"]

NEVER = 10_000  # no row of pieces costs so much


class Piece(NamedTuple):
    """What may stand in a row of words from one place to a later one, and what it costs."""

    first: int
    last: int
    cost: int


class Cut(NamedTuple):
    """The cheapest row of pieces on one side of a place, and where its piece beside it ends."""

    cost: int
    next: int


def cuts_before(size: int, pieces: Iterable[Piece]) -> list[Cut]:
    """The cheapest row of pieces from the start to each place; of equal ones, that named first."""
    best = [Cut(0, 0)] + [Cut(NEVER, 0)] * size
    for first, last, cost in sorted(pieces, key=itemgetter(1)):  # by their ends
        total = best[first].cost + cost
        if total < best[last].cost:
            best[last] = Cut(total, first)
    return best


def cuts_after(size: int, pieces: Iterable[Piece]) -> list[Cut]:
    """The cheapest row of pieces from each place to the end."""
    flipped = (Piece(size - last, size - first, cost) for first, last, cost in pieces)
    return [Cut(cost, size - next_) for cost, next_ in reversed(cuts_before(size, flipped))]
