"""Which words end a phrase, speak of speaking or say that a name is one of the past in English."""

from __future__ import annotations

from khihau.languages.phrases import Phrases

__all__ = ["EnglishPhrases"]


class EnglishPhrases(Phrases):
    """The answers of English."""
