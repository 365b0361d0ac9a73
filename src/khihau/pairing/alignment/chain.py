"""The chain of beads that pairs two rows of pieces best, by dynamic programming.

In long texts only a band of places is looked at. It follows keys that each text has once, the longest
chain of them that runs forward in both.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from khihau.model import SegmentKind
from khihau.pairing.alignment.evidence import Bead, Piece, Weights, odd_kind, score
from khihau.pairing.tuned import (
    ACROSS_ITEMS,
    ACROSS_PARAGRAPHS,
    ANY_LENGTH,
    ODD_LENGTH,
    SHAPES,
    SIDE_BY_SIDE,
    VARIANCE,
)

__all__ = ["chain_score", "pair_up"]

_WIDEST = max(map(max, SHAPES))  # pieces on one side of a bead
_ORDER = tuple(SHAPES)
_TWO_SIDED = tuple((index, *shape) for index, shape in enumerate(_ORDER) if 0 not in shape)
_LEFT_OUT, _ADDED = _ORDER.index((1, 0)), _ORDER.index((0, 1))

# How many pairs of pieces are looked at: all in short texts, a band of so many in long ones.
_WHOLE = 60_000
_CELLS = 250_000
_NARROWEST = 12


def pair_up(
    source: Sequence[Piece],
    target: Sequence[Piece],
    weights: Weights,
    across: float = ACROSS_PARAGRAPHS,
) -> list[Bead]:
    """The chain of beads with the highest score; in long texts only near the likely diagonal.

    `across` is what a bead loses for each end of a paragraph in it.
    """
    rows = _band([piece.keys for piece in source], [piece.keys for piece in target])
    here = _side(source, weights.source_only, across)
    there = _side(target, weights.target_only, across)
    best: list[list[float]] = []  # of the last rows
    steps: list[bytearray] = []
    for row, (low, high) in enumerate(rows):
        line, step = [-math.inf] * (high - low), bytearray(high - low)
        if row == 0:
            line[0] = 0.0
        for shape in _TWO_SIDED:
            before = row - shape[1]
            if before >= 0:
                reach = _Reach(best[before], rows[before][0], low, line, step)
                _extend(reach, shape, before, here, there, weights.all)
        _leave_out(line, step, low, best[row - 1] if row else [], rows[row - 1][0])
        best.append(line)
        steps.append(step)
        if row >= _WIDEST:
            best[row - _WIDEST] = []
    return _chain(rows, steps)


class _Side(NamedTuple):
    """The pieces of one text and, for each number of them in a bead, what `score` needs of it."""

    kinds: list[SegmentKind]
    sizes: list[list[float]]
    keys: list[list[frozenset[str]]]
    losses: list[list[float]]


def _side(pieces: Sequence[Piece], losses: Mapping[str, float], across: float) -> _Side:
    keys = [[piece.keys & losses.keys() for piece in pieces]]
    sizes = [[piece.size for piece in pieces]]
    for width in range(1, _WIDEST):
        last, ends = keys[-1], keys[0][width:]
        keys.append([one | end if end else one for one, end in zip(last, ends, strict=False)])
        added = zip(sizes[-1], sizes[0][width:], strict=False)
        sizes.append([one + other for one, other in added])
    lost = [
        [
            sum(map(losses.__getitem__, one)) + _crossed(pieces[at : at + width], across)
            for at, one in enumerate(row)
        ]
        for width, row in enumerate(keys, start=1)
    ]
    return _Side([piece.kind for piece in pieces], sizes, keys, lost)


def _crossed(pieces: Sequence[Piece], across: float) -> float:
    """What sentences lose for not being of one paragraph; whole paragraphs lose nothing."""
    first, last = pieces[0], pieces[-1]
    if first.paragraph == last.paragraph:
        return 0.0
    if last.kind in ("item", "cell"):
        across = ACROSS_ITEMS
    elif first.kind != last.kind:
        across = ACROSS_PARAGRAPHS
    return across * (last.paragraph - first.paragraph)


def chain_score(
    beads: Iterable[Bead],
    source: Sequence[Piece],
    target: Sequence[Piece],
    weights: Weights,
    across: float,
) -> float:
    """What speaks for a chain of beads, whatever way it was found."""
    total = 0.0
    for (first, last), (start, end) in beads:
        if first < last and start < end:
            here, there = source[first:last], target[start:end]
            total += score(here, there, weights) - _crossed(here, across) - _crossed(there, across)
        else:
            total += SHAPES[1, 0] * (last - first + end - start)
    return total


class _Reach(NamedTuple):
    """A row that was reached, the row to reach, and their first columns."""

    reached: Sequence[float]
    first: int
    low: int
    line: list[float]
    step: bytearray


def _extend(
    reach: _Reach,
    shape: tuple[int, int, int],
    row: int,
    here: _Side,
    there: _Side,
    worth: Mapping[str, float],
) -> None:
    """Try the beads of one shape that begin in a row."""
    reached, first, low, line, step = reach
    index, down, across = shape
    size, keys, kind = here.sizes[down - 1][row], here.keys[down - 1][row], here.kinds[row]
    sure = SHAPES[down, across] + SIDE_BY_SIDE - here.losses[down - 1][row]
    sizes, all_keys = there.sizes[across - 1], there.keys[across - 1]
    losses = there.losses[across - 1]
    start = max(first, low - across)
    for at in range(start, min(first + len(reached), low + len(line) - across)):
        other = sizes[at]
        away = size - other
        odd = away * away / (VARIANCE * (size + other) + 2 * ANY_LENGTH)
        if odd > ODD_LENGTH:
            if index:
                continue  # merged, and still no fit
            odd = ODD_LENGTH
        value = reached[at - first] + sure - odd - losses[at]
        if keys and all_keys[at]:
            for key in keys & all_keys[at]:
                value += worth[key]
        if kind != there.kinds[at]:
            value -= odd_kind(kind, there.kinds[at])
        if value > line[at + across - low]:
            line[at + across - low], step[at + across - low] = value, index


def _leave_out(
    line: list[float], step: bytearray, low: int, above: Sequence[float], first: int
) -> None:
    """Try to leave out a piece of the source, and then one of the target, at each place of a row."""
    left_out, added = SHAPES[1, 0], SHAPES[0, 1]
    for at, value in enumerate(above, start=first - low):
        if 0 <= at < len(line) and value + left_out > line[at]:
            line[at], step[at] = value + left_out, _LEFT_OUT
    for at in range(1, len(line)):
        if line[at - 1] + added > line[at]:
            line[at], step[at] = line[at - 1] + added, _ADDED


def _chain(rows: Sequence[tuple[int, int]], steps: Sequence[bytearray]) -> list[Bead]:
    beads: list[Bead] = []
    i, j = len(rows) - 1, rows[-1][1] - 1
    while i or j:
        down, across = _ORDER[steps[i][j - rows[i][0]]]
        beads.append(Bead((i - down, i), (j - across, j)))
        i, j = i - down, j - across
    return beads[::-1]


# --- where the two rows may meet ------------------------------------------------------------------


def _band(
    source: Sequence[frozenset[str]], target: Sequence[frozenset[str]]
) -> list[tuple[int, int]]:
    """For each number of source pieces behind, the range of the number of target pieces behind.

    Ranges of neighbours meet, the first holds 0, the last ends the target.
    """
    rows, columns = len(source), len(target)
    if (rows + 1) * (columns + 1) <= _WHOLE:
        return [(0, columns + 1)] * (rows + 1)
    half = max(_NARROWEST, _CELLS // (2 * (rows + 1)))
    points = [(0, 0), *_fixed_points(source, target), (rows, columns)]
    ranges = [(0, min(columns, half) + 1)]
    for (row, column), (to_row, to_column) in pairwise(points):
        steps, across = to_row - row, to_column - column
        for step in range(1, steps + 1):
            middle = column + across * step // steps
            low = max(0, min(middle - half, ranges[-1][1] - 1))
            ranges.append((max(low, ranges[-1][0]), min(columns, middle + half) + 1))
    return [*ranges[:-1], (ranges[-1][0], columns + 1)]


def _fixed_points(
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
