"""The currency whose sign or code stands before a number; they mean the same in every text."""

from __future__ import annotations

from khihau.quantities.wording import LATIN
from khihau.text.regex import regex

__all__ = ["CODES", "SIGNS", "currency_before"]

CODES = "USD|EUR|KRW|VND|VNĐ|JPY|CNY|RMB|GBP"
SIGNS = {
    "$": "USD", "US$": "USD", "€": "EUR", "£": "GBP", "₩": "KRW", "₫": "VND", "VNĐ": "VND",
    "¥": "JPY", "A$": "AUD", "C$": "CAD", "RMB": "CNY",
}  # fmt: skip
_BEFORE = regex(rf"(?<!{LATIN})(US ?\$|A\$|C\$|[$€£₩¥]|(?:{CODES})\s?)\s?$")


def currency_before(text: str, floor: int, start: int) -> tuple[str, int]:
    """The currency whose sign stands before a number at `start`, and where it begins."""
    found = _BEFORE.search(text, floor, start)
    if not found:
        return "", start
    sign = found[1].strip().replace(" ", "")
    return SIGNS.get(sign, sign), found.start()
