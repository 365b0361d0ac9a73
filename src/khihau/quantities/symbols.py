"""The symbols of units behind a number; they mean the same in every text, and their case counts."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from khihau.quantities.currencies import CODES, SIGNS
from khihau.quantities.names import NAMED
from khihau.quantities.wording import LATIN, in_any_language

__all__ = ["CO2", "Unit", "equivalent", "symbol_at"]

CO2 = f"CO{NAMED}"
_NO_LETTER = f"(?!{LATIN})"
_SIGNS = {
    **SIGNS, "㎏": "kg", "㎞": "km", "㎢": "km²", "㎡": "m²", "㎥": "m³", "㏊": "ha", "㎜": "mm",
    "㎝": "cm", "㎾": "kW", "㎿": "MW", "°": "°C",
}  # fmt: skip
_METRIC = {"": Decimal(1), "k": Decimal(10) ** 3, "M": Decimal(10) ** 6, "G": Decimal(10) ** 9}


class Unit(NamedTuple):
    """The key of a unit, the factor in its symbol (Mt: 10⁶ t), and where its writing ends."""

    key: str
    factor: Decimal
    end: int


def symbol_at(text: str, at: int, *, is_apart: bool) -> Unit | None:
    """The unit whose symbol stands at `at`; apart from its number C is no symbol."""
    found = _symbols().match(text, at)
    if not found or (is_apart and found.group() in ("C", "F")):
        return None
    one, end = Decimal(1), found.end()
    if found["tonnes"]:
        key = "tCO2e" if CO2 in found.group() else "t"
        return Unit(key, _METRIC[found["tonnes"][:-1]], end)
    if found["celsius"]:
        return Unit("°C", one, end)
    if found["fahrenheit"]:
        return Unit("°F", one, end)
    if found["power"]:
        return Unit(_SIGNS.get(found["power"], found["power"]) + (found["hours"] or ""), one, end)
    return Unit(_SIGNS.get(found.group(), found.group()), one, end)


@cache
def _symbols() -> re.Pattern[str]:
    """The longest of them first; mt is no Mt."""
    return re.compile(
        rf"%p|%|(?P<tonnes>[kMG]?t)(?:-?\s?{CO2}{equivalent()})?{_NO_LETTER}"
        rf"|(?P<celsius>°\s?C|℃|C{_NO_LETTER})|(?P<fahrenheit>°\s?F{_NO_LETTER}|℉|F{_NO_LETTER})|°"
        rf"|(?P<power>[kMGT]?W|[㎾㎿])(?P<hours>h)?p?{_NO_LETTER}"
        rf"|(?:(?:US\$|[$€£₩])(?!\s?[0-9])|₫|kg|km²|km|ha|m²|m³|cm|mm|ppm|µm|㎏|㎞|㎢|㎡|㎥|㏊|㎜|㎝"
        rf"|(?:{CODES})(?!\s?[0-9])|m){_NO_LETTER}"
    )


def equivalent() -> str:
    """The expression of what may stand behind CO2: "eq", "tđ", " equivalent"."""
    words = in_any_language("equivalent")
    return rf"(?:\s?-?\s?(?:{words}|eq|e){_NO_LETTER})?"
