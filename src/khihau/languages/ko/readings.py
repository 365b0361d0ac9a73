"""Where one Korean word ends and the next begins inside an eojeol (rule M5).

A term stands in a compound unless the eojeol reads better with a listed noun over an edge of it:
배출|권고 is no 배출권, 배출권|한도 is one. What a reading costs is the sum of its pieces.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, pairwise
from typing import NamedTuple

from khihau.languages.cuts import NEVER, Piece, cuts_after, cuts_before
from khihau.languages.data import data_lines
from khihau.languages.ko import tuned
from khihau.languages.ko.tails import is_closed, tail_kind

__all__ = ["Nouns", "Seams", "crossing_noun", "nouns", "seams_of"]

_LONGEST = 5


class Seams(NamedTuple):
    """Some words, and every two neighbouring syllables inside the longer ones."""

    words: frozenset[str]
    inside: frozenset[str]

    def join(self, pair: str) -> bool:
        """Whether one of the words may hold two syllables side by side: one look settles most edges."""
        return pair in self.words or pair in self.inside


class Nouns(NamedTuple):
    """`words` may take a hit away, `known` are all that may stand beside it, also with a suffix."""

    words: frozenset[str]
    known: frozenset[str]
    seams: Seams
    suffixes: frozenset[str]


@lru_cache(maxsize=4096)
def crossing_noun(run: str, start: int, end: int) -> str:
    """The noun over an edge of the term at `start:end`, where a run of syllables reads better so.

    "" where it reads as well with the term. Spaces may stand in the term only.
    """
    listed, size = nouns(), len(run)
    reading = _Reading(run, start, end, listed)
    pieces = list(reading.pieces())
    before, after = cuts_before(size, pieces), cuts_after(size, [*pieces, *reading.endings()])
    best = before[start].cost + _term(run[start:end], listed) + after[end].cost - tuned.BENEFIT
    noun = ""
    for first in range(max(0, start - _LONGEST + 1), end):
        for last in range(max(start, first + 1) + 1, min(size, first + _LONGEST) + 1):
            crosses = first < start < last < end or start < first < end < last
            cost = before[first].cost + tuned.WORD + after[last].cost
            if crosses and cost < best and run[first:last] in listed.words:
                best, noun = cost, run[first:last]
    return noun


def _term(text: str, listed: Nouns) -> int:
    """The cost of a term: half a word a syllable, and no more than its words where it is long."""
    cost = tuned.TERM_SYLLABLE * len(text.replace(" ", ""))
    if cost <= 2 * tuned.WORD:
        return cost
    words = _Reading(f"{text} ", 0, len(text), listed).pieces()
    return min(cost, cuts_before(len(text) + 1, words)[-1].cost)


class _Reading(NamedTuple):
    """A run of syllables with a term at `start:end`, to be cut into pieces."""

    run: str
    start: int
    end: int
    listed: Nouns

    def pieces(self) -> Iterator[Piece]:
        """All pieces that can be read."""
        size = len(self.run)
        for first in range(size):
            for last in range(first + 1, min(size, first + _LONGEST) + 1):
                if (cost := self._piece(first, last)) < NEVER:
                    yield Piece(first, last, cost)

    def endings(self) -> Iterator[Piece]:
        """All tails."""
        size = len(self.run)
        return (Piece(first, size, self._ending(first)) for first in range(1, size))

    def _piece(self, first: int, last: int) -> int:
        """The cost of a piece; of the term's own syllables none may be left in an unknown one.

        의 at the end of an eojeol is mostly the particle: 배출|권고|의, not 배출권|고의.
        """
        piece = self.run[first:last]
        if piece in self.listed.known:
            return tuned.DERIVED if last == len(self.run) and piece[1:] == "의" else tuned.WORD
        if piece[-1] in self.listed.suffixes and piece[:-1] in self.listed.known:
            return tuned.DERIVED
        if len(piece) == 1:
            return 0 if piece == " " else tuned.SYLLABLE
        if len(piece) > tuned.LONGEST_UNKNOWN or (first < self.end and last > self.start):
            return NEVER
        return tuned.UNKNOWN + tuned.MORE_UNKNOWN * len(piece)

    def _ending(self, first: int) -> int:
        """The cost of a tail from an offset on; the copula must agree: 배출|권고, not 배출권|고.

        요 and 건 are mostly the end of a noun (수요, 조건).
        """
        rest, closed = self.run[first:], is_closed(self.run[first - 1])
        kind = "" if rest in ("요", "건") else tail_kind(rest, 2, closed=closed)
        return tuned.ENDINGS[kind] if kind else NEVER


# --- data -----------------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def nouns() -> Nouns:
    """The lists, read when the first edge asks for them."""
    lines = data_lines("ko", "nouns.txt")
    excuse, suffix = lines.index("[excuse]"), lines.index("[suffix]")
    words = frozenset(" ".join(lines[1:excuse]).split())
    known = words.union(" ".join(lines[excuse + 1 : suffix]).split())
    suffixes = frozenset(" ".join(lines[suffix + 1 :]).split())
    return Nouns(words, known, seams_of(words), suffixes)


def seams_of(words: frozenset[str]) -> Seams:
    """Where some words may stand over an edge."""
    longer = [word for word in words if len(word) > 2]
    return Seams(words, frozenset(map("".join, chain.from_iterable(map(pairwise, longer)))))
