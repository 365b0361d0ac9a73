"""Offices in Vietnamese: the portfolio stands behind, and a ministry is a Bộ."""

from __future__ import annotations

import re

from khihau.languages.offices import Offices
from khihau.text.regex import regex

__all__ = ["VietnameseOffices"]


class VietnameseOffices(Offices):
    """The answers of Vietnamese."""

    before = regex(r"\s(?:Bộ\s|thứ\s(?:nhất|hai)\s|thường\strực\s|phụ\strách\s)*", re.IGNORECASE)
    ministry_words = ("Bộ",)
    before_ministry = regex(r"(?<!\w)Bộ\s\Z")
    joins = r",?\s(?:và\s|-\s|–\s|&\s)?"
