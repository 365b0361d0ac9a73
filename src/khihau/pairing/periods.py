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

__all__ = ["exchanged_periods", "periods_of"]

_Span: TypeAlias = tuple[int, int]
_STEPS = {"last": -1, "this": 0, "next": 1}


def periods_of(document: Document) -> list[Period]:
    """The periods that a document names, each read in the language of its segment, in text order."""
    segments = document.segments
    langs = {segment.lang or FALLBACK for segment in segments}
    return sorted(
        one
        for lang in langs
        for one in periods(document.text, lang)
        if (lang_at(segments, one.start) or FALLBACK) == lang
    )


def exchanged_periods(
    sides: tuple[Sequence[Period], Sequence[Period]],
    said: Sequence[Quantity],
    written: Sequence[Quantity],
    day: datetime.date | None,
) -> Iterator[tuple[_Span, _Span]]:
    """The spans of a period of the source and of the one that stands for it in the target.

    `sides` are the periods of a passage's source and target, `said` and `written` their numbers, `day`
    that of the text if it gives one. Each side has a period of a kind that the other lacks: 지난해, this
    year. Where one side has its number instead, that is held against the day: 지난해 12월 is no last
    month in a text of November.
    """
    if not any(sides):
        return
    numbers = (said, written)
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
