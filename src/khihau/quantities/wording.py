"""Words of a language as pieces of regular expressions."""

from __future__ import annotations

import re
from collections.abc import Iterable

from khihau.languages import LANGUAGES

__all__ = ["EDGE", "LATIN", "in_any_language", "longest_first", "numbered", "one_of", "written"]

EDGE = r"(?![^\W_])"  # behind a word
LATIN = r"[^\W\d_가-힣]"  # a letter; one of Hangul may begin a particle


def longest_first(words: Iterable[str]) -> list[str]:
    """Words in the order in which they are tried: km vuông before km."""
    return sorted(words, key=len, reverse=True)


def written(word: str) -> str:
    """The expression of a word; where it has a space, one of any kind may stand."""
    return re.escape(word).replace(r"\ ", r"\s")


def numbered(expressions: Iterable[str]) -> str:
    """The expression of any of some others, with a group for each: `lastindex` tells which it was."""
    return "|".join(f"({expression})" for expression in expressions) or "(?!)"


def one_of(words: Iterable[str]) -> str:
    """The expression of any of some words."""
    return "|".join(map(written, longest_first(words))) or "(?!)"


def in_any_language(what: str) -> str:
    """The expression of any word that a language has around digits: a text may quote another one."""
    return one_of(
        word for language in LANGUAGES.values() for word in language.numerals.around(what)
    )
