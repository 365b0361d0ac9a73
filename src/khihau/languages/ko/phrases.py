"""Which words end a phrase, speak of speaking or say that a name is one of the past in Korean."""

from __future__ import annotations

from khihau.languages.phrases import Phrases

__all__ = ["KoreanPhrases"]


class KoreanPhrases(Phrases):
    """The answers of Korean."""
