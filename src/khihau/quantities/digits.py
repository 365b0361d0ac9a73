"""Digits with points and commas, read in the two styles that are about: 1,000.5 and 1.000,5."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from khihau.quantities.quantity import Quantity, decimal
from khihau.text.regex import regex

if TYPE_CHECKING:
    from khihau.languages.numerals import Numerals

__all__ = ["DIGITS", "listed", "readings", "written_in_english_style"]

DIGITS = regex(
    r"[0-9]{1,3}(?:[\xa0][0-9]{3})+(?![0-9])|[0-9]{1,3}(?: 000)+(?![0-9])|[0-9]+(?:[.,][0-9]+)*"
)
_POINT = regex(r"([1-9][0-9]{0,2}(?:,[0-9]{3})+|[0-9]+)(?:\.([0-9]+))?")
_COMMA = regex(r"([1-9][0-9]{0,2}(?:\.[0-9]{3})+|[0-9]+)(?:,([0-9]+))?")
# A point in thousands may be one of English style only where the text has a sure one: 2.5, 1,000,000.
_POINT_THOUSANDS = regex(r"[0-9]{1,3}\.[0-9]{3}")
_ENGLISH_STYLE = regex(
    r"(?<![0-9.,])(?:[0-9]+\.[0-9]{1,2}(?![0-9.,]*[0-9])|[0-9]{1,3}(?:,[0-9]{3}){2,}|[0-9]{1,3},[0-9]{3}\.[0-9])"
)
_NOTED_YEAR = regex(r"((?:19|20|21)[0-9]{2})\.[0-9]{1,2}")  # "by 2030.6": the number of a note
_PART = regex("[0-9]+")
_YEARS_LISTED = regex(r"[12][0-9]{3}(?:,[12][0-9]{3})+")


def written_in_english_style(text: str) -> bool:
    """Whether a text holds a number that only English style writes: 2.5 or 1,000,000."""
    return bool(_ENGLISH_STYLE.search(text))


def readings(
    digits: str, numerals: Numerals, *, is_english_style: bool = False
) -> tuple[Decimal, ...]:
    """The readings of digits with points and commas, the one of the language first.

    There are others only where a decimal comma is at home, since texts of both styles are about there.
    """
    if _YEARS_LISTED.fullmatch(digits):
        return ()
    digits = digits.replace("\xa0", "").replace(" ", "")
    if numerals.notes_follow_years and (noted := _NOTED_YEAR.fullmatch(digits)):
        return (Decimal(noted[1]),)
    point, comma = _POINT.fullmatch(digits), _COMMA.fullmatch(digits)
    styles = (comma, point) if numerals.decimal_comma else (point, comma)
    fitting = [style for style in styles if style]
    is_sure = _POINT_THOUSANDS.fullmatch(digits) and not is_english_style
    if not numerals.decimal_comma or is_sure:
        fitting = fitting[:1]
    values: list[Decimal] = []
    for style in fitting:
        whole = style[1].replace(",", "").replace(".", "")
        value = decimal(f"{whole}.{style[2]}" if style[2] else whole)
        if value is not None and value not in values:
            values.append(value)
    return tuple(values)


def listed(digits: str, start: int) -> list[Quantity]:
    """The numbers of a list without spaces (2021,2022); 3.1.2 numbers a section, and is none."""
    if "." in digits or "," not in digits:
        return []
    return [
        Quantity(start + part.start(), start + part.end(), value, "")
        for part in _PART.finditer(digits)
        if (value := decimal(part.group())) is not None
    ]
