"""How much of a name words have: the words of both, held against each other."""

from __future__ import annotations

import unicodedata

from khihau.languages import language_of
from khihau.languages.en.spelling import stem
from khihau.ledger.definitions.edges import WORD, edges
from khihau.ledger.definitions.tuned import SAME_NAME
from khihau.model import LabelLang
from khihau.text.compose import composed
from khihau.text.fold import HANGUL

__all__ = ["ends_like", "head_of", "shares_name", "units_of", "without_ties"]


def units_of(text: str) -> set[str]:
    """The words of a stretch, function words left out; of Hangul each pair of syllables.

    English ones come without their plural.
    """
    words = WORD.findall(unicodedata.normalize("NFC", text).lower())
    pairs = (word[i : i + 2] for word in words for i in range(len(word)) if HANGUL.match(word))
    small = edges().small
    latin = (stem(word) for word in words if word not in small and not HANGUL.match(word))
    return {*latin, *(pair for pair in pairs if len(pair) == 2)}


def without_ties(units: set[str]) -> set[str]:
    """The words that say something: no prepositions, articles and the like."""
    known = edges()
    return units - known.ties - known.borders - known.articles


def shares_name(words: str, name: str, share: float = SAME_NAME) -> bool:
    """Whether words have so much of a name that they try to be it."""
    units = units_of(name)
    return len(units & units_of(words)) >= share * len(units)


def ends_like(before: str, name: str) -> bool:
    """Whether a text ends, before a space, in words that try to be a name: hợp tác công tư | PPP."""
    words = composed(before).rpartition("\n")[2].split()[-len(name.split()) :]
    if not before[-1:].isspace() or not words or not words[-1][-1].isalnum():
        return False
    last = units_of(words[-1])
    return bool(last) and last <= units_of(name) and shares_name(" ".join(words), name)


def head_of(label: str, lang: LabelLang) -> set[str]:
    """The content word that says what a name names: of Vietnamese the first, else the last."""
    words = [one for word in label.split() for one in (units_of(word),) if one]
    if not words:
        return set()
    return words[0] if language_of(lang).words.head_first else words[-1]
