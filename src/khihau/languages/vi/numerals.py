"""How numbers, dates and units are written in Vietnamese."""

from __future__ import annotations

from khihau.languages.numerals import Numerals

__all__ = ["VietnameseNumerals"]


class VietnameseNumerals(Numerals):
    """The answers of Vietnamese."""
