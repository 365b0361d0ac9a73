"""Whether a syllable in a label that is not the label's makes no word where it stands (rule S1).

"nhà kinh" is a slip of nhà kính, "nhà kinh | tế" is none. What the word lists do not settle is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from khihau.languages.vi import tuned
from khihau.languages.vi.readings import Row, crossings
from khihau.languages.vi.spelling import is_syllable, one_spelling, without_marks
from khihau.languages.vi.word_lists import LONGEST_WORD, words
from khihau.languages.words import Suspicion, are_joined
from khihau.text.fold import fold

__all__ = ["is_slip"]


def is_slip(found: Suspicion) -> bool:
    """Whether a syllable is of no word, or makes no word where it stands, in a label of three or more."""
    at, size = found.wrong[0], found.last - found.first
    wrong, right = one_spelling(found.words[at].key), one_spelling(fold(found.right).text)
    if wrong not in _syllables():
        # Two syllables, one of them wrong, may be anything: only letters that nobody reads are sure.
        return size >= tuned.SHORTEST_SLIP or not (wrong.isascii() or is_syllable(wrong))
    grammar, free = words().grammar, words().free
    only_marks = without_marks(wrong) == without_marks(right)
    if wrong in grammar and (right in grammar or not only_marks):
        return False
    at_edge = at in (found.first, found.last - 1)
    may_be_word = not only_marks or (at_edge and (wrong in free or wrong in grammar))
    if size < (tuned.LONG_SLIP if may_be_word else tuned.SHORTEST_SLIP):
        return False
    first, last = _around(found)
    row = [one_spelling(word.key) for word in found.words[first:last]]
    if any(_words_over(row, at - first)):
        return False
    row[at - first] = right
    return not crossings(Row(row, found.first - first, found.last - first))


def _around(found: Suspicion) -> tuple[int, int]:
    """The words around a label as far as no sign stands between."""
    all_words, text = found.words, found.text
    first, last = found.first, found.last
    while first > max(0, found.first - tuned.BESIDE) and are_joined(
        all_words[first - 1 : first + 1], text
    ):
        first -= 1
    end = min(len(all_words), found.last + tuned.BESIDE)
    while last < end and are_joined(all_words[last - 1 : last + 1], text):
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
