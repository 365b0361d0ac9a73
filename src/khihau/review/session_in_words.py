"""The words beside the acronym of a session (rule C11): its number (the 29th UN climate summit (COP28)),
and what conference it is one of (the climate conference COP15).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from khihau.languages import language_of
from khihau.languages.session_numbers import placeholder, read, split
from khihau.model import Lang
from khihau.review import tuned
from khihau.text.fold import fold
from khihau.text.regex import either, regex

__all__ = ["Said", "is_called", "other_number", "said_after", "said_before"]

_CLAUSE_END = regex(r"[,;:.?!\n]")
_OPENING = regex(r"[\s,(–-]+")
_WORD = regex(r"[^\W\d_]+")
_SIGN = regex(r"[^\w\s,()]")


class Said(NamedTuple):
    """A number in words, at offsets of a folded text."""

    start: int
    end: int
    number: int


def said_before(text: str, lang: Lang | None) -> Iterator[Said]:
    """The number of the phrase before a bracket that holds the session: the 29th … summit (COP28)."""
    numbered = _numbered(lang)
    if not lang or not numbered or not text.rstrip().endswith("("):
        return
    start = max((end.end() for end in _CLAUSE_END.finditer(text)), default=0)
    found = [*numbered.finditer(text.lower(), start)][-1:]
    if found and _meeting(lang).search(text.lower(), start):
        yield _said(found[0], lang)


def said_after(text: str, lang: Lang | None) -> Iterator[Said]:
    """That of a phrase which says once more what the session is: COP28, the 29th session."""
    numbered, opening = _numbered(lang), _OPENING.match(text)
    if not lang or not numbered or not opening or not set(opening.group()) & set(",("):
        return
    end = _CLAUSE_END.search(text, opening.end())
    phrase = text[: end.start() if end else len(text)].partition(")")[0].lower()
    found = numbered.search(phrase, opening.end())
    meeting = _meeting(lang).search(phrase, opening.end())
    if found and meeting and min(found.start(), meeting.start()) - opening.end() <= len("the "):
        yield _said(found, lang)


def other_number(text: str, lang: Lang | None, number: int) -> Said | None:
    """Another number than the one told, where folded text goes on with the session that took a decision.

    "of the Conference of the Parties, at its sixteenth session": before it stand only the words of
    `session-words.txt` for that.
    """
    numbered = _numbered(lang)
    found = numbered.search(text, 0, tuned.BESIDE_SESSION) if numbered else None
    if not lang or not found:
        return None
    words = language_of(lang).ordinals.session_words
    known = words.decided | words.between | words.ties
    before, beside = text[: found.start()], tuned.MEETING_BESIDE
    is_session = _meeting(lang).search(text, max(0, found.start() - beside), found.end() + beside)
    is_clear = not _SIGN.search(before)
    between = _WORD.findall(_meeting(lang).sub(" ", before))
    said = _said(found, lang)
    is_other = bool(is_session) and is_clear and said.number != number
    return said if is_other and all(word in known for word in between) else None


def is_called(before: str, after: str, lang: Lang | None) -> bool:
    """Whether the words right beside a session say what its conference is about, as folded text.

    Before it they end with a word for a meeting and one for the subject, in either order; behind it
    only such words stand before that of the subject: COP15 climate summit.
    """
    words = language_of(lang).ordinals.session_words
    if not lang or not words.subject:
        return False
    start = max((end.end() for end in _CLAUSE_END.finditer(before)), default=0)
    phrase = [word.start() for word in _WORD.finditer(before, start)][-tuned.WORDS_OF_A_NAME :]
    if phrase:
        last = phrase[-tuned.WORDS_AT_ITS_END :][0]
        found = [one.search(before, phrase[0]) for one in (_meeting(lang), _subject(lang))]
        ends = [one.search(before, last) for one in (_meeting(lang), _subject(lang))]
        if all(found) and any(ends):
            return True
    subject = _subject(lang).search(after)
    between = _WORD.findall(_meeting(lang).sub(" ", after[: subject.start()])) if subject else []
    is_near = bool(subject) and not _CLAUSE_END.search(after, 0, subject.start() if subject else 0)
    return is_near and all(word in words.between for word in between)


def _said(found: re.Match[str], lang: Lang) -> Said:
    return Said(found.start(), found.end(), read(lang, found[1]))


@lru_cache(maxsize=8)
def _numbered(lang: Lang | None) -> re.Pattern[str] | None:
    """The number of a session in words; None for a language of which no shape is known."""
    if not lang:
        return None
    for shape in language_of(lang).ordinals.session_words.numbered:
        before, mark, after = split(shape)
        number = placeholder(lang, mark)
        return re.compile(rf"(?<![0-9]){re.escape(before)}{number}{re.escape(after)}")
    return None


@lru_cache(maxsize=8)
def _meeting(lang: Lang) -> re.Pattern[str]:
    return re.compile(either(language_of(lang).ordinals.session_words.meetings))


@lru_cache(maxsize=8)
def _subject(lang: Lang) -> re.Pattern[str]:
    words = language_of(lang).ordinals.session_words.subject
    return re.compile(either(fold(word).text for word in words))
