"""How the words of a phrase are compared with those of labels in Korean."""

from __future__ import annotations

from khihau.languages.words import Words

__all__ = ["KoreanWords"]


class KoreanWords(Words):
    """The answers of Korean."""
