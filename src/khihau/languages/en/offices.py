"""Offices in English: the portfolio stands before, or behind a preposition; Ministry says what is one."""

from __future__ import annotations

import re

from khihau.languages.offices import Offices
from khihau.text.regex import regex

__all__ = ["EnglishOffices"]


class EnglishOffices(Offices):
    """The answers of English."""

    before = regex(r"\s(?:of|for|in\scharge\sof)\s(?:the\s)?(?:state\sfor\s)?", re.IGNORECASE)
    behind = regex(r"(?:['’]s)?[\s-]", re.IGNORECASE)
    before_ministry = regex(r"(?<!\w)(?:Ministry|Ministries)\s(?:of|for)\s(?:the\s)?\Z")
    ministry_words = ("Ministr", "ministry")
    behind_ministry = regex(r"\s(?:Ministry|ministry)(?!\w)")
    joins = r",?\s(?:and\s|&\s)?(?:the\s)?"
