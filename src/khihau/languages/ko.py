"""Korean: particles, verbs made of nouns, covering words, and free spacing (rules M5 and K1 to K4)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from khihau.languages.base import (
    ACCEPT,
    Candidate,
    Variant,
    Verdict,
    dash_variants,
    data_groups,
    data_lines,
    loan_variants,
    neighbours,
    no_competitors,
    reject,
    undecided,
)
from khihau.languages.ko_nouns import Seams, crossing_noun, nouns, seams_of
from khihau.languages.ko_tail import is_contracted, is_tail, rest_of_eojeol, tail_kind
from khihau.model import Analyser
from khihau.text.fold import fold, is_hangul
from khihau.text.regex import regex

if TYPE_CHECKING:
    from khihau.model import Label

__all__ = [
    "competitors",
    "decide",
    "edges",
    "loans",
    "seams",
    "stands_alone",
    "syllables",
    "variants",
]

competitors = no_competitors

_ACCEPT_FROM = 3  # undecided labels this long are accepted unless a listed word covers them
_SPACED_FROM = 4  # labels this long may be spaced where they are stored in one piece
_LONGEST_WORD = 8
_BARE = 2  # syllables: a tail without the suffixes that only a longer label takes
_NEXT_WORD = 4  # characters behind a tail
_REACH = 12  # syllables beside a candidate that are read with it
_HYPHEN = regex("(?<=[가-힣])[-‐‑–](?=[가-힣])")
_ARTICLE = regex("[0-9][조항호]$")
_OTHER_ARTICLE = regex("의 ?[0-9]+")


def variants(label: Label, folded: str) -> Iterable[Variant]:
    """Loan spellings, dashes, a dot for a hyphen (한-베트남); spaces are the matcher's work."""
    dotted = fold(_HYPHEN.sub("·", label.text), keep_case=True).text
    for dashed in dict.fromkeys((*dash_variants(folded, label.text), dotted)):
        for form in loan_variants(dashed, loans(), words=False):
            yield Variant(form, "spelling")


def syllables(folded: str) -> int:
    """How many syllables a folded label has; each Latin letter is said as one."""
    return sum(map(str.isalpha, folded))


def edges(candidate: Candidate) -> Verdict:
    """The eojeol's start or a script change on the left, a whole tail of particles on the right.

    A listed longer word rejects, and, from three syllables on, a noun over an edge that reads better
    than the term. What is left is accepted from three syllables on and undecided below (rule M5).
    """
    verdict = neighbours(candidate)
    if verdict.outcome != "accept":
        return verdict
    folded, start, end = candidate.folded, candidate.start, candidate.end
    text = folded.text
    anchored = (
        not is_hangul(text[start])
        or not is_hangul(text[start - 1 : start])
        or bool(folded.gap(start))
    )
    tail = ""
    if is_hangul(text[end - 1]) and "_" not in folded.gap(end):
        tail = rest_of_eojeol(text, end)
    if tail and _ARTICLE.search(text, start, end):
        tail, other = _article(text, end, tail)
        if other:
            return reject("covered", f"“{other}” after it makes it another article")
    if word := _covering_word(text, start, end, len(tail)):
        return reject("covered", f"“{word}”")
    if anchored and (
        tail_kind(tail, _BARE) == "particles"
        or is_contracted(tail, text[end + len(tail) : end + len(tail) + _NEXT_WORD])
    ):
        return ACCEPT
    syllable_count = candidate.term.syllables
    if syllable_count >= _ACCEPT_FROM and (word := _crossing_noun(text, start, end, len(tail))):
        return reject("covered", f"“{word}”")
    if anchored and is_tail(tail, syllable_count):
        return ACCEPT
    # A space that is not the label's own must not join two words: 위기후 | 변화.
    torn = not anchored and " " in candidate.text and " " not in candidate.term.text
    if syllable_count >= _ACCEPT_FROM and not torn:
        return ACCEPT
    rest = f"“{tail}” after it is no particle" if anchored else "it starts inside an eojeol"
    return undecided("undecided", rest)


def decide(undecided: Sequence[tuple[Candidate, Verdict]], analyser: Analyser) -> Sequence[Verdict]:
    """The votes of kiwipiepy where it is installed and not switched off (rule M5).

    Raises ConfigError where it is installed and damaged.
    """
    from khihau.languages import ko_kiwi  # most runs ask for no vote

    if analyser == "off" or not ko_kiwi.available():
        return [verdict for _, verdict in undecided]
    return [_voted(verdict, *ko_kiwi.vote(candidate)) for candidate, verdict in undecided]


def _voted(verdict: Verdict, favours: bool, reading: str) -> Verdict:
    against = f"{verdict.detail}; kiwipiepy votes against: {reading}"
    return ACCEPT if favours else reject("undecided", against)


def seams(text: str, spaces: frozenset[int], syllable_count: int) -> bool:
    """Whether the spaces in `text`, a folded stretch, may stand in a label.

    `spaces` are the offsets, spaces not counted, where the label as stored has one (negative ones
    count from the end). Elsewhere a space may stand beside a number, and in a label of four
    syllables and more between pieces of two and more.
    """
    if " " not in text:
        return True
    pieces = text.split(" ")
    total = sum(map(len, pieces))
    offset = 0
    for piece, following in pairwise(pieces):
        offset += len(piece)
        if offset in spaces or offset - total in spaces:
            continue
        if piece[-1:].isdigit() or following[:1].isdigit():
            continue
        if syllable_count < _SPACED_FROM or len(piece) < 2 or len(following) < 2:
            return False
        if not (is_hangul(piece[-1]) and is_hangul(following[0])):
            return False
    return True


def stands_alone(before: str, after: str) -> bool:
    """Whether a term is an eojeol or more, particles aside, and no part of a compound.

    에너지효율 is written together in 선박에너지효율설계지수, however it is written alone. `before` and
    `after` stand beside the term, composed.
    """
    rest = rest_of_eojeol(after, 0)
    return not is_hangul(before[-1:]) and (not rest or _is_long_tail(rest))


@lru_cache(maxsize=4096)
def _is_long_tail(rest: str) -> bool:
    return is_tail(rest, _ACCEPT_FROM)


def _article(text: str, end: int, tail: str) -> tuple[str, str]:
    """The tail of an article's number, and what makes it the number of another one.

    제6조|제2항 is Article 6 with nothing behind it, 제6조의2 is an article of its own.
    """
    if tail == "제" and text[end + 1 : end + 2].isdigit():
        return "", ""
    other = _OTHER_ARTICLE.match(text, end)
    if not other:
        return tail, ""
    rest = rest_of_eojeol(text, other.end())
    whole = rest.startswith("제") or is_tail(rest, _BARE)
    return tail, other.group() + rest if whole else ""


def _covering_word(text: str, start: int, end: int, tail: int) -> str:
    """The first listed word that holds a part of the candidate and reaches beyond it."""
    words = _words()
    if not _open(text, start, end, tail, words):
        return ""
    first = start
    while first > 0 and start - first < _LONGEST_WORD and is_hangul(text[first - 1]):
        first -= 1
    for a in range(first, end):
        for b in range(max(start, a + 1) + 1, min(end + tail, a + _LONGEST_WORD) + 1):
            word = text[a:b]
            if (a < start or b > end) and word in words.words:
                return word
    return ""


def _crossing_noun(text: str, start: int, end: int, tail: int) -> str:
    """The noun over an edge of a candidate that reads better with it (배출|권고); see `ko_nouns`."""
    if not _open(text, start, end, tail, nouns().seams):
        return ""
    first = start
    while first > 0 and start - first < _REACH and is_hangul(text[first - 1]):
        first -= 1
    return crossing_noun(text[first : end + min(tail, _REACH)], start - first, end - first)


def _open(text: str, start: int, end: int, tail: int, seams: Seams) -> bool:
    """Whether a listed word may stand over an edge: most candidates need no further look."""
    return seams.join(text[start - 1 : start + 1]) or (
        tail > 0 and seams.join(text[end - 1 : end + 1])
    )


# --- data -----------------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def _words() -> Seams:
    return seams_of(frozenset(data_lines("ko-words.txt")))


@lru_cache(maxsize=1)
def loans() -> list[list[str]]:
    """The groups of loan spellings: 메탄, 메테인."""
    return data_groups("ko-loans.txt")
