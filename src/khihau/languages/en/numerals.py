"""How numbers, dates and units are written in English."""

from __future__ import annotations

from khihau.languages.en.date_shapes import MONTHS, SHAPES
from khihau.languages.en.ordinals import ENDINGS
from khihau.languages.numerals import Numerals

__all__ = ["EnglishNumerals"]


class EnglishNumerals(Numerals):
    """Months by their names, decades (2030s), and notes that stand behind a year like decimals."""

    lang = "en"
    notes_follow_years = True
    date_shapes = SHAPES
    months = MONTHS
    month_may_come_first = True
    ordinal_endings = ENDINGS
    decade_endings = ("s", "'s")
