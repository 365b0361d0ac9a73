"""Vietnamese edges: a term stands unless a listed word crosses an edge of it (rule M4)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from khihau.languages.candidates import ACCEPT, Candidate, Verdict, reject, undecided
from khihau.languages.matching import neighbours
from khihau.languages.variants import loan_variants
from khihau.languages.vi import tuned
from khihau.languages.vi.readings import Row, crossings, margin
from khihau.languages.vi.spelling import is_syllable, loans, one_spelling, one_syllable
from khihau.languages.vi.word_lists import LONGEST_WORD, words
from khihau.text.fold import DASH
from khihau.text.regex import either, regex

__all__ = ["admits", "competitors", "edges", "judged", "syllables"]

_REACH = 50  # characters: so many syllables and their spaces
_REACH_OF_ONE = 9  # characters: the longest syllable (nghiêng), one more letter, a space
_BEFORE = regex(rf"(?:[^\W\d_]+ ){{1,{tuned.BESIDE}}}$")
_AFTER = regex(rf"(?: [^\W\d_]+){{1,{tuned.BESIDE}}}")
_ONE_BEFORE = regex(r"([^\W\d_]+) $")
_ONE_AFTER = regex(r" ([^\W\d_]+)")
_RUN = regex(r"[^\W_]+")


def syllables(folded: str) -> int:
    """How many syllables a folded label has."""
    return len(_RUN.findall(folded))


def edges(candidate: Candidate) -> Verdict:
    """Whole syllables that no listed word crosses, or crosses only in the dearer of two readings.

    Where the readings cost about the same the candidate is undecided.
    """
    verdict = neighbours(candidate)
    term = candidate.term
    if verdict.outcome != "accept" or term.kind in ("acronym", "symbol"):
        return verdict
    if candidate.text.isascii() and candidate.lang != "vi":
        return reject("language", "written without marks, outside a Vietnamese text")
    is_free = term.syllables >= tuned.FREE_FROM or not _competes(candidate)
    if is_free and not _loan_behind(candidate):
        return ACCEPT
    return judged(candidate)


def judged(candidate: Candidate) -> Verdict:
    """The word of the lists on a candidate, whatever stands beside it."""
    if loan := _loan_behind(candidate):
        return reject("crossed", f"“{loan}”")
    row, written = _row(candidate)
    crossed = crossings(row)
    if not crossed:
        return ACCEPT
    ahead = margin(row, crossed)
    if ahead > (tuned.CLOSE if row.end - row.start > 1 else -1):
        return ACCEPT
    around = any(first <= row.start and last >= row.end for first, last in crossed)
    detail = ", ".join(f"“{' '.join(written[first:last])}”" for first, last in crossed)
    if around or ahead < -tuned.CLOSE:
        return reject("covered" if around else "crossed", detail)
    return undecided("crossed", detail)


# --- what stands beside a label -------------------------------------------------------------------


def competitors(folded: str) -> tuple[frozenset[str], frozenset[str]]:
    """The syllables that make a listed word with an edge of a label: right before it, after it.

    Worked out once, when the index is built; where none of them stands beside a candidate, no list
    is read. In `one_spelling`, for every loan spelling of the label and with or without its dashes.
    """
    if not 0 < syllables(folded) < tuned.FREE_FROM:
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
    size = len(label)
    for word in _holders().get(label[0], ()):
        row = word.split(" ")
        for at in range(1, len(row)):
            inside = row[at : at + size]
            holds = size if len(inside) == size else 0
            if inside == label[: len(inside)] and _crosses(word, holds):
                yield row[at - 1]


def _after(label: list[str]) -> Iterator[str]:
    lists = words()
    for at in range(max(0, len(label) - LONGEST_WORD + 1), len(label)):
        first, *inside = label[at:]
        for rest in (*lists.checked.rests(first), *lists.listed.rests(first)):
            row = rest.split(" ")
            longer = len(row) > len(inside) and row[: len(inside)] == inside
            if longer and _crosses(f"{first} {rest}", len(label) if at == 0 else 0):
                yield row[len(inside)]


@lru_cache(maxsize=1 << 16)
def _crosses(word: str, holds: int) -> bool:
    return words().crosses(word, holds=holds)


@lru_cache(maxsize=1)
def _holders() -> dict[str, list[str]]:
    """The words that hold a syllable past their first: only the index builder asks."""
    holders: dict[str, list[str]] = {}
    for word in (*words().checked, *words().listed):
        for syllable in word.split(" ")[1:]:
            holders.setdefault(syllable, []).append(word)
    return holders


def _competes(candidate: Candidate) -> bool:
    """Whether a syllable beside the candidate may make a longer word with it."""
    text, start, term = candidate.folded.text, candidate.start, candidate.term
    if "{n" in term.text:  # its number may be a word: thứ | nhất định
        return True
    before = _ONE_BEFORE.search(text, max(0, start - _REACH_OF_ONE), start) if term.before else None
    if before and one_syllable(before[1]) in term.before:
        return True
    after = _ONE_AFTER.match(text, candidate.end) if term.after else None
    return after is not None and one_syllable(after[1]) in term.after


# --- what crosses an edge -------------------------------------------------------------------------


def _row(candidate: Candidate) -> tuple[Row, list[str]]:
    """The syllables around a candidate as they are compared, and as they are written."""
    text = candidate.folded.text
    found = _BEFORE.search(text, max(0, candidate.start - _REACH), candidate.start)
    before = found.group().split() if found else []
    found = _AFTER.match(text, candidate.end)
    after = found.group().split() if found else []
    inside = candidate.text.replace(DASH, " ").split()
    written = [*before, *inside, *after]
    compared = [one_spelling(syllable) for syllable in written]
    return Row(compared, len(before), len(before) + len(inside)), written


def _loan_behind(candidate: Candidate) -> str:
    """The name that a loan word behind a candidate makes with its last one, if that is one too.

    They came as one name: khí thải | carbon dioxide, cut in two by no Vietnamese.
    """
    text, end = candidate.folded.text, candidate.end
    behind = _loan_after().match(text, end)
    last = behind and _loan_at_end().search(text, max(candidate.start, end - _REACH), end)
    return f"{last.group()}{behind.group()}" if behind and last else ""


@lru_cache(maxsize=1)
def _loan_after() -> re.Pattern[str]:
    return regex(rf" {_loan_words()}(?!\w)")


@lru_cache(maxsize=1)
def _loan_at_end() -> re.Pattern[str]:
    return regex(rf"(?<!\w){_loan_words()}\Z")


def _loan_words() -> str:
    return either(sorted(form for group in loans() for form in group))


# --- labels of other languages --------------------------------------------------------------------

_CAPITALS_BEFORE = regex(r"([^\W\d_]+) \Z")
_CAPITALS_AFTER = regex(r" ([^\W\d_]+)")
_REACH_OF_CAPITALS = 10  # a syllable with the space beside it is no longer


def admits(candidate: Candidate) -> Verdict:
    """Whether a label of another language, in a Vietnamese text, is more than a syllable of it.

    A word of one syllable is Vietnamese there; so is an acronym among words in capitals: CAN THIỆP
    is "can thiệp" (rule M6).
    """
    term = candidate.term
    if term.lang == "mul":
        if _is_shouted(candidate) and is_syllable(candidate.text):
            return reject("language", "a syllable of a Vietnamese line in capitals")
    elif term.kind == "full" and term.syllables == 1 and is_syllable(candidate.text):
        return reject("language", "a Vietnamese syllable in a Vietnamese text")
    return ACCEPT


def _is_shouted(candidate: Candidate) -> bool:
    folded, start, end = candidate.folded, candidate.start, candidate.end
    first = max(0, start - _REACH_OF_CAPITALS)
    before = _CAPITALS_BEFORE.search(folded.text[first:start])
    after = _CAPITALS_AFTER.match(folded.text, end, end + _REACH_OF_CAPITALS)
    spans = (
        (first + before.start(1), start - 1) if before else None,
        after.span(1) if after else None,
    )
    words = (folded.source[slice(*folded.source_span(*span))] for span in spans if span)
    return any(word.isupper() and not word.isascii() for word in words)
