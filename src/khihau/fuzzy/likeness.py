"""How near a phrase is to a label: word by word in one language, sense by sense across languages.

Both are a mean of two coverages by weight: how much of the phrase the label explains, and how much
of the label stands in the phrase. So a shared common word, or a part of a long name, is not enough.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from khihau.fuzzy import tuned
from khihau.fuzzy.index import Index, Row, WeightedUnit, index_of, typed, unmarked
from khihau.fuzzy.senses import Unit, read
from khihau.fuzzy.words import ANY_NUMBER, parted, tokens
from khihau.languages import LANGUAGES
from khihau.languages.words import Token
from khihau.model import ALLOWED, Lang, Termbase

__all__ = ["Likeness", "Query", "has_content", "likeness", "query_of", "shares"]

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


def query_of(
    words: Iterable[Token | Unit], found: Iterable[Unit], lang: Lang, index: Index, *, bare: bool
) -> Query:
    """What was read, weighed, and each word with the words of the base that it may stand for.

    `bare` says that it is written without marks. A word that the base does not know may be
    a typing mistake; a known one never is.
    """
    parts = index.parts(words)
    weighted = index.weighted(found)
    return Query(
        lang,
        tuple(parts.values()),
        tuple(_part_credits(key, index, bare=bare) for key in parts),
        weighted,
        tuple(_unit_credits(unit, index) for unit in weighted),
    )


def _part_credits(key: str, index: Index, *, bare: bool) -> Credits:
    gains: Credits = {key: 1.0}
    if key.startswith("="):
        if key[1:].isdigit():
            gains[ANY_NUMBER] = 1.0
        return gains
    for other in index.unmarked.get(unmarked(key), ()):
        gains.setdefault(other, 1.0 if bare else tuned.OTHER_MARKS)
    if len(gains) == 1 and key not in index.words:
        gains.update(_misspelled(key, index))
    return gains


def _unit_credits(unit: WeightedUnit, index: Index) -> Senses:
    gains = dict.fromkeys(unit.senses, 1.0)
    lang, _ = parted(unit.key)
    if not unit.senses and not LANGUAGES[lang].words.spaced:
        for key, credit in _misspelled(unit.key, index).items():
            for sense in index.lexicon.forms[lang].get(parted(key)[1], ()):
                gains[sense] = max(credit, gains.get(sense, 0.0))
    for sense in unit.senses:
        for other in index.lexicon.near.get(sense, ()):
            gains.setdefault(other, tuned.NEAR_SENSE)
    return gains


def _misspelled(key: str, index: Index) -> Credits:
    """The words of the base within a letter or two of an unknown one."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    lang, word = parted(key)
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
        score_cutoff=tuned.TYPO_FROM,
        limit=tuned.TYPOS_AT_MOST,
    )
    return {known[other]: score - tuned.TYPO_LOSS for other, score, _ in found}


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
    factor = tuned.SAME_SENSE if same else 1.0
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
                for place in places[sense]:
                    credit = alternatives[sense] * factor
                    if row.units[place].senses - unit.senses:
                        credit *= tuned.OTHER_SENSE
                    top = max(top, credit)
                    best[place] = max(credit, best.get(place, 0.0))
        gains.append(top)
    covered = sum(row.units[place].weight * credit for place, credit in best.items())
    weights = [unit.weight for unit in query.units]
    likely = _mean(
        gains, weights, covered / row.units_total, "senses", 1.0 if same else tuned.OTHER_LANGUAGE
    )
    if len(weights) == 1 and gains[0] > 0 and query.units[0].key not in places:
        return likely._replace(score=min(likely.score, tuned.ONE_SENSE))
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
    mean = 1 / (tuned.QUERY_SHARE / query_share + (1 - tuned.QUERY_SHARE) / label_share)
    return Likeness(mean * factor, query_share, label_share, kind, tuple(gains))


# --- how much of a name ---------------------------------------------------------------------------


def shares(concepts: Iterable[str], base: Termbase) -> Callable[[str, Lang, str, str], float]:
    """A measure of words in a language and one of the concepts (an id): 0 to 1, of its likest name.

    Rare words weigh more than common ones, and words of the same sense count: 무상으로 할당된다 holds
    all of 무상할당. The fourth argument is one more name of it, in whatever language, or "": what
    renders that word by word (to respond to climate change, 기후변화 대응) holds the concept too.
    """
    wanted = sorted(concepts)
    if not wanted:
        return lambda *_: 0.0
    index = index_of(Termbase(base[concept] for concept in wanted))

    def share(words: str, lang: Lang, concept: str, said: str = "") -> float:
        rows = (
            row
            for row in index.by_concept.get(concept, ())
            if row.label.status in ALLOWED
            and row.label.kind == "full"
            and not row.label.sense
            and (row.label.lang == lang or row.label.text == said)
        )
        query = query_of(*read(words, lang, index.lexicon), lang, index, bare=False)
        return max((likeness(query, row).label_share for row in rows), default=0.0)

    return share


def has_content(words: str, lang: Lang) -> bool:
    """Whether words say anything: more than numbers and what holds a phrase together."""
    light = LANGUAGES[lang].words.light_words
    return any(
        token.lang != "mul" and token.key not in light for token in tokens(words, lang, frozenset())
    )
