"""The numbers of a text, read by the conventions of its language, with magnitude and unit.

The way goes from the text in one form (`quantities_plain`) over dates and times to numbers with
what stands around them, and to ranges: 2-3 tỷ, 45.5~50%. Digits that belong to a name (COP29, CO2,
06/2022/NĐ-CP) are no numbers.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from khihau.model import Lang
from khihau.quantities.dates import dates
from khihau.quantities.differences import differences
from khihau.quantities.digits import DIGITS, listed, readings, written_in_english_style
from khihau.quantities.korean import number as korean_number
from khihau.quantities.plain import plain, without_names
from khihau.quantities.units import Quantity, magnitude, money, unit_after
from khihau.quantities.words import number_words
from khihau.text.regex import regex

__all__ = ["Quantity", "differences", "number_words", "quantities"]

_LATIN = regex(r"[^\W\d_가-힣]")

_MINUS = regex(r"(?:(?<![\w%°℃)\]'])-|(?i:(?<![^\W_])(?:âm|minus|negative|영하|마이너스)\s?))$")
_RANGE = regex(r"\s?[-–~—]\s?|-to-|\s(?:đến|tới|to|and|or)\s|\s?에서\s|\s?내지\s")
_ARTICLES = regex(r"\s?(?:,|,?\s(?:and|or|và|hoặc|to|đến)|및|~|-|–)\s?(?:제\s?)?")
_HALF = regex(r"\srưỡi(?![^\W_])")
_NEXT_VI = regex(r"\s(?=[0-9])")
_YEAR = regex("(?:1[5-9]|2[0-2])[0-9]{2}")

# What stands before a number and says what it is. Read from the nearest word backwards.
_BEFORE = {
    "vi": (
        ("year", regex(r"(?i:(?<![^\W_])(?:năm|giai đoạn|niên khóa))\s$")),
        ("month", regex(r"(?i:(?<![^\W_])tháng)\s$")),
        ("day", regex(r"(?i:(?<![^\W_])(?:ngày|mùng|mồng))\s$")),
        ("century", regex(r"(?i:(?<![^\W_])thế k[ỷỉ](?: thứ)?)\s$")),
        ("decade", regex(r"(?i:(?<![^\W_])(?:thập (?:niên|k[ỷỉ])|những năm|các năm))\s$")),
        ("quarter", regex(r"(?i:(?<![^\W_])quý)\s$")),
        ("article", regex(r"(?i:(?<![^\W_])điều)\s$")),
        ("paragraph", regex(r"(?i:(?<![^\W_])khoản)\s$")),
        ("ordinal", regex(r"(?i:(?<![^\W_])(?:thứ|khóa|kỳ họp|phiên họp|lần))\s$")),
    ),
    "en": (
        ("article", regex(r"(?<![^\W_])(?:Articles?|Arts?\.|ARTICLE)\s$")),
        ("paragraph", regex(r"(?i:(?<![^\W_])(?:paragraphs?|paras?\.?))\s$")),
    ),
    "ko": (),
}
_ORDINAL = regex(r"(?:st|nd|rd|th)(?![^\W_])(?:[\s-](century|centuries)(?![^\W_]))?")
_DECADE = regex(r"'?s(?![^\W_])")
_WINDOW = 16  # characters before a number that are looked at


class _Read(NamedTuple):
    """A quantity, and what a range needs: the bare number, its own magnitude, its own unit."""

    quantity: Quantity
    bare: Decimal
    factor: Decimal = Decimal(1)


def quantities(text: str, lang: Lang) -> list[Quantity]:
    """Every number of a text that is written in digits, and each month by its name, in text order."""
    source = plain(text)
    even, _ = without_names(source.text)
    found, even = dates(even, lang)
    found += (read.quantity for read in _ranges(_numbers(even, lang), even))
    return sorted(
        quantity._replace(start=start, end=end)
        for quantity in found
        for start, end in [source.span(quantity.start, quantity.end)]
    )


def _numbers(text: str, lang: Lang) -> list[_Read]:
    read: list[_Read] = []
    at = done = 0
    is_english_style = written_in_english_style(text)
    while digits := DIGITS.search(text, at):
        at = digits.end()
        values = readings(digits.group(), lang, is_english_style)
        if not values:
            read += (_Read(part, part.value) for part in listed(digits.group(), digits.start()))
            continue
        article = _article(text, digits.start(), at, read, lang)
        if article:
            read += article
            continue
        number = _number(text, digits.start(), at, values, lang, done)
        if number:
            read.append(number)
            at = done = number.quantity.end
    return read


def _article(text: str, start: int, end: int, read: list[_Read], lang: Lang) -> list[_Read]:
    """The article and the paragraph of "Điều 6.2", "제6.2조", "Article 6.2"; [] for other numbers."""
    if lang == "ko":
        before = text[max(0, start - 2) : start].rstrip()
        named = text.startswith("조", end) and before.endswith("제")
        stop = end + named
    else:
        named, stop = _unit_before(text, start, lang) == "article", end
    if not named and lang != "ko" and read and read[-1].quantity.unit in ("article", "clause"):
        named = bool(_ARTICLES.fullmatch(text, read[-1].quantity.end, start))
    whole, _, part = text[start:end].partition(".")
    if not named or not whole.isdigit() or len(whole) > 3 or (part and not part.isdigit()):
        return []
    middle = start + len(whole)
    if not part:
        return [_Read(Quantity(start, stop, Decimal(whole), "article"), Decimal(whole))]
    return [
        _Read(Quantity(start, middle, Decimal(whole), "article"), Decimal(whole)),
        _Read(Quantity(middle + 1, stop, Decimal(part), "clause"), Decimal(part)),
    ]


def _unit_before(text: str, start: int, lang: Lang) -> str:
    before = text[max(0, start - _WINDOW) : start]
    found = [unit for unit, words in _BEFORE[lang] if words.search(before)]
    return "decade" if "decade" in found else found[0] if found else ""


def _number(
    text: str, start: int, end: int, values: tuple[Decimal, ...], lang: Lang, done: int
) -> _Read | None:
    """A number with what belongs to it on both sides; None for one that is glued to a name."""
    floor = max(done, start - _WINDOW)
    unit, first = money(text, floor, start)
    minus = _MINUS.search(text, floor, first)
    bare = values[0]
    if lang == "ko":
        value, stop = korean_number(text, end, bare)
        values, factor = (value,), value / bare if bare else Decimal(1)
    else:
        factor, stop = magnitude(text, end, lang, bool(unit))
        values = tuple(value * factor for value in values)
        if lang == "vi" and factor > 1:
            values, stop = _more(text, stop, values, factor)
    unit = unit or _before(text, start, bare, lang)
    if not unit or unit.isupper():
        unit, values, stop = _after(text, stop, unit, values, bare, lang)
    if stop == end and _LATIN.match(text, stop):
        return None
    if lang == "ko" and not unit and bare < 200 and text[end:stop] == "조":  # 파리협정 6조
        unit, values = "article", (bare, *values)
    if minus:
        first = minus.start()
        loose = unit not in ("°C", "°F")  # "giảm 3%" says what -3% says
        others = (*values, *(-value for value in values[1:])) if loose else ()
        return _Read(Quantity(first, stop, -values[0], unit, others), -bare, factor)
    return _Read(Quantity(first, stop, values[0], unit, values[1:]), bare, factor)


def _before(text: str, start: int, bare: Decimal, lang: Lang) -> str:
    """The unit that the words before a number give it, if its size fits."""
    unit = _unit_before(text, start, lang)
    if unit == "year" and not 1500 <= bare < 2300:
        return ""
    fits = {"month": 12, "day": 31, "quarter": 4, "century": 30}.get(unit)
    return "" if fits and (bare > fits or bare != int(bare)) else unit


def _more(
    text: str, at: int, values: tuple[Decimal, ...], factor: Decimal
) -> tuple[tuple[Decimal, ...], int]:
    """What a Vietnamese number goes on with: 2 tỷ 300 triệu, 3 triệu rưỡi."""
    if half := _HALF.match(text, at):
        return tuple(value + factor / 2 for value in values), half.end()
    gap = _NEXT_VI.match(text, at)
    digits = DIGITS.match(text, gap.end()) if gap else None
    read = readings(digits.group(), "vi") if digits else ()
    if not digits or not read:
        return values, at
    smaller, stop = magnitude(text, digits.end(), "vi", False)
    if not 1 < smaller < factor or read[0] * smaller >= factor:
        return values, at
    return tuple(value + read[0] * smaller for value in values), stop


def _after(
    text: str, at: int, currency: str, values: tuple[Decimal, ...], bare: Decimal, lang: Lang
) -> tuple[str, tuple[Decimal, ...], int]:
    """The unit after a number, the values in it, and where it ends."""
    year = bool(_YEAR.fullmatch(text, max(0, at - 4), at)) and bare == values[0]
    if lang == "en" and (found := _ORDINAL.match(text, at)):
        return ("century" if found[1] else "ordinal"), values, found.end()
    if (
        lang == "en"
        and (year or text.startswith("'", at - 3, at))
        and (found := _DECADE.match(text, at))
    ):
        return "decade", values, found.end()
    after = unit_after(text, at, lang)
    if not after:
        return currency, values, at
    unit, factor, stop = after
    if currency:  # "US$ 300 triệu USD" says it twice, "$30/MWh" does not
        return currency, values, stop if unit == currency else at
    if unit == "year" and not year:
        unit = "years"
    if unit == "hour":
        values = (*values, *((values[0] + 12,) if values[0] < 12 else (values[0] - 12,)))
    if lang == "ko" and unit == "decade" and bare < 100:
        values = (values[0], values[0] + 1900, values[0] + 2000)
    return unit, tuple(value * factor for value in values), stop


def _ranges(read: list[_Read], text: str) -> list[_Read]:
    """The numbers, those that begin a range with the magnitude and unit that stand at its end."""
    for index in range(len(read) - 2, -1, -1):
        low, high = read[index], read[index + 1]
        gap = _RANGE.fullmatch(text, low.quantity.end, high.quantity.start)
        if gap:
            read[index] = _widened(low, high, is_sure=not gap.group().strip().isalpha())
    for index in range(1, len(read)):  # $100-150 billion
        low, high = read[index - 1], read[index]
        currency = low.quantity.unit
        if currency.isupper() and not high.quantity.unit and not _is_year(high):
            gap = _RANGE.fullmatch(text, low.quantity.end, high.quantity.start)
            if gap:
                read[index] = high._replace(quantity=high.quantity._replace(unit=currency))
    return read


def _is_year(read: _Read) -> bool:
    return read.factor == 1 and 1900 <= read.bare <= 2150 and read.bare == int(read.bare)


def _widened(low: _Read, high: _Read, *, is_sure: bool) -> _Read:
    quantity = low.quantity
    if quantity.unit and quantity.unit != high.quantity.unit and high.quantity.unit:
        return low
    value, others, factor = quantity.value, quantity.alternatives, low.factor
    if high.factor > low.factor and low.bare < high.bare:
        scale = high.factor / low.factor
        others = (*(other * scale for other in others), *(() if is_sure else (value,)))
        value, factor = value * scale, high.factor
    unit = quantity.unit
    if not unit and (is_sure or (factor == high.factor and not _is_year(low))):
        unit = high.quantity.unit
    return low._replace(
        quantity=quantity._replace(value=value, unit=unit, alternatives=others), factor=factor
    )
