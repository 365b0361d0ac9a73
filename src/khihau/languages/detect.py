"""Which of the languages a stretch of text is in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from khihau.languages import LANGUAGES, tuned
from khihau.model import LANGS, Lang
from khihau.text.regex import regex

__all__ = ["DETECTED", "detect"]

_LOWER_WORD = regex("[A-Za-z]?[a-z]{2}|\\b[a-z]\\b")
_LATIN = regex("[A-Za-z]+")
_WORD = regex(r"[^\W\d_]+")

# The languages that the words of a text tell; one in another language looks like one of them.
DETECTED: frozenset[Lang] = frozenset(
    lang
    for lang in LANGS
    if LANGUAGES[lang].script or LANGUAGES[lang].letters or LANGUAGES[lang].is_plain_latin
)


class _Letters(NamedTuple):
    """Letters that no other language has."""

    lang: Lang
    pattern: re.Pattern[str]


class _Signs(NamedTuple):
    """What the languages say of their letters; `first` is the first letter of all scripts."""

    scripts: tuple[_Letters, ...]
    first: str
    latin: tuple[_Letters, ...]
    plain: Lang | None


@cache
def _signs() -> _Signs:
    told = [(lang, LANGUAGES[lang]) for lang in LANGS]
    return _Signs(
        tuple(_Letters(lang, regex(f"[{one.script}]")) for lang, one in told if one.script),
        min((one.script[0] for _, one in told if one.script), default="\U0010ffff"),
        tuple(_Letters(lang, regex(f"[{one.letters}]")) for lang, one in told if one.letters),
        next((lang for lang, one in told if one.is_plain_latin), None),
    )


def detect(text: str) -> Lang | None:
    """The language of a segment, None when its words do not tell: acronyms, numbers, one name.

    A script that only it has makes it Korean, unless Latin letters outweigh it by far; letters that
    only Vietnamese has, or two marked syllables, make it Vietnamese ("El Niño" and "São" alone do
    not, nor do the names in an English sentence, since its small words far outnumber the marked ones
    that are no names); other Latin text is English. A language that says nothing of its letters is
    never found.
    """
    text, signs = text[: 2 * tuned.ENOUGH], _signs()
    if text.isascii():
        return signs.plain if _LOWER_WORD.search(text) else None
    text = unicodedata.normalize("NFC", text)[: tuned.ENOUGH]
    script: _Letters | None = None
    count = latin = 0
    if max(text) < signs.first:
        for letters in signs.latin:
            if len(letters.pattern.findall(text)) * tuned.DENSE >= len(text):
                return letters.lang
    else:
        count, script = _most(text, signs.scripts)
        latin = sum(map(len, _LATIN.findall(text))) if script else 0
        if script and count * tuned.OUTWEIGHED >= latin:
            return script.lang
    words = _WORD.findall(text)
    marked = [word for word in words if not word.isascii()]
    if script:
        marked = [word for word in marked if not script.pattern.search(word)]
    plain = [word for word in words if word.isascii() and not _is_acronym(word)]
    for letters in signs.latin:
        if _is_of(letters, marked, plain, signs.plain):
            return letters.lang
    if script and count * tuned.DROWNED >= latin:
        return script.lang
    all_words = len(plain) + len(marked)
    return signs.plain if all_words > tuned.FEW or (plain and not marked) else None


def _most(text: str, scripts: Sequence[_Letters]) -> tuple[int, _Letters | None]:
    """The script of which a text has the most letters, and how many; None where it has none."""
    counts = [(len(script.pattern.findall(text)), script) for script in scripts]
    count, script = max(counts, key=lambda one: one[0], default=(0, None))
    return count, script if count else None


def _is_acronym(word: str) -> bool:
    return word.isupper() and len(word) > 1


def _is_of(
    letters: _Letters, marked: Sequence[str], plain: Sequence[str], other: Lang | None
) -> bool:
    """Whether words with marks and without are of a language, and not of the `other` without marks."""
    if not marked or len(marked) * tuned.SHARE < len(plain) + len(marked):
        return False
    language = LANGUAGES[letters.lang]
    lower = [word.lower() for word in marked]
    if not any(map(letters.pattern.search, lower)) and sum(map(language.may_be_word, lower)) < 2:
        return False
    common = sum(word[0].islower() for word in marked)
    small = sum(map(LANGUAGES[other].telling_words.__contains__, plain)) if other else 0
    # Beside marked words that are all names, those without marks must be of the language too.
    return small <= tuned.SMALL * common and bool(
        common or all(language.may_be_word(word) for word in plain if word.islower())
    )
