"""Where a sentence ends in Vietnamese."""

from __future__ import annotations

from khihau.languages.sentence_ends import Sentences

__all__ = ["VietnameseSentences"]


class VietnameseSentences(Sentences):
    """The answers of Vietnamese."""
