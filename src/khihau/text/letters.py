"""The letters of a text alone: equal ones are the same words, whatever parts them."""

from __future__ import annotations

from khihau.text.fold import fold
from khihau.text.regex import regex

__all__ = ["letters_of", "unspaced"]

_WORD = regex(r"[^\W_]+")


def letters_of(text: str) -> str:
    """The letters and digits of a folded text, one behind another."""
    return "".join(_WORD.findall(fold(text).text))


def unspaced(text: str) -> str:
    """A folded text without its spaces: equal ones differ in case and spacing alone."""
    return fold(text).text.replace(" ", "")
