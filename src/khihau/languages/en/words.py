"""How the words of a phrase are compared with those of labels in English."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from khihau.languages.data import data_lines
from khihau.languages.en.plurals import plural
from khihau.languages.en.spelling import stem
from khihau.languages.name_words import NameWords, name_words
from khihau.languages.words import Words

__all__ = ["EnglishWords"]

_ENDS = ("", "d", "e", "r", "s", "y")


class EnglishWords(Words):
    """Words without their plural, in one spelling; names that texts of all languages have."""

    international = True

    def key(self, word: str) -> str:
        """The stem."""
        return stem(word)

    @cached_property
    def light_words(self) -> frozenset[str]:
        """the, of, and."""
        return frozenset(" ".join(data_lines("en", "light-words.txt")).split())

    @cached_property
    def outside_names(self) -> frozenset[str]:
        """its, their."""
        return frozenset(" ".join(data_lines("en", "outside-names.txt")).split())

    @cached_property
    def name_words(self) -> NameWords:
        """Head words of treaties, places, words of nearly one sense."""
        return name_words("en")

    def letters(self, word: str) -> str:
        """With the letters that its key has, wherever they stand: organizatioon, progarmme."""
        return word.replace("z", "s").replace("mme", "m")

    def may_be_slip(self, word: str, other: str) -> bool:
        """Whether one of two words is not the other with another ending."""
        return super().may_be_slip(word, other) and not _is_inflected(word, other)

    def right_words(self, texts: Iterable[str]) -> Iterable[str]:
        """All that is known, and the ordinary words that are near words of climate terms."""
        return (*texts, *data_lines("en", "near-words.txt"))

    def in_the_form_of(self, wrong: str, right: str) -> str:
        """In the plural if the wrong word is."""
        is_plural = wrong[-1:] in "sS" and stem(wrong.lower()) != wrong.lower()
        return plural(right) if is_plural and stem(right.lower()) == right.lower() else right


def _is_inflected(word: str, other: str) -> bool:
    """Whether two words differ in an ending alone, as averaged and averager do; climat is none."""
    shared = min(len(word), len(other)) - (len(word) == len(other))
    end, other_end = word[shared:], other[shared:]
    if word[:shared] != other[:shared] or end == word[shared - 1]:
        return False
    return end in _ENDS and other_end in _ENDS and (end, other_end) != ("", "e")
