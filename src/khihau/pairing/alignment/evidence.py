"""What tells that two rows of pieces say the same: lengths, and what must come through.

A piece is a paragraph or a sentence. The score of a bead is a log-likelihood ratio: that its two
sides say the same, against that they have nothing to do with each other (Gale & Church 1993).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from khihau.model import SegmentKind
from khihau.pairing.tuned import (
    ANY_LENGTH,
    ELSEWHERE,
    KEPT,
    NUMBER_ALONE,
    ODD_LENGTH,
    OTHER_KIND,
    OTHER_SHAPE,
    QUITE_OTHER_KIND,
    SHAPES,
    SIDE_BY_SIDE,
    VARIANCE,
    WEIGHT,
)

__all__ = ["Bead", "Evidence", "Piece", "Weights", "evidence", "odd_kind", "score", "weights_of"]


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
        sort = _sort(key)
        here, there = in_source[key], in_target[key]
        chance = max(here / (len(source) + ELSEWHERE), there / (len(target) + ELSEWHERE))
        kept, weight = KEPT[sort], WEIGHT[sort]
        source_only[key] = _exact(-weight * math.log(1 - kept * min(1, there / here)))
        target_only[key] = _exact(-weight * math.log(1 - kept * min(1, here / there)))
        shared[key] = _exact(weight * max(0.0, math.log(kept / chance)))
    for counts, losses in ((in_source, source_only), (in_target, target_only)):
        alone = (key for key in counts if key[0].isdigit() and key not in shared)
        losses.update(dict.fromkeys(alone, NUMBER_ALONE))
    sums = {key: shared[key] + source_only[key] + target_only[key] for key in shared}
    return Weights(shared, source_only, target_only, sums)


def _sort(key: str) -> str:
    sort = key.partition(" ")[0]
    return sort if sort in ("name", "word") else "number" if key[0].isdigit() else "concept"


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
        odd_kind(source[0].kind, target[0].kind),
    )


def score(source: Sequence[Piece], target: Sequence[Piece], weights: Weights) -> float:
    """How much more likely the two sides say the same than not, as a logarithm."""
    told = evidence(source, target, weights)
    shape = SHAPES.get((len(source), len(target)), OTHER_SHAPE)
    return shape + SIDE_BY_SIDE + told.shared - told.missing - told.odd - told.other


def _odd_length(one: float, other: float) -> float:
    away = one - other
    return min(ODD_LENGTH, away * away / (VARIANCE * (one + other) + 2 * ANY_LENGTH))


def odd_kind(one: SegmentKind, other: SegmentKind) -> float:
    """What it tells against a bead that its sides are of two kinds."""
    return 0.0 if one == other else OTHER_KIND.get(frozenset((one, other)), QUITE_OTHER_KIND)
