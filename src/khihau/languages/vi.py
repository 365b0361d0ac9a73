"""Vietnamese: one word, several spellings; and words that cross a label's edge (SEMANTICS M2, M4)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from khihau.languages.base import (
    ACCEPT,
    Candidate,
    Variant,
    Verdict,
    dash_variants,
    data_groups,
    data_lines,
    decide_nothing,
    loan_variants,
    neighbours,
    no_competitors,
    reject,
    undecided,
)
from khihau.model import Label

__all__ = [
    "canonical",
    "competitors",
    "decide",
    "edges",
    "is_syllable",
    "ordinal",
    "syllables",
    "variants",
]

decide = decide_nothing  # the analyser's vote is not built in yet
competitors = no_competitors

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_ONSET = "ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx]"
_SYLLABLE = re.compile(
    f"(?:{_ONSET})?(?:uye|uya|oai|oay|oeo|uay|uây|iêu|yêu|ươi|ươu|uôi|uêu|uyu|"
    "iê|yê|ia|ya|uô|ua|ươ|ưa|oa|oă|oe|oo|uâ|uê|uơ|uy|uyê|ai|ao|au|ay|âu|ây|eo|êu|iu|oi|ôi|ơi|ui|ưi|ưu|"
    "[aăâeêioôơuưy])(?:ng|nh|ch|[cmnpt])?"
)
# Orthography: before these sets the tone sits on the first vowel (new style) or on the second.
_OPEN = re.compile("(.*?)(oa|oe|uy)", re.I)
_IY = re.compile("(qu|[bcdđhklmnprstvx])([iy])", re.I)
_QUOTED_ZERO = re.compile(r"(?<!\S)(['\"]?)0\1(?!\S)")
_SPELLINGS_AT_MOST = 64  # a label that mixes more styles than this is spelled in none
_LONGEST_WORD = 4
_FREE_FROM = 5  # labels this long are accepted: no listed word spans so much (SEMANTICS M4)
_ORDINALS = {1: "nhất", 4: "tư"}


# --- spellings ------------------------------------------------------------------------------------


def variants(label: Label, folded: str) -> Iterable[Variant]:
    """Tone placement, i/y, loan words, quotes around a zero, dashes: each as a pattern of its own."""
    for dashed in dash_variants(folded, label.text):
        for form in loan_variants(dashed, _loans(), words=True):
            for zero in ("0", "'0'", '"0"') if _QUOTED_ZERO.search(form) else ("",):
                yield from _syllable_variants(_QUOTED_ZERO.sub(zero, form) if zero else form)


def _syllable_variants(form: str) -> Iterable[Variant]:
    parts = re.split(r"([^\W\d_]+)", form)
    choices = [_spellings(part) for part in parts]
    count = 1
    for choice in choices:
        count *= len(choice)
    if count > _SPELLINGS_AT_MOST:
        choices = [choice[:2] for choice in choices]
        styles = [[choice[min(i, len(choice) - 1)] for choice in choices] for i in range(2)]
    else:
        styles = [list(combination) for combination in product(*choices)]
    yield from (Variant("".join(style), "spelling") for style in styles)


@lru_cache(maxsize=4096)
def _spellings(syllable: str) -> tuple[str, ...]:
    """All spellings of one syllable, itself first."""
    if not syllable or not syllable[0].isalpha():
        return (syllable,)
    bare, tone = _split_tone(syllable)
    found = _OPEN.fullmatch(bare)
    if found and tone and found[1].lower() != "q":
        pair = found[2]
        return tuple(
            dict.fromkeys(
                (syllable, _join(found[1], pair, 0, tone), _join(found[1], pair, 1, tone))
            )
        )
    forms = [syllable]
    found = _IY.fullmatch(bare)
    if found:
        onset, vowel = found[1], found[2]
        other = {"i": "y", "y": "i", "I": "Y", "Y": "I"}[vowel]
        forms.append(_join(onset, other, 0, tone))
        if onset.lower() == "qu" and tone:  # "qúy": the tone typed on the u
            y = vowel if vowel in "yY" else other
            forms.append(_join(onset[0], onset[1] + y, 0, tone))
    return tuple(dict.fromkeys(forms))


def _split_tone(syllable: str) -> tuple[str, str]:
    decomposed = unicodedata.normalize("NFD", syllable)
    tone = next((mark for mark in decomposed if mark in _TONES), "")
    return unicodedata.normalize("NFC", decomposed.replace(tone, "") if tone else decomposed), tone


def _join(onset: str, vowels: str, at: int, tone: str) -> str:
    return unicodedata.normalize("NFC", onset + vowels[: at + 1] + tone + vowels[at + 1 :])


@lru_cache(maxsize=65536)
def canonical(word: str) -> str:
    """A folded word in the spelling of the word list: new tone placement, the rest as written."""
    return " ".join(_canonical_syllable(syllable) for syllable in word.split(" "))


def _canonical_syllable(syllable: str) -> str:
    bare, tone = _split_tone(syllable)
    found = _OPEN.fullmatch(bare)
    if not tone or not found or found[1] == "q":
        return syllable
    return _join(found[1], found[2], 0, tone)


def is_syllable(word: str) -> bool:
    """Whether a folded word could be one Vietnamese syllable, its tone aside."""
    return bool(_SYLLABLE.fullmatch(_split_tone(word)[0]))


def syllables(folded: str) -> int:
    """How many syllables a folded label has."""
    return len(re.findall(r"[^\W_]+", folded))


def ordinal(number: int) -> str:
    """The word after "thứ": thứ nhất, thứ 2, thứ tư."""
    return _ORDINALS.get(number, str(number))


# --- edges ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Words:
    words: frozenset[str]
    phrases: frozenset[str]

    def known(self, word: str) -> bool:
        return word in self.words or word in self.phrases


@lru_cache(maxsize=1)
def _words() -> _Words:
    return _Words(
        frozenset(map(canonical, data_lines("vi-words.txt"))),
        frozenset(map(canonical, data_lines("vi-phrases.txt"))),
    )


@lru_cache(maxsize=1)
def _loans() -> list[list[str]]:
    groups = data_groups("vi-loans.txt")
    return [[form.replace("-", " ").lower() for form in group] for group in groups]


def edges(candidate: Candidate) -> Verdict:
    """Whole syllables that no listed word crosses (SEMANTICS M4).

    A word that covers a one-syllable label, or reaches over both edges of a longer one, rejects it;
    over one edge it leaves it undecided. A listed word or phrase that ends (starts) exactly at that
    edge outside the candidate excuses the crossing.
    """
    verdict = neighbours(candidate)
    if verdict.outcome != "accept" or candidate.term.kind in ("acronym", "symbol"):
        return verdict
    if candidate.text.isascii() and candidate.lang != "vi":
        return reject("language", "written without marks, outside a Vietnamese text")
    if candidate.term.syllables >= _FREE_FROM:
        return ACCEPT
    crossings = _crossings(candidate)
    if not crossings:
        return ACCEPT
    detail = ", ".join(f"“{word}”" for word, _ in crossings)
    sides = {side for _, side in crossings}
    if candidate.term.syllables == 1:
        return reject("covered", detail)
    if len(sides) > 1 or "both" in sides:
        return reject("crossed", detail)
    return undecided("crossed", detail)


_BEFORE = re.compile(rf"(?:[^\W\d_]+ ){{1,{_LONGEST_WORD}}}$")
_AFTER = re.compile(rf"(?: [^\W\d_]+){{1,{_LONGEST_WORD}}}")


def _crossings(candidate: Candidate) -> list[tuple[str, str]]:
    """Listed words over an edge that nothing excuses, each with its side: left, right, both."""
    text = candidate.folded.text
    found = _BEFORE.search(text, max(0, candidate.start - 40), candidate.start)
    before = found.group().split() if found else []
    found = _AFTER.match(text, candidate.end)
    after = found.group().split() if found else []
    if not before and not after:
        return []
    inside = candidate.text.split()
    row = [*before, *inside, *after]
    start, end = len(before), len(before) + len(inside)
    lists = _words()
    crossings: list[tuple[str, str]] = []
    for first in range(max(0, start - _LONGEST_WORD + 1), end):
        for last in range(max(first + 2, start + 1), min(len(row), first + _LONGEST_WORD) + 1):
            left, right = first < start, last > end
            if not left and not right:
                continue
            word = canonical(" ".join(row[first:last]))
            if word not in lists.words:
                continue
            excused_left = not left or _excused(row, (first, last), (start, end), "left", lists)
            excused_right = not right or _excused(row, (first, last), (start, end), "right", lists)
            if not (excused_left and excused_right):
                crossings.append((word, "both" if left and right else "left" if left else "right"))
    return crossings


def _excused(
    row: list[str], word: tuple[int, int], hit: tuple[int, int], side: str, lists: _Words
) -> bool:
    start, end = hit
    if side == "left":
        outside = [(first, start) for first in range(max(0, start - _LONGEST_WORD), start - 1)]
    else:
        outside = [(end, last) for last in range(end + 2, min(len(row), end + _LONGEST_WORD) + 1)]
    if any(lists.known(canonical(" ".join(row[a:b]))) for a, b in outside):
        return True
    # A phrase that holds the whole hit and crosses the word itself: "hai bên | trong".
    return any(
        canonical(" ".join(row[a:b])) in lists.phrases
        for a in range(max(0, end - _LONGEST_WORD), start + 1)
        for b in range(end, min(len(row), a + _LONGEST_WORD) + 1)
        if b - a > 1 and (a < word[0] < b < word[1] or word[0] < a < word[1] < b)
    )
