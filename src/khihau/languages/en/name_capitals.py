"""Capitals of English names: all words of one but the small ones."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from khihau.languages.data import data_parts
from khihau.languages.name_capitals import NameCapitals, NameKind

__all__ = ["EnglishNameCapitals"]


class EnglishNameCapitals(NameCapitals):
    """The answers of English: words in small letters throughout are no name."""

    def kind(self, words: Sequence[str]) -> NameKind:
        """By a noun that is a word of the name."""
        spelled = {word.lower() for word in words}
        if not spelled.isdisjoint(_listed("bodies")):
            return "body"
        return "" if spelled.isdisjoint(_listed("papers")) else "paper"


@cache
def _listed(role: str) -> frozenset[str]:
    return frozenset(data_parts("en", "capitals.txt")[role])
