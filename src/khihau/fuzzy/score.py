"""How near a phrase is to a label: word by word in one language, sense by sense across languages.

Both are a mean of two coverages by weight: how much of the phrase the label explains, and how much
of the label stands in the phrase. So a shared common word, or a part of a long name, is not enough.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from khihau.fuzzy.index import Index, Row, WeightedUnit, typed
from khihau.fuzzy.lexicon import Unit, units
from khihau.fuzzy.words import ANY_NUMBER, Token, is_korean, strip_marks, tokens
from khihau.model import Lang

__all__ = ["Likeness", "Query", "likeness", "query_of", "read"]

_QUERY_SHARE = 0.55  # the phrase counts a little more than the label
_OTHER_MARKS = 0.4  # thuê is not thuế
_NEAR_SENSE = 0.5
_ONE_SENSE = 0.65  # one ordinary word that means the same is no name
_SAME_SENSE = 0.95  # thay đổi for biến đổi, in the label's own language
_OTHER_LANGUAGE = 0.97
_TYPO_FROM, _TYPO_LOSS = 0.65, 0.1
_ALIKE_AT_MOST = 4

Credits = dict[str, float]
Senses = dict[int, float]


class Query(NamedTuple):
    """A phrase read in one language, weighed, with what each word may stand for.

    `part_credits` and `unit_credits` run parallel to `part_weights` and `units`: a word (a sense)
    of the base to its credit, 0 to 1.
    """

    lang: Lang
    part_weights: tuple[float, ...]
    part_credits: tuple[Credits, ...]
    units: tuple[WeightedUnit, ...]
    unit_credits: tuple[Senses, ...]


class Likeness(NamedTuple):
    """A score of 0 to 1, how much of phrase and label it rests on, and each word's contribution.

    `kind` is "words" or "senses": which of the query's two readings `gains` runs parallel to.
    """

    score: float = 0.0
    query_share: float = 0.0
    label_share: float = 0.0
    kind: str = "words"
    gains: tuple[float, ...] = ()


# --- reading a phrase -----------------------------------------------------------------------------


def read(
    phrase: str, lang: Lang, index: Index, *, bare: bool
) -> tuple[Sequence[Token | Unit], list[Unit]]:
    """The words and the units of a phrase; Korean has no words but its units."""
    found = tokens(phrase, lang, index.lexicon.acronyms)
    found_units = units(found, lang, index.lexicon, bare=bare)
    if any(is_korean(token.key) for token in found):
        return found_units, found_units
    return found, found_units


def query_of(
    words: Iterable[Token | Unit], found: Iterable[Unit], lang: Lang, index: Index, *, bare: bool
) -> Query:
    """What was read, weighed, and each word with the words of the base that it may stand for.

    `bare` says that Vietnamese is written without marks. A word that the base does not know may be
    a typing mistake; a known one never is.
    """
    parts = index.parts(words, lang)
    weighted = index.weighted(found, lang)
    return Query(
        lang,
        tuple(parts.values()),
        tuple(_part_credits(key, lang, index, bare=bare) for key in parts),
        weighted,
        tuple(_unit_credits(unit, index) for unit in weighted),
    )


def _part_credits(key: str, lang: Lang, index: Index, *, bare: bool) -> Credits:
    gains: Credits = {key: 1.0}
    if key.startswith("="):
        if key[1:].isdigit():
            gains[ANY_NUMBER] = 1.0
        return gains
    if lang == "vi":
        for other in index.unmarked.get(strip_marks(key), ()):
            gains.setdefault(other, 1.0 if bare else _OTHER_MARKS)
    if len(gains) == 1 and key not in index.words:
        gains.update(_misspelled(key, index))
    return gains


def _unit_credits(unit: WeightedUnit, index: Index) -> Senses:
    gains = dict.fromkeys(unit.senses, 1.0)
    if not unit.senses and unit.key.startswith("ko:"):
        for key, credit in _misspelled(unit.key, index).items():
            for sense in index.lexicon.forms["ko"].get(key[3:], ()):
                gains[sense] = max(credit, gains.get(sense, 0.0))
    for sense in unit.senses:
        for other in index.lexicon.near.get(sense, ()):
            gains.setdefault(other, _NEAR_SENSE)
    return gains


def _misspelled(key: str, index: Index) -> Credits:
    """The words of the base within a letter or two of an unknown one."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    lang, _, word = key.partition(":")
    form = typed(word, lang)
    known = {
        other: other_key
        for length in (len(form) - 1, len(form), len(form) + 1)
        for letter in (f"^{form[:1]}", f"{form[-1:]}$")
        for other, other_key in index.alike.get((lang, length, letter), ())
    }
    found = process.extract(
        form,
        list(known),
        scorer=OSA.normalized_similarity,
        processor=None,
        score_cutoff=_TYPO_FROM,
        limit=_ALIKE_AT_MOST,
    )
    return {known[other]: score - _TYPO_LOSS for other, score, _ in found}


# --- comparing ------------------------------------------------------------------------------------


def likeness(query: Query, row: Row) -> Likeness:
    """The better of the two readings; words only where phrase and label share a language."""
    by_senses = _by_senses(query, row)
    if row.label.lang in (query.lang, "mul"):
        by_words = _by_words(query, row)
        return max(by_words, by_senses, key=lambda found: found.score)
    return by_senses


def _by_words(query: Query, row: Row) -> Likeness:
    label = row.parts
    best: dict[str, float] = {}
    gains: list[float] = []
    for alternatives in query.part_credits:
        top = 0.0
        for key in alternatives.keys() & label.keys():
            credit = alternatives[key]
            top = max(top, credit)
            best[key] = max(credit, best.get(key, 0.0))
        gains.append(top)
    covered = sum(label[key] * credit for key, credit in best.items())
    return _mean(gains, query.part_weights, covered / row.parts_total, "words", 1.0)


def _by_senses(query: Query, row: Row) -> Likeness:
    same = row.label.lang == query.lang
    factor = _SAME_SENSE if same else 1.0
    places = _places(row)
    best: dict[int, float] = {}
    gains: list[float] = []
    for unit, alternatives in zip(query.units, query.unit_credits, strict=True):
        top = 0.0
        if unit.key in places:
            top = 1.0
            best.update(dict.fromkeys(places[unit.key], 1.0))
        else:
            for sense in alternatives.keys() & places.keys():
                credit = alternatives[sense] * factor
                top = max(top, credit)
                for place in places[sense]:
                    best[place] = max(credit, best.get(place, 0.0))
        gains.append(top)
    covered = sum(row.units[place].weight * credit for place, credit in best.items())
    weights = [unit.weight for unit in query.units]
    likely = _mean(
        gains, weights, covered / row.units_total, "senses", 1.0 if same else _OTHER_LANGUAGE
    )
    if len(weights) == 1 and gains[0] > 0 and query.units[0].key not in places:
        return likely._replace(score=min(likely.score, _ONE_SENSE))
    return likely


def _places(row: Row) -> dict[str | int, list[int]]:
    """The units of a label, by number, that have a key or a sense."""
    places: defaultdict[str | int, list[int]] = defaultdict(list)
    for place, unit in enumerate(row.units):
        places[unit.key].append(place)
        for sense in unit.senses:
            places[sense].append(place)
    return dict(places)


def _mean(
    gains: Sequence[float], weights: Sequence[float], label_share: float, kind: str, factor: float
) -> Likeness:
    total = sum(weights)
    matched = sum(w * c for w, c in zip(weights, gains, strict=True))
    if not matched or not label_share:
        return Likeness()
    query_share = matched / total
    mean = 1 / (_QUERY_SHARE / query_share + (1 - _QUERY_SHARE) / label_share)
    return Likeness(mean * factor, query_share, label_share, kind, tuple(gains))
