"""Years, months and halves of a year in a target that stand for other ones of its source (rule P3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from khihau.documents.segments import lang_at
from khihau.model import FALLBACK
from khihau.quantities import Period, Quantity, periods

if TYPE_CHECKING:
    from khihau.model import Document
    from khihau.pairing.passages import Paired, Passage

__all__ = ["exchanged_periods"]


def exchanged_periods(
    paired: Paired, passage: Passage, said: Sequence[Quantity], written: Sequence[Quantity]
) -> Iterator[tuple[Period, Period]]:
    """A period of the source and the one that stands for it, where each side has one that the other
    lacks: 지난해, this year.

    A year or a month that one side alone has in digits may be what the other tells by its own day.
    """
    here = _periods_of(paired.source.document, passage.alignment.source)
    there = _periods_of(paired.target.document, passage.alignment.target) if here else []
    for kind in sorted({one.kind for one in here}):
        lost, gained = _only_in(here, there, kind), _only_in(there, here, kind)
        dates = [frozenset(one.value for one in own if one.unit == kind) for own in (said, written)]
        if len(lost) == len(gained) == 1 and dates[0] == dates[1]:
            yield next(iter(lost.values())), next(iter(gained.values()))


def _only_in(own: Sequence[Period], other: Sequence[Period], kind: str) -> dict[str, Period]:
    """The first of each period of a kind that the other side has not."""
    known = {one.which for one in other if one.kind == kind}
    found: dict[str, Period] = {}
    for one in own:
        if one.kind == kind and one.which not in known:
            found.setdefault(one.which, one)
    return found


def _periods_of(document: Document, span: tuple[int, int]) -> list[Period]:
    start, end = span
    lang = lang_at(document.segments, start) or FALLBACK
    return [
        one._replace(start=start + one.start, end=start + one.end)
        for one in periods(document.text[start:end], lang)
    ]
