"""How a Vietnamese name fits into its sentence: syllables that may belong to another word."""

from __future__ import annotations

from khihau.languages.data import data_words
from khihau.languages.grammar import Beside, Grammar
from khihau.text.compose import caseless

__all__ = ["VietnameseGrammar"]

_APPOSED = 5  # how many syllables before an acronym its head noun is looked for


class VietnameseGrammar(Grammar):
    """The answers of Vietnamese."""

    divides_syllables = True
    has_leading_nouns = True
    plural_words = frozenset({"các", "những"})

    def small_words(self) -> frozenset[str]:
        """Prepositions and conjunctions, and syllables that open very many nouns."""
        return _syllables("small") | _syllables("openers")

    def is_head(self, words: str) -> bool:
        """Whether they are more than one syllable, which only opens most words, or a name's."""
        return " " in words or words[0].isupper()

    def doubled(self, beside: Beside) -> str:
        """Two syllables of the name before it, or its head noun with an attribute.

        "Hội nghị thượng đỉnh COP29", "Quỹ quốc tế GCF".
        """
        before = beside.before
        full = caseless(beside.full).replace(",", "").replace(";", "").split(" ")
        pair = list(before[-2:])
        pairs = (full[at : at + 2] for at in range(len(full) - 1))
        if _syllables("small").isdisjoint(pair) and pair in pairs:
            return " ".join(pair)
        near = list(before[-_APPOSED:])
        size = 1 if beside.full[0].isupper() and full[0] in near else 2
        for at in range(len(near) - size):
            head, attribute = near[at : at + size], near[at + size :]
            if head == full[:size] and head[-1].isalpha() and all(map(_is_attribute, attribute)):
                return " ".join(head)
        return ""


def _is_attribute(syllable: str) -> bool:
    """Whether a syllable between a head noun and an acronym leaves them one phrase."""
    return syllable[-1:].isalnum() and syllable not in _syllables("joints")


def _syllables(role: str) -> frozenset[str]:
    return data_words("vi", "grammar.txt")[role]
