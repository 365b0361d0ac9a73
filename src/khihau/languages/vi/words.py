"""How the words of a phrase are compared with those of labels in Vietnamese."""

from __future__ import annotations

from khihau.languages.words import Words

__all__ = ["VietnameseWords"]


class VietnameseWords(Words):
    """The answers of Vietnamese."""
