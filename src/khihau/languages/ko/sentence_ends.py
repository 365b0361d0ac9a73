"""Where a sentence ends in Korean."""

from __future__ import annotations

from khihau.languages.sentence_ends import Sentences

__all__ = ["KoreanSentences"]


class KoreanSentences(Sentences):
    """The answers of Korean."""
