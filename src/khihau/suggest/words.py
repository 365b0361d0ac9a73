"""The words of a phrase in one language, each with the key that equal words share.

Tokens are compared by key: a Vietnamese syllable in one spelling, an English stem, a Korean eojeol
as it stands. Offsets are code points into the original phrase, half-open.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from khihau.languages import vi
from khihau.languages.base import data_groups
from khihau.model import Lang
from khihau.text.fold import Folded, fold, is_hangul

__all__ = ["ANY_NUMBER", "FUNCTION_WORDS", "Token", "jamo", "squeezed", "strip_marks", "tokens"]

ANY_NUMBER = "=#"  # the key of `{n}` in a label
_NUMBER = re.compile(r"(\d+(?:[.,/]\d+)*)(?:st|nd|rd|th)?")
_PLACEHOLDER = re.compile(r"\{n(?::ordinal)?\}")
_WORD = re.compile(r"§|\d+(?:[.,/]\d+)*(?:st|nd|rd|th)?(?![^\W_가-힣])|[가-힣]+|[^\W_가-힣]+\+*")
_GLUED = re.compile(r"([^\W\d_]+)(\d+)")
_IY = re.compile("(qu|[bcdđhklmnprstvx])y([\u0300-\u0323]?)")
_IZE = re.compile("(?<=[a-z]{3}i)z(?=e|ing|ation)")
_RESPELLED = {"programme": "program", "centre": "center", "harbour": "harbor", "labour": "labor"}

# Words that hold a phrase together: they weigh little, and no full form begins with one.
FUNCTION_WORDS: Mapping[Lang, frozenset[str]] = {
    "vi": frozenset(
        "và của về cho các những trong từ với do được bằng để theo như là tại ở đối vì rằng đã đang sẽ "
        "việc sự có này đó một cũng thì mà hoặc hay đến vào trên giữa qua thông nhằm lần thứ "
        "ông bà bị còn khi nếu tới ra".split()
    ),
    "en": frozenset(
        "the a an of on for and to in by with from at under as or its their his her our this that be is "
        "are was were been has have had it which plu".split()
    ),
    "ko": frozenset("및 제 차 등 위한 위해 대한 관한 통한 통해 따른 과 와 의 그 이 각 더 또는 약".split()),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Token:
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
        found += _split(word.group(), word.start(), lang, acronyms)
    if lang == "vi":
        found = _joined_loans(found)
    return [_placed(token, folded) for token in found]


def _split(word: str, start: int, lang: Lang, acronyms: frozenset[str]) -> list[Token]:
    end = start + len(word)
    number = _NUMBER.fullmatch(word)
    if word == "§":
        return [Token(start, end, ANY_NUMBER)]
    if number:
        return [Token(start, end, "=" + number[1].replace(",", "."))]
    if word in acronyms:
        return [Token(start, end, "=" + word)]
    glued = _GLUED.fullmatch(word)
    if glued and glued[1] in acronyms:
        middle = start + len(glued[1])
        return [Token(start, middle, "=" + glued[1]), Token(middle, end, "=" + glued[2])]
    if word.endswith("s") and word[:-1] in acronyms:
        return [Token(start, end, "=" + word[:-1])]
    if is_hangul(word[0]):
        return [Token(start, end, word)]
    return [Token(start, end, syllable(word) if lang == "vi" else stem(word))]


def _placed(token: Token, folded: Folded) -> Token:
    start, end = folded.source_span(token.start, token.end)
    return Token(start, end, token.key)


@lru_cache(maxsize=65536)
def syllable(word: str) -> str:
    """A folded Vietnamese syllable in one spelling: new tone placement, i after one consonant."""
    decomposed = unicodedata.normalize("NFD", vi.canonical(word))
    respelled = _IY.fullmatch(decomposed)
    if respelled and respelled[1] != "qu":
        return unicodedata.normalize("NFC", f"{respelled[1]}i{respelled[2]}")
    return unicodedata.normalize("NFC", decomposed)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A folded English word without its plural, in British spelling but for -or, -er, -am."""
    word = _RESPELLED.get(word, word)
    word = _IZE.sub("s", word)
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


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


@lru_cache(maxsize=1)
def _loans() -> dict[str, str]:
    loans: dict[str, str] = {}
    for group in data_groups("vi-loans.txt"):
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


def squeezed(text: str) -> str:
    """A phrase without spaces and signs: equal ones are the same phrase but for spacing."""
    return "".join(re.findall(r"[^\W_]|\+", fold(text).text))
