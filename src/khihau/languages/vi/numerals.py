"""How numbers, dates and units are written in Vietnamese.

A decimal comma and a thousands point (Luật Kế toán 88/2015/QH13, Điều 11; CLDR vi).
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from types import MappingProxyType

from khihau.languages.numerals import ALONE, DAY, ENDS, ISO_DATE, MONTH, TIME, YEAR, Numerals
from khihau.text.regex import regex

__all__ = ["VietnameseNumerals"]

# The shapes of Vietnamese dates, which put the day first (CLDR vi: dd/MM/y).
_SHAPES = (
    ISO_DATE,
    (rf"{ALONE}(?:(?P<from>{DAY})\s?[-–]\s?)?(?P<d>{DAY})(?P<s>\s?[-/.]\s?)(?P<m>{MONTH})(?P=s)"
    rf"(?P<y>{YEAR}){ENDS}"),
    (rf"(?<![^\W_])(?i:ngày|sáng|trưa|chiều|tối|đêm|hôm|mùng)\s(?:(?P<from>{DAY})(?:\s?[-–]\s?|\s(?:và|đến)\s))?"
    rf"(?P<d>{DAY})[-/.](?P<m>{MONTH}){ENDS}"),
    rf"{ALONE}(?P<from>{DAY})\s?[-–]\s?(?P<d>{DAY})/(?P<m>{MONTH}){ENDS}",
    rf"(?<![^\W_])(?i:từ|đến|và)\s(?P<d>{DAY})/(?P<m>{MONTH}){ENDS}",
    rf"{ALONE}(?P<m>{MONTH})[-/.](?P<y>{YEAR}){ENDS}",
    r"(?<![0-9.,])(?P<h>2[0-4]|1[0-9]|0?[0-9])\s?(?:h(?P<min>[0-5][0-9])?|(?:g|giờ\s)(?P<min2>[0-5][0-9]))(?![^\W_])",
    r"(?<![0-9.,])(?P<h>2[0-4]|1[0-9]|0?[0-9])\.(?P<min>[0-5][0-9])\s?(?:giờ|h)(?![^\W_])",
    r"(?<![^\W_])(?i:quý)\s(?P<q>I{1,3}|IV|[1-4])(?![^\W_])",
    TIME,
)  # fmt: skip


_NOUN = regex(r"[ \xa0]([^\W\d_]+)(?![\w/])")


class VietnameseNumerals(Numerals):
    """Most units may stand on both sides of a number: 3 tháng (months), tháng 3 (March)."""

    code = "vi"
    decimal_comma = True
    written_by = "Luật Kế toán 88/2015/QH13, Điều 11"
    dates_in_words = r"(?<![^\W_])[IVX]{1,3}(?![^\W_])"  # quý III
    date_shapes = _SHAPES
    goes_on = True
    heads: Mapping[str, int] = MappingProxyType(
        {"năm": 4, "tháng": 1, "ngày": 1, "thế kỷ": 1, "thập kỷ": 1, "thập kỉ": 1, "thập niên": 1}
    )

    def is_counted(self, before: str, behind: str) -> bool:
        """By the noun behind it, which begins with a small letter."""
        found = _NOUN.match(behind)
        return bool(found and found[1] not in self.not_counted and not self._follows_name(before))

    def runs(self, words: Sequence[str], text: str) -> Iterable[Sequence[str]]:  # noqa: ARG002
        """All words, with "" for syllables that are no number where they stand."""
        return (_numbers_only(words, self.number_words, self.scales),)


# --- numbers in words ------------------------------------------------------------------------------

# What a syllable with another sense needs beside it, or must not have, to be a number.
_NOT_FIVE_BEFORE = frozenset("nay qua tới sau trước ngoái kia gần tiếp liền".split())
_NOT_FIVE_BEHIND = frozenset("mỗi hằng hàng nửa cuối giữa những từng nhiều mấy các theo".split())
_FOUR_BEHIND = frozenset("thứ mươi phần tháng lần".split())
_FIVE_BEFORE = frozenset("rưỡi phẩy phần".split())


def _numbers_only(
    words: Sequence[str], numbers: Container[str], scales: Container[str]
) -> list[str]:
    """Words, with "" for syllables that are no number here (năm: year, tư: đầu tư)."""

    def is_number(before: str, word: str, after: str) -> bool:
        if word == "năm":
            if after in scales or after in _FIVE_BEFORE:
                return True
            counted = before in numbers or before in scales or before.isdigit()
            is_year = after.isdigit() or counted
            return not (is_year or after in _NOT_FIVE_BEFORE or before in _NOT_FIVE_BEHIND)
        if word == "tư":
            return before in _FOUR_BEHIND
        if word == "nhất":
            return before in ("thứ", "lần")
        if word == "không":
            return before in ("bằng", "số") or after in ("trăm", "phẩy")
        return word != "trăm" or before != "phần"

    return [
        word if is_number(before, word, after) else ""
        for before, word, after in zip(["", *words], words, [*words[1:], ""], strict=False)
    ]
