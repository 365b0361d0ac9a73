"""How numbers, dates and units are written in English."""

from __future__ import annotations

from khihau.languages.numerals import Numerals

__all__ = ["EnglishNumerals"]


class EnglishNumerals(Numerals):
    """The answers of English."""
