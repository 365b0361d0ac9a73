"""Where a sentence ends in Vietnamese."""

from __future__ import annotations

from khihau.languages.sentence_ends import Sentences

__all__ = ["VietnameseSentences"]


class VietnameseSentences(Sentences):
    """Vietnamese writes few initials, and those behind a name: "quý I. EVN"."""

    code = "vi"
    letters_end = True
