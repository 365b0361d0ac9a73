"""What a language answers: each question stands with the others of its subject, and has a default.

A language that has nothing to say about a subject need not know that there is one, so a new one is
its code and its names. What a subject needs is read when its first question comes: a text may be
in none of some languages.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from khihau.languages.matching import Matching
from khihau.model import LabelLang

if TYPE_CHECKING:
    from khihau.languages.grammar import Grammar
    from khihau.languages.numerals import Numerals
    from khihau.languages.ordinals import Ordinals
    from khihau.languages.phrases import Phrases
    from khihau.languages.sentence_ends import Sentences
    from khihau.languages.spelling import Spelling
    from khihau.languages.translation import Translation
    from khihau.languages.words import Words

__all__ = ["Language"]


class Language:
    """One language of the termbase.

    `name` is what English calls it, `own_name` what it calls itself.
    """

    code: LabelLang
    name: str
    own_name: str

    @cached_property
    def matching(self) -> Matching:
        """How its labels are found in a text."""
        return Matching()

    @cached_property
    def spelling(self) -> Spelling:
        """Where one word of it may be written in several ways."""
        from khihau.languages.spelling import Spelling

        return Spelling()

    @cached_property
    def ordinals(self) -> Ordinals:
        """How it writes the number of a session."""
        from khihau.languages.ordinals import Ordinals

        return Ordinals()

    @cached_property
    def grammar(self) -> Grammar:
        """How a name fits into its sentence: particles, articles, plurals, capitals."""
        from khihau.languages.grammar import Grammar

        return Grammar()

    @cached_property
    def phrases(self) -> Phrases:
        """Which words end a phrase, speak of speaking or say that a name is one of the past."""
        from khihau.languages.phrases import Phrases

        return Phrases()

    @cached_property
    def translation(self) -> Translation:
        """How names say the same, in a translation and beside each other."""
        from khihau.languages.translation import Translation

        return Translation()

    @cached_property
    def numerals(self) -> Numerals:
        """How numbers, dates and units are written."""
        from khihau.languages.numerals import Numerals

        return Numerals()

    @cached_property
    def words(self) -> Words:
        """How the words of a phrase are compared with those of labels."""
        from khihau.languages.words import Words

        return Words()

    @cached_property
    def sentences(self) -> Sentences:
        """Where a sentence ends."""
        from khihau.languages.sentence_ends import Sentences

        return Sentences()
