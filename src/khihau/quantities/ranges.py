"""Ranges: the number that begins one has the magnitude and the unit of its end: 2-3 tỷ, 45.5~50%."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from khihau.languages import LANGUAGES
from khihau.quantities.quantity import Quantity
from khihau.quantities.tuned import YEARS_BARE
from khihau.quantities.wording import one_of

if TYPE_CHECKING:
    from khihau.languages.numerals import Numerals

__all__ = ["Read", "with_ranges"]


class Read(NamedTuple):
    """A quantity, and what a range needs: the bare number and its own magnitude."""

    quantity: Quantity
    bare: Decimal
    factor: Decimal = Decimal(1)


def with_ranges(read: list[Read], text: str) -> list[Read]:
    """The numbers of a text, those of a range with what stands at its other end."""
    joins = _joins()
    for index in range(len(read) - 2, -1, -1):
        low, high = read[index], read[index + 1]
        gap = joins.fullmatch(text, low.quantity.end, high.quantity.start)
        if gap:
            read[index] = _widened(low, high, is_sure=not gap.group().strip().isalpha())
    for index in range(1, len(read)):  # $100-150 billion
        low, high = read[index - 1], read[index]
        currency = low.quantity.unit
        if currency.isupper() and not high.quantity.unit and not _is_year(high):
            gap = joins.fullmatch(text, low.quantity.end, high.quantity.start)
            if gap:
                read[index] = high._replace(quantity=high.quantity._replace(unit=currency))
    return read


@cache
def _joins() -> re.Pattern[str]:
    """A sign or a word of any language: a text may quote another one."""
    words = "|".join(_joining(language.numerals) for language in LANGUAGES.values())
    return re.compile(rf"\s?[-–~—]\s?|{words}")


def _joining(numerals: Numerals) -> str:
    words = one_of(numerals.around("range"))
    return rf"\s?(?:{words})\s" if numerals.is_glued else rf"\s(?:{words})\s|-(?:{words})-"


def _is_year(read: Read) -> bool:
    first, last = YEARS_BARE
    return read.factor == 1 and first <= read.bare <= last and read.bare == int(read.bare)


def _widened(low: Read, high: Read, *, is_sure: bool) -> Read:
    quantity = low.quantity
    if quantity.unit and quantity.unit != high.quantity.unit and high.quantity.unit:
        return low
    value, others, factor = quantity.value, quantity.alternatives, low.factor
    if high.factor > low.factor and low.bare < high.bare:
        scale = high.factor / low.factor
        others = (*(other * scale for other in others), *(() if is_sure else (value,)))
        value, factor = value * scale, high.factor
    unit = quantity.unit
    if not unit and (is_sure or (factor == high.factor and not _is_year(low))):
        unit = high.quantity.unit
    return low._replace(
        quantity=quantity._replace(value=value, unit=unit, alternatives=others), factor=factor
    )
