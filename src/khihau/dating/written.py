"""The dates that a text writes: days, months, years, and the years of a period."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from khihau.languages import LANGUAGES
from khihau.text.regex import regex

if TYPE_CHECKING:
    from khihau.languages.dating import Dating
    from khihau.model import Document, Lang
    from khihau.quantities.quantity import Quantity

__all__ = ["Written", "has_bare_day", "written_dates", "year_span"]

_ORDERS = (
    ("day", "month", "year"),
    ("year", "month", "day"),
    ("month", "day", "year"),
    ("month", "year"),
)
_UNITS = frozenset(_ORDERS[0])
_GAP = 8  # characters at most between two parts of a date: " tháng ", " năm "
_YEAR = regex(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_OTHER = regex(r"[;:()\[\]\n]|\.\s\D|\d")  # stands between two dates, not inside one
_RANGE = regex(r"\s?[-–~∼]\s?")


class Written(NamedTuple):
    """A date at a span of code points: its first and last day."""

    start: int
    end: int
    first: datetime.date
    last: datetime.date

    @property
    def is_full(self) -> bool:
        """Whether it is one day."""
        return self.first == self.last


def year_span(year: int) -> tuple[datetime.date, datetime.date]:
    """The first and the last day of a year."""
    return datetime.date(year, 1, 1), datetime.date(year, 12, 31)


def written_dates(text: str, lang: Lang) -> list[Written]:
    """The dates of a stretch in text order; a day or month without its year is none.

    Offsets are code points of the stretch. A year stands alone only where the words beside it say
    that it is a date.
    """
    if not _YEAR.search(text) and "'" not in text:
        return []
    from khihau.quantities import quantities

    dating = LANGUAGES[lang].dating
    found = [_date(parts) for parts in _groups(text, quantities(text, lang), dating)]
    return [*_joined(text, [one for one in found if one])]


def has_bare_day(document: Document) -> bool:
    """Whether a text has a day of a month without its year, as news does."""
    from khihau.quantities import quantities

    for start, end, kind, lang in document.segments:
        if lang and kind != "code":
            words = document.text[start:end]
            groups = _groups(words, quantities(words, lang), LANGUAGES[lang].dating)
            if any({"day", "month"} == group.keys() for group in groups):
                return True
    return False


def _groups(
    text: str, numbers: Sequence[Quantity], dating: Dating
) -> Iterator[dict[str, Quantity]]:
    """The parts of each date: a year, with the month and the day that stand beside it."""
    group: dict[str, Quantity] = {}
    end = 0
    for one in numbers:
        unit = one.unit or ("year" if _is_year(text, one, group, dating) else "")
        if group and not (one.start - end <= _GAP and _goes_on(group, unit, text[end : one.start])):
            yield group
            group = {}
        if unit in _UNITS and one.value == int(one.value):
            group[unit] = one
        elif group:
            yield group
            group = {}
        end = one.end
    if group:
        yield group


def _goes_on(group: dict[str, Quantity], unit: str, between: str) -> bool:
    """Whether a part may follow those of a date in an order in which dates are written."""
    order = (*group, unit)
    if _OTHER.search(between) or (order[0] == "year" and "," in between):
        return False
    return any(order == known[: len(order)] for known in _ORDERS)


def _is_year(text: str, one: Quantity, group: dict[str, Quantity], dating: Dating) -> bool:
    """Whether a bare number is a year: framed as one, or the other end of a period."""
    if not _YEAR.fullmatch(text, one.start, one.end):
        return False
    before = text[max(0, one.start - 24) : one.start]
    if dating.frame.search(before) or dating.period.search(before):
        return True
    last = group.get("year")
    first = _YEAR.search(before[-8:])
    is_range = bool(first and _RANGE.fullmatch(before[-8:][first.end() :]))
    return is_range and (last is not None or bool(dating.period.search(_before_range(text, one))))


def _before_range(text: str, last: Quantity) -> str:
    found = list(_YEAR.finditer(text, max(0, last.start - 8), last.start))
    return text[max(0, found[-1].start() - 24) : found[-1].start()] if found else ""


def _date(parts: dict[str, Quantity]) -> Written | None:
    if "year" not in parts:
        return None
    start = min(one.start for one in parts.values())
    end = max(one.end for one in parts.values())
    year = int(parts["year"].value)
    month = int(parts["month"].value) if "month" in parts else None
    try:
        if month is None:
            first, last = year_span(year)
        elif "day" in parts:
            first = last = datetime.date(year, month, int(parts["day"].value))
        else:
            first = datetime.date(year, month, 1)
            last = datetime.date(year, month, calendar.monthrange(year, month)[1])
    except ValueError:
        return None
    return Written(start, end, first, last)


def _joined(text: str, dates: Sequence[Written]) -> Iterator[Written]:
    """The dates, two years with a dash between them as one period."""
    held: Written | None = None
    for date in dates:
        if held and _RANGE.fullmatch(text, held.end, date.start) and held.last < date.first:
            held = held._replace(end=date.end, last=date.last)
            continue
        if held:
            yield held
        held = date
    if held:
        yield held
