"""The order of names in a list of each language, and the letter that a name stands under."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

from khihau.model import Lang
from khihau.text.fold import is_hangul

__all__ = ["OTHER", "initial", "sort_key"]

OTHER = ""  # the heading of names that begin with no letter

_VI_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_VI_TONES: Mapping[str, int] = MappingProxyType(
    {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
)
# Doubled consonants stand under their single letter, as in Korean dictionaries.
_INITIALS = "ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ"
_SYLLABLES_OF_AN_INITIAL = 588

SortKey = tuple[tuple[tuple[int, str], ...], tuple[int, ...], str]


def sort_key(text: str, lang: Lang) -> SortKey:
    """What puts a name in its place: letters first, tones only between names that are alike.

    Korean lists have the names in Hangul first, the others the names in Latin letters.
    """
    letters: list[tuple[int, str]] = []
    tones: list[int] = []
    for character in _composed(text):
        letter, tone = _vietnamese(character)
        tones.append(tone)
        letters.append(_letter_key(letter, lang))
    while letters and letters[0][0] == 0:
        letters.pop(0)
    return tuple(letters), tuple(tones), text


def initial(text: str, lang: Lang) -> str:
    """The letter that a name stands under; OTHER where it begins with none."""
    first = next((one for one in _composed(text) if one.isalnum()), "")
    if is_hangul(first):
        return _INITIALS[(ord(first) - ord("가")) // _SYLLABLES_OF_AN_INITIAL]
    letter = _vietnamese(first)[0]
    if lang != "vi":
        letter = unicodedata.normalize("NFD", letter.replace("đ", "d"))[:1]
    return letter.upper() if letter in _VI_LETTERS else OTHER


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text).lower()


def _letter_key(letter: str, lang: Lang) -> tuple[int, str]:
    if not letter.isalnum():
        return 0, letter
    if lang == "ko":
        return (1 if is_hangul(letter) else 3 if letter.isdecimal() else 2), letter
    if letter.isdecimal():
        return 3, letter
    place = _VI_LETTERS.find(letter) if lang == "vi" else -1
    if place >= 0:
        return 1, f"{place:02}"
    return (2 if is_hangul(letter) else 1), unicodedata.normalize("NFD", letter)


def _vietnamese(character: str) -> tuple[str, int]:
    """A letter without its tone, and the rank of the tone."""
    if not character or character.isascii() or is_hangul(character):
        return character, 0
    parts = unicodedata.normalize("NFD", character)
    tone = next((mark for mark in parts if mark in _VI_TONES), "")
    bare = unicodedata.normalize("NFC", parts.replace(tone, "") if tone else parts)
    return bare, _VI_TONES.get(tone, 0)
