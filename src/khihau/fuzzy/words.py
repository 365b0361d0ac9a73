"""The words of a phrase, each with the key that equal words share.

Offsets are code points into the original phrase, half-open.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from khihau.languages import LANGUAGES
from khihau.languages.words import Token
from khihau.model import LANGS, LabelLang, Lang
from khihau.text.fold import Folded, fold
from khihau.text.regex import regex

__all__ = ["ANY_NUMBER", "international", "parted", "squeezed", "tagged", "tokens", "words_of"]

ANY_NUMBER = "=#"  # the key of `{n}` in a label
_NUMBER = regex(r"(\d+(?:[.,/]\d+)*)(?:st|nd|rd|th)?")
_PLACEHOLDER = regex(r"\{n(?::ordinal)?\}")
_WORD = regex(r"§|\d+(?:[.,/]\d+)*(?:st|nd|rd|th)?(?![^\W_가-힣])|[가-힣]+|[^\W_가-힣]+\+*")
_CODES: Mapping[str, Lang] = {lang: lang for lang in LANGS}
_GLUED = regex(r"([^\W\d_]+)(\d+)")


def tokens(text: str, lang: Lang, acronyms: frozenset[str]) -> Sequence[Token]:
    """The words of a text in a language; what stands in another script is of another one.

    `acronyms` are the folded shared acronyms of the base: they and numbers get the same key in
    every language.
    """
    folded = fold(_PLACEHOLDER.sub("§", text) if "{" in text else text)
    found: list[Token] = []
    for word in _WORD.finditer(folded.text):
        own = _language_of(word.group()[0], lang)
        glued = bool(found) and found[-1].end == word.start()
        if not (glued and LANGUAGES[own].words.is_ending(word.group())):  # NDC를
            at = word.start()
            parts = _split(word.group(), own, acronyms)
            found += [Token(at + start, at + end, key, of) for start, end, key, of in parts]
    words = LANGUAGES[lang].words.reread(found)
    if folded.folded_starts:
        words = [_placed(token, folded) for token in words]
    return words


def words_of(text: str, lang: Lang) -> Sequence[Token]:
    """The words of a text, by what one slip spoils; letter by letter where no spaces part words."""
    if LANGUAGES[lang].words.spaced:
        return tokens(text, lang, frozenset())
    folded = fold(text)
    return [
        Token(*folded.source_span(at, at + 1), letter, lang)
        for at, letter in enumerate(folded.text)
        if letter.isalnum()
    ]


def tagged(key: str, lang: LabelLang) -> str:
    """The key of a word among those of all languages: "vi:khí", "=ndc"."""
    return key if lang == "mul" else f"{lang}:{key}"


def parted(key: str) -> tuple[LabelLang, str]:
    """The language and the word of a tagged key."""
    lang, mark, word = key.partition(":")
    return (_CODES[lang], word) if mark else ("mul", key)


@lru_cache(maxsize=1)
def international() -> Lang:
    """The language that texts of all others have names of, and whose words stand in acronyms."""
    return next(lang for lang in LANGS if LANGUAGES[lang].words.international)


@lru_cache(maxsize=4096)
def _language_of(letter: str, lang: Lang) -> Lang:
    """The language of a word in a text of another one: Latin words in a Korean text are English."""
    writers = [
        one for one in (lang, international(), *LANGS) if LANGUAGES[one].words.writes(letter)
    ]
    return writers[0] if writers else lang


@lru_cache(maxsize=65536)
def _split(word: str, lang: Lang, acronyms: frozenset[str]) -> tuple[Token, ...]:
    """The tokens of a folded word, by offsets into it; only COP29 and its like have two."""
    end = len(word)
    number = _NUMBER.fullmatch(word)
    if word == "§":
        return (Token(0, end, ANY_NUMBER, "mul"),)
    if number:
        return (Token(0, end, "=" + number[1].replace(",", "."), "mul"),)
    if word in acronyms:
        return (Token(0, end, "=" + word, "mul"),)
    glued = _GLUED.fullmatch(word)
    if glued and glued[1] in acronyms:
        middle = len(glued[1])
        return (
            Token(0, middle, "=" + glued[1], "mul"),
            Token(middle, end, "=" + glued[2], "mul"),
        )
    if word.endswith("s") and word[:-1] in acronyms:
        return (Token(0, end, "=" + word[:-1], "mul"),)
    return (Token(0, end, LANGUAGES[lang].words.key(word), lang),)


def _placed(token: Token, folded: Folded) -> Token:
    start, end = folded.source_span(token.start, token.end)
    return token._replace(start=start, end=end)


def squeezed(text: str) -> str:
    """A phrase without spaces and signs: equal ones are the same phrase but for spacing."""
    return "".join(re.findall(r"[^\W_]|\+", fold(text).text))
