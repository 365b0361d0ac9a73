"""Whether a text says that a name is one of the past (rule C6)."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from khihau.dating.tuned import FORMER_REACH
from khihau.languages import LANGUAGES
from khihau.text.compose import composed
from khihau.text.regex import regex

__all__ = ["is_former", "is_glossed"]


class _Beside(NamedTuple):
    """What stands right before, and right behind, a name of the past."""

    before: re.Pattern[str]
    after: re.Pattern[str]


def is_former(text: str, start: int, end: int) -> bool:
    """Whether a name at text[start:end] is called former there, or said to have become another."""
    before = composed(text[max(0, start - FORMER_REACH) : start])
    return _beside().before.search(before) is not None or is_glossed(text, end)


def is_glossed(text: str, end: int) -> bool:
    """Whether the text says behind a name that ends there what it is called today, or became."""
    return _beside().after.match(composed(text[end : end + FORMER_REACH])) is not None


@cache
def _beside() -> _Beside:
    """The words of all languages: a text names bodies of other countries in theirs."""
    asked = [language.phrases for language in LANGUAGES.values()]
    before = "|".join(filter(None, (one.former_before for one in asked)))
    after = "|".join(filter(None, (one.former_after for one in asked)))
    return _Beside(
        regex(rf"(?:{before})[- \t\xa0'\"“‘*_]*$", re.IGNORECASE),
        regex(
            r"[ \t\xa0'\"”’*_]*(?:\([A-Za-zĐ&]{2,10}\)|\))?[ '\"”’*_]*" + f"(?:{after})",
            re.IGNORECASE,
        ),
    )
