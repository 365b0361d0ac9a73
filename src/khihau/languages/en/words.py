"""How the words of a phrase are compared with those of labels in English."""

from __future__ import annotations

from khihau.languages.words import Words

__all__ = ["EnglishWords"]


class EnglishWords(Words):
    """The answers of English."""
