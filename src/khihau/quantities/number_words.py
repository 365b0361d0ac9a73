"""Numbers that are written as words: what excuses a number for which the other text has no digits.

Here it matters to miss none; a word too many only excuses a number too many.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from khihau.languages import LANGUAGES
from khihau.model import Lang
from khihau.quantities.names import without_names
from khihau.quantities.one_form import plain
from khihau.quantities.wording import EDGE, one_of
from khihau.text.regex import regex

if TYPE_CHECKING:
    from khihau.languages.numerals import Numerals

__all__ = ["number_words", "spelled_numbers", "tells_relative_day"]

_WORD = regex(r"[^\W_]+|[.,;:!?()\n]")  # a sign parts two numbers
_ROMAN = regex(r"(?<![\w.])(?=[IVXL])(X{0,3}(?:XL|L)?X{0,3})(IX|IV|V?I{0,3})(?!\w)")
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50}


def number_words(text: str, lang: Lang) -> frozenset[Decimal]:
    """The numbers that are written as words, in Roman digits or within names in a text."""
    even, named = without_names(plain(text).text)
    lower = even.lower()
    numerals = LANGUAGES[lang].numerals
    found = {*named, *_romans(even)}
    for run in numerals.runs(_WORD.findall(lower), lower):
        found.update(_spelled(run, numerals))
    found.update(_decimals(lower, numerals))
    times = {numerals.multiples[word] for word in _multiplied(numerals).findall(lower)}
    found |= {number * one for number in found for one in times}
    for saying in _sayings(numerals).findall(lower):
        found.update(map(Decimal, numerals.sayings[saying].split()))
    return frozenset(found)


def spelled_numbers(text: str, lang: Lang) -> frozenset[Decimal]:
    """The numbers that a text surely writes as words, without what else words may mean."""
    lower = without_names(plain(text).text)[0].lower()
    numerals = LANGUAGES[lang].numerals
    runs = numerals.runs(_WORD.findall(lower), lower)
    return frozenset(number for run in runs for number in _spelled(run, numerals))


def tells_relative_day(text: str, lang: Lang) -> bool:
    """Whether a text says when something is by its own day, where another may write a date."""
    return bool(_relative(LANGUAGES[lang].numerals).search(plain(text).text.lower()))


@cache
def _relative(numerals: Numerals) -> re.Pattern[str]:
    words = one_of(numerals.around("relative"))
    return re.compile(rf"(?<![^\W_])(?:{words}){'' if numerals.is_glued else EDGE}")


def _romans(text: str) -> Iterator[Decimal]:
    for found in _ROMAN.finditer(text):
        digits = [_ROMAN_DIGITS[letter] for letter in found.group()]
        signed = (
            -digit if digit < after else digit
            for digit, after in zip(digits, [*digits[1:], 0], strict=True)
        )
        yield Decimal(sum(signed))


def _spelled(words: Sequence[str], numerals: Numerals) -> Iterator[Decimal]:
    """The number of each run of number words; "hai ba nước" (two or three) holds two runs.

    Scales up to the small one count within what the larger ones multiply: two hundred million.
    """
    numbers, scales, linking = numerals.number_words, numerals.scales, numerals.around("linking")
    total = section = 0
    pending: int | None = None  # the digit, or the tens and the digit, that no scale took
    is_open = False
    for word in [*words, "."]:
        value, scale = numbers.get(word), scales.get(word)
        if value is not None and pending is not None:
            if pending >= 10 and pending % 10 == 0 and value < 10:
                pending += value
                continue
            yield Decimal(total + section + pending)
            total = section = 0
        if value is not None:
            pending, is_open = value, True
        elif scale is not None and scale <= numerals.small_scale:
            section += (1 if pending is None else pending) * scale
            pending, is_open = None, True
        elif scale is not None:
            section += pending or 0
            if total and not section:  # nghìn tỷ
                total = min(total * scale, 10**18)
            else:
                total += (section or 1) * scale
            section, pending, is_open = 0, None, True
        elif is_open and word not in linking:
            yield Decimal(total + section + (pending or 0))
            total = section = 0
            pending, is_open = None, False


@cache
def _sayings(numerals: Numerals) -> re.Pattern[str]:
    sayings = one_of(numerals.sayings)
    return re.compile(sayings if numerals.is_glued else rf"(?<![^\W_])(?:{sayings}){EDGE}")


def _decimals(lower: str, numerals: Numerals) -> Iterator[Decimal]:
    """Numbers with a decimal point in words: một phẩy năm, one point five."""
    for found in _with_point(numerals).finditer(lower):
        whole, *digits = (numerals.number_words[word] for word in found.groups() if word)
        yield Decimal(f"{whole}.{''.join(map(str, digits))}")


@cache
def _with_point(numerals: Numerals) -> re.Pattern[str]:
    digit = one_of(word for word, value in numerals.number_words.items() if value < 10)
    gap, edge = (r"\s?", "") if numerals.is_glued else (r"\s", EDGE)
    before = r"(?<![^\W_])"
    point = one_of(numerals.around("point"))
    whole = one_of(numerals.number_words)
    return re.compile(rf"{before}({whole}){gap}(?:{point}){gap}({digit})(?:{gap}({digit}))?{edge}")


@cache
def _multiplied(numerals: Numerals) -> re.Pattern[str]:
    words = one_of(numerals.multiples)
    return re.compile(words if numerals.is_glued else rf"(?<![^\W_])(?:{words}){EDGE}")
