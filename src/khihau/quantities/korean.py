"""Korean numbers in digits and 십, 백, 천, 만, 억, 조, 경 (2억 9,100만, 3만5000, 1조 3천억).

The words group by four digits (한글 맞춤법 제44항 writes numbers in units of 만).
"""

from __future__ import annotations

from decimal import Decimal

from khihau.quantities.digits import readings
from khihau.text.regex import regex

__all__ = ["number"]

_SMALL = {"": 1, "십": 10, "백": 100, "천": 1000}
_BIG = {"": 0, "만": 4, "억": 8, "조": 12, "경": 16}
# 100억제 is no 억, 5백신 no 백, 6조항 no 조, 2030경 no 경: the word after it is looked at.
_WORDS = regex(
    r"(?:(십|백(?![신분화])|천(?!연))\s?)?"
    r"(만(?![큼약])|억(?!제)|조(?![직건치사약기절성합례항각])|경(?=\s?(?:[0-9]|원|달러)))?"
)
_NEXT = regex(r"\s?([0-9]+(?:[.,][0-9]+)*)")
_DATE = regex(r"\s?(?:년|월|일|%|℃|도|차|번|분기)")


def number(text: str, at: int, first: Decimal) -> tuple[Decimal, int]:
    """The value of a number whose first digits end at `at`, and where all of it ends."""
    total = section = Decimal(0)
    limit = Decimal("Infinity")  # each part is smaller than the unit of the one before it
    amount = first
    while True:
        small, big, end = _words(text, at)
        factor = Decimal(10) ** _BIG[big]
        section += amount * _SMALL[small]
        at = end
        if big:
            total, section, limit = total + section * factor, Decimal(0), factor
        elif small:
            limit = Decimal(_SMALL[small])
        else:
            break
        following = _NEXT.match(text, at)
        read = readings(following[1], "ko") if following else ()
        if not following or not read:
            break
        small, big, end = _words(text, following.end())
        value = read[0] * _SMALL[small] * (1 if section else Decimal(10) ** _BIG[big])
        if value >= limit or (not small and not big and _DATE.match(text, end)):
            break
        if section and small and _SMALL[small] >= limit:
            break
        amount, at = read[0], following.end()
    return total + section, at


def _words(text: str, at: int) -> tuple[str, str, int]:
    """The words of ten and of ten thousand that stand at `at`, and where they end."""
    spaced = text[at : at + 1] == " "
    found = _WORDS.match(text, at + spaced)
    if not found or not found.group() or (spaced and found[1]):  # in "2025 천안" stands a town
        return "", "", at
    return found[1] or "", found[2] or "", found.end() - found.group()[-1].isspace()
