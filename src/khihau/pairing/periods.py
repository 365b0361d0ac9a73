"""Years, months and halves of a year in a target that stand for other ones of its source (rule P3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, TypeAlias

from khihau.documents.segments import lang_at
from khihau.model import FALLBACK
from khihau.quantities import Period, Quantity, periods

if TYPE_CHECKING:
    import datetime

    from khihau.model import Document
    from khihau.pairing.passages import Paired, Passage

__all__ = ["exchanged_periods"]

_Span: TypeAlias = tuple[int, int]
_STEPS = {"last": -1, "this": 0, "next": 1}


def exchanged_periods(
    paired: Paired, passage: Passage, said: Sequence[Quantity], written: Sequence[Quantity]
) -> Iterator[tuple[_Span, _Span]]:
    """The spans of a period of the source and of the one that stands for it in the target.

    Each side has one of a kind that the other lacks: 지난해, this year. Where one side has its number
    instead, that is held against the day that the text itself gives: 지난해 12월 is no last month in
    a text of November.
    """
    sides = (
        _periods_of(paired.source.document, passage.alignment.source),
        _periods_of(paired.target.document, passage.alignment.target),
    )
    if not any(sides):
        return
    numbers = (said, written)
    day = _day(paired)
    for kind in ("half", "month", "year"):
        lone = [_only_in(sides[side], sides[1 - side], kind) for side in (0, 1)]
        dates = [_only_numbers(numbers[side], numbers[1 - side], kind) for side in (0, 1)]
        if len(lone[0]) == len(lone[1]) == 1 and not any(dates):
            yield lone[0][0][:2], lone[1][0][:2]
        for side in (0, 1):
            if day and len(lone[side]) == len(dates[1 - side]) == 1 and not lone[1 - side]:
                one, number = lone[side][0], dates[1 - side][0]
                if number.value != _number_of(one, day):
                    pair = (one[:2], (number.start, number.end))
                    yield pair if side == 0 else (pair[1], pair[0])


def _day(paired: Paired) -> datetime.date | None:
    """The day of the two texts, where one of them gives it."""
    days = (side.days.document for side in (paired.source, paired.target))
    return next((day.first for day in days if day.is_own), None)


def _number_of(period: Period, day: datetime.date) -> int:
    """The year or the month that a period is by the day of a text."""
    step = _STEPS[period.which]
    return day.year + step if period.kind == "year" else (day.month - 1 + step) % 12 + 1


def _only_in(own: Sequence[Period], other: Sequence[Period], kind: str) -> list[Period]:
    """The first of each period of a kind that the other side has not."""
    found = {one.which for one in other if one.kind == kind}
    only: list[Period] = []
    for one in own:
        if one.kind == kind and one.which not in found:
            found.add(one.which)
            only.append(one)
    return only


def _only_numbers(own: Sequence[Quantity], other: Sequence[Quantity], kind: str) -> list[Quantity]:
    """The years or months in digits that the other side has not, each once."""
    known = {value for one in other for value in (one.value, *one.alternatives)}
    only: dict[int, Quantity] = {}
    for one in own:
        if one.unit == kind and one.value not in known:
            only.setdefault(int(one.value), one)
    return list(only.values())


def _periods_of(document: Document, span: _Span) -> list[Period]:
    start, end = span
    lang = lang_at(document.segments, start) or FALLBACK
    return [
        one._replace(start=start + one.start, end=start + one.end)
        for one in periods(document.text[start:end], lang)
    ]
