"""What the words beside a number say of it: that it counts things, that it is not exact."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from khihau.quantities.quantity import Quantity
from khihau.quantities.tuned import BESIDE, NOT_TOLD_UP_TO
from khihau.quantities.wording import EDGE, one_of

if TYPE_CHECKING:
    from khihau.languages.numerals import Numerals

__all__ = ["as_told"]


def as_told(quantity: Quantity, text: str, numerals: Numerals) -> Quantity:
    """A quantity of a plain text, with what the words beside it say."""
    start, end = quantity.start, quantity.end
    before, behind = text[max(0, start - BESIDE) : start], text[end : end + BESIDE]
    value = quantity.value
    is_small = not quantity.unit and 1 <= value <= NOT_TOLD_UP_TO and value == int(value)
    is_about = bool(_about(numerals).search(before) or _about_behind(numerals).match(behind))
    is_counted = is_small and numerals.is_counted(before, behind)
    return quantity._replace(is_counted=is_counted, is_about=is_about)


@cache
def _about(numerals: Numerals) -> re.Pattern[str]:
    words = one_of(numerals.around("about"))
    gap = r"\s?" if numerals.is_glued else r"\s"
    return re.compile(rf"(?<![^\W_])(?:{words}){gap}$", re.IGNORECASE)


@cache
def _about_behind(numerals: Numerals) -> re.Pattern[str]:
    edge = "" if numerals.is_glued else EDGE
    letters = "" if not numerals.is_glued else r"[^\W\d_]{0,2}"
    return re.compile(rf"{letters}\s?(?:{one_of(numerals.around('about behind'))}){edge}")
