"""Where one Korean word ends and the next begins inside an eojeol (SEMANTICS M5).

A term stands in a compound unless the eojeol reads better with a listed noun over an edge of it:
배출|권고 is no 배출권, 배출권|한도 is one. What a reading costs is the sum of its pieces.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from khihau.languages.base import data_lines
from khihau.languages.ko_tail import is_particles, is_tail

__all__ = ["crossing_noun", "may_cross"]

# The costs of the pieces of a reading. A term costs half a word a syllable: it may be two words.
_WORD, _TERM_SYLLABLE = 10, 5
_PARTICLES, _VERB = 5, 15  # a verb on a term is rarer than particles: 배출권|한, 배출|권한
_SYLLABLE = 15  # an affix: 신-, -량, -률
_UNKNOWN, _MORE_UNKNOWN = 20, 3  # a name, a loan word: the first two syllables, each further one
_LONGEST = 5


class _Nouns(NamedTuple):
    """`words` may take a hit away, `known` are all that may stand beside it.

    `seams` holds every two neighbouring syllables of a word, so that one look settles most edges.
    """

    words: frozenset[str]
    known: frozenset[str]
    seams: frozenset[str]


def may_cross(pair: str) -> bool:
    """Whether a listed noun holds the two syllables at an edge."""
    return pair in _nouns().seams


@lru_cache(maxsize=4096)
def crossing_noun(run: str, start: int, end: int) -> str:
    """The noun over an edge of the term at `start:end`, where a run of syllables reads better so.

    "" where it reads better, or as well, with the term. Spaces may stand in the term only.
    """
    nouns = _nouns()
    before, after = _from_left(run, nouns.known), _from_right(run, nouns.known)
    term = len(run[start:end].replace(" ", "")) * _TERM_SYLLABLE
    best, noun = before[start] + term + after[end], ""
    for first in range(max(0, start - _LONGEST + 1), end):
        for last in range(max(start, first + 1) + 1, min(len(run), first + _LONGEST) + 1):
            crosses = first < start < last < end or start < first < end < last
            cost = before[first] + _WORD + after[last]
            if crosses and cost < best and run[first:last] in nouns.words:
                best, noun = cost, run[first:last]
    return noun


def _from_left(run: str, known: frozenset[str]) -> list[int]:
    """What the cheapest reading of the run costs up to each offset."""
    costs = [0]
    for last in range(1, len(run) + 1):
        pieces = ((first, run[first:last]) for first in range(last))
        costs.append(min(costs[first] + _cost(piece, known) for first, piece in pieces))
    return costs


def _from_right(run: str, known: frozenset[str]) -> list[int]:
    """What the cheapest reading costs from each offset on; particles may end it."""
    size = len(run)
    costs = [0] * (size + 1)
    for first in range(size - 1, -1, -1):
        ways = (_cost(run[first:last], known) + costs[last] for last in range(first + 1, size + 1))
        costs[first] = min(_ending(run[first:]), *ways)
    return costs


def _cost(piece: str, known: frozenset[str]) -> int:
    if piece in known:
        return _WORD
    if piece == " ":
        return 0
    if len(piece) == 1:
        return _SYLLABLE
    return _UNKNOWN + _MORE_UNKNOWN * (len(piece) - 1) + 1000 * piece.count(" ")


def _ending(rest: str) -> int:
    if is_particles(rest):
        return _PARTICLES
    return _VERB if is_tail(rest, 2) else 1000


# --- data -----------------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def _nouns() -> _Nouns:
    lines = data_lines("ko-nouns.txt")
    at = lines.index("[excuse]")
    words = frozenset(" ".join(lines[1:at]).split())
    known = words.union(" ".join(lines[at + 1 :]).split())
    return _Nouns(words, known, frozenset(_seams(words)))


def _seams(words: frozenset[str]) -> Iterator[str]:
    for word in words:
        if len(word) == 2:
            yield word
        else:
            yield from (word[at : at + 2] for at in range(len(word) - 1))
