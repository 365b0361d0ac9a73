"""Korean particles that agree with the word before them (rule K6)."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Literal

from khihau.languages.ko.tails import is_tail, particle_pairs
from khihau.model import Edit
from khihau.text.fold import is_hangul
from khihau.text.regex import regex

__all__ = ["agreeing", "is_doubtful", "particle_edits", "sound"]

Sound = Literal["vowel", "rieul", "consonant"]

_MARKS = " \t*_~'\"’”」』»》.,"
_OPENING, _CLOSING = "([（［", ")]）］"
_HANGUL_RUN = regex("[가-힣\u1100-\u11ff]+")
# What may stand between a word and its particle: closing quotes, emphasis, tags, footnote marks.
_BEHIND = regex(r"(?:[*_~'\"’”」』»》]|</[A-Za-z][A-Za-z0-9]*>|\[\^?[^\[\]\s]{1,20}\])*")
# A bracket is not read: the word before it decides (rule K5).
_BRACKET = regex(r"[ \xa0]?[(（][^()（）\n]{1,120}[)）]")
_BOTH_FORMS = regex(r"[(（][가-힣]{1,3}[)）]")  # 을(를)
_APART = regex(r"[ \t\xa0]([가-힣]{1,2})(?![가-힣\w])")

_LATIN: dict[str, Sound] = {"L": "rieul", "R": "rieul", "M": "consonant", "N": "consonant"}
_DIGITS: dict[str, Sound] = {
    **dict.fromkeys("2459", "vowel"),
    **dict.fromkeys("178", "rieul"),
    **dict.fromkeys("036", "consonant"),
}
# Units behind a number, as they are read: 톤, 그램, 피피엠, 줄; 미터, 리터, 와트 and the rest in a vowel.
_UNITS: dict[str, Sound] = {
    **dict.fromkeys(("t", "kt", "Mt", "Gt", "g", "kg", "mg", "ppm"), "consonant"),
    **dict.fromkeys(("J", "kJ", "MJ", "GJ", "TJ", "PJ", "EJ", "dB"), "rieul"),
    **dict.fromkeys(("m", "mm", "cm", "km", "L", "mL", "kL", "nm"), "vowel"),
}
_UNIT = regex(rf"[0-9]\s?({'|'.join(sorted(_UNITS, key=len, reverse=True))})")

# 이 and 가, 은 and 는, 을 and 를 end an eojeol: 이의 and 가도 are other words.
_LAST = frozenset(("이", "은", "을"))
# Particle or copula by their form, but nearly always the copula, whose 이 may stay after a vowel.
_MOSTLY_COPULA = frozenset((("이며", "며"), ("이거나", "거나")))
_CONTRACTED = ("으론", "론")  # only this way round: 론 may be the noun 論
_DOUBTFUL = frozenset(("론", "건"))  # a noun (論, 件), or a particle that lacks its first syllable


# --- how a word ends ------------------------------------------------------------------------------


def sound(text: str, reading: str | None = None) -> Sound:
    """How a text ends when a Korean reads it aloud; `reading` is how the letters of an acronym are.

    Hangul by its final consonant, Latin by the name of the last letter, digits by the number; what
    stands in a closing bracket is not read.
    """
    word = _spoken(unicodedata.normalize("NFKC", text))
    if reading and not word[-1:].isdigit():
        word = _spoken(reading)
    last = word[-1:]
    if is_hangul(last):
        final = (ord(last) - 0xAC00) % 28
        return "vowel" if final == 0 else "rieul" if final == 8 else "consonant"
    unit = _UNIT.search(word, max(0, len(word) - 6))
    if unit and unit.end() == len(word):
        return _UNITS[unit[1]]
    return _DIGITS.get(last) or _latin_sound(word)


def _spoken(text: str) -> str:
    """A text without closing marks, and without the bracket that ends it."""
    word = text.rstrip(_MARKS)
    if word[-1:] in _CLOSING:
        depth = 0
        for at in range(len(word) - 1, -1, -1):
            depth += (word[at] in _CLOSING) - (word[at] in _OPENING)
            if not depth:
                # A bracket that is the whole text is read.
                return word[:at].rstrip(_MARKS) or word.strip(_MARKS + _OPENING + _CLOSING)
    return word.rstrip(_MARKS + _CLOSING)


def _latin_sound(word: str) -> Sound:
    """By the name of the last letter; of a word that is read as one, -r ends open and -ng closed."""
    last = word[-1:]
    if last == "r":
        return "vowel"
    if word.endswith("ng"):
        return "consonant"
    return _LATIN.get(last.upper(), "vowel")


# --- particles ------------------------------------------------------------------------------------


def agreeing(tail: str, before: Sound) -> str:
    """A particle tail as it must read after a sound; a tail that is no particle stays.

    The copula's 이 is added after a consonant and never taken away; all other pairs go both ways.
    """
    composed = unicodedata.normalize("NFC", tail)
    if composed != tail:
        agreed = agreeing(composed, before)
        return tail if agreed == composed else unicodedata.normalize("NFD", agreed)
    if tail in _DOUBTFUL or not is_tail(tail, 2):
        return tail
    for pair in _pairs():
        for form in pair:
            rest = tail[len(form) :]
            if tail.startswith(form) and _may_follow(rest, pair):
                return _chosen(form, pair, before) + rest
    return tail


def particle_edits(text: str, end: int, before: Sound) -> list[Edit]:
    """The edit that makes the particle behind `end` agree with a new word before it, if one is due.

    Closing quotes and emphasis may stand between (`'파리협정'을`).
    """
    run = _run_behind(text, end)
    if not run or _BOTH_FORMS.match(text, run.end()):
        return []
    tail = agreeing(run.group(), before)
    return [] if tail == run.group() else [Edit(run.start(), run.end(), tail)]


def is_doubtful(text: str, end: int, before: Sound) -> bool:
    """Whether no one can be sure that what follows `end` agrees with a new word before it.

    That is a particle that stands apart, and a tail that may be a particle or a noun (MRV론).
    """
    run = _run_behind(text, end)
    if run:
        return before != "vowel" and unicodedata.normalize("NFC", run.group()) in _DOUBTFUL
    apart = _APART.match(text, end)
    return apart is not None and agreeing(apart[1], before) != apart[1]


def _run_behind(text: str, end: int) -> re.Match[str] | None:
    at = _past(_BEHIND, text, end)
    bracket = _past(_BRACKET, text, at)
    return _HANGUL_RUN.match(text, at if bracket == at else _past(_BEHIND, text, bracket))


def _past(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at


def _may_follow(rest: str, pair: tuple[str, str]) -> bool:
    if pair[0] in _LAST:
        return rest in ("", "요")
    return not rest or is_tail(rest, 2)


def _chosen(form: str, pair: tuple[str, str], before: Sound) -> str:
    """The form of a pair that goes with a sound, where `form` is the one that is written."""
    closed, open_ = pair
    takes_open = before == "vowel" or (closed.startswith("으") and before == "rieul")
    # 이에요 is no longer right after a vowel, unlike 이다, 이었다.
    keeps = pair in _copula_pairs() and not (closed.endswith("요") and closed != "이" + open_)
    if form == closed and keeps:
        return form
    if not takes_open and pair == _CONTRACTED:
        return form
    return open_ if takes_open else closed


@lru_cache(maxsize=1)
def _pairs() -> tuple[tuple[str, str], ...]:
    """All pairs, the longest form first, so that 으로부터 is not read as 으로."""
    pairs = dict.fromkeys((*particle_pairs("case", "auxiliary"), *particle_pairs("copula")))
    pairs[_CONTRACTED] = None
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair)))


@lru_cache(maxsize=1)
def _copula_pairs() -> frozenset[tuple[str, str]]:
    particles = frozenset(particle_pairs("case", "auxiliary"))
    return (frozenset(particle_pairs("copula")) - particles) | _MOSTLY_COPULA
