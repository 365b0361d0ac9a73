"""What a text says of a session right beside its number: a place, a year, the number once more (rule C11).

A fact is read only where nothing but the words of `session-words.txt`, numbers and signs stand
between it and the session: "since COP26 in Glasgow, … in Dubai" says nothing of COP26 and Dubai.
"""

from __future__ import annotations

from khihau.languages import language_of
from khihau.model import Lang
from khihau.review.session_before import places_and_years_before
from khihau.review.session_behind import places_and_years_behind
from khihau.review.session_in_words import Said, said_after, said_before
from khihau.review.session_readings import Fact, Known, tokens
from khihau.text.fold import fold
from khihau.text.regex import regex

__all__ = ["facts_after", "facts_before", "is_about"]

_WORD = regex(r"[^\W\d_]+")


def facts_after(text: str, lang: Lang | None, known: Known, *, is_bracketed: bool) -> list[Fact]:
    """The facts at the start of what follows a session; `is_bracketed`: a bracket opens before it."""
    folded = fold(text, keep_case=True)
    words = language_of(lang).ordinals.session_words
    read = tokens(folded.text, known)
    found = [
        *places_and_years_behind(read, words, is_bracketed=is_bracketed),
        *(_in_words(one) for one in said_after(folded.text, lang)),
    ]
    return [_placed(one, folded.source_span(one.start, one.end)) for one in found]


def facts_before(text: str, after: str, lang: Lang | None, known: Known) -> list[Fact]:
    """The facts at the end of what stands before a session; `after` is what follows it."""
    folded = fold(text, keep_case=True)
    behind = fold(after, keep_case=True).text
    found = [
        *places_and_years_before(folded.text, behind, lang, known),
        *(_in_words(one) for one in said_before(folded.text, lang)),
    ]
    return [_placed(one, folded.source_span(one.start, one.end)) for one in found]


def is_about(text: str, lang: Lang | None) -> bool:
    """Whether what stands before a session says that some other event is about it: talks for COP29."""
    folded = fold(text).text
    words = _WORD.findall(folded)
    toward = language_of(lang).ordinals.session_words.toward
    return bool(words) and words[-1] in toward


def _in_words(said: Said) -> Fact:
    return Fact("number", said.start, said.end, frozenset((said.number,)))


def _placed(fact: Fact, span: tuple[int, int]) -> Fact:
    return fact._replace(start=span[0], end=span[1])
