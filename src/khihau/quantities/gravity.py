"""How grave a wrong number is: a date, a share or a scale is what readers find and quote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khihau.quantities.comparison import is_year
from khihau.quantities.likeness import is_other_scale
from khihau.quantities.quantity import CURRENCIES, DATE_PARTS, Quantity, in_base_unit
from khihau.quantities.tuned import NOT_TOLD_UP_TO

if TYPE_CHECKING:
    from khihau.model import Severity

__all__ = ["gravity_of_couple", "gravity_of_one"]

_SHARES = frozenset(("%", "%p"))
# What a text is read for: a number of these is not left out by chance.
_MEASURES = frozenset((*CURRENCIES, *_SHARES, "°C", "°F", "t", "W", "Wh", "m²", "m³"))
# A text may do without: what says when or where, or numbers something.
_LOOSE = frozenset(
    (
        "month",
        "day",
        "hour",
        "minute",
        "ordinal",
        "article",
        "clause",
        "paragraph",
        "quarter",
        "fraction",
    )
)


def gravity_of_couple(one: Quantity, other: Quantity) -> Severity:
    """What it is worth that one number stands for another one."""
    units = {one.unit, other.unit}
    if (is_year(one) and is_year(other)) or (units <= DATE_PARTS and len(units) == 1):
        return "error"
    if units <= _SHARES or (one.value > NOT_TOLD_UP_TO and is_other_scale(one, other)):
        return "error"
    return "warning"


def gravity_of_one(quantity: Quantity) -> Severity | None:
    """What a number is worth for which nothing stands in the other text; None where it may be so."""
    if quantity.unit in _LOOSE or is_year(quantity) or quantity.value == 1:
        return None  # "last year" may stand for it, or "each tonne"
    return "warning" if in_base_unit(quantity.value, quantity.unit)[0] in _MEASURES else "info"
