"""Pieces that stand elsewhere in the translation: left out here, added there, and yet the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from khihau.pairing.alignment.evidence import Bead, Piece, Weights, evidence, score
from khihau.pairing.tuned import COMMON, DISAGREE, MOVED, MOVED_ALONG

__all__ = ["with_moved"]


def with_moved(
    beads: Sequence[Bead], source: Sequence[Piece], target: Sequence[Piece], weights: Weights
) -> list[Bead]:
    """The beads, with pieces that were left alone or badly paired joined where their keys agree."""
    bad = {bead for bead in beads if _is_free(bead, source, target, weights)}
    free = {bead.source[0]: bead.target for bead in bad if bead.source[0] < bead.source[1]}
    there = [at for bead in bad for at in range(*bead.target)]
    moved = _moved(free, there, source, target, weights)
    if not moved:
        return list(beads)
    taken = set(moved.values())
    kept: list[Bead] = []
    for bead in beads:
        (first, last), (start, end) = bead
        if bead not in bad:
            kept.append(bead)
            continue
        if first < last:
            kept.append(
                Bead((first, last), _one(moved[first]) if first in moved else (start, start))
            )
        if start < end and start not in taken:
            kept.append(Bead((last, last), (start, end)))
    return kept


def _is_free(
    bead: Bead, source: Sequence[Piece], target: Sequence[Piece], weights: Weights
) -> bool:
    """Whether nothing ties a piece to its place: it has no counterpart, or one that disagrees."""
    (first, last), (start, end) = bead
    if last - first + end - start == 1:
        return True
    if (last - first, end - start) != (1, 1):
        return False
    told = evidence(source[first:last], target[start:end], weights)
    return told.shared == 0 and told.missing > DISAGREE


def _moved(
    free: Mapping[int, tuple[int, int]],
    there: Sequence[int],
    source: Sequence[Piece],
    target: Sequence[Piece],
    weights: Weights,
) -> dict[int, int]:
    """The free pieces of the source that agree with a free one of the target, the best first."""
    places = set(there)
    holders: dict[str, list[int]] = defaultdict(list)
    for at in there:
        for key in target[at].keys & weights.shared.keys():
            holders[key].append(at)
    found = {
        (score(source[here : here + 1], target[at : at + 1], weights), here, at)
        for here in free
        for key in source[here].keys
        if len(holders.get(key, ())) <= COMMON
        for at in holders.get(key, ())
    }
    moved: dict[int, int] = {}
    taken: set[int] = set()
    waiting = [(here, at) for value, here, at in sorted(found, reverse=True) if value >= MOVED]
    for here, at in waiting:
        if here in moved or at in taken:
            continue
        moved[here] = at
        taken.add(at)
        # What stands beside a moved piece was moved with it, unless it says that it was not.
        waiting += (
            (here + step, at + step)
            for step in (-1, 1)
            if here + step in free
            and at + step in places
            and score(
                source[here + step : here + step + 1], target[at + step : at + step + 1], weights
            )
            >= MOVED_ALONG
        )
    return moved


def _one(at: int) -> tuple[int, int]:
    return at, at + 1
