"""Longer proper names around a term in a Vietnamese text, by their heads and capitals (rule M7)."""

from __future__ import annotations

import re
from functools import cache

from khihau.languages.candidates import Candidate
from khihau.languages.capitals import Beside, beside, capitals_behind, may_be_in_name, name_heads
from khihau.languages.data import data_parts
from khihau.text.regex import either, regex

__all__ = ["longer_name"]


def longer_name(candidate: Candidate) -> str:
    """The name that a body or a fund before a candidate makes of it, or capitals behind it.

    Quỹ | Loss and Damage, Tiêu chuẩn Carbon | Xác minh. A capital that a sentence asks for says nothing:
    before the candidate there is a head noun, and its own last syllable has one too.
    """
    if not may_be_in_name(candidate):
        return ""
    near = beside(candidate)
    if near.written.isupper():
        return ""
    name = _begun_before(near) or (_goes_on_behind(near) if candidate.term.lang == "vi" else "")
    return name if name and near.is_running("vi", 0) else ""


def _begun_before(near: Beside) -> str:
    head = _head_before().search(near.before)
    return f"{head.group()}{near.written}" if head else ""


def _goes_on_behind(near: Beside) -> str:
    """Words with capitals behind a term of several syllables; a country behind it is no part of it."""
    first, *more = near.written.replace("-", " ").split()
    words = capitals_behind(near.after)
    if not more or not more[-1][0].isupper() or not words or not first[0].isupper():
        return ""
    countries = data_parts("vi", "phrase-words.txt")["countries"]
    return "" if words[0][0].lower() in countries else near.written + near.after[: words[-1][1]]


@cache
def _head_before() -> re.Pattern[str]:
    return regex(rf"(?<!\w){either(sorted(name_heads('vi')))} \Z", re.IGNORECASE)
