"""Dates and times that are written with signs, read into year, quarter, month, day, hour and minute.

"ngày 10 tháng 11" and "11월 10일" are no matter of this module: their units say what they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from khihau.quantities.quantity import Quantity

if TYPE_CHECKING:
    from khihau.languages.numerals import Numerals

__all__ = ["dates"]

_UNITS = {
    "y": "year", "y2": "year", "m": "month", "name": "month", "d": "day", "from": "day",
    "to": "day", "h": "hour", "min": "minute", "min2": "minute",
    "q": "quarter",
}  # fmt: skip
_ROMAN = ("I", "II", "III", "IV")


def dates(text: str, numerals: Numerals) -> tuple[list[Quantity], str]:
    """The parts of the dates and times of a plain text, and the text with line breaks for them."""
    read: list[Quantity] = []
    for shape in _shapes(numerals):
        found = list(shape.finditer(text))
        if not found:
            continue
        parts: list[str] = []
        done = 0
        for match in found:
            read += _parts(match, numerals)
            parts += text[done : match.start()], "\n" * (match.end() - match.start())
            done = match.end()
        text = "".join(parts) + text[done:]
    return read, text


@cache
def _shapes(numerals: Numerals) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(shape) for shape in numerals.date_shapes)


def _parts(match: re.Match[str], numerals: Numerals) -> Iterator[Quantity]:
    written = match.groupdict()
    is_doubtful = numerals.month_may_come_first and not written.get("s") and not written.get("name")
    for name, unit in _UNITS.items():
        digits = written.get(name)
        if digits is None or (unit == "minute" and not int(digits)):
            continue
        start, end = match.span(name)
        others: tuple[Decimal, ...] = ()
        if name == "name":
            value = Decimal(numerals.months[digits.rstrip(".").title()])
        elif name == "q" and not digits.isdigit():
            value = Decimal(_ROMAN.index(digits) + 1)
        else:
            value = Decimal(digits.lstrip("'"))
        if digits.startswith("'"):
            value += 2000
        if unit == "hour":  # 2:30 p.m. is 14:30
            others = (value + 12,) if value < 12 else (value - 12,)
        elif is_doubtful and name in "dm" and written.get("d") and written.get("m"):
            other = Decimal(written["m" if name == "d" else "d"])
            others = (other,) if other != value and max(other, value) <= 12 else ()
        yield Quantity(start, end, value, unit, others)
