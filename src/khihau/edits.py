"""Changes to a text: applied together, and Korean particles that agree afterwards (SEMANTICS K)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from khihau.languages.ko_tail import is_tail, particle_pairs
from khihau.model import Edit
from khihau.text.fold import is_hangul

__all__ = ["agreeing", "apply", "particle_edits", "sound"]

Sound = Literal["vowel", "rieul", "consonant"]

_CLOSING = " \t*_~'\"’”」』»》)）]］.,"
_HANGUL_RUN = re.compile("[가-힣]+")
_BEHIND = re.compile("[*_~'\"’”」』»》]*")
_UNIT = re.compile(r"(?<=\d)\s?(?:kg|g|t)$")
_LATIN: dict[str, Sound] = {"L": "rieul", "R": "rieul", "M": "consonant", "N": "consonant"}
_DIGITS: dict[str, Sound] = {
    **dict.fromkeys("2459", "vowel"),
    **dict.fromkeys("178", "rieul"),
    **dict.fromkeys("036", "consonant"),
}


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text with all edits made; their offsets are code points of `text`.

    Raises ValueError where two edits overlap: nothing of the text may be lost.
    """
    parts: list[str] = []
    done = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if edit.start < done:
            raise ValueError(f"two edits overlap at {edit.start}")
        parts += [text[done : edit.start], edit.text]
        done = edit.end
    return "".join((*parts, text[done:]))


def sound(text: str, reading: str | None = None) -> Sound:
    """How a text ends when a Korean reads it aloud; `reading` is how an acronym is said.

    Hangul by its final consonant, Latin by the name of the last letter, digits by the number; what
    stands in a closing bracket is not read.
    """
    word = re.sub(
        r"\s?[(（\[][^()（）\[\]]*[)）\]]\s*$", "", (reading or text).rstrip(_CLOSING[:14])
    )
    word = word.rstrip(_CLOSING)
    if _UNIT.search(word):
        return "consonant"
    last = word[-1:]
    if is_hangul(last):
        final = (ord(last) - 0xAC00) % 28
        return "vowel" if final == 0 else "rieul" if final == 8 else "consonant"
    if last in _DIGITS:
        return _DIGITS[last]
    return _LATIN.get(last.upper(), "vowel")


def agreeing(tail: str, before: Sound) -> str:
    """A particle tail as it must read after a sound; a tail that is no particle stays.

    The copula's 이 is added after a consonant and never taken away; all other pairs go both ways.
    """
    for closed, open_ in _pairs():
        for form in (closed, open_):
            rest = tail[len(form) :]
            if tail.startswith(form) and (not rest or is_tail(rest, 2)) and is_tail(tail, 2):
                copula = (closed, open_) in _copula_pairs()
                if copula and form == closed:
                    return tail
                family = closed.startswith("으로")
                takes_open = before == "vowel" or (family and before == "rieul")
                return (open_ if takes_open else closed) + rest
    return tail


def particle_edits(text: str, end: int, before: Sound) -> list[Edit]:
    """The edit that makes the particle behind `end` agree with a new word before it, if one is due.

    Closing quotes and emphasis may stand between (`'파리협정'을`).
    """
    behind = _BEHIND.match(text, end)
    at = behind.end() if behind else end
    run = _HANGUL_RUN.match(text, at)
    if not run:
        return []
    tail = agreeing(run.group(), before)
    return [] if tail == run.group() else [Edit(at, run.end(), tail)]


@lru_cache(maxsize=1)
def _pairs() -> tuple[tuple[str, str], ...]:
    """All pairs, the longest form first, so that 으로부터 is not read as 으로."""
    pairs = dict.fromkeys((*particle_pairs("case", "auxiliary"), *particle_pairs("copula")))
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair)))


@lru_cache(maxsize=1)
def _copula_pairs() -> frozenset[tuple[str, str]]:
    return frozenset(particle_pairs("copula")) - frozenset(particle_pairs("case", "auxiliary"))
