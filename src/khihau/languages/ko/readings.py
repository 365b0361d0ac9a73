"""Where one Korean word ends and the next begins inside an eojeol (rule M5).

A term stands in a compound unless the eojeol reads better with a listed noun over an edge of it:
배출|권고 is no 배출권, 배출권|한도 is one. What a reading costs is the sum of its pieces.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from itertools import chain, pairwise
from typing import NamedTuple

from khihau.languages.data import data_lines
from khihau.languages.ko.tails import is_closed, tail_kind

__all__ = ["Nouns", "Seams", "crossing_noun", "nouns", "seams_of"]

# What the pieces of a reading cost.
_WORD, _DERIVED = 10, 15  # 지원, 지원금
_TERM_SYLLABLE = 5
_SYLLABLE = 15  # an affix: 신-, -량, -률
_UNKNOWN, _MORE_UNKNOWN = 17, 3  # a name, a loan word; and for each of its syllables
_UNREADABLE = 1000
_BENEFIT = 2  # the doubt is the term's: a reading without it must be cheaper by more
# A verb on a term is rarer than particles: 배출|권한, not 배출권|한.
_ENDINGS: Mapping[str, int] = {"particles": 5, "copula": 5, "verb": 15, "": _UNREADABLE}
_LONGEST, _LONGEST_UNKNOWN = 5, 4


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
    listed = nouns()
    reading = _Reading(run, start, end, listed)
    before, after = reading.from_left(), reading.from_right()
    best = before[start] + _term(run[start:end], listed) + after[end] - _BENEFIT
    noun = ""
    for first in range(max(0, start - _LONGEST + 1), end):
        for last in range(max(start, first + 1) + 1, min(len(run), first + _LONGEST) + 1):
            crosses = first < start < last < end or start < first < end < last
            cost = before[first] + _WORD + after[last]
            if crosses and cost < best and run[first:last] in listed.words:
                best, noun = cost, run[first:last]
    return noun


def _term(text: str, listed: Nouns) -> int:
    """The cost of a term: half a word a syllable, and no more than its words where it is long."""
    cost = _TERM_SYLLABLE * len(text.replace(" ", ""))
    words = cost > 2 * _WORD and _Reading(f"{text} ", 0, len(text), listed).from_left()[-1]
    return min(words or cost, cost)


class _Reading(NamedTuple):
    """A run of syllables with a term at `start:end`, to be cut into pieces."""

    run: str
    start: int
    end: int
    listed: Nouns

    def from_left(self) -> list[int]:
        """What the cheapest reading costs up to each offset."""
        costs = [0]
        for last in range(1, len(self.run) + 1):
            firsts = range(max(0, last - _LONGEST), last)
            costs.append(min(costs[first] + self.piece(first, last) for first in firsts))
        return costs

    def from_right(self) -> list[int]:
        """What the cheapest reading costs from each offset on."""
        size = len(self.run)
        costs = [0] * (size + 1)
        for first in range(size - 1, -1, -1):
            lasts = range(first + 1, min(size, first + _LONGEST) + 1)
            ways = (self.piece(first, last) + costs[last] for last in lasts)
            costs[first] = min(self.ending(first), *ways)
        return costs

    def piece(self, first: int, last: int) -> int:
        """The cost of a piece; of the term's own syllables none may be left in an unknown one.

        의 at the end of an eojeol is mostly the particle: 배출|권고|의, not 배출권|고의.
        """
        piece = self.run[first:last]
        if piece in self.listed.known:
            return _DERIVED if last == len(self.run) and piece[1:] == "의" else _WORD
        if piece[-1] in self.listed.suffixes and piece[:-1] in self.listed.known:
            return _DERIVED
        if len(piece) == 1:
            return 0 if piece == " " else _SYLLABLE
        if len(piece) > _LONGEST_UNKNOWN or (first < self.end and last > self.start):
            return _UNREADABLE
        return _UNKNOWN + _MORE_UNKNOWN * len(piece)

    def ending(self, first: int) -> int:
        """The cost of a tail from an offset on; the copula must agree: 배출|권고, not 배출권|고.

        요 and 건 are mostly the end of a noun (수요, 조건).
        """
        rest, closed = self.run[first:], is_closed(self.run[first - 1])
        return _UNREADABLE if rest in ("요", "건") else _ENDINGS[tail_kind(rest, 2, closed=closed)]


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
