"""The order of names in a list of a language, and the letter that a name stands under."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from string import ascii_lowercase
from types import MappingProxyType
from typing import TypeAlias

from khihau.text.fold import is_hangul

__all__ = ["OTHER", "Collation", "SortKey"]

OTHER = ""  # the heading of names that begin with no letter

SortKey: TypeAlias = "tuple[tuple[tuple[int, str], ...], tuple[int, ...], str]"

_TONES: Mapping[str, int] = MappingProxyType(
    {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
)
# Doubled consonants stand under their single letter, as in Korean dictionaries.
_INITIALS = "ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ"
_SYLLABLES_OF_AN_INITIAL = 588


class Collation:
    """The order of a language in Latin letters without marks; those of other scripts come behind."""

    alphabet = ascii_lowercase

    def sort_key(self, text: str) -> SortKey:
        """What puts a name in its place: letters first, tones only between names that are alike."""
        letters: list[tuple[int, str]] = []
        tones: list[int] = []
        for character in _composed(text):
            letter, tone = _toneless(character)
            tones.append(tone)
            letters.append(self.place(letter) if letter.isalnum() else (0, letter))
        while letters and letters[0][0] == 0:
            letters.pop(0)
        return tuple(letters), tuple(tones), text

    def initial(self, text: str) -> str:
        """The letter that a name stands under; OTHER where it begins with none."""
        first = next((one for one in _composed(text) if one.isalnum()), "")
        if is_hangul(first):
            return _INITIALS[(ord(first) - ord("가")) // _SYLLABLES_OF_AN_INITIAL]
        letter = self.bare(_toneless(first)[0])
        return letter.upper() if letter in self.alphabet else OTHER

    def place(self, letter: str) -> tuple[int, str]:
        """Where a small letter without its tone, or a digit, stands; what no letter is has 0."""
        if letter.isdecimal():
            return 3, letter
        return (2 if is_hangul(letter) else 1), unicodedata.normalize("NFD", letter)

    def bare(self, letter: str) -> str:
        """The letter of the alphabet that a small letter counts as."""
        return unicodedata.normalize("NFD", letter.replace("đ", "d"))[:1]


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text).lower()


def _toneless(character: str) -> tuple[str, int]:
    """A letter without its tone, and the rank of the tone."""
    if not character or character.isascii() or is_hangul(character):
        return character, 0
    parts = unicodedata.normalize("NFD", character)
    tone = next((mark for mark in parts if mark in _TONES), "")
    bare = unicodedata.normalize("NFC", parts.replace(tone, "") if tone else parts)
    return bare, _TONES.get(tone, 0)
