"""How numbers, dates and units are written in Vietnamese.

A decimal comma and a thousands point (Luật Kế toán 88/2015/QH13, Điều 11; CLDR vi).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from khihau.languages.numerals import Numerals
from khihau.languages.vi.date_shapes import SHAPES
from khihau.languages.vi.number_words import numbers_only

__all__ = ["VietnameseNumerals"]


class VietnameseNumerals(Numerals):
    """Most units may stand on both sides of a number: 3 tháng (months), tháng 3 (March)."""

    lang = "vi"
    decimal_comma = True
    date_shapes = SHAPES
    goes_on = True
    heads: Mapping[str, int] = MappingProxyType(
        {"năm": 4, "tháng": 1, "ngày": 1, "thế kỷ": 1, "thập kỷ": 1, "thập kỉ": 1, "thập niên": 1}
    )

    def runs(self, words: Sequence[str], text: str) -> Iterable[Sequence[str]]:  # noqa: ARG002
        """All words, with "" for syllables that are no number where they stand."""
        return (numbers_only(words, self.number_words, self.scales),)
