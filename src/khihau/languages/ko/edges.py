"""Korean edges: whole tails of particles, and the words that cover a term (rules M5, K1 to K4)."""

from __future__ import annotations

from functools import lru_cache

from khihau.languages.candidates import ACCEPT, Candidate, Verdict, reject, undecided
from khihau.languages.capitals import name_heads
from khihau.languages.data import data_lines, data_parts
from khihau.languages.ko import tuned
from khihau.languages.ko.readings import Seams, crossing_noun, nouns, seams_of
from khihau.languages.ko.tails import (
    bound_nouns,
    is_contracted,
    is_tail,
    rest_of_eojeol,
    tail_kind,
)
from khihau.languages.matching import neighbours
from khihau.text.fold import is_hangul
from khihau.text.regex import regex

__all__ = ["act_of", "body_of", "covers", "edges", "stands_alone"]

_LONGEST_WORD = 8
_BARE = 2  # syllables: a tail without the suffixes that only a longer label takes
_LONGEST_HEAD = 5  # syllables: 특별위원회
_NEXT_WORD = 4  # characters behind a tail
_ACT = regex("[가-힣]*?법")
_ARTICLE = regex("[0-9][조항호]$")
_OTHER_ARTICLE = regex("의 ?[0-9]+")
_GENITIVE = regex("[가-힣]의 ")
_ADNOMINAL_FINAL = 8  # ㄹ, by its number: 할, 될, 늘어날
# What a particle follows: a noun, or the end of a bracket or a quotation.
_NOUN_BEFORE = regex(r"(?:[가-힣)\]」』》〉]|[^\s(\[「『《〈][\"'])\Z")


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
    if anchored and (word := _bound_noun(text, start, end + len(tail))):
        return reject("covered", f"“{word}”")
    syllable_count = candidate.term.syllables
    if _GENITIVE.search(candidate.term.text) and not (anchored and is_tail(tail, syllable_count)):
        return reject("covered", "its genitive belongs to a longer name")
    if anchored and (
        tail_kind(tail, _BARE) == "particles"
        or is_contracted(tail, text[end + len(tail) : end + len(tail) + _NEXT_WORD])
    ):
        return ACCEPT
    if syllable_count >= tuned.ACCEPT_FROM and (
        word := _crossing_noun(text, start, end, len(tail))
    ):
        return reject("covered", f"“{word}”")
    if anchored and is_tail(tail, syllable_count):
        return ACCEPT
    # A space that is not the label's own must not join two words: 위기후 | 변화, 거래제 | 3차.
    torn = not anchored and candidate.text.count(" ") > candidate.term.text.count(" ")
    if syllable_count >= tuned.ACCEPT_FROM and not torn:
        return ACCEPT
    rest = f"“{tail}” after it is no particle" if anchored else "it starts inside an eojeol"
    return undecided("undecided", rest)


def covers(text: str, at: int, word: str) -> bool:
    """Whether a word that covers a term is that word where it stands, composed, at an offset.

    Its first part may be a particle of what stands before it: “중앙행정기관”이란 외교부 is no ministry
    of Iran.
    """
    head, space, _ = word.partition(" ")
    follows = space and _NOUN_BEFORE.search(text, max(0, at - 2), at)
    return not (follows and tail_kind(head, _BARE))


def body_of(candidate: Candidate) -> str:
    """The name of a body whose noun follows a candidate in one piece; "" for none."""
    text, end = candidate.folded.text, candidate.end
    if not is_hangul(text[end : end + 1]) or not is_hangul(text[end - 1]):
        return ""
    rest = rest_of_eojeol(text, end)
    heads = (rest[:size] for size in range(min(_LONGEST_HEAD, len(rest)), 1, -1))
    head = next((head for head in heads if head in name_heads("ko")), "")
    return f"{candidate.text}{head}" if head else ""


def act_of(candidate: Candidate) -> str:
    """The name of an act, in one piece, in which a candidate stands: 산림|재난방지|법; "" for none.

    At the head of one it is what the act is about: 탄소중립|기본법.
    """
    text, start, end = candidate.folded.text, candidate.start, candidate.end
    if not all(map(is_hangul, (text[start - 1 : start], text[end - 1], text[end : end + 1]))):
        return ""
    rest = rest_of_eojeol(text, end)
    act = _ACT.match(rest)
    name = f"{candidate.text}{act[0]}" if act else ""
    is_act = act and is_tail(rest[act.end() :], _BARE) and not name.endswith(_methods())
    return name if is_act else ""


def stands_alone(before: str, after: str) -> bool:
    """Whether a term is an eojeol or more, particles aside, and no part of a compound.

    에너지효율 is written together in 선박에너지효율설계지수, however it is written alone. `before` and
    `after` stand beside the term, composed.
    """
    rest = rest_of_eojeol(after, 0)
    return not is_hangul(before[-1:]) and (not rest or _is_long_tail(rest))


@lru_cache(maxsize=1)
def _methods() -> tuple[str, ...]:
    return data_parts("ko", "titles.txt")["no acts"]


@lru_cache(maxsize=4096)
def _is_long_tail(rest: str) -> bool:
    return is_tail(rest, tuned.ACCEPT_FROM)


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


def _bound_noun(text: str, start: int, end: int) -> str:
    """The noun that only grammar knows, with its particle and its verb: 늘어날 수도 있다 names no 수도."""
    verbs = bound_nouns().get(text[start], ())
    before = text[start - 2 : start]
    if not verbs or before[1:] != " " or not is_hangul(before[0]):
        return ""
    if (ord(before[0]) - ord("가")) % 28 != _ADNOMINAL_FINAL:
        return ""
    for verb in verbs:
        particle, found, _ = text[start + 1 : end + 1 + len(verb)].partition(verb)
        if found and tail_kind(particle.removesuffix(" "), _BARE) == "particles":
            return f"{text[start]}{particle}{verb}"
    return ""


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
    """The noun over an edge of a candidate that reads better with it (배출|권고); see `readings`."""
    if not _open(text, start, end, tail, nouns().seams):
        return ""
    first = start
    while first > 0 and start - first < tuned.BESIDE and is_hangul(text[first - 1]):
        first -= 1
    return crossing_noun(text[first : end + min(tail, tuned.BESIDE)], start - first, end - first)


def _open(text: str, start: int, end: int, tail: int, seams: Seams) -> bool:
    """Whether a listed word may stand over an edge: most candidates need no further look."""
    return seams.join(text[start - 1 : start + 1]) or (
        tail > 0 and seams.join(text[end - 1 : end + 1])
    )


# --- data -----------------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def _words() -> Seams:
    return seams_of(frozenset(data_lines("ko", "words.txt")))
