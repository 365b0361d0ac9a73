"""The words at the edges of phrases, of all languages: a text may name things in several."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from khihau.languages import LANGUAGES
from khihau.text.regex import regex

__all__ = ["WORD", "Edges", "edges"]

# A word of letters, however they are composed.
WORD = regex(r"(?:[^\W\d_][\u0300-\u036f]*)+")


class Edges(NamedTuple):
    """Words by what they say of the phrase beside them; each is in the data of its language."""

    small: frozenset[str]
    articles: frozenset[str]
    plurals: frozenset[str]
    ties: frozenset[str]
    additions: frozenset[str]
    possessives: frozenset[str]
    borders: frozenset[str]
    verbs: frozenset[str]
    verb_pairs: frozenset[str]
    countries: frozenset[str]
    offices: frozenset[str]
    negations: frozenset[str]


_NAMES = {"small": "small_words"}


@cache
def edges() -> Edges:
    asked = [language.phrases for language in LANGUAGES.values()]

    def words(name: str) -> frozenset[str]:
        return frozenset().union(*(getattr(one, _NAMES.get(name, name)) for one in asked))

    return Edges(*map(words, Edges._fields))
