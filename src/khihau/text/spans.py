"""Where sorted spans lie: which one begins before an offset, whether one holds or overlaps a stretch.

A span is half open, in code points. The functions ask spans that are sorted and do not overlap, as
those of a document are; nothing is made first, so that one question costs nothing. `Spans` is for
many questions, and for spans that overlap. In both, an empty stretch is a place between characters:
a span has it that begins before it and ends behind it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import accumulate
from typing import Any, Protocol, TypeAlias, TypeVar

__all__ = ["Spans", "Taken", "between", "disjoint", "holds", "joined", "last_at", "overlaps"]

# Tuples that begin with a start and an end: bare spans, regions, segments, numbers.
_Sorted: TypeAlias = Sequence[tuple[Any, ...]]


class _Placed(Protocol):
    """What has a start and an end."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


_Item = TypeVar("_Item", bound=_Placed)


def last_at(spans: _Sorted, offset: int) -> int:
    """The index of the last span that begins at or before an offset, -1 when none does."""
    return bisect_left(spans, (offset + 1,)) - 1  # no span is less than a start alone


def holds(spans: _Sorted, start: int, end: int) -> bool:
    """Whether all of a stretch lies in one span."""
    at = last_at(spans, start)
    return at >= 0 and bool(spans[at][1] >= end)


def overlaps(spans: _Sorted, start: int, end: int) -> bool:
    """Whether a span has a part of a stretch, or an empty stretch inside it."""
    at = last_at(spans, end - 1)
    return at >= 0 and bool(spans[at][1] > start)


def between(spans: _Sorted, low: int, high: int) -> slice:
    """The slice of the spans that begin at or behind `low` and before `high`."""
    return slice(bisect_left(spans, (low,)), bisect_left(spans, (high,)))


class Spans:
    """Spans in the order of their starts, which may overlap: their starts are kept apart."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        spans = list(spans)
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    @classmethod
    def of(cls, items: Iterable[_Placed]) -> Spans:
        """The spans of items, such as matches, in the order of their starts."""
        return cls((item.start, item.end) for item in items)

    @cached_property
    def _reach(self) -> list[int]:
        """How far reach those that begin up to each one."""
        return list(accumulate(self._ends, max))

    def last(self, offset: int) -> int:
        """The index of the last span that begins at or before an offset, -1 when none does."""
        return bisect_right(self._starts, offset) - 1

    def holds(self, start: int, end: int) -> bool:
        """Whether all of a stretch lies in one span."""
        at = bisect_right(self._starts, start) - 1
        return at >= 0 and self._reach[at] >= end

    def overlaps(self, start: int, end: int) -> bool:
        """Whether a span has a part of a stretch, or an empty stretch inside it."""
        at = bisect_left(self._starts, end) - 1
        return at >= 0 and self._reach[at] > start

    def cuts(self, start: int, end: int, reach: int) -> bool:
        """Whether a span has a part of a stretch and something beside it.

        One that begins `reach` or more before the stretch is not looked at.
        """
        near = self.between(start - reach + 1, end)
        return any(
            low < start < high < end or start < low < end < high
            for low, high in zip(self._starts[near], self._ends[near], strict=True)
        )

    def between(self, low: int, high: int) -> slice:
        """The slice of the spans that begin at or behind `low` and before `high`."""
        return slice(bisect_left(self._starts, low), bisect_left(self._starts, high))


class Taken:
    """Spans of which none overlaps another, taken one by one in any order."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def add(self, start: int, end: int) -> bool:
        """Take a span, unless a part of it is taken."""
        if self.overlaps(start, end):
            return False
        at = bisect_left(self._starts, end)
        self._starts.insert(at, start)
        self._ends.insert(at, end)
        return True

    def overlaps(self, start: int, end: int) -> bool:
        """Whether a part of a stretch is taken."""
        at = bisect_left(self._starts, end)
        return at > 0 and self._ends[at - 1] > start


def disjoint(items: Iterable[_Item]) -> tuple[_Item, ...]:
    """Sort items; where two overlap, the one that begins first wins, then the longer."""
    kept: list[_Item] = []
    end = 0
    for item in sorted(items, key=lambda item: (item.start, -item.end)):
        if item.start >= end:
            kept.append(item)
            end = item.end
    return tuple(kept)


def joined(spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Sort spans and join those that overlap or touch."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
