"""Where two rows of pieces may meet: all places of short texts, a band in long ones.

The band follows keys that each text has once, the longest chain of them that runs forward in both.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

__all__ = ["band", "fixed_points"]

_CELLS = 250_000  # that are looked at in a long text; so many pairs are looked at whole
_WHOLE = 60_000
_NARROWEST = 12


def band(
    source: Sequence[frozenset[str]], target: Sequence[frozenset[str]]
) -> list[tuple[int, int]]:
    """For each number of source pieces behind, the range of the number of target pieces behind.

    Ranges of neighbours meet, the first holds 0, the last ends the target.
    """
    rows, columns = len(source), len(target)
    if (rows + 1) * (columns + 1) <= _WHOLE:
        return [(0, columns + 1)] * (rows + 1)
    half = max(_NARROWEST, _CELLS // (2 * (rows + 1)))
    points = [(0, 0), *fixed_points(source, target), (rows, columns)]
    ranges = [(0, min(columns, half) + 1)]
    for (row, column), (to_row, to_column) in pairwise(points):
        steps, across = to_row - row, to_column - column
        for step in range(1, steps + 1):
            middle = column + across * step // steps
            low = max(0, min(middle - half, ranges[-1][1] - 1))
            ranges.append((max(low, ranges[-1][0]), min(columns, middle + half) + 1))
    return [*ranges[:-1], (ranges[-1][0], columns + 1)]


def fixed_points(
    source: Sequence[frozenset[str]], target: Sequence[frozenset[str]]
) -> list[tuple[int, int]]:
    """Pairs of pieces that share a key which no other piece has, as the longest forward chain."""
    there = _single(target)
    pairs = {(at, there[key]) for key, at in _single(source).items() if key in there}
    ends: list[int] = []  # the least column that ends a chain of each length
    chains: list[tuple[int, int]] = []
    before: dict[tuple[int, int], tuple[int, int] | None] = {}
    for pair in sorted(pairs, key=lambda pair: (pair[0], -pair[1])):
        length = bisect_left(ends, pair[1])
        ends[length : length + 1] = [pair[1]]
        chains[length : length + 1] = [pair]
        before[pair] = chains[length - 1] if length else None
    chain: list[tuple[int, int]] = []
    last = chains[-1] if chains else None
    while last:
        chain.append(last)
        last = before[last]
    return chain[::-1]


def _single(pieces: Sequence[frozenset[str]]) -> dict[str, int]:
    """The keys that one piece alone has, and which one."""
    counts = Counter(key for keys in pieces for key in keys)
    return {key: at for at, keys in enumerate(pieces) for key in keys if counts[key] == 1}
