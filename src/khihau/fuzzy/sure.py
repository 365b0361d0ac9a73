"""Which suspicions of a slip are sure: those where what is written can be meant for nothing else.

A wrong word that is a word of its own, alone or with its neighbours, is no slip: "nhà kinh | tế",
배출원 for 배출권, "carbon marker". What the word lists do not settle stays out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from khihau.fuzzy.slips import Slip
from khihau.fuzzy.words import Token, strip_marks
from khihau.languages.data import data_lines
from khihau.languages.ko.readings import nouns
from khihau.languages.ko.tails import is_tail, rest_of_eojeol, tail_kind
from khihau.languages.vi.readings import Row, crossings
from khihau.languages.vi.spelling import is_syllable, one_spelling
from khihau.languages.vi.word_lists import LONGEST_WORD, words
from khihau.model import Label
from khihau.text.fold import DASH, DOT, Squeezed, fold, is_hangul
from khihau.text.hangul import may_be_spaced
from khihau.text.regex import regex
from khihau.text.stops import ENDS, PAUSES

__all__ = ["is_sure"]

_SENTENCE_START = regex(rf"(?:^|[{ENDS}{PAUSES}\n])[\W_]*$")
_SIGNS = 12  # between two sentences
_BESIDE = LONGEST_WORD + 2  # syllables on each side that the words of Vietnamese are sought in
_LONG_VIETNAMESE, _SHORTEST_VIETNAMESE = 4, 3  # syllables, of which one is wrong
_LONG_KOREAN, _SHORTEST_KOREAN = 5, 4
_SHORTEST_LONE_ENGLISH = 8  # letters of a label that is one word
_LONGEST_NOUN = 5
_REACH = 24  # syllables of an eojeol before a slip


def is_sure(slip: Slip, found: Sequence[Token], text: str, label: Label, right: str) -> bool:
    """Whether what stands at a slip can only be meant for a label, which has `right` there.

    `text` is folded with its case kept.
    """
    stretch = found[slip.first : slip.last]
    if not (_is_joined(stretch, text, _signs(label)) and _has_its_case(slip, stretch, text, right)):
        return False
    if label.lang == "vi":
        return _is_sure_vietnamese(slip, found, text, fold(right).text)
    if label.lang == "ko":
        return _is_sure_korean(slip, found, text, label, right)
    return len(stretch) > 1 or len(right) >= _SHORTEST_LONE_ENGLISH


def _signs(label: Label) -> str:
    """What may stand between the words of a label."""
    return DASH + "," * ("," in label.text) + DOT * (label.lang == "ko")


def _is_joined(stretch: Sequence[Token], text: str, signs: str = DASH) -> bool:
    """Whether nothing but spaces and some signs stand between words."""
    return all(
        one.end <= other.start and not text[one.end : other.start].strip(f" {signs}")
        for one, other in pairwise(stretch)
    )


def _has_its_case(slip: Slip, stretch: Sequence[Token], text: str, right: str) -> bool:
    """Whether the wrong word is no name but the label's: else its capital must start a sentence."""
    written = [text[token.start : token.end] for token in stretch]
    at = slip.wrong[0] - slip.first
    wrong = written[at]
    if not wrong[0].isupper() or (right[:1].isupper() and not wrong.isupper()):
        return True
    if len(wrong) > 1 and wrong.isupper():
        return len(written) > 1 and all(map(str.isupper, written))
    if len(written) > 1 and all(word[0].isupper() for word in written):
        return True
    start = stretch[0].start
    return at == 0 and bool(_SENTENCE_START.search(text[max(0, start - _SIGNS) : start]))


# --- Vietnamese -----------------------------------------------------------------------------------


def _is_sure_vietnamese(slip: Slip, found: Sequence[Token], text: str, right: str) -> bool:
    """A syllable of no word, or one that makes no word where it stands, in a label of three or more."""
    wrong, size = found[slip.wrong[0]].key, slip.last - slip.first
    if one_spelling(wrong) not in _syllables():
        # Two syllables, one of them wrong, may be anything: only letters that nobody reads are sure.
        return size >= _SHORTEST_VIETNAMESE or not (wrong.isascii() or is_syllable(wrong))
    grammar, free = words().grammar, words().free
    only_marks, alone = strip_marks(wrong) == strip_marks(right), one_spelling(wrong)
    if alone in grammar and (one_spelling(right) in grammar or not only_marks):
        return False
    at_edge = slip.wrong[0] in (slip.first, slip.last - 1)
    least = _SHORTEST_VIETNAMESE
    if not only_marks or (at_edge and (alone in free or alone in grammar)):
        least = _LONG_VIETNAMESE
    if size < least:
        return False
    first, last = _around(slip, found, text)
    row = [one_spelling(token.key) for token in found[first:last]]
    at = slip.wrong[0] - first
    if any(_words_over(row, at)):
        return False
    row[at] = one_spelling(right)
    return not crossings(Row(row, slip.first - first, slip.last - first))


def _around(slip: Slip, found: Sequence[Token], text: str) -> tuple[int, int]:
    """The words around a slip as far as no sign stands between."""
    first, last = slip.first, slip.last
    while first > max(0, slip.first - _BESIDE) and _is_joined(found[first - 1 : first + 1], text):
        first -= 1
    end = min(len(found), slip.last + _BESIDE)
    while last < end and _is_joined(found[last - 1 : last + 1], text):
        last += 1
    return first, last


def _words_over(row: Sequence[str], at: int) -> Iterator[bool]:
    """Whether a stretch of syllables over one of them is a listed word, for each stretch."""
    lists = words()
    for first in range(max(0, at - LONGEST_WORD + 1), at + 1):
        for last in range(max(at + 1, first + 2), min(len(row), first + LONGEST_WORD) + 1):
            word = " ".join(row[first:last])
            yield word in lists.checked or word in lists.listed or word in lists.phrases


@lru_cache(maxsize=1)
def _syllables() -> frozenset[str]:
    """Every syllable that stands in a listed word, or alone."""
    lists = words()
    found = {*lists.grammar, *lists.free}
    for bucket in (lists.checked, lists.listed, lists.denied, lists.phrases):
        for word in bucket:
            found.update(word.split(" "))
    return frozenset(found)


# --- Korean ---------------------------------------------------------------------------------------


def _is_sure_korean(
    slip: Slip, found: Sequence[Token], text: str, label: Label, right: str
) -> bool:
    """Syllables that make no noun where they stand, nor an ending, in a label of four or more."""
    size = slip.last - slip.first - (not slip.taken)
    start, end = found[slip.first].start, found[slip.last - 1].end
    if size < _SHORTEST_KOREAN or not _is_spaced_like(label, text[start:end], size):
        return False
    tail = rest_of_eojeol(text, end)
    is_last = slip.wrong[1] == slip.last
    if is_last and tail and tail_kind(tail, size) != "particles":
        return False
    if size < _LONG_KOREAN and (is_hangul(text[start - 1 : start]) or not is_tail(tail, size)):
        return False
    low, high = found[slip.wrong[0]].start, found[slip.wrong[1] - 1].end
    if not slip.taken:  # 국가가 is 국가 and a particle, 협정의 의장 two words
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


def _is_spaced_like(label: Label, written: str, size: int) -> bool:
    """Whether a label may be spaced as the text is."""
    spaces = frozenset(Squeezed(fold(label.text).text).spaces)
    return may_be_spaced(fold(written).text, spaces, size)


def _reads(run: str, end: int) -> bool:
    """Whether known nouns, suffixes and an ending make up a run of syllables up to a place in it."""
    known, suffixes = _known_nouns(), nouns().suffixes
    reached = [0]
    for at in range(2, len(run) + 1):
        if any(run[start:at] in known for start in reached if at - start <= _LONGEST_NOUN) or (
            at - 1 in reached and run[at - 1] in suffixes
        ):
            reached.append(at)
    return any(at >= end or is_tail(run[at:], 2) for at in reached[1:])


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
