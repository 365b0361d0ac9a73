"""The order of names in a list of each language, and the letter that a name stands under."""

from __future__ import annotations

from khihau.languages import LANGUAGES
from khihau.languages.collation import OTHER, SortKey
from khihau.model import Lang

__all__ = ["OTHER", "initial", "sort_key"]


def sort_key(text: str, lang: Lang) -> SortKey:
    """What puts a name in its place in a list of a language."""
    return LANGUAGES[lang].collation.sort_key(text)


def initial(text: str, lang: Lang) -> str:
    """The letter that a name stands under; OTHER where it begins with none."""
    return LANGUAGES[lang].collation.initial(text)
