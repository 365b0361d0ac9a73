"""The numbers of sessions in English: "29th", "twenty-ninth"."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from khihau.languages.ordinals import Ordinals

__all__ = ["EnglishOrdinals"]

_ONES = "first second third fourth fifth sixth seventh eighth ninth".split()
_TEENS = (
    "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth "
    "nineteenth twentieth"
).split()


class EnglishOrdinals(Ordinals):
    """Words up to thirty."""

    ordinals: Mapping[str, int] = MappingProxyType(
        {word: number for number, word in enumerate((*_ONES, *_TEENS), start=1)}
        | {f"twenty {word}": number for number, word in enumerate(_ONES, start=21)}
        | {"thirtieth": 30}
    )
    suffixes = "st|nd|rd|th"

    def ordinal(self, number: int) -> str:
        """1st, 2nd, 3rd, 4th, 11th, 12th, 13th, 21st."""
        if number % 100 in (11, 12, 13):
            return f"{number}th"
        suffix = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        return f"{number}{suffix}"
