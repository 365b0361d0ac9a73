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


@cache
def edges() -> Edges:
    asked = [language.phrases for language in LANGUAGES.values()]
    return Edges(
        small=frozenset().union(*(one.small_words for one in asked)),
        articles=frozenset().union(*(one.articles for one in asked)),
        plurals=frozenset().union(*(one.plurals for one in asked)),
        ties=frozenset().union(*(one.ties for one in asked)),
        additions=frozenset().union(*(one.additions for one in asked)),
        possessives=frozenset().union(*(one.possessives for one in asked)),
        borders=frozenset().union(*(one.borders for one in asked)),
        verbs=frozenset().union(*(one.verbs for one in asked)),
        verb_pairs=frozenset().union(*(one.verb_pairs for one in asked)),
        countries=frozenset().union(*(one.countries for one in asked)),
        offices=frozenset().union(*(one.offices for one in asked)),
        negations=frozenset().union(*(one.negations for one in asked)),
    )
