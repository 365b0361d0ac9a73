"""Which kind of text a document is, where nobody says so: its language, and what shows a genre."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from khihau.documents.segments import main_lang
from khihau.languages import LANGUAGES
from khihau.languages.phrases import Signs
from khihau.model import FALLBACK, Document
from khihau.profiles.table import profile_names
from khihau.profiles.tuned import LEAD, LOOKED_AT, SEVERAL_LINES, SEVERAL_WORDS
from khihau.text.compose import composed
from khihau.text.regex import regex

__all__ = ["Guess", "guessed", "is_whole"]

_NUMBER = "{n}"
_MARKS = " \t#>*_\xa0"  # of headings, quotes and emphasis
_ITEM = regex(r"^(?:[0-9]{1,3}[.)]|\([a-z0-9]{1,3}\))\s+")  # the number of a paragraph
_PRESS = "press"


class Guess(NamedTuple):
    """The name of a profile; `sign` are the words that show it, "" where only the language does."""

    profile: str
    sign: str = ""


def guessed(document: Document) -> Guess:
    """The profile of a document, by the language of most of it and the first genre whose signs it has.

    A text without such signs is press: it is told least.
    """
    lang = main_lang(document.segments) or FALLBACK
    genres = LANGUAGES[lang].phrases.genres
    text = composed(document.text[:LOOKED_AT]).lower()
    lines = [bare for line in text.splitlines() if (bare := _ITEM.sub("", line.strip(_MARKS)))]
    press = genres.get(_PRESS, Signs())
    is_press = _has_word(press.words, text) or any(_tail(press, line) for line in lines)
    for name in () if is_press else profile_names():
        own, _, genre = name.partition("-")
        if own != lang or genre == _PRESS or genre not in genres:
            continue
        sign = _sign(genres[genre], text, lines)
        if not sign and not _has_word(press.questions, text):
            sign = _several(genres[genre], text, lines)
        if sign:
            return Guess(name, sign)
    names = (f"{one}-{_PRESS}" for one in (lang, FALLBACK))  # a language may have no profile yet
    return Guess(next(name for name in names if name in profile_names()))


def is_whole(document: Document, profile: str) -> bool:
    """Whether a document of a profile ends as such texts do: an excerpt does not tell what the rest says."""
    lang, _, genre = profile.partition("-")
    asked = next(one for one in LANGUAGES.values() if one.code == lang)
    ends = asked.phrases.genres.get(genre, Signs()).ends
    text = composed(document.text).lower() if ends else ""
    return not ends or any(end in text for end in ends)


def _sign(signs: Signs, text: str, lines: Sequence[str]) -> str:
    """The words that show a genre by themselves, "" for none."""
    for line in lines:
        if sign := _part(signs.heads, line) or _tail(signs, line):
            return sign
    return next((word for word in signs.lead if word in text[:LEAD]), "")


def _tail(signs: Signs, line: str) -> str:
    return next(filter(line.endswith, signs.tails), "")


def _several(signs: Signs, text: str, lines: Sequence[str]) -> str:
    """One of the words that show a genre where there are several such, "" where they are too few."""
    parts = [part for line in lines if (part := _part(signs.parts, line))]
    if len(parts) >= SEVERAL_LINES:
        return parts[0]
    words = [word for word in signs.words if word in text]
    return words[0] if len(words) >= SEVERAL_WORDS else ""


def _part(parts: Iterable[str], line: str) -> str:
    """What a line begins with, of those lines of which a genre has several."""
    for part in parts:
        before, number, behind = part.partition(_NUMBER)
        if not line.startswith(before):
            continue
        rest = line[len(before) :]
        digits = rest[: len(rest) - len(rest.lstrip("0123456789"))] if number else ""
        if not number or (digits and _goes_on(rest[len(digits) :], behind)):
            return before + digits + behind.partition(_NUMBER)[0]
    return ""


def _goes_on(rest: str, behind: str) -> bool:
    """Whether a line goes on behind its first number as its pattern does, which may have a second one."""
    middle, number, end = behind.partition(_NUMBER)
    if not rest.startswith(middle):
        return False
    return not number or rest[len(middle) :].lstrip("0123456789").startswith(end)


def _has_word(words: Iterable[str], text: str) -> bool:
    return any(word in text for word in words)
