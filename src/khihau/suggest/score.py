"""How near a phrase is to a label: word by word in one language, sense by sense across languages.

Both are a mean of two coverages by weight: how much of the phrase the label explains, and how much
of the label stands in the phrase. So a shared common word, or a part of a long name, is not enough.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from khihau.model import Lang
from khihau.suggest.index import Index, Part, Row, WeightedUnit, tagged, typed
from khihau.suggest.lexicon import Unit, units
from khihau.suggest.words import ANY_NUMBER, strip_marks, tokens

__all__ = ["Likeness", "Query", "likeness", "query_of", "query_of_units"]

_QUERY_SHARE = 0.55  # the phrase counts a little more than the label
_OTHER_MARKS = 0.4  # thuê is not thuế
_NEAR_SENSE = 0.5
_OTHER_LANGUAGE = 0.97
_SAME_SENSE = 0.95  # thay đổi for biến đổi, in the label's own language
_TYPO_FROM = 0.65
_TYPO_LOSS = 0.1

Credits = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Query:
    """A phrase read in one language: its words and units, and the words of the base that each may be.

    `part_credits` and `unit_credits` run parallel to them: key or sense to credit, 0 to 1.
    """

    lang: Lang
    parts: tuple[Part, ...]
    part_credits: tuple[Credits, ...]
    units: tuple[WeightedUnit, ...]
    unit_credits: tuple[Mapping[int, float], ...]


@dataclass(frozen=True, slots=True)
class Likeness:
    """0 to 1, and what each unit (or word, `by_words`) of the phrase contributed."""

    score: float
    query_share: float
    label_share: float
    by_words: bool
    credits: tuple[float, ...]


NOTHING = Likeness(0.0, 0.0, 0.0, False, ())


# --- reading a phrase -----------------------------------------------------------------------------


def query_of(phrase: str, lang: Lang, index: Index) -> Query:
    """A phrase in the language its Latin letters are read as; ASCII Vietnamese is without marks."""
    bare = lang == "vi" and phrase.isascii()
    found = tokens(phrase, lang, index.lexicon.acronyms)
    read = units(found, lang, index.lexicon, bare=bare)
    words = tuple(read) if _is_korean(read) else tuple(found)
    return _query(words, read, "ko" if _is_korean(read) else lang, index, bare)


def query_of_units(read: Sequence[Unit], words: Sequence[Unit], lang: Lang, index: Index) -> Query:
    """A stretch of a text that was read before."""
    return _query(tuple(words), read, lang, index, bare=False)


def _is_korean(read: Sequence[Unit]) -> bool:
    return any("가" <= unit.key[0] <= "힣" for unit in read)


def _query(
    words: Sequence[Unit] | Sequence[object], read: Sequence[Unit], lang: Lang, index: Index, bare: bool
) -> Query:
    parts = index.parts(words, lang)  # type: ignore[arg-type]
    weighted = index.weighted(read, lang)
    return Query(
        lang,
        parts,
        tuple(_part_credits(part.key, lang, index, bare) for part in parts),
        weighted,
        tuple(_unit_credits(unit, lang, index) for unit in weighted),
    )
