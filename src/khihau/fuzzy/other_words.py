"""Whether a word of a title or a name surely means something else than another one."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from khihau.fuzzy.senses import Lexicon, Unit, table_with, units
from khihau.fuzzy.title_gaps import shared
from khihau.fuzzy.tuned import LEAST_STEM
from khihau.fuzzy.words import tokens
from khihau.model import LANGS, LabelLang, Lang
from khihau.text.regex import regex

__all__ = ["are_akin", "are_alike", "are_other", "differ"]

_HAS_DIGIT = regex(r"\d")


def are_other(words: str, right: str, lang: Lang) -> bool:
    """Whether words surely mean something else than the right ones, which a translation may vary.

    They do where all that they mean is known, and where they are a number for another: "Article 9 of
    the Paris Agreement" is no wrong "Adoption of the Paris Agreement".
    """
    one, other = _units(words, lang), _units(right, lang)
    known = frozenset[int]().union(*(unit.senses for unit in other))
    has_number = bool(_HAS_DIGIT.search(right))
    return bool(one) and all(
        unit.senses.isdisjoint(known)
        and (unit.senses or (has_number and _HAS_DIGIT.search(unit.key)))
        for unit in one
    )


def differ(name: str, others: Iterable[str], lang: Lang) -> bool:
    """Whether a name has a word that none of some others has, by form or sense: blue, not green hydrogen.

    A part of another name has none.
    """
    units = [unit for other in others for unit in _units(other, lang)]
    keys = {unit.key for unit in units}
    known = frozenset[int]().union(*(unit.senses for unit in units))
    return any(
        unit.key not in keys and unit.senses.isdisjoint(known) for unit in _units(name, lang)
    )


def are_alike(name: str, other: str, lang: LabelLang) -> bool:
    """Whether two names have a word in common, by form or sense: 산업무역부, 산업통상부."""
    if lang == "mul":
        return False
    right = _units(other, lang)
    keys = {unit.key for unit in right}
    known = frozenset[int]().union(*(unit.senses for unit in right))
    return any(unit.key in keys or not unit.senses.isdisjoint(known) for unit in _units(name, lang))


def _units(text: str, lang: Lang) -> list[Unit]:
    found = units(tokens(text, lang, frozenset()), lang, _lexicon(lang))
    return [unit for unit in found if not unit.weak]


@lru_cache(maxsize=len(LANGS))
def _lexicon(lang: Lang) -> Lexicon:
    return table_with(lang, ())


def are_akin(one: str, other: str) -> bool:
    """Whether two words are one, or one with other endings: coping, cope."""
    same = shared(one, other)
    return one == other or same >= max(LEAST_STEM, min(len(one), len(other)) - 2)
