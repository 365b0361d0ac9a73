"""How the words of a phrase are compared with those of labels in Korean."""

from __future__ import annotations

import unicodedata
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache

from khihau.languages.cuts import Piece, cuts_before
from khihau.languages.data import data_lines
from khihau.languages.ko import tuned
from khihau.languages.ko.tails import is_tail
from khihau.languages.name_words import NameWords, name_words
from khihau.languages.words import Suspicion, Words
from khihau.text.fold import DASH, DOT, is_hangul

__all__ = ["KoreanWords"]

_LONGEST_EOJEOL = 40  # syllables: a longer one is no word of a name


class KoreanWords(Words):
    """Words inside eojeols, whose syllables are typed letter by letter."""

    spaced = False
    told_by_letters = True
    label_from = tuned.LABEL_FROM
    varied_from = tuned.VARIED_FROM
    short_label = tuned.SHORT_LABEL
    signs = DASH + DOT

    def writes(self, letter: str) -> bool:
        """Hangul."""
        return is_hangul(letter)

    def is_ending(self, word: str) -> bool:
        """Whether it is a tail: NDC를."""
        return is_tail(word, tuned.LONG_SUFFIX_FROM)

    def parts(self, word: str, known: Container[str]) -> Sequence[tuple[int, int]]:
        """The cheapest reading as known words, unknown stretches and a tail of particles."""
        return _parts(word, known) if len(word) <= _LONGEST_EOJEOL else ((0, len(word)),)

    @cached_property
    def light_words(self) -> frozenset[str]:
        """및, 위한."""
        return frozenset(" ".join(data_lines("ko", "light-words.txt")).split())

    @cached_property
    def name_words(self) -> NameWords:
        """Head words of treaties, places, words of nearly one sense."""
        return name_words("ko")

    def letters(self, word: str) -> str:
        """Jamo."""
        return _jamo(word)

    def may_be_slip(self, word: str, other: str) -> bool:
        """Whether both are syllables of Hangul."""
        return is_hangul(word) and is_hangul(other)

    def right_words(self, texts: Iterable[str]) -> Iterable[str]:  # noqa: ARG002
        """None: a right syllable in the wrong place is a slip too."""
        return ()

    def is_slip(self, found: Suspicion) -> bool:
        """Whether syllables make no noun where they stand."""
        from khihau.languages.ko.wrong_syllables import is_slip  # reads all word lists

        return is_slip(found)


@lru_cache(maxsize=65536)
def _jamo(word: str) -> str:
    return unicodedata.normalize("NFD", word)


def _parts(run: str, known: Container[str]) -> list[tuple[int, int]]:
    size = len(run)
    cuts = cuts_before(size, _pieces(run, known))
    tails = (at for at in range(1, size) if is_tail(run[at:], at))
    cut, end = min(
        ((cuts[at].cost + tuned.TAIL, at) for at in tails), default=(cuts[size].cost, size)
    )
    if cut >= cuts[size].cost:
        end = size
    parts: list[tuple[int, int]] = []
    is_unknown = False
    while end:
        start = cuts[end].next
        if is_unknown and run[start:end] not in known:
            parts[-1] = (start, parts[-1][1])
        else:
            parts.append((start, end))
        is_unknown = run[start:end] not in known
        end = start
    return parts[::-1]


def _pieces(run: str, known: Container[str]) -> Iterator[Piece]:
    """The syllables of an eojeol, and the known words in it."""
    for last in range(1, len(run) + 1):
        yield Piece(last - 1, last, tuned.UNKNOWN_SYLLABLE)
        for first in range(max(0, last - tuned.LONGEST_PART), last):
            if run[first:last] in known:
                yield Piece(first, last, tuned.KNOWN_PART)
