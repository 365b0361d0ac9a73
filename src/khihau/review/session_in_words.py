"""The number of a session in words beside its acronym: the 29th UN climate summit (COP28) (rule C11)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from khihau.languages import language_of
from khihau.languages.session_numbers import placeholder, read, split
from khihau.model import Lang
from khihau.text.regex import either, regex

__all__ = ["Said", "said_after", "said_before"]

_CLAUSE_END = regex(r"[,;:.?!\n]")
_OPENING = regex(r"[\s,(–-]+")


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
