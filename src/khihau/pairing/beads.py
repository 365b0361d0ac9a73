"""The best way to pair two rows of pieces, by dynamic programming (Gale & Church 1993).

A piece is a paragraph or a sentence. The score of a bead is a log-likelihood ratio: that its two
sides say the same, against that they have nothing to do with each other.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from khihau.model import SegmentKind
from khihau.pairing.band import band

__all__ = ["Bead", "Evidence", "Piece", "Weights", "evidence", "pair_up", "score", "weights_of"]

WIDEST = 4  # pieces on one side of a bead
# How often each shape is met in translations, as logarithms; a piece left out costs `(1, 0)`.
_SHAPES: Mapping[tuple[int, int], float] = {
    (1, 1): -0.1,
    (1, 2): -2.2,
    (2, 1): -2.2,
    (2, 2): -5.0,
    (1, 3): -5.5,
    (3, 1): -5.5,
    (1, 4): -6.0,
    (4, 1): -6.0,
    (1, 0): -3.7,
    (0, 1): -3.7,
}
_ORDER = tuple(_SHAPES)
_TWO_SIDED = tuple((index, *shape) for index, shape in enumerate(_ORDER) if 0 not in shape)
_LEFT_OUT, _ADDED = _ORDER.index((1, 0)), _ORDER.index((0, 1))

_SIDE_BY_SIDE = 1.5  # what any length that fits is worth
_VARIANCE = 6.0  # of a length, for each code point; Gale & Church found 6.8
_ROUGHLY = 60.0  # and of any length, for headings and other short pieces
_ODD_LENGTH = 6.0  # no length tells more against a bead than this
# That a number, a concept or a name is found in the translation of its piece; and how much one
# weighs, since the concepts of a piece depend on each other.
_KEPT = {"number": 0.93, "concept": 0.87, "name": 0.63}
_WEIGHT = {"number": 1.0, "concept": 0.7, "name": 0.7}
_OTHER_KIND: Mapping[frozenset[SegmentKind], float] = {
    frozenset(("body", "item")): 0.7,
    frozenset(("body", "quote")): 0.7,
}
_QUITE_OTHER_KIND = 2.0
# What a bead loses for each end of a paragraph in it; lists are often made one sentence.
_ACROSS_PARAGRAPHS, _ACROSS_ITEMS = 5.0, 1.2
_NUMBER_ALONE = 1.0  # a number that the other text has nowhere: what it tells against a counterpart
# Pieces of other texts, without any of the keys, that a short text is measured against.
_ELSEWHERE = 8


class Piece(NamedTuple):
    """A paragraph (`paragraph` is then 0) or a sentence, and the number of the paragraph it is in.

    `size` is its length, in the measure of the source.
    """

    start: int
    end: int
    kind: SegmentKind
    size: float
    keys: frozenset[str]
    paragraph: int


class Bead(NamedTuple):
    """Pieces of the source and of the target that belong together, as half-open index ranges."""

    source: tuple[int, int]
    target: tuple[int, int]


class Weights(NamedTuple):
    """What a key tells: shared, only in the source, only in the target; `all` is their sum."""

    shared: Mapping[str, float]
    source_only: Mapping[str, float]
    target_only: Mapping[str, float]
    all: Mapping[str, float]


class Evidence(NamedTuple):
    """Why two sides may belong together: `missing` and `odd` are against it, `other` their kinds."""

    shared: float
    missing: float
    odd: float
    other: float


def weights_of(source: Sequence[Piece], target: Sequence[Piece]) -> Weights:
    """Rare keys tell more, and one that a text has less often than the other is missed less."""
    in_source, in_target = (
        Counter(key for piece in pieces for key in piece.keys) for pieces in (source, target)
    )
    shared: dict[str, float] = {}
    source_only: dict[str, float] = {}
    target_only: dict[str, float] = {}
    for key in in_source.keys() & in_target.keys():
        sort = "name" if " " in key else "number" if key[0].isdigit() else "concept"
        here, there = in_source[key], in_target[key]
        chance = max(here / (len(source) + _ELSEWHERE), there / (len(target) + _ELSEWHERE))
        kept, weight = _KEPT[sort], _WEIGHT[sort]
        source_only[key] = _exact(-weight * math.log(1 - kept * min(1, there / here)))
        target_only[key] = _exact(-weight * math.log(1 - kept * min(1, here / there)))
        shared[key] = _exact(weight * max(0.0, math.log(kept / chance)))
    for counts, losses in ((in_source, source_only), (in_target, target_only)):
        alone = (key for key in counts if key[0].isdigit() and key not in shared)
        losses.update(dict.fromkeys(alone, _NUMBER_ALONE))
    sums = {key: shared[key] + source_only[key] + target_only[key] for key in shared}
    return Weights(shared, source_only, target_only, sums)


def _exact(weight: float) -> float:
    """A weight in parts of 1024: sums of such are exact, and do not depend on the order of a set."""
    return round(weight * 1024) / 1024


def evidence(source: Sequence[Piece], target: Sequence[Piece], weights: Weights) -> Evidence:
    """What tells for and against these pieces of the source being these of the target."""
    here = frozenset().union(*(piece.keys for piece in source))
    there = frozenset().union(*(piece.keys for piece in target))
    missing = sum(weights.source_only.get(key, 0.0) for key in here - there)
    missing += sum(weights.target_only.get(key, 0.0) for key in there - here)
    sizes = (sum(piece.size for piece in pieces) for pieces in (source, target))
    return Evidence(
        sum(weights.shared.get(key, 0.0) for key in here & there),
        missing,
        _odd_length(*sizes),
        _other_kind(source[0].kind, target[0].kind),
    )


def score(source: Sequence[Piece], target: Sequence[Piece], weights: Weights) -> float:
    """How much more likely the two sides say the same than not, as a logarithm."""
    told = evidence(source, target, weights)
    shape = _SHAPES.get((len(source), len(target)), -8.0)
    return shape + _SIDE_BY_SIDE + told.shared - told.missing - told.odd - told.other


def _odd_length(one: float, other: float) -> float:
    away = one - other
    return min(_ODD_LENGTH, away * away / (_VARIANCE * (one + other) + 2 * _ROUGHLY))


def _other_kind(one: SegmentKind, other: SegmentKind) -> float:
    return 0.0 if one == other else _OTHER_KIND.get(frozenset((one, other)), _QUITE_OTHER_KIND)


# --- the best chain of beads ----------------------------------------------------------------------


class _Side(NamedTuple):
    """The pieces of one text and, for each number of them in a bead, what `score` needs of it."""

    kinds: list[SegmentKind]
    sizes: list[list[float]]
    keys: list[list[frozenset[str]]]
    losses: list[list[float]]


def _side(pieces: Sequence[Piece], losses: Mapping[str, float]) -> _Side:
    keys = [[piece.keys & losses.keys() for piece in pieces]]
    sizes = [[piece.size for piece in pieces]]
    for width in range(1, WIDEST):
        last, ends = keys[-1], keys[0][width:]
        keys.append([one | end if end else one for one, end in zip(last, ends, strict=False)])
        added = zip(sizes[-1], sizes[0][width:], strict=False)
        sizes.append([one + other for one, other in added])
    lost = [
        [
            sum(map(losses.__getitem__, one)) + _crossed(pieces[at : at + width])
            for at, one in enumerate(row)
        ]
        for width, row in enumerate(keys, start=1)
    ]
    return _Side([piece.kind for piece in pieces], sizes, keys, lost)


def _crossed(pieces: Sequence[Piece]) -> float:
    """What sentences lose for not being of one paragraph; whole paragraphs lose nothing."""
    first, last = pieces[0], pieces[-1]
    if first.paragraph == last.paragraph:
        return 0.0
    each = _ACROSS_ITEMS if last.kind in ("item", "cell") else _ACROSS_PARAGRAPHS
    return each * (last.paragraph - first.paragraph)


def pair_up(source: Sequence[Piece], target: Sequence[Piece], weights: Weights) -> list[Bead]:
    """The chain of beads with the highest score; in long texts only near the likely diagonal."""
    rows = band([piece.keys for piece in source], [piece.keys for piece in target])
    here, there = _side(source, weights.source_only), _side(target, weights.target_only)
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
        if row >= WIDEST:
            best[row - WIDEST] = []
    return _chain(rows, steps)


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
    sure = _SHAPES[down, across] + _SIDE_BY_SIDE - here.losses[down - 1][row]
    sizes, all_keys = there.sizes[across - 1], there.keys[across - 1]
    losses = there.losses[across - 1]
    start = max(first, low - across)
    for at in range(start, min(first + len(reached), low + len(line) - across)):
        other = sizes[at]
        away = size - other
        odd = away * away / (_VARIANCE * (size + other) + 2 * _ROUGHLY)
        if odd > _ODD_LENGTH:
            if index:
                continue  # merged, and still no fit
            odd = _ODD_LENGTH
        value = reached[at - first] + sure - odd - losses[at]
        if keys and all_keys[at]:
            for key in keys & all_keys[at]:
                value += worth[key]
        if kind != there.kinds[at]:
            value -= _other_kind(kind, there.kinds[at])
        if value > line[at + across - low]:
            line[at + across - low], step[at + across - low] = value, index


def _leave_out(
    line: list[float], step: bytearray, low: int, above: Sequence[float], first: int
) -> None:
    """Try to leave out a piece of the source, and then one of the target, at each place of a row."""
    for at, value in enumerate(above, start=first - low):
        if 0 <= at < len(line) and value + _SHAPES[1, 0] > line[at]:
            line[at], step[at] = value + _SHAPES[1, 0], _LEFT_OUT
    for at in range(1, len(line)):
        if line[at - 1] + _SHAPES[0, 1] > line[at]:
            line[at], step[at] = line[at - 1] + _SHAPES[0, 1], _ADDED


def _chain(rows: Sequence[tuple[int, int]], steps: Sequence[bytearray]) -> list[Bead]:
    beads: list[Bead] = []
    i, j = len(rows) - 1, rows[-1][1] - 1
    while i or j:
        down, across = _ORDER[steps[i][j - rows[i][0]]]
        beads.append(Bead((i - down, i), (j - across, j)))
        i, j = i - down, j - across
    return beads[::-1]
