"""Composing letters and marks, jamo and syllables (NFC), and the way back to the original."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from khihau.text.regex import regex

__all__ = [
    "ABSORBED",
    "LEFT_APART",
    "MARKS",
    "Recomposed",
    "caseless",
    "cluster",
    "composed",
    "letters_before",
    "recomposed",
]

MARKS = "\u0300-\u034e\u0350-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
LEFT_APART = regex(f"[{MARKS}\u1100-\u11ff]")
_ABSORBED = f"{MARKS}\u1161-\u1175\u11a8-\u11c2"
ABSORBED = regex(f"[{_ABSORBED}]")
_DECOMPOSED = regex(f"[^{_ABSORBED}][{_ABSORBED}]+")
_MANY_MARKS = regex(r"[^\w\s!-~]{32,}")


def composed(text: str) -> str:
    """The text in NFC; a long run of marks takes `unicodedata` quadratic time, and here does not."""
    if len(text) > 32:
        text = _MANY_MARKS.sub(_in_order, text)
    return unicodedata.normalize("NFC", text)


class Recomposed(NamedTuple):
    """A text in NFC with a way back; `ends` and `shifts` say what was added behind each letter."""

    text: str
    ends: Sequence[int] = ()
    shifts: Sequence[int] = ()

    def origin(self, offset: int) -> int:
        """The offset in the original of a place between two letters."""
        at = bisect_right(self.ends, offset) - 1
        return offset + self.shifts[at] if at >= 0 else offset


def recomposed(text: str) -> Recomposed:
    """The text in NFC, where what is found has to be told in offsets of the original."""
    if text.isascii() or not ABSORBED.search(text):
        return Recomposed(text)
    parts: list[str] = []
    ends: list[int] = []
    shifts: list[int] = []
    done = length = 0
    for letter in _DECOMPOSED.finditer(text):
        plain, whole = text[done : letter.start()], composed(letter.group())
        parts += (plain, whole)
        length += len(plain) + len(whole)
        done = letter.end()
        ends.append(length)
        shifts.append(done - length)
    parts.append(text[done:])
    return Recomposed("".join(parts), ends, shifts)


def caseless(text: str) -> str:
    """A text for comparison: composed, in lower case, single spaces."""
    return " ".join(composed(text).casefold().split())


def _in_order(run: re.Match[str]) -> str:
    """A run of marks in canonical order: by class, but never across one of class zero."""
    marks = "".join(unicodedata.normalize("NFD", mark) for mark in run.group())
    ordered: list[str] = []
    for _, block in groupby(marks, lambda mark: unicodedata.combining(mark) > 0):
        ordered += sorted(block, key=unicodedata.combining)
    return "".join(ordered)


def letters_before(text: str, at: int, count: int) -> int:
    """The offset, at least 0, from which `count` letters stand before `at`, however they are composed."""
    low, passed = at, 0
    while low > 0 and passed < count:
        step = text[max(0, low - count + passed) : low]
        passed += len(step) - len(ABSORBED.findall(step))
        low -= len(step)
    return low


@lru_cache(maxsize=16)
def _absorbed(text: str) -> list[int]:
    """For each mark and jamo that composes with what stands before it: how many letters do."""
    return [found.start() - number for number, found in enumerate(ABSORBED.finditer(text))]


def cluster(text: str, index: int) -> tuple[int, int]:
    """The range of the letter with this number in a stretch of decomposed letters."""
    absorbed = _absorbed(text)
    start = index + bisect_right(absorbed, index)
    return start, index + 1 + bisect_right(absorbed, index + 1)
