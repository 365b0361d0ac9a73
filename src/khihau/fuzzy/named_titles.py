"""Titles with one word exchanged that a text cites by name, without a number (rule C13).

What reads like a title but for one word may be another one: the plan of a province, of another
period, for another sector. So the title must be long and say what it is about in other words too;
its first word, which says what kind of paper it is, stands as it is, and so do level, country and
period. What is nearer to another title, or is one, is none of these.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from khihau.documents.segments import segment_index
from khihau.fuzzy.senses import table_with, units
from khihau.fuzzy.title_edits import WORD, are_spellings
from khihau.fuzzy.tuned import (
    FEWEST_TELLING,
    LEAST_STEM,
    LONGEST_EXCHANGE,
    MOST_EXCHANGED,
    TELLING_ALONE,
)
from khihau.fuzzy.words import tokens
from khihau.languages import LANGUAGES
from khihau.model import Document, Lang
from khihau.text.fold import Folded
from khihau.text.letters import letters_of
from khihau.text.regex import regex
from khihau.text.spans import holds

__all__ = ["Exchanged", "Known", "are_akin", "are_other", "exchanged"]

_BREAK = regex(r"[.!?:;()\[\]|\"「」『』《》\n]")
_HAS_DIGIT = regex(r"\d")
_YEAR = regex(r"(?:19|20)\d\d")
_PERIOD = regex(r"(?:19|20)\d\d\W{1,3}(?:19|20)\d\d")
_OPENERS, _CLOSERS = "\"'“‘「『《", "\"'”’」』》"
_BESIDE = 40  # characters that may tell that a title follows, or ends


class Known(NamedTuple):
    """A title as the base has it, in its language; `is_exact` says that it is no translation."""

    lang: Lang
    text: str
    sources: tuple[str, ...]
    is_exact: bool


class Exchanged(NamedTuple):
    """Words [start, end) of a text that stand for `right` in a title."""

    start: int
    end: int
    right: str
    title: Known


class _Letters(NamedTuple):
    """The letters of a text without what parts them; where its words begin, there and in the text."""

    text: str
    firsts: Sequence[int]
    places: Sequence[int]

    def turned(self) -> _Letters:
        """From the last letter to the first; `places` are not asked for then."""
        size = len(self.text)
        return _Letters(self.text[::-1], [size - one for one in reversed(self.firsts)], ())

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


class _Gap(NamedTuple):
    """Letters [low, high) of a title in whose place a text has its letters [start, end)."""

    low: int
    high: int
    start: int
    end: int


def exchanged(document: Document, folded: Folded, titles: Iterable[Known]) -> Iterator[Exchanged]:
    """Yield what stands in the place of a word of a title, in text order by title.

    Linear in the length of the text, for a given base.
    """
    titles = tuple(titles)
    text = _letters(folded.text)
    turned = text.turned()
    found: dict[tuple[int, int], list[Exchanged]] = {}
    for title in titles:
        known = _title(title.text)
        gaps = dict.fromkeys(
            (*_gaps(known, text, title.lang), *_turned_gaps(known, text, turned, title.lang))
        )
        for gap in gaps:
            one = _told(document, folded, text, _widened(gap, known), title)
            if one:
                found.setdefault((one.start, one.end), []).append(one)
    for (start, end), ones in sorted(found.items()):
        if len({letters_of(one.right) for one in ones}) == 1 and not any(
            start <= low and high <= end and (low, high) != (start, end) for low, high in found
        ):
            yield ones[0]


# --- where a title stands but for some letters ------------------------------------------------------


def _gaps(title: _Letters, text: _Letters, lang: Lang) -> Iterator[_Gap]:
    """Where the first third of a title stands, and after some other letters the rest of it.

    A word in the middle may reach into both halves.
    """
    size = len(title.text)
    seed = title.text[: (size + 2) // 3]
    at = text.text.find(seed)
    while at >= 0:
        same = _shared(title.text, text.text[at : at + size])
        gap = _gap(title, text, at, same, lang) if text.is_edge(at) and same < size else None
        if gap:
            yield gap
        at = text.text.find(seed, at + 1)


def _gap(title: _Letters, text: _Letters, at: int, same: int, lang: Lang) -> _Gap | None:
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
                    return _Gap(low, high, at + low, end)
            if not rest and _heavy(title, low, high, lang) == _heavy(text, at + low, end, lang):
                return _Gap(low, high, at + low, end)
    return None


def _heavy(letters: _Letters, start: int, end: int, lang: Lang) -> int:
    """How many words between two letters are no small ones."""
    low, high = (bisect_left(letters.firsts, one) for one in (start, end))
    words = (letters.text[slice(*pair)] for pair in pairwise(letters.firsts[low : high + 1]))
    return sum(word not in LANGUAGES[lang].titles.light for word in words)


def _turned_gaps(title: _Letters, text: _Letters, turned: _Letters, lang: Lang) -> Iterator[_Gap]:
    """The same from the last letter on."""
    size, whole = len(title.text), len(text.text)
    for low, high, start, end in _gaps(title.turned(), turned, lang):
        gap = _Gap(size - high, size - low, whole - end, whole - start)
        if text.is_edge(gap.start - gap.low):
            yield gap


def _widened(gap: _Gap, title: _Letters) -> _Gap:
    """One letter with the next of its word, or the one before: a syllable says little."""
    if gap.high - gap.low > 1 or gap.end - gap.start > 1:
        return gap
    if gap.high < len(title.text) and not title.is_edge(gap.high):
        return gap._replace(high=gap.high + 1, end=gap.end + 1)
    return gap._replace(low=gap.low - 1, start=gap.start - 1) if gap.low else gap


# --- what such letters mean -------------------------------------------------------------------------


def _told(
    document: Document, folded: Folded, text: _Letters, gap: _Gap, title: Known
) -> Exchanged | None:
    """The words of a gap, None where another title may be meant or none at all."""
    known = _title(title.text)
    first, last = gap.start - gap.low, gap.end + len(known.text) - gap.high
    whole = text.place(first), text.place(last - 1) + 1
    if not set(_BREAK.findall(folded.text, *whole)) <= set(title.text):
        return None
    low, high = text.place(gap.start), text.place(gap.end - 1) + 1
    ours = folded.text[low:high]
    titled = title.text[known.place(gap.low) : known.place(gap.high - 1) + 1]
    if not _is_exchange(ours, gap, title):
        return None
    is_last = gap.high == len(known.text)
    start, end = folded.source_span(*whole)
    is_first = gap.low < known.firsts[1]
    if is_first and (
        LANGUAGES[title.lang].words.spaced or not _is_between_marks(document, start, end)
    ):
        return None
    after = document.text[end : end + _BESIDE]
    if is_last and not LANGUAGES[title.lang].titles.ends_before(after):
        return None
    if not _stands_as_title(document, start, end, title.lang) and not _is_long(gap, title):
        return None
    words = folded.source_span(low, high)
    if document.text[words[0]].isupper() != titled[0].isupper():
        return None  # a name of a place
    return Exchanged(*words, titled, title)


def _is_exchange(ours: str, gap: _Gap, title: Known) -> bool:
    """Whether words are exchanged for others that say what a title is about."""
    language = LANGUAGES[title.lang]
    known = _title(title.text)
    lowered = title.text.lower()
    low, high = known.place(gap.low), known.place(gap.high - 1) + 1
    before, words, after = lowered[:low], lowered[low:high], lowered[high:]
    one, other = (
        [
            word
            for word in language.translation.content_words(text)
            if word not in language.titles.light
        ]
        for text in (ours, words)
    )
    if letters_of(ours) in letters_of(words) or letters_of(words) in letters_of(ours):
        return False  # left out, or added
    if any(map(str.isdigit, (*one, *other))):
        is_year = len(one) == len(other) == 1 and all(map(_YEAR.fullmatch, (*one, *other)))
        is_sure = is_year and one != other and _PERIOD.search(before) is not None
        return is_sure and _telling(gap, title) > language.translation.units_of_word
    if any(are_akin(word, its) for word in WORD.findall(ours) for its in WORD.findall(words)):
        return False
    if not 0 < len(one) <= _most(title.lang) or not 0 < len(other) <= _most(title.lang):
        return False
    if any(language.titles.tells_level(text, before, after) for text in (ours, words)):
        return False
    if _telling(gap, title) < FEWEST_TELLING * language.translation.units_of_word:
        return False
    if are_spellings(ours, words, title.lang):
        return False
    return title.is_exact or (
        are_other(ours, words, title.lang) and are_other(words, ours, title.lang)
    )


def _telling(gap: _Gap, title: Known) -> int:
    """How many words, or syllables, beside the exchanged one say what a title is about."""
    known, language = _title(title.text), LANGUAGES[title.lang]
    low, high = known.place(gap.low), known.place(gap.high - 1) + 1
    rest = f"{title.text[:low]} {title.text[high:]}".lower()
    words = language.translation.content_words(language.titles.without_general(rest))
    return sum(not word.isdigit() for word in words)


def _is_long(gap: _Gap, title: Known) -> bool:
    """Whether so much of a title stands there that it needs no sign of one."""
    units_of_word = LANGUAGES[title.lang].translation.units_of_word
    return _telling(gap, title) >= TELLING_ALONE * units_of_word


def _most(lang: Lang) -> int:
    """How many words, or syllables, one word is."""
    language = LANGUAGES[lang]
    return language.translation.units_of_word if language.words.spaced else LONGEST_EXCHANGE


def are_other(words: str, right: str, lang: Lang) -> bool:
    """Whether words surely mean something else than the right ones, which a translation may vary.

    They do where all that they mean is known, and where they are numbers.
    """
    lexicon = table_with(lang, ())
    one, other = (
        [unit for unit in units(tokens(text, lang, frozenset()), lang, lexicon) if not unit.weak]
        for text in (words, right)
    )
    known = frozenset[int]().union(*(unit.senses for unit in other))
    return bool(one) and all(
        unit.senses - known == unit.senses and (unit.senses or _HAS_DIGIT.search(unit.key))
        for unit in one
    )


def are_akin(one: str, other: str) -> bool:
    """Whether two words are one, or one with other endings: coping, cope."""
    same = _shared(one, other)
    return one == other or same >= max(LEAST_STEM, min(len(one), len(other)) - 2)


def _shared(one: str, other: str) -> int:
    """How many letters two texts begin with in common."""
    from rapidfuzz.distance import Prefix

    return Prefix.similarity(one, other)


def _stands_as_title(document: Document, start: int, end: int, lang: Lang) -> bool:
    """Whether words are cited: between marks, in a title, or with the form of one."""
    text = document.text
    at = segment_index(document.segments, start)
    if at < 0 or document.segments[at].end < end:
        return False
    if (
        text[start - 1 : start] in _OPENERS
        and text[end : end + 1] in _CLOSERS
        and start
        and end < len(text)
    ):
        return True
    if _is_between_marks(document, start, end) or holds(document.titles, start, end):
        return True
    before = text[max(document.segments[at].start, start - _BESIDE) : start]
    return LANGUAGES[lang].titles.is_cited(text[start:end], before)


def _is_between_marks(document: Document, start: int, end: int) -> bool:
    before, after = document.text[max(0, start - 1) : start], document.text[end : end + 1]
    return bool(before and after) and before in _OPENERS and after in _CLOSERS


@lru_cache(maxsize=1024)
def _title(text: str) -> _Letters:
    return _letters(text.lower())


def _letters(text: str) -> _Letters:
    found = [(word.start(), word[0]) for word in WORD.finditer(text)]
    firsts = list(accumulate((len(word) for _, word in found), initial=0))
    return _Letters("".join(word for _, word in found), firsts, [start for start, _ in found])
