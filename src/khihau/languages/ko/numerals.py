"""How numbers, dates and units are written in Korean."""

from __future__ import annotations

from khihau.languages.numerals import Numerals

__all__ = ["KoreanNumerals"]


class KoreanNumerals(Numerals):
    """The answers of Korean."""
