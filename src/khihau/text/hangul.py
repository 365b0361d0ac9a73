"""Labels in Hangul: their syllables, and the spaces that a text may write in them (rule M5)."""

from __future__ import annotations

from itertools import pairwise

from khihau.text.fold import is_hangul

__all__ = ["may_be_spaced", "spoken_syllables"]

_SPACED_FROM = 4  # syllables: labels this long may be spaced where they are stored in one piece


def spoken_syllables(folded: str) -> int:
    """How many syllables a folded label has; each Latin letter is said as one."""
    return sum(map(str.isalpha, folded))


def may_be_spaced(text: str, spaces: frozenset[int], syllable_count: int) -> bool:
    """Whether the spaces in `text`, a folded stretch, may stand in a label.

    `spaces` are the offsets, spaces not counted, where the label as stored has one (negative ones
    count from the end). Elsewhere a space may stand beside a number, and in a label of four
    syllables and more between pieces of two and more.
    """
    if " " not in text:
        return True
    pieces = text.split(" ")
    total = sum(map(len, pieces))
    offset = 0
    for piece, following in pairwise(pieces):
        offset += len(piece)
        if offset in spaces or offset - total in spaces:
            continue
        if piece[-1:].isdigit() or following[:1].isdigit():
            continue
        if syllable_count < _SPACED_FROM or len(piece) < 2 or len(following) < 2:
            return False
        if not (is_hangul(piece[-1]) and is_hangul(following[0])):
            return False
    return True
