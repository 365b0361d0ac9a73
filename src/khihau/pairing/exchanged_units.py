"""Units of a bilingual file that render another unit than their own (rule P5)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from khihau.pairing.alignment.anchors import Anchor, anchors_of
from khihau.pairing.alignment.evidence import Piece, evidence, weights_of
from khihau.pairing.alignment.names import shared_names
from khihau.pairing.passages import Paired, Passage, flat
from khihau.pairing.tuned import ALIKE_SOURCES, COMMON, ODD_UNIT, OF_ANOTHER, UNIT_MISSES
from khihau.text.spans import between

if TYPE_CHECKING:
    from khihau.model import Document, Match
    from khihau.quantities import Quantity

__all__ = ["doubled_units", "exchanged_units"]

_FEWEST_LETTERS = 20  # of a text that is no label
_NEAR = 5  # units before and behind one that it may render
_FEWEST = 2  # things that a unit shares with another one's source


def exchanged_units(paired: Paired) -> Iterator[tuple[Passage, Passage]]:
    """Each unit whose target shares nothing with its source and much with that of one near, and that one."""
    units = _suspects(paired)
    if not units:
        return
    here, there = _pieces(paired, units)
    weights = weights_of(here, there)
    holders: dict[str, list[int]] = defaultdict(list)
    for at, piece in enumerate(here):
        for key in piece.keys & weights.shared.keys():
            holders[key].append(at)
    for unit, mine, piece in zip(units, here, there, strict=True):
        if mine.keys & piece.keys or not mine.keys:
            continue
        own = evidence([mine], [piece], weights)
        if own.missing + own.odd < UNIT_MISSES:
            continue
        rows = (holders[key] for key in piece.keys if len(holders.get(key, ())) <= COMMON)
        for at, _ in Counter(at for row in rows for at in row).most_common(COMMON):
            other = evidence([here[at]], [piece], weights)
            is_shared = len(here[at].keys & piece.keys) >= _FEWEST
            if is_shared and other.odd <= ODD_UNIT and other.shared - other.missing >= OF_ANOTHER:
                yield unit, units[at]
                break


def _suspects(paired: Paired) -> list[Passage]:
    """The units whose two sides name other things and other numbers, and those around them."""
    units = [one for one in paired.passages if one.is_unit]
    found: set[int] = set()
    for at, unit in enumerate(units):
        here = _named(unit.said, paired.numbers[0], unit.alignment.source)
        there = _named(unit.matches, paired.numbers[1], unit.alignment.target)
        if here and there and here.isdisjoint(there):
            found.update(range(max(0, at - _NEAR), min(len(units), at + _NEAR + 1)))
    return [units[at] for at in sorted(found)]


def _named(
    matches: Sequence[Match], numbers: Sequence[Quantity], span: tuple[int, int]
) -> set[str | Decimal]:
    return {
        *(match.concept for match in flat(matches)),
        *(one.value for one in numbers[between(numbers, *span)]),
    }


def doubled_units(paired: Paired) -> Iterator[tuple[Passage, Passage]]:
    """Each unit with the words of the unit before or behind it, whose source says something else; and
    that one.

    Which of the two is right nobody knows: the second is told. A label of a few words may stand for
    several.
    """
    source, target = paired.source.document.text, paired.target.document.text
    units = [one for one in paired.passages if one.is_unit]
    for one, other in pairwise(units):
        words, again = (
            " ".join(target[slice(*unit.alignment.target)].split()) for unit in (one, other)
        )
        if words != again or len(words) < _FEWEST_LETTERS:
            continue
        said, before = (
            frozenset(source[slice(*unit.alignment.source)].casefold().split())
            for unit in (other, one)
        )
        if 2 * len(said & before) < ALIKE_SOURCES * (len(said) + len(before)):
            yield other, one


def _pieces(paired: Paired, units: list[Passage]) -> tuple[list[Piece], list[Piece]]:
    """The two sides of each unit, with what must come through."""
    spans = [one.alignment.source for one in units], [one.alignment.target for one in units]
    sides = (paired.source, paired.target)
    documents = [_only(side.document, own) for side, own in zip(sides, spans, strict=True)]
    names = shared_names(*documents)
    anchors = [
        anchors_of(document, side.matches, numbers, own)
        for document, side, numbers, own in zip(
            documents, sides, paired.numbers, names, strict=True
        )
    ]
    total = [sum(end - start for start, end in row) or 1 for row in spans]
    here, there = (
        [_piece(found, span, total[0] / whole) for span in row]
        for found, row, whole in zip(anchors, spans, total, strict=True)
    )
    return here, there


def _only(document: Document, spans: Sequence[tuple[int, int]]) -> Document:
    """A document of which only the segments in some spans are read."""
    segments = document.segments
    return document._replace(
        segments=tuple(one for span in spans for one in segments[between(segments, *span)])
    )


def _piece(anchors: list[Anchor], span: tuple[int, int], stretch: float) -> Piece:
    keys = frozenset(anchor.key for anchor in anchors[between(anchors, *span)])
    return Piece(*span, "body", (span[1] - span[0]) * stretch, keys, 0)
