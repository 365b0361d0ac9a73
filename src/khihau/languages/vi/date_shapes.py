"""The shapes of Vietnamese dates, which put the day first (CLDR vi: dd/MM/y)."""

from __future__ import annotations

from khihau.languages.date_shapes import ALONE, DAY, ENDS, ISO_DATE, MONTH, TIME, YEAR

__all__ = ["SHAPES"]

SHAPES = (
    ISO_DATE,
    (rf"{ALONE}(?:(?P<from>{DAY})\s?[-–]\s?)?(?P<d>{DAY})(?P<s>\s?[-/.]\s?)(?P<m>{MONTH})(?P=s)"
    rf"(?P<y>{YEAR}){ENDS}"),
    (rf"(?<![^\W_])(?i:ngày|sáng|trưa|chiều|tối|đêm|hôm|mùng)\s(?:(?P<from>{DAY})(?:\s?[-–]\s?|\s(?:và|đến)\s))?"
    rf"(?P<d>{DAY})[-/.](?P<m>{MONTH}){ENDS}"),
    rf"{ALONE}(?P<from>{DAY})\s?[-–]\s?(?P<d>{DAY})/(?P<m>{MONTH}){ENDS}",
    rf"(?<![^\W_])(?i:từ|đến|và)\s(?P<d>{DAY})/(?P<m>{MONTH}){ENDS}",
    rf"{ALONE}(?P<m>{MONTH})[-/.](?P<y>{YEAR}){ENDS}",
    r"(?<![0-9.,])(?P<h>2[0-4]|1[0-9]|0?[0-9])\s?(?:h(?P<min>[0-5][0-9])?|(?:g|giờ\s)(?P<min2>[0-5][0-9]))(?![0-9A-Za-z])",
    TIME,
)  # fmt: skip
