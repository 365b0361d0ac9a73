"""Whether two labels are found by the same words of a text."""

from __future__ import annotations

from typing import NamedTuple

from khihau.languages import spellings
from khihau.model import Label
from khihau.text.fold import Squeezed, fold, is_hangul
from khihau.text.hangul import may_be_spaced, spoken_syllables

__all__ = ["Words", "share_a_language", "words_of"]


class Words(NamedTuple):
    """The spellings of a label, those in Hangul without spaces; and whether case tells them apart.

    `own` is its own spelling among them, `folded` the label as stored, where it has Hangul.
    """

    cased: frozenset[str]
    lower: frozenset[str]
    exact: bool
    folded: str
    own: str

    def meet(self, other: Words) -> bool:
        """Whether some text matches both; case counts when both insist on it."""
        if self.exact and other.exact:
            return not self.cased.isdisjoint(other.cased)
        return not self.lower.isdisjoint(other.lower)

    def finds(self, other: Words) -> bool:
        """Whether a hit of this label stands where a text has the other's words.

        전 지구적 이행점검 finds 전지구적 이행점검, but not the other way: a space that is stored may
        be left out, one that is not may not part a single syllable (rule M5).
        """
        spaces = frozenset(Squeezed(self.folded).spaces)
        spaced = may_be_spaced(other.folded, spaces, spoken_syllables(self.folded))
        found = other.own in self.cased if self.exact else other.own.lower() in self.lower
        return found and (spaced or not self.folded)


def words_of(label: Label) -> Words:
    """The words that a text is searched for to find a label (rule M2)."""
    folded = fold(label.text, keep_case=True).text.strip(" ")
    joined = any(map(is_hangul, folded))
    texts = (spelling.text for spelling in spellings(label, folded))
    cased = frozenset(text.replace(" ", "") if joined else text for text in texts if text)
    lower = frozenset(map(str.lower, cased))
    own = folded.replace(" ", "") if joined else folded
    return Words(cased, lower, label.case_exact, folded if joined else "", own)


def share_a_language(label: Label, other: Label) -> bool:
    """Whether a text of one language may hold both."""
    return label.lang == other.lang or "mul" in (label.lang, other.lang)
