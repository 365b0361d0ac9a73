"""How sure an alignment is: the share of such alignments that were right in texts of known answer.

Two logistic regressions, of what has a counterpart and of what has none; `tuned` has their factors.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Sequence

from khihau.pairing.alignment.evidence import Bead, Evidence, Piece, Weights, evidence
from khihau.pairing.tuned import CONSTANTS, FACTORS

__all__ = ["confidences"]

_NONE = Evidence(0.0, 0.0, 0.0, 0.0)


def confidences(
    beads: Sequence[Bead], source: Sequence[Piece], target: Sequence[Piece], weights: Weights
) -> list[float]:
    """For each bead, how likely it is right."""
    return [
        1 / (1 + math.exp(-CONSTANTS[paired] - sum(map(operator.mul, FACTORS[paired], row))))
        for paired, row in _signs(beads, source, target, weights)
    ]


def _signs(
    beads: Sequence[Bead], source: Sequence[Piece], target: Sequence[Piece], weights: Weights
) -> list[tuple[bool, tuple[float, ...]]]:
    """For each bead, whether it has two sides, and the signs that its confidence rests on."""
    told = [_told(bead, source, target, weights) for bead in beads]
    nulls = [not _is_paired(bead) for bead in beads]
    lone = [_lone(bead, source, target, weights) for bead in beads]
    agreed = sum(min(one.shared, 6.0) for one in told)
    against = sum(one.missing + one.odd for one in told) + 2 * sum(lone)
    text = agreed / (agreed + against + 3)
    share = sum(nulls) / (len(beads) + 1)
    found: list[tuple[bool, tuple[float, ...]]] = []
    for at, (bead, one) in enumerate(zip(beads, told, strict=True)):
        around = [near for near in (at - 1, at + 1) if 0 <= near < len(beads)]
        near = [told[other] for other in around]
        beside = sum(min(other.shared, 4.0) for other in near)
        worse = sum(min(other.missing + other.odd, 4.0) for other in near)
        gaps = float(sum(nulls[other] for other in around))
        if nulls[at]:
            size = sum(piece.size for piece in _pieces(bead, source, target))
            held = min(_held(bead, source, target, weights), 20.0)
            lonely = (
                held,
                min(lone[at], 3.0),
                beside,
                worse,
                gaps,
                math.log(size + 10),
                text,
                share,
            )
            found.append((False, lonely))
            continue
        widths = bead.source[1] - bead.source[0], bead.target[1] - bead.target[0]
        row = (
            min(one.shared, 2.0),
            min(max(one.shared - 2.0, 0.0), 6.0),
            min(one.missing, 6.0),
            one.odd,
            one.other,
            float(sum(widths) == 3),
            float(sum(widths) > 3),
            min(lone[at], 3.0),
            beside,
            worse,
            gaps,
            text,
            share,
        )
        found.append((True, row))
    return found


def _is_paired(bead: Bead) -> bool:
    return bead.source[0] < bead.source[1] and bead.target[0] < bead.target[1]


def _told(
    bead: Bead, source: Sequence[Piece], target: Sequence[Piece], weights: Weights
) -> Evidence:
    if not _is_paired(bead):
        return _NONE
    return evidence(source[slice(*bead.source)], target[slice(*bead.target)], weights)


def _lone(bead: Bead, source: Sequence[Piece], target: Sequence[Piece], weights: Weights) -> float:
    """How many numbers of a bead the other text has nowhere."""
    keys = _keys(bead, source, target)
    return float(sum(key[0].isdigit() and key not in weights.shared for key in keys))


def _held(bead: Bead, source: Sequence[Piece], target: Sequence[Piece], weights: Weights) -> float:
    """What speaks against a piece being left out: that it holds what the other text has too."""
    return sum(weights.shared.get(key, 0.0) for key in sorted(_keys(bead, source, target)))


def _keys(bead: Bead, source: Sequence[Piece], target: Sequence[Piece]) -> frozenset[str]:
    return frozenset(key for piece in _pieces(bead, source, target) for key in piece.keys)


def _pieces(bead: Bead, source: Sequence[Piece], target: Sequence[Piece]) -> Sequence[Piece]:
    return *source[slice(*bead.source)], *target[slice(*bead.target)]
