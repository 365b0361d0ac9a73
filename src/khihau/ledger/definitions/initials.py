"""Which words an acronym is made of: by their initials."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from khihau.ledger.definitions.edges import WORD, edges
from khihau.ledger.definitions.shapes import QUIET
from khihau.ledger.definitions.tuned import SPELLED_REACH
from khihau.text.compose import composed, letters_before

__all__ = ["initials", "letters_of", "spells"]


def initials(text: str, words: tuple[int, int], acronym: str) -> tuple[int, int] | None:
    """The last words whose initials spell the acronym, small words skipped (Schwartz and Hearst)."""
    letters = letters_of(acronym)
    if not letters:
        return None
    low = max(words[0], letters_before(text, words[1], SPELLED_REACH))
    last = text[low : words[1]].replace("-", " ").split()[-1:]
    if not last or unicodedata.normalize("NFC", last[0].lstrip(QUIET))[:1].upper() != letters[-1]:
        return None
    small, every = edges().small, list(WORD.finditer(text, low, words[1]))
    full = [word for word in every if composed(word.group()).lower() not in small]
    for found in (full, every):  # GCF skips "of", MOFA does not
        heads = found[-len(letters) :]
        if len(heads) == len(letters) and not any(map(_differ, heads, letters)):
            return heads[0].start(), words[1]
    return None


def spells(text: str, words: tuple[int, int], acronym: str) -> bool:
    """Whether initials of the words, some words skipped, spell most of the acronym (Đ may stand as D)."""
    left = _plain_letters(letters_of(acronym))
    length = len(left)
    for word in WORD.finditer(text, *words):
        if left and _plain_letters(composed(word.group())[:1].upper()) == left[:1]:
            del left[0]
    return length > 0 and 2 * len(left) < length


def _plain_letters(letters: Iterable[str]) -> list[str]:
    return ["D" if letter == "Đ" else letter for letter in letters]


def letters_of(acronym: str) -> list[str]:
    return [letter for letter in acronym if letter.isupper()]


def _differ(word: re.Match[str], letter: str) -> bool:
    return unicodedata.normalize("NFC", word.group())[0].upper() != letter
