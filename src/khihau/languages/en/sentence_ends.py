"""Where a sentence ends in English."""

from __future__ import annotations

from khihau.languages.sentence_ends import Sentences

__all__ = ["EnglishSentences"]


class EnglishSentences(Sentences):
    """The abbreviations and opening words of English."""

    code = "en"
