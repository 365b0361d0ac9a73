"""The shapes of Korean dates, which put the year first (CLDR ko: y. M. d.)."""

from __future__ import annotations

from khihau.languages.date_shapes import ALONE, DAY, MONTH, TIME, YEAR

__all__ = ["SHAPES"]

SHAPES = (
    (rf"{ALONE}(?P<y>{YEAR}|'[0-9]{{2}})(?P<s>[-/]|\.\s?)(?P<m>{MONTH})(?P=s)(?P<d>{DAY})\.?"
    rf"(?:\s?~\s?(?P<to>{DAY})\.(?!\s?[0-9]))?(?![0-9A-Za-z])"),
    rf"{ALONE}(?P<y>{YEAR}|'[0-9]{{2}})\.\s?(?P<m>{MONTH})(?:\s?월|\.(?!\s?[0-9]))",
    r"(?P<y>'[0-9]{2})(?:년|(?=\s?[~–-]\s?'?[0-9]{2}))|(?<=[~–-])(?P<y2>'[0-9]{2})(?![0-9%])",
    (rf"{ALONE}(?P<m>{MONTH})\.\s?(?P<d>{DAY})"
    rf"(?:\.(?:\s?~\s?(?P<to>{DAY})\.(?!\s?[0-9])|(?=\s?(?:[(~,)\n]|$|부터|까지|에)))"
    r"|(?=\s?\([월화수목금토일][),]))"),
    TIME,
)  # fmt: skip
