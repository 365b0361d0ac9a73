"""Vietnamese edges: a term stands unless a listed word crosses an edge of it (SEMANTICS M4)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias

from khihau.languages.base import (
    ACCEPT,
    Candidate,
    Verdict,
    loan_variants,
    neighbours,
    reject,
    undecided,
)
from khihau.languages.vi_spelling import loans, one_spelling
from khihau.languages.vi_words import LONGEST_WORD, Words, words
from khihau.text.fold import DASH
from khihau.text.regex import regex

__all__ = ["competitors", "crossed_by", "edges", "judged", "syllables"]

Side: TypeAlias = Literal["left", "right", "around"]

_FREE_FROM = 5  # labels this long are accepted: no listed word spans so much
_AMOUNTS = frozenset(f"{unit} đồng" for unit in ("trăm", "nghìn", "ngàn", "triệu", "tỉ"))
"""Words that underthesea takes for two: it has no vote on "5 tỷ đồng | thực hiện"."""
_REACH = 40  # characters: LONGEST_WORD syllables and their spaces
_REACH_OF_ONE = 9  # characters: the longest syllable (nghiêng), one more letter, a space
_BEFORE = regex(rf"(?:[^\W\d_]+ ){{1,{LONGEST_WORD}}}$")
_AFTER = regex(rf"(?: [^\W\d_]+){{1,{LONGEST_WORD}}}")
_ONE_BEFORE = regex(r"([^\W\d_]+) $")
_ONE_AFTER = regex(r" ([^\W\d_]+)")
_RUN = regex(r"[^\W_]+")


def syllables(folded: str) -> int:
    """How many syllables a folded label has."""
    return len(_RUN.findall(folded))


def edges(candidate: Candidate) -> Verdict:
    """Whole syllables that no listed word crosses.

    A word around the whole label (đại sứ | quán), or words over both of its edges reject it; a word
    over one edge leaves it undecided. A listed word or phrase that ends (starts) exactly at that
    edge outside the candidate excuses the crossing.
    """
    verdict = neighbours(candidate)
    term = candidate.term
    if verdict.outcome != "accept" or term.kind in ("acronym", "symbol"):
        return verdict
    if candidate.text.isascii() and candidate.lang != "vi":
        return reject("language", "written without marks, outside a Vietnamese text")
    if term.syllables >= _FREE_FROM or not _competes(candidate):
        return ACCEPT
    return judged(candidate)


def judged(candidate: Candidate) -> Verdict:
    """The word of the lists on a candidate, whatever stands beside it."""
    crossings = _crossings(candidate)
    if not crossings:
        return ACCEPT
    detail = _quoted(crossings)
    sides = {side for _, side in crossings}
    if "around" in sides:
        return reject("covered", detail)
    if len(sides) > 1 or any(one_spelling(word) in _AMOUNTS for word, _ in crossings):
        return reject("crossed", detail)
    return undecided("crossed", detail)


def crossed_by(candidate: Candidate) -> str:
    """The words that cross an edge of a candidate, as a reason shows them."""
    return _quoted(_crossings(candidate))


def _quoted(crossings: Iterable[tuple[str, Side]]) -> str:
    return ", ".join(f"“{word}”" for word, _ in crossings)


# --- what stands beside a label -------------------------------------------------------------------


def competitors(folded: str) -> tuple[frozenset[str], frozenset[str]]:
    """The syllables that make a listed word with an edge of a label: right before it, after it.

    Worked out once, when the index is built; where none of them stands beside a candidate, no list
    is read. In `one_spelling`, for every loan spelling of the label and with or without its dashes.
    """
    if syllables(folded) >= _FREE_FROM:
        return frozenset(), frozenset()
    before: set[str] = set()
    after: set[str] = set()
    for form in loan_variants(folded, loans(), words=True):
        for spaced in dict.fromkeys((form, form.replace(DASH, " "))):
            label = one_spelling(spaced).split()
            before.update(_before(label))
            after.update(_after(label))
    return frozenset(before), frozenset(after)


def _before(label: list[str]) -> Iterator[str]:
    lists = words()
    for word in _holders().get(label[0], ()):
        row = word.split(" ")
        for at in range(1, len(row)):
            inside = row[at : at + len(label)]
            holds = len(inside) == len(label)
            if inside == label[: len(inside)] and lists.crosses(word, holds=holds):
                yield row[at - 1]


def _after(label: list[str]) -> Iterator[str]:
    lists = words()
    for at in range(max(0, len(label) - LONGEST_WORD + 1), len(label)):
        first, *inside = label[at:]
        for rest in (*lists.checked.rests(first), *lists.listed.rests(first)):
            row = rest.split(" ")
            longer = len(row) > len(inside) and row[: len(inside)] == inside
            if longer and lists.crosses(f"{first} {rest}", holds=at == 0):
                yield row[len(inside)]


@lru_cache(maxsize=1)
def _holders() -> dict[str, list[str]]:
    """The words that hold a syllable past their first: only the index builder asks."""
    holders: dict[str, list[str]] = {}
    for bucket in (words().checked, words().listed):
        for first in bucket.by_first:
            for rest in bucket.rests(first):
                for syllable in rest.split(" "):
                    holders.setdefault(syllable, []).append(f"{first} {rest}")
    return holders


def _competes(candidate: Candidate) -> bool:
    """Whether a syllable beside the candidate may make a longer word with it."""
    text, start, term = candidate.folded.text, candidate.start, candidate.term
    if "{n" in term.text:  # its number may be a word: thứ | nhất định
        return True
    before = _ONE_BEFORE.search(text, max(0, start - _REACH_OF_ONE), start)
    if before and one_spelling(before[1]) in term.before:
        return True
    after = _ONE_AFTER.match(text, candidate.end)
    return after is not None and one_spelling(after[1]) in term.after


# --- what crosses an edge -------------------------------------------------------------------------


class _Row(NamedTuple):
    """The syllables around and in a candidate; it stands at `start:end` of them."""

    syllables: list[str]
    start: int
    end: int

    def word(self, first: int, last: int) -> str:
        return one_spelling(" ".join(self.syllables[first:last]))


def _row(candidate: Candidate) -> _Row:
    text = candidate.folded.text
    found = _BEFORE.search(text, max(0, candidate.start - _REACH), candidate.start)
    before = found.group().split() if found else []
    found = _AFTER.match(text, candidate.end)
    after = found.group().split() if found else []
    inside = candidate.text.split()
    return _Row([*before, *inside, *after], len(before), len(before) + len(inside))


def _crossings(candidate: Candidate) -> list[tuple[str, Side]]:
    """Listed words over an edge that nothing excuses, as written, each with its side."""
    row, lists = _row(candidate), words()
    crossings: list[tuple[str, Side]] = []
    for first in range(max(0, row.start - LONGEST_WORD + 1), row.end):
        for last in range(row.start + 1, min(len(row.syllables), first + LONGEST_WORD) + 1):
            left, right = first < row.start, last > row.end
            holds = first <= row.start and last >= row.end
            if not (left or right) or not lists.crosses(row.word(first, last), holds=holds):
                continue
            if (left and not _excused(row, first, last, "left", lists)) or (
                right and not _excused(row, first, last, "right", lists)
            ):
                side: Side = "around" if holds else "left" if left else "right"
                crossings.append((" ".join(row.syllables[first:last]), side))
    return crossings


def _excused(row: _Row, first: int, last: int, side: Side, lists: Words) -> bool:
    """Whether another word ends (starts) at the edge that the word from first to last crosses."""
    start, end, size = row.start, row.end, len(row.syllables)
    if side == "left":
        outside = [(a, start) for a in range(max(0, start - LONGEST_WORD), start - 1)]
    else:
        outside = [(end, b) for b in range(end + 2, min(size, end + LONGEST_WORD) + 1)]
    if any(lists.known(row.word(a, b)) for a, b in outside):
        return True
    # A phrase that holds the whole hit and crosses the word itself: "hai bên | trong".
    return any(
        row.word(a, b) in lists.phrases
        for a in range(max(0, end - LONGEST_WORD), start + 1)
        for b in range(end, min(size, a + LONGEST_WORD) + 1)
        if b - a > 1 and (a < first < b < last or first < a < last < b)
    )
