"""Which lines of a text are not in an older one: a comparison that long texts do not slow down."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

__all__ = ["changed_lines"]

_DEEPEST = 64  # rounds within each other: real texts need a few, and each goes once over the lines


class _Pair(NamedTuple):
    """The indices of one line in the old text and in the new one."""

    old: int
    new: int


def changed_lines(old: Sequence[str], new: Sequence[str]) -> list[range]:
    """The lines of a text, from 1, that changed against its older lines, in order.

    What begins and ends both texts is the same. Between, lines that stand equally often in both are
    paired in their order, as many as do not cross; what lies between two pairs is compared alike.
    So the lines that are left out stand in both texts in one order; where only lines are left that
    stand more often in one text, all of them count as changed.
    """
    changed: list[range] = []
    waiting = [(_Pair(-1, -1), _Pair(len(old), len(new)), 0)]
    while waiting:
        before, behind, depth = waiting.pop()
        low, high = _Pair(before.old + 1, before.new + 1), behind
        while low.old < high.old and low.new < high.new and old[low.old] == new[low.new]:
            low = _Pair(low.old + 1, low.new + 1)
        while low.old < high.old and low.new < high.new and old[high.old - 1] == new[high.new - 1]:
            high = _Pair(high.old - 1, high.new - 1)
        if low.new == high.new:
            continue
        pairs = _paired(old, new, low, high) if depth < _DEEPEST else []
        if not pairs:
            changed.append(range(low.new + 1, high.new + 1))
            continue
        ends = [_Pair(low.old - 1, low.new - 1), *pairs, high]
        waiting.extend((first, second, depth + 1) for first, second in pairwise(ends))
    return sorted(changed, key=lambda some: some.start)


def _paired(old: Sequence[str], new: Sequence[str], low: _Pair, high: _Pair) -> list[_Pair]:
    """The most pairs, in order and without crossing, of lines that stand equally often in both."""
    in_old, in_new = _places(old, low.old, high.old), _places(new, low.new, high.new)
    pairs = sorted(
        _Pair(*pair)
        for line, places in in_old.items()
        if len(places) == len(in_new.get(line, ()))
        for pair in zip(places, in_new[line], strict=True)
    )
    # The longest rising chain: for each length the lowest end that a chain of it may have.
    ends: list[int] = []
    lasts: list[int] = []
    before: list[int] = []
    for at, pair in enumerate(pairs):
        length = bisect_left(ends, pair.new)
        before.append(lasts[length - 1] if length else -1)
        ends[length : length + 1] = [pair.new]
        lasts[length : length + 1] = [at]
    chain: list[_Pair] = []
    at = lasts[-1] if lasts else -1
    while at >= 0:
        chain.append(pairs[at])
        at = before[at]
    return chain[::-1]


def _places(lines: Sequence[str], start: int, end: int) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for at in range(start, end):
        found[lines[at]].append(at)
    return found
