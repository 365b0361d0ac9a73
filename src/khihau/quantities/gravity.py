"""How grave a wrong number is: a date, a share or a scale is what readers find and quote."""

from __future__ import annotations

from typing import Literal, TypeAlias

from khihau.quantities.comparison import is_year
from khihau.quantities.likeness import is_other_scale
from khihau.quantities.quantity import CURRENCIES, DATE_PARTS, SHARES, Quantity, in_base_unit
from khihau.quantities.tuned import NOT_TOLD_UP_TO

__all__ = ["Gravity", "gravity_of_added", "gravity_of_couple", "gravity_of_missing"]

# The last: a year that the source tells from its own day (last year).
Gravity: TypeAlias = Literal["grave", "figure", "minor", "relative"]

# What a text is read for: a number of these is not left out by chance.
_MEASURES = frozenset((*CURRENCIES, *SHARES, "°C", "°F", "t", "W", "Wh", "m²", "m³"))
# A text may do without: what numbers something, and what says when something was.
_NUMBERING = frozenset("ordinal article clause paragraph fraction".split())
_TIMES = frozenset("quarter month day hour minute".split())
_DATES = frozenset((*DATE_PARTS, "quarter"))


def gravity_of_couple(one: Quantity, other: Quantity) -> Gravity:
    """What it is worth that one number stands for another one."""
    units = {one.unit, other.unit}
    if (is_year(one) and is_year(other)) or (units <= _DATES and len(units) == 1):
        return "grave"
    if (units <= SHARES and one.value != other.value) or (
        one.value > NOT_TOLD_UP_TO and is_other_scale(one, other)
    ):
        return "grave"
    return "figure"


def gravity_of_missing(quantity: Quantity) -> Gravity | None:
    """What a number is worth for which nothing stands in the target; None where it may be so."""
    if quantity.is_counted or quantity.unit in _NUMBERING | _TIMES:
        return None
    if is_year(quantity) or quantity.value == 1:
        return None  # "last year" may stand for it, or "each tonne"
    return "figure" if in_base_unit(quantity.value, quantity.unit)[0] in _MEASURES else "minor"


def gravity_of_added(quantity: Quantity) -> Gravity | None:
    """What a number of the target is worth that stands for none of the source."""
    return None if quantity.is_counted or quantity.unit in _NUMBERING else "figure"
