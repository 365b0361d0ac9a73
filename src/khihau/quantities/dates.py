"""Dates and times that are written with signs, read into year, month, day, hour and minute.

"ngày 10 tháng 11" and "11월 10일" are no matter of this module: their units say what they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from khihau.model import Lang
from khihau.quantities.units import Quantity

__all__ = ["dates"]

_YEAR = "(?:19|20|21)[0-9]{2}"
_MONTH = "(?:1[0-2]|0?[1-9])"
_DAY = "(?:3[01]|[12][0-9]|0?[1-9])"
_ALONE = r"(?<![0-9A-Za-z/:.,-])"
_ENDS = r"(?![0-9A-Za-z]|[/:.,-][0-9])"
_TIME = r"(?<![0-9:.,])(?P<h>2[0-4]|1[0-9]|0?[0-9]):(?P<min>[0-5][0-9])(?![0-9:])"
_ISO = rf"{_ALONE}(?P<y>{_YEAR})(?P<s>[-/.])(?P<m>{_MONTH})(?P=s)(?P<d>{_DAY}){_ENDS}"
_MONTHS = {
    name: number
    for number, name in enumerate(
        "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(), start=1
    )
}
_NAMES = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
)
_MONTH_NAME = rf"(?<![^\W_])(?P<name>{_NAMES}|{_NAMES.upper()})(?![^\W_])"
_TH = "(?:st|nd|rd|th)?"
_NO_UNIT = (
    r"(?![0-9]|[.,:/][0-9]|\s?(?:%|°|percent|per cent|million|billion|trillion|thousand|Mt|MW|GW))"
)
# May and March are words, too: without a day or a year they need one of these before them.
_AT = r"(?<=\b(?:in|of|by)\s)|(?<=\b(?:mid|end|and|for)[\s-])|(?<=\b(?:last|next|this|late|from)\s)|(?<=\b(?:since|until|early)\s)"

# Vietnamese dates put the day first (CLDR vi: dd/MM/y), Korean ones the
# year (CLDR ko: y. M. d.); with slashes English is read day first, and month first alternatively.
_SHAPES: dict[Lang, tuple[str, ...]] = {
    "vi": (
        _ISO,
        (rf"{_ALONE}(?:(?P<from>{_DAY})\s?[-–]\s?)?(?P<d>{_DAY})(?P<s>\s?[-/.]\s?)(?P<m>{_MONTH})(?P=s)"
        rf"(?P<y>{_YEAR}){_ENDS}"),
        (rf"(?<![^\W_])(?i:ngày|sáng|trưa|chiều|tối|đêm|hôm|mùng)\s(?:(?P<from>{_DAY})(?:\s?[-–]\s?|\s(?:và|đến)\s))?"
        rf"(?P<d>{_DAY})[-/.](?P<m>{_MONTH}){_ENDS}"),
        rf"{_ALONE}(?P<from>{_DAY})\s?[-–]\s?(?P<d>{_DAY})/(?P<m>{_MONTH}){_ENDS}",
        rf"(?<![^\W_])(?i:từ|đến|và)\s(?P<d>{_DAY})/(?P<m>{_MONTH}){_ENDS}",
        rf"{_ALONE}(?P<m>{_MONTH})[-/.](?P<y>{_YEAR}){_ENDS}",
        r"(?<![0-9.,])(?P<h>2[0-4]|1[0-9]|0?[0-9])\s?(?:h(?P<min>[0-5][0-9])?|(?:g|giờ\s)(?P<min2>[0-5][0-9]))(?![0-9A-Za-z])",
        _TIME,
    ),
    "ko": (
        (rf"{_ALONE}(?P<y>{_YEAR}|'[0-9]{{2}})(?P<s>[-/]|\.\s?)(?P<m>{_MONTH})(?P=s)(?P<d>{_DAY})\.?"
        r"(?:\s?~\s?(?P<to>3[01]|[12][0-9]|0?[1-9])\.(?!\s?[0-9]))?(?![0-9A-Za-z])"),
        rf"{_ALONE}(?P<y>{_YEAR}|'[0-9]{{2}})\.\s?(?P<m>{_MONTH})(?:\s?월|\.(?!\s?[0-9]))",
        r"(?P<y>'[0-9]{2})(?:년|(?=\s?[~–-]\s?'?[0-9]{2}))|(?<=[~–-])(?P<y2>'[0-9]{2})(?![0-9%])",
        (rf"{_ALONE}(?P<m>{_MONTH})\.\s?(?P<d>{_DAY})"
        r"(?:\.(?:\s?~\s?(?P<to>3[01]|[12][0-9]|0?[1-9])\.(?!\s?[0-9])|(?=\s?(?:[(~,)\n]|$|부터|까지|에)))"
        r"|(?=\s?\([월화수목금토일][),]))"),
        _TIME,
    ),
    "en": (
        _ISO,
        rf"{_ALONE}(?P<d>{_DAY})/(?P<m>{_MONTH})/(?P<y>{_YEAR}){_ENDS}",
        rf"{_ALONE}(?P<m>{_MONTH})/(?P<d>{_DAY})/(?P<y>{_YEAR}){_ENDS}",
        (rf"{_ALONE}(?:(?P<from>{_DAY}){_TH}\s?(?:[-–]|to|and|&)\s?)?(?P<d>{_DAY}){_TH}(?:\s(?:day\s)?of)?"
        rf"[\s-]{_MONTH_NAME}(?:,?\s(?P<y>{_YEAR})(?![0-9]))?"),
        (rf"{_MONTH_NAME}\s(?P<d>{_DAY}){_TH}{_NO_UNIT}(?:\s?(?:[-–]|to|and)\s?(?P<to>{_DAY}){_TH}{_NO_UNIT}"
        rf")?(?:,?\s(?P<y>{_YEAR})(?![0-9]))?"),
        rf"{_MONTH_NAME},?\s(?P<y>{_YEAR})(?![0-9])",
        rf"(?:{_AT}|(?!Mar|May|MAR|MAY)|(?=[A-Za-z]{{3,5}}\s(?:of\s)?(?:this|last|next)\b)){_MONTH_NAME}",
        r"(?<![0-9.,])(?P<h>1[0-2]|0?[0-9])\.(?P<min>[0-5][0-9])(?=\s?[ap]\.?m(?![^\W_]))",
        _TIME,
    ),
}  # fmt: skip
_UNITS = {
    "y": "year", "y2": "year", "m": "month", "name": "month", "d": "day", "from": "day",
    "to": "day", "h": "hour", "min": "minute", "min2": "minute",
}  # fmt: skip


@cache
def _shapes(lang: Lang) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(shape) for shape in _SHAPES[lang])


def dates(text: str, lang: Lang) -> tuple[list[Quantity], str]:
    """The parts of the dates and times of a plain text, and the text with line breaks for them."""
    read: list[Quantity] = []
    for shape in _shapes(lang):
        found = list(shape.finditer(text))
        if not found:
            continue
        parts: list[str] = []
        done = 0
        for match in found:
            read += _parts(match, lang)
            parts += text[done : match.start()], "\n" * (match.end() - match.start())
            done = match.end()
        text = "".join(parts) + text[done:]
    return read, text


def _parts(match: re.Match[str], lang: Lang) -> Iterator[Quantity]:
    written = match.groupdict()
    slashed = lang == "en" and not written.get("s") and not written.get("name")
    for name, unit in _UNITS.items():
        digits = written.get(name)
        if digits is None or (unit == "minute" and not int(digits)):
            continue
        start, end = match.span(name)
        others: tuple[Decimal, ...] = ()
        if name == "name":
            value = Decimal(_MONTHS[digits[:3].title()])
        else:
            value = Decimal(digits.lstrip("'"))
        if digits.startswith("'"):
            value += 2000
        if unit == "hour":  # 2:30 p.m. is 14:30
            others = (value + 12,) if value < 12 else (value - 12,)
        elif slashed and name in "dm" and written.get("d") and written.get("m"):
            other = Decimal(written["m" if name == "d" else "d"])
            others = (other,) if other != value and max(other, value) <= 12 else ()
        yield Quantity(start, end, value, unit, others)
