"""The numbers of a text, read by the conventions of its language, with magnitude and unit.

The way goes from the text in one form over dates and times to numbers with what stands around them,
and to ranges. Digits that belong to a name are no numbers.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from khihau.languages import LANGUAGES
from khihau.model import Lang
from khihau.quantities.beside import as_told
from khihau.quantities.currencies import currency_before
from khihau.quantities.date_parts import dates
from khihau.quantities.digits import DIGITS, listed, readings, written_in_english_style
from khihau.quantities.law_articles import article_at, is_bare_article
from khihau.quantities.magnitudes import grouped_number, magnitude, more
from khihau.quantities.names import without_names
from khihau.quantities.one_form import plain
from khihau.quantities.quantity import Quantity
from khihau.quantities.ranges import Read, with_ranges
from khihau.quantities.tuned import CONTEXT, YEARS_WRITTEN
from khihau.quantities.units import unit_after, unit_before
from khihau.quantities.wording import EDGE, LATIN, in_any_language, one_of
from khihau.text.regex import regex

if TYPE_CHECKING:
    from khihau.languages.numerals import Numerals

__all__ = ["quantities"]

_LATIN = regex(LATIN)
_DIGIT = regex("[\\d₀-₉]")  # of any script, and those of CO₂, which `plain` writes in ASCII
_YEAR = regex(YEARS_WRITTEN)


def quantities(text: str, lang: Lang) -> list[Quantity]:
    """Every number of a text that is written in digits, and each month by its name, in text order."""
    numerals = LANGUAGES[lang].numerals
    if not _DIGIT.search(text) and not _in_words(numerals).search(text):
        return []  # most of prose: all else takes longer
    source = plain(text)
    even, _ = without_names(source.text)
    found, rest = dates(even, numerals)
    read = with_ranges(_numbers(rest, numerals), rest)
    found += (as_told(one.quantity, even, numerals) for one in read)
    return sorted(
        quantity._replace(start=start, end=end)
        for quantity in found
        for start, end in [source.span(quantity.start, quantity.end)]
    )


@cache
def _in_words(numerals: Numerals) -> re.Pattern[str]:
    """What a language may have of a date without digits; nothing in most."""
    return re.compile(numerals.dates_in_words or "(?!)", re.IGNORECASE)


def _numbers(text: str, numerals: Numerals) -> list[Read]:
    read: list[Read] = []
    at = done = 0
    is_english_style = written_in_english_style(text)
    while digits := DIGITS.search(text, at):
        start, at = digits.span()
        values = readings(digits.group(), numerals, is_english_style=is_english_style)
        if not values:
            read += (Read(part, part.value) for part in listed(digits.group(), start))
            continue
        before = read[-1].quantity if read else None
        article = article_at(text, start, at, before, numerals)
        if article:
            read += (Read(part, part.value) for part in article)
            continue
        number = _number(text, start, at, values, numerals, done)
        if number:
            read.append(number)
            at = done = number.quantity.end
    return read


def _number(
    text: str, start: int, end: int, values: tuple[Decimal, ...], numerals: Numerals, done: int
) -> Read | None:
    """A number with what belongs to it on both sides; None for one that is glued to a name."""
    floor = max(done, start - CONTEXT)
    unit, first = currency_before(text, floor, start)
    minus = _minus().search(text, floor, first)
    bare = values[0]
    if numerals.grouped_by_four:
        value, stop = grouped_number(text, end, bare, numerals)
        values, factor = (value,), value / bare if bare else Decimal(1)
    else:
        factor, stop = magnitude(text, end, numerals, is_money=bool(unit))
        values = tuple(value * factor for value in values)
        if numerals.goes_on and factor > 1:
            values, stop = more(text, stop, values, factor, numerals)
    unit = unit or unit_before(text, start, bare, numerals)
    if not unit or unit.isupper():
        unit, values, stop = _after(text, stop, unit, values, bare, numerals)
    if stop == end and _LATIN.match(text, stop):
        return None
    if not unit and is_bare_article(text[end:stop], bare, numerals):
        unit, values = "article", (bare, *values)
    if unit == "decade" and bare < 100:
        values = (bare, bare + 1900, bare + 2000)
    elif not unit and bare < 100 and start and text[start - 1] == "'":  # in '71
        values = (bare, *(bare + century for century in (1800, 1900, 2000)))
    if minus:
        first = minus.start()
        loose = unit not in ("°C", "°F")  # "giảm 3%" says what -3% says
        others = (*values, *(-value for value in values[1:])) if loose else ()
        return Read(Quantity(first, stop, -values[0], unit, others), -bare, factor)
    return Read(Quantity(first, stop, values[0], unit, values[1:]), bare, factor)


@cache
def _minus() -> re.Pattern[str]:
    words = in_any_language("minus")
    return re.compile(rf"(?:(?<![\w%°℃)\]'])-|(?i:(?<![^\W_])(?:{words})\s?))$")


def _after(
    text: str,
    at: int,
    currency: str,
    values: tuple[Decimal, ...],
    bare: Decimal,
    numerals: Numerals,
) -> tuple[str, tuple[Decimal, ...], int]:
    """The unit after a number, the values in it, and where it ends."""
    if ending := _ordinal(numerals).match(text, at):
        after = unit_after(text, ending.end(), numerals)
        if after and after.key == "centuries":
            return "century", values, after.end
        return "ordinal", values, ending.end()
    is_year = bool(_YEAR.fullmatch(text, max(0, at - 4), at)) and bare == values[0]
    if (is_year or text.startswith("'", at - 3, at)) and (
        ending := _decade(numerals).match(text, at)
    ):
        return "decade", values, ending.end()
    after = unit_after(text, at, numerals)
    if not after:
        return currency, values, at
    unit, factor, stop = after
    if currency:  # "US$ 300 triệu USD" says it twice, "$30/MWh" does not
        return currency, values, stop if unit == currency else at
    if unit == "year" and not is_year:
        unit = "years"
    if unit == "hour":
        values = (*values, *((values[0] + 12,) if values[0] < 12 else (values[0] - 12,)))
    return unit, tuple(value * factor for value in values), stop


@cache
def _ordinal(numerals: Numerals) -> re.Pattern[str]:
    return re.compile(rf"(?:{one_of(numerals.ordinal_endings)}){EDGE}")


@cache
def _decade(numerals: Numerals) -> re.Pattern[str]:
    return re.compile(rf"(?:{one_of(numerals.decade_endings)}){EDGE}")
