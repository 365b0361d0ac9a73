"""What words multiply a number behind its digits: nghìn tỷ, 2 tỷ 300 triệu, 2억 9,100만, $30k."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from khihau.quantities.digits import DIGITS, readings
from khihau.quantities.units import not_another_word
from khihau.quantities.wording import EDGE, longest_first, numbered, one_of, written
from khihau.text.regex import regex

if TYPE_CHECKING:
    from khihau.languages.numerals import Numerals

__all__ = ["grouped_number", "magnitude", "more"]

_SHORT = regex(r"\s?(?:([kK])|([mM])|([bB])|([tT]))(?![^\W_])")  # $30k, $300m, $1.3B
_BARE_SHORT = regex("[BT]")  # the Baku to Belém Roadmap to 1.3T
_GAP = regex(r"\s(?=[0-9])")


def magnitude(text: str, at: int, numerals: Numerals, *, is_money: bool) -> tuple[Decimal, int]:
    """The product of the magnitude words at `at` (nghìn tỷ, million), and where they end."""
    factor = Decimal(1)
    short = _SHORT.match(text, at)
    if short and (is_money or _BARE_SHORT.match(text, at)):
        return Decimal(10) ** (3 * (short.lastindex or 0)), short.end()
    words = longest_first(numerals.magnitudes)
    for _ in range(3):  # "nghìn tỷ tỷ" is no number that anybody writes
        found = _words(numerals).match(text, at)
        if not found or not found.lastindex:
            break
        factor *= numerals.magnitudes[words[found.lastindex - 1]]
        at = found.end()
    return factor, at


@cache
def _words(numerals: Numerals) -> re.Pattern[str]:
    either = numbered(map(written, longest_first(numerals.magnitudes)))
    return re.compile(rf"[\s-]?{not_another_word(numerals)}(?:{either}){EDGE}", re.IGNORECASE)


def more(
    text: str, at: int, values: tuple[Decimal, ...], factor: Decimal, numerals: Numerals
) -> tuple[tuple[Decimal, ...], int]:
    """The values of a number that goes on at `at`, and its end: 2 tỷ 300 triệu, 3 triệu rưỡi.

    What stands before a greater magnitude counts up to it: 1 nghìn 200 tỷ are 1.200 tỷ.
    """
    if half := _half(numerals).match(text, at):
        return tuple(value + factor / 2 for value in values), half.end()
    gap = _GAP.match(text, at)
    digits = DIGITS.match(text, gap.end()) if gap else None
    read = readings(digits.group(), numerals) if digits else ()
    if not digits or not read:
        return values, at
    following, stop = magnitude(text, digits.end(), numerals, is_money=False)
    if read[0] < factor < following in numerals.magnitudes.values():
        return tuple((value + read[0]) * following for value in values), stop
    if not 1 < following < factor or read[0] * following >= factor:
        return values, at
    return tuple(value + read[0] * following for value in values), stop


@cache
def _half(numerals: Numerals) -> re.Pattern[str]:
    return re.compile(rf"\s(?:{one_of(numerals.around('half'))}){EDGE}")


# --- magnitudes that part a number inside ---------------------------------------------------------

_MYRIAD = 10_000
_NEXT = regex(r"\s?([0-9]+(?:[.,][0-9]+)*)")


def grouped_number(text: str, at: int, first: Decimal, numerals: Numerals) -> tuple[Decimal, int]:
    """The value of a number whose first digits end at `at`, and where all of it ends.

    2억 9,100만, 3만5000, 1조 3천억: what stands before 만 and the like counts up to it.
    """
    total = section = Decimal(0)
    limit = Decimal("Infinity")  # each part is smaller than the unit of the one before it
    amount = first
    while True:
        small, big, end = _pair(text, at, numerals)
        section += amount * small
        at = end
        if big > 1:
            total, section, limit = total + section * big, Decimal(0), Decimal(big)
        elif small > 1:
            limit = Decimal(small)
        else:
            break
        following = _NEXT.match(text, at)
        read = readings(following[1], numerals) if following else ()
        if not following or not read:
            break
        small, big, end = _pair(text, following.end(), numerals)
        value = read[0] * small * (1 if section else big)
        if value >= limit or (small == big == 1 and _apart(numerals).match(text, end)):
            break
        if section and small > 1 and small >= limit:
            break
        amount, at = read[0], following.end()
    return total + section, at


def _pair(text: str, at: int, numerals: Numerals) -> tuple[int, int, int]:
    """The magnitudes below and from ten thousand that stand at `at`, and where they end."""
    spaced = text[at : at + 1] == " "
    found = _pairs(numerals).match(text, at + spaced)
    if not found or not found.group() or (spaced and found[1]):  # in "2025 천안" stands a town
        return 1, 1, at
    small, big = (numerals.magnitudes[word] if word else 1 for word in found.groups())
    return small, big, found.end() - found.group()[-1].isspace()


@cache
def _pairs(numerals: Numerals) -> re.Pattern[str]:
    sure = [
        written(word) + (f"(?={what})" if (what := numerals.sure_before.get(word)) else "")
        for word in numerals.magnitudes
    ]
    values = numerals.magnitudes.values()
    small = "|".join(word for word, value in zip(sure, values, strict=True) if value < _MYRIAD)
    big = "|".join(word for word, value in zip(sure, values, strict=True) if value >= _MYRIAD)
    word = not_another_word(numerals)
    return re.compile(rf"(?:{word}({small})\s?)?(?:{word}({big}))?")


@cache
def _apart(numerals: Numerals) -> re.Pattern[str]:
    return re.compile(rf"\s?(?:{one_of(numerals.apart)})")
