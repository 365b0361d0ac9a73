"""Years, months and halves of a year that are told by the day of the text or by their place: last year, 상반기."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from khihau.languages import LANGUAGES
from khihau.quantities.wording import EDGE, one_of
from khihau.text.compose import recomposed

if TYPE_CHECKING:
    from khihau.languages.numerals import Numerals
    from khihau.model import Lang

__all__ = ["Period", "periods"]


class Period(NamedTuple):
    """A period, at a span of code points: of its kind ("year", "month", "half") which one it is."""

    start: int
    end: int
    which: str
    kind: str


def periods(text: str, lang: Lang) -> list[Period]:
    """The periods of a text in one language, in text order."""
    numerals = LANGUAGES[lang].numerals
    if not numerals.periods:
        return []
    plain = recomposed(text)
    found: list[Period] = []
    for match in _words(numerals).finditer(plain.text):
        which, kind = numerals.periods[" ".join(match.group().lower().split())].split()
        start, end = (plain.origin(at) for at in match.span())
        found.append(Period(start, end, which, kind))
    return found


@cache
def _words(numerals: Numerals) -> re.Pattern[str]:
    edge = "" if numerals.is_glued else EDGE
    return re.compile(rf"(?<![^\W_])(?:{one_of(numerals.periods)}){edge}", re.IGNORECASE)
