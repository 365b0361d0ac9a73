"""Whether syllables in a label that are not the label's make no word where they stand (rule S1).

배츨권 is a slip of 배출권, 배출원 is none. What the word lists do not settle is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from khihau.languages.cuts import NEVER, Piece, cuts_before
from khihau.languages.data import data_lines
from khihau.languages.ko import tuned
from khihau.languages.ko.readings import nouns
from khihau.languages.ko.tails import is_tail, rest_of_eojeol, tail_kind
from khihau.languages.words import Suspicion
from khihau.text.fold import Squeezed, fold, is_hangul
from khihau.text.hangul import may_be_spaced

__all__ = ["is_slip"]

_LONGEST_NOUN = 5
_REACH = 24  # syllables of an eojeol before a slip


def is_slip(found: Suspicion) -> bool:
    """Whether syllables make no noun where they stand, nor an ending, in a label of four or more."""
    text, right = found.text, found.right
    size = found.last - found.first - (not right)
    start, end = found.words[found.first].start, found.words[found.last - 1].end
    if size < tuned.SHORTEST_SLIP or not _is_spaced_like(found.label, text[start:end], size):
        return False
    tail = rest_of_eojeol(text, end)
    is_last = found.wrong[1] == found.last
    if is_last and tail and tail_kind(tail, size) != "particles":
        return False
    if size < tuned.LONG_SLIP and (is_hangul(text[start - 1 : start]) or not is_tail(tail, size)):
        return False
    low, high = found.words[found.wrong[0]].start, found.words[found.wrong[1] - 1].end
    if not right:  # 국가가 is 국가 and a particle, 협정의 의장 two words
        ends = is_last and is_tail(text[low:end] + tail, size)
        return is_hangul(text[low - 1]) and not ends
    whole = _start_of_eojeol(text, low)
    first = max(whole, start)
    rest = rest_of_eojeol(text, high)
    run = text[first:high] + rest
    if not _noun_over(text[first:low] + right + rest, low - first, len(right)):
        return False  # a loan word or a name may be written in many ways
    return not (
        _reads(run, end - first)
        or _reads(text[whole:first] + run, end - whole)
        or _noun_over_start(text, first, low)
    )


def _start_of_eojeol(text: str, at: int) -> int:
    start = at
    while start > max(0, at - _REACH) and is_hangul(text[start - 1]):
        start -= 1
    return start


def _noun_over(run: str, at: int, size: int) -> bool:
    """Whether a noun holds one of some syllables, and leaves no single one over before it."""
    known = _known_nouns()
    return any(
        run[first:last] in known
        for first in range(max(0, at - _LONGEST_NOUN + 1), at + size)
        if first != 1
        for last in range(max(first + 2, at + 1), min(len(run), first + _LONGEST_NOUN) + 1)
    )


def _is_spaced_like(label: str, written: str, size: int) -> bool:
    """Whether a label may be spaced as the text is."""
    spaces = frozenset(Squeezed(fold(label).text).spaces)
    return may_be_spaced(fold(written).text, spaces, size)


def _reads(run: str, end: int) -> bool:
    """Whether known nouns, suffixes and an ending make up a run of syllables up to a place in it."""
    reached = enumerate(cuts_before(len(run), _nouns_and_suffixes(run)))
    return any(
        cut.cost < NEVER and at > 0 and (at >= end or is_tail(run[at:], 2)) for at, cut in reached
    )


def _nouns_and_suffixes(run: str) -> Iterator[Piece]:
    """What a run may be made of, at no cost; it begins with no single syllable."""
    known, suffixes = _known_nouns(), nouns().suffixes
    for last in range(2, len(run) + 1):
        for first in range(max(0, last - _LONGEST_NOUN), last):
            part = run[first:last]
            if part in known or (last - first == 1 and part in suffixes):
                yield Piece(first, last, 0)


def _noun_over_start(text: str, start: int, over: int) -> bool:
    """Whether a noun begins before a place in an eojeol and reaches over another."""
    known = _known_nouns()
    return any(
        text[first:last] in known
        for first in range(max(0, start - _LONGEST_NOUN), start)
        for last in range(over + 1, first + _LONGEST_NOUN + 1)
        if all(map(is_hangul, text[first:start]))
    )


@lru_cache(maxsize=1)
def _known_nouns() -> frozenset[str]:
    more = " ".join((*data_lines("ko", "words.txt"), *data_lines("ko", "near-words.txt")))
    return nouns().known.union(more.split())
