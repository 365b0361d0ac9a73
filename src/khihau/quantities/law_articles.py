"""The numbers of articles and their clauses: Điều 6.2, 제6.2조, Articles 6.2 and 6.4."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from khihau.quantities.quantity import Quantity
from khihau.quantities.tuned import ARTICLES_BELOW
from khihau.quantities.units import word_before
from khihau.quantities.wording import in_any_language

if TYPE_CHECKING:
    from khihau.languages.numerals import Numerals

__all__ = ["article_at", "is_bare_article"]


def article_at(
    text: str, start: int, end: int, before: Quantity | None, numerals: Numerals
) -> list[Quantity]:
    """The article at `start:end`, and its clause; [] for other numbers.

    `before` is the number before it: if that is an article, this may be the next of a list.
    """
    stop = end
    if numerals.article_frame:
        head, tail = numerals.article_frame
        before_it = text[max(0, start - len(head) - 1) : start].rstrip()
        gap = end + text.startswith(" ", end)  # 제 1 조
        is_named = text.startswith(tail, gap) and before_it.endswith(head)
        stop = gap + len(tail) if is_named else end
    else:
        is_named = word_before(text, start, numerals) == "article"
        if not is_named and before and before.unit in ("article", "clause"):
            is_named = bool(_joined().fullmatch(text, before.end, start))
    whole, _, part = text[start:end].partition(".")
    if not is_named or not whole.isdigit() or len(whole) > 3 or (part and not part.isdigit()):
        return []
    if not part:
        return [Quantity(start, stop, Decimal(whole), "article")]
    middle = start + len(whole)
    return [
        Quantity(start, middle, Decimal(whole), "article"),
        Quantity(middle + 1, stop, Decimal(part), "clause"),
    ]


@cache
def _joined() -> re.Pattern[str]:
    words = in_any_language("list")
    return re.compile(rf"\s?(?:,|,?\s(?:{words})|~|-|–)\s?")


def is_bare_article(behind: str, bare: Decimal, numerals: Numerals) -> bool:
    """Whether a number without unit is an article by what stands behind it alone: 파리협정 6조."""
    frame = numerals.article_frame
    return frame is not None and behind == frame[1] and bare < ARTICLES_BELOW
