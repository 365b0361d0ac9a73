"""Where a text has a title but for some letters: whatever parts its words, and however they are spaced."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from khihau.fuzzy.title_edits import WORD
from khihau.fuzzy.tuned import LONGEST_EXCHANGE, MOST_EXCHANGED
from khihau.languages import LANGUAGES
from khihau.model import Lang

__all__ = ["Gap", "Letters", "gaps", "letters", "seed_size", "shared"]


class Letters(NamedTuple):
    """The letters of a text without what parts them; where its words begin, there and in the text."""

    text: str
    firsts: Sequence[int]
    places: Sequence[int]

    def turned(self) -> Letters:
        """From the last letter to the first; `places` are not asked for then."""
        size = len(self.text)
        return Letters(self.text[::-1], [size - one for one in reversed(self.firsts)], ())

    def place(self, offset: int) -> int:
        """Where a letter stands in the text."""
        word = bisect_right(self.firsts, offset) - 1
        return self.places[word] + offset - self.firsts[word]

    def ends_after(self, offset: int) -> Sequence[int]:
        """The nearest ends of words behind a letter."""
        at = bisect_right(self.firsts, offset)
        return self.firsts[at : at + MOST_EXCHANGED]

    def start_before(self, offset: int) -> int:
        """Where the word of a letter begins, or the one that begins there."""
        return self.firsts[bisect_right(self.firsts, offset) - 1]

    def is_edge(self, offset: int) -> bool:
        """Whether a word begins, or the last one ends, at a letter."""
        at = bisect_left(self.firsts, offset)
        return at < len(self.firsts) and self.firsts[at] == offset


class Gap(NamedTuple):
    """Letters [low, high) of a title in whose place a text has its letters [start, end)."""

    low: int
    high: int
    start: int
    end: int


def letters(text: str) -> Letters:
    """The letters of a folded text."""
    found = [(word.start(), word[0]) for word in WORD.finditer(text)]
    firsts = list(accumulate((len(word) for _, word in found), initial=0))
    return Letters("".join(word for _, word in found), firsts, [start for start, _ in found])


def gaps(title: Letters, text: Letters, turned: Letters, lang: Lang) -> Iterator[Gap]:
    """Yield the places where a text has a title but for one gap, some of them twice.

    `turned` is the text turned around. Linear in its length.
    """
    for gap in (*_gaps(title, text, lang), *_turned_gaps(title, text, turned, lang)):
        yield gap if LANGUAGES[lang].words.spaced else _widened(gap, title)


def _gaps(title: Letters, text: Letters, lang: Lang) -> Iterator[Gap]:
    """Where the first third of a title stands, and after some other letters the rest of it.

    A word in the middle may reach into both halves.
    """
    size = len(title.text)
    seed = title.text[: seed_size(title.text)]
    at = text.text.find(seed)
    while at >= 0:
        same = shared(title.text, text.text[at : at + size])
        gap = _gap(title, text, at, same, lang) if text.is_edge(at) and same < size else None
        if gap:
            yield gap
        at = text.text.find(seed, at + 1)


def _gap(title: Letters, text: Letters, at: int, same: int, lang: Lang) -> Gap | None:
    spaced = LANGUAGES[lang].words.spaced
    low = title.start_before(same) if spaced else same
    if spaced and not text.is_edge(at + low):
        return None
    steps = range(1, LONGEST_EXCHANGE + 1)
    highs = title.ends_after(low) if spaced else [low + step for step in steps]
    ends = text.ends_after(at + low) if spaced else [at + low + step for step in steps]
    for high in highs:
        rest = title.text[high:]
        if not rest and not spaced:
            return None
        for end in ends:
            if rest and text.text.startswith(rest, end):
                last = end + len(rest)
                if not spaced or text.is_edge(last):
                    return Gap(low, high, at + low, end)
            if not rest and _heavy(title, low, high, lang) == _heavy(text, at + low, end, lang):
                return Gap(low, high, at + low, end)
    return None


def _heavy(letters: Letters, start: int, end: int, lang: Lang) -> int:
    """How many words between two letters are no small ones."""
    low, high = (bisect_left(letters.firsts, one) for one in (start, end))
    words = (letters.text[slice(*pair)] for pair in pairwise(letters.firsts[low : high + 1]))
    return sum(word not in LANGUAGES[lang].titles.light for word in words)


def _turned_gaps(title: Letters, text: Letters, turned: Letters, lang: Lang) -> Iterator[Gap]:
    """The same from the last letter on."""
    size, whole = len(title.text), len(text.text)
    for low, high, start, end in _gaps(title.turned(), turned, lang):
        gap = Gap(size - high, size - low, whole - end, whole - start)
        if text.is_edge(gap.start - gap.low):
            yield gap


def _widened(gap: Gap, title: Letters) -> Gap:
    """One letter with the next of its word, or the one before: a syllable says little."""
    if gap.high - gap.low > 1 or gap.end - gap.start > 1:
        return gap
    if gap.high < len(title.text) and not title.is_edge(gap.high):
        return gap._replace(high=gap.high + 1, end=gap.end + 1)
    return gap._replace(low=gap.low - 1, start=gap.start - 1) if gap.low else gap


def seed_size(letters: str) -> int:
    """How many of the first, or the last, letters of a title must stand where it does but for one gap."""
    return (len(letters) + 2) // 3


def shared(one: str, other: str) -> int:
    """How many letters two texts begin with in common."""
    from rapidfuzz.distance import Prefix

    return Prefix.similarity(one, other)
