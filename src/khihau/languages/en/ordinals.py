"""The numbers of sessions in English: "29th", "twenty-ninth"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from khihau.languages.numerals import values
from khihau.languages.ordinals import Ordinals
from khihau.languages.session_words import SessionWords, session_words

__all__ = ["ENDINGS", "EnglishOrdinals"]

ENDINGS = ("st", "nd", "rd", "th")


class EnglishOrdinals(Ordinals):
    """Words up to thirty."""

    suffixes = "|".join(ENDINGS)

    @cached_property
    def ordinals(self) -> Mapping[str, int]:
        """first, twentieth, twenty first, thirtieth."""
        words = values("en", "session")
        ones = {word: number for word, number in words.items() if number < 10}
        return {**words, **{f"twenty {word}": 20 + number for word, number in ones.items()}}

    def ordinal(self, number: int) -> str:
        """1st, 2nd, 3rd, 4th, 11th, 12th, 13th, 21st."""
        if number % 100 in (11, 12, 13):
            return f"{number}th"
        suffix = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        return f"{number}{suffix}"

    @cached_property
    def session_words(self) -> SessionWords:
        """conference, held in."""
        return session_words("en")
