"""The words of a phrase in one language, each with the key that equal words share.

Tokens are compared by key: a Vietnamese syllable in one spelling, an English stem, a Korean eojeol
as it stands. Offsets are code points into the original phrase, half-open.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from khihau.languages.data import data_groups
from khihau.languages.en.spelling import stem
from khihau.languages.ko.tails import is_tail
from khihau.languages.vi.spelling import canonical
from khihau.model import Lang
from khihau.text.fold import Folded, fold, is_hangul
from khihau.text.regex import regex

__all__ = [
    "ANY_NUMBER",
    "Token",
    "function_words",
    "is_korean",
    "jamo",
    "squeezed",
    "strip_marks",
    "table_section",
    "tokens",
]

ANY_NUMBER = "=#"  # the key of `{n}` in a label
_NUMBER = regex(r"(\d+(?:[.,/]\d+)*)(?:st|nd|rd|th)?")
_PLACEHOLDER = regex(r"\{n(?::ordinal)?\}")
_WORD = regex(r"§|\d+(?:[.,/]\d+)*(?:st|nd|rd|th)?(?![^\W_가-힣])|[가-힣]+|[^\W_가-힣]+\+*")
_LONG_TERM = 3  # syllables: an acronym takes every suffix
_GLUED = regex(r"([^\W\d_]+)(\d+)")
_IY = regex("(qu|[bcdđhklmnprstvx])y([\u0300-\u0323]?)")


class Token(NamedTuple):
    """A word: `key` is what equal words share; keys that begin with "=" belong to no language."""

    start: int
    end: int
    key: str


def tokens(text: str, lang: Lang, acronyms: frozenset[str]) -> list[Token]:
    """The words of a text whose Latin letters are read as `lang`; Hangul runs stay whole.

    `acronyms` are the folded shared acronyms of the base: they and numbers get the same key in
    every language.
    """
    folded = fold(_PLACEHOLDER.sub("§", text) if "{" in text else text)
    found: list[Token] = []
    for word in _WORD.finditer(folded.text):
        glued = bool(found) and found[-1].end == word.start()
        if not (glued and is_tail(word.group(), _LONG_TERM)):  # NDC를
            at = word.start()
            parts = _split(word.group(), lang, acronyms)
            found += [Token(at + start, at + end, key) for start, end, key in parts]
    if lang == "vi":
        found = _joined_loans(_written_out(found))
    if folded.folded_starts:
        found = [_placed(token, folded) for token in found]
    return found


@lru_cache(maxsize=65536)
def _split(word: str, lang: Lang, acronyms: frozenset[str]) -> tuple[tuple[int, int, str], ...]:
    """The (start, end, key) of the tokens of a folded word; only COP29 and its like have two."""
    end = len(word)
    number = _NUMBER.fullmatch(word)
    if word == "§":
        return ((0, end, ANY_NUMBER),)
    if number:
        return ((0, end, "=" + number[1].replace(",", ".")),)
    if word in acronyms:
        return ((0, end, "=" + word),)
    glued = _GLUED.fullmatch(word)
    if glued and glued[1] in acronyms:
        middle = len(glued[1])
        return ((0, middle, "=" + glued[1]), (middle, end, "=" + glued[2]))
    if word.endswith("s") and word[:-1] in acronyms:
        return ((0, end, "=" + word[:-1]),)
    if is_hangul(word[0]):
        return ((0, end, word),)
    return ((0, end, syllable(word) if lang == "vi" else stem(word)),)


def _placed(token: Token, folded: Folded) -> Token:
    start, end = folded.source_span(token.start, token.end)
    return Token(start, end, token.key)


@lru_cache(maxsize=65536)
def syllable(word: str) -> str:
    """A folded Vietnamese syllable in one spelling: new tone placement, i after one consonant."""
    decomposed = unicodedata.normalize("NFD", canonical(word))
    respelled = _IY.fullmatch(decomposed)
    if respelled and respelled[1] != "qu":
        return unicodedata.normalize("NFC", f"{respelled[1]}i{respelled[2]}")
    return unicodedata.normalize("NFC", decomposed)


def _joined_loans(found: Sequence[Token]) -> list[Token]:
    """Every spelling of a loan word as one token (các-bon, các bon, carbon)."""
    loans = _loans()
    joined: list[Token] = []
    at = 0
    while at < len(found):
        for count in (3, 2, 1):
            run = found[at : at + count]
            key = loans.get(" ".join(token.key for token in run)) if len(run) == count else None
            if key:
                joined.append(Token(run[0].start, run[-1].end, key))
                at += count
                break
        else:
            joined.append(found[at])
            at += 1
    return joined


def _written_out(found: Sequence[Token]) -> list[Token]:
    """Vietnamese abbreviations as the words that they stand for, each with the whole span."""
    known = _abbreviations()
    return [
        Token(token.start, token.end, key)
        for token in found
        for key in known.get(token.key, (token.key,))
    ]


@lru_cache(maxsize=1)
def _abbreviations() -> dict[str, tuple[str, ...]]:
    pairs = (row.partition(" = ") for row in table_section("="))
    return {short: tuple(map(syllable, full.split())) for short, _, full in pairs}


@lru_cache(maxsize=3)
def function_words(lang: Lang) -> frozenset[str]:
    """The words that hold a phrase together: they weigh little, and no full form begins with one."""
    row = next(row for row in table_section(":") if row.startswith(f"{lang} : "))
    return frozenset(row.split()[2:])


@lru_cache(maxsize=4)
def table_section(sign: str) -> tuple[str, ...]:
    """The rows of `senses.txt` with that sign: "|" senses, "~" near ones, "=" abbreviations, ":"."""
    lines = Path(__file__).with_name("senses.txt").read_text("utf-8").splitlines()
    return tuple(line for line in lines if not line.startswith("#") and f" {sign} " in line)


@lru_cache(maxsize=1)
def _loans() -> dict[str, str]:
    loans: dict[str, str] = {}
    for group in data_groups("vi", "loans.txt"):
        forms = [" ".join(map(syllable, fold(form).text.split())) for form in group]
        key = next((form for form in forms if form.isascii() and " " not in form), forms[0])
        loans.update(dict.fromkeys(forms, key))
        loans.update(dict.fromkeys(map(strip_marks, forms), key))
    return loans


@lru_cache(maxsize=65536)
def strip_marks(text: str) -> str:
    """Vietnamese as typed on a keyboard without marks: "đóng góp" to "dong gop"."""
    decomposed = unicodedata.normalize("NFD", text)
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return unicodedata.normalize("NFC", bare.replace("đ", "d").replace("Đ", "D"))


@lru_cache(maxsize=65536)
def jamo(text: str) -> str:
    """Korean by single letters, so that one wrong key is one edit."""
    return unicodedata.normalize("NFD", text)


def is_korean(key: str) -> bool:
    """Whether a key is that of a Korean word."""
    return is_hangul(key[0])


def squeezed(text: str) -> str:
    """A phrase without spaces and signs: equal ones are the same phrase but for spacing."""
    return "".join(re.findall(r"[^\W_]|\+", fold(text).text))
