"""Whether two labels are found by the same words of a text."""

from __future__ import annotations

from typing import NamedTuple

from khihau.languages import spellings
from khihau.model import Label
from khihau.text.fold import fold, is_hangul

__all__ = ["Words", "share_a_language", "words_of"]


class Words(NamedTuple):
    """The spellings of a label, those in Hangul without spaces; and whether case tells them apart."""

    cased: frozenset[str]
    lower: frozenset[str]
    exact: bool

    def meet(self, other: Words) -> bool:
        """Whether some text matches both; case counts when both insist on it."""
        if self.exact and other.exact:
            return not self.cased.isdisjoint(other.cased)
        return not self.lower.isdisjoint(other.lower)


def words_of(label: Label) -> Words:
    """The words that a text is searched for to find a label (SEMANTICS M2)."""
    folded = fold(label.text, keep_case=True).text.strip(" ")
    joined = any(map(is_hangul, folded))
    texts = (spelling.text for spelling in spellings(label, folded))
    cased = frozenset(text.replace(" ", "") if joined else text for text in texts if text)
    return Words(cased, frozenset(map(str.lower, cased)), label.case_exact)


def share_a_language(label: Label, other: Label) -> bool:
    """Whether a text of one language may hold both."""
    return label.lang == other.lang or "mul" in (label.lang, other.lang)
