"""What a search needs of a base, built once: every label read as words and units, and postings.

A word weighs more the fewer concepts use it, so that one shared common word is not enough.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from khihau.fuzzy import tuned
from khihau.fuzzy.senses import Lexicon, Unit, lexicon_of, read
from khihau.fuzzy.words import international, parted, squeezed, tagged
from khihau.languages import LANGUAGES
from khihau.languages.session_numbers import split
from khihau.languages.words import Token
from khihau.model import LANGS, Concept, Label, LabelLang, Lang, Termbase

__all__ = ["Index", "Row", "WeightedUnit", "index_around", "index_of", "typed", "unmarked"]


class WeightedUnit(NamedTuple):
    """A unit of a phrase and its weight."""

    key: str
    senses: frozenset[int]
    weight: float


class Row(NamedTuple):
    """A label as it is compared: its words by weight, its units, and the sums of their weights.

    `number` is its place in the index, `concept` its id.
    """

    number: int
    concept: str
    label: Label
    parts: Mapping[str, float]
    parts_total: float
    units: tuple[WeightedUnit, ...]
    units_total: float


class Index(NamedTuple):
    """Rows by key, shortest labels first: `words` ("vi:khí", "=ndc"), `senses`, and whole texts
    without spaces (`exact`, and `bare` without marks).

    `unmarked` gives the words of the base that are written so without marks ("vi:khi");
    `typed` holds the labels as their letters are typed, by language and length, with their numbers,
    but for those in which a mark makes another word; `alike` holds the words to look for near a mistyped one, by language, length, and first or last
    letter; `weights` those of words and senses.
    """

    lexicon: Lexicon
    rows: tuple[Row, ...]
    by_concept: Mapping[str, tuple[Row, ...]]
    words: Mapping[str, Sequence[int]]
    senses: Mapping[int, Sequence[int]]
    exact: Mapping[str, Sequence[int]]
    bare: Mapping[str, Sequence[int]]
    unmarked: Mapping[str, Sequence[str]]
    alike: Mapping[tuple[LabelLang, int, str], Sequence[tuple[str, str]]]
    typed: Mapping[tuple[Lang, int], tuple[Sequence[str], Sequence[int]]]
    acronyms: Sequence[int]
    weights: Mapping[str | int, float]

    def parts(self, found: Iterable[Token | Unit]) -> dict[str, float]:
        """The distinct words of a phrase, weighed."""
        keys = dict.fromkeys(tagged(token.key, token.lang) for token in found)
        return {key: self._weight(key, key) for key in keys}

    def weighted(self, found: Iterable[Unit]) -> tuple[WeightedUnit, ...]:
        """The distinct units of a phrase, weighed by their commonest sense, or as words."""
        distinct = {(tagged(unit.key, unit.lang), unit.senses) for unit in found}
        return tuple(
            WeightedUnit(key, senses, self._unit_weight(key, senses))
            for key, senses in sorted(distinct, key=lambda unit: unit[0])
        )

    def _unit_weight(self, key: str, senses: frozenset[int]) -> float:
        if not senses:
            return self._weight(key, key)
        return min(self._weight(sense, key) for sense in senses)

    def _weight(self, what: str | int, key: str) -> float:
        if key[1:].isdigit():
            return tuned.NUMBER_WEIGHT
        weight = self.weights.get(what, tuned.UNSEEN_WEIGHT)
        return weight * tuned.FUNCTION_WEIGHT if key in _function_keys() else weight


@lru_cache(maxsize=1)
def _function_keys() -> frozenset[str]:
    return frozenset(
        tagged(word, lang) for lang in LANGS for word in LANGUAGES[lang].words.light_words
    )


class _Read(NamedTuple):
    """A label and what stands in it, before anything is weighed."""

    concept: Concept
    label: Label
    words: Sequence[Token | Unit]
    units: Sequence[Unit]


@lru_cache(maxsize=4)
def index_of(base: Termbase) -> Index:
    """The index of a base, kept as long as the base is among the last few used."""
    lexicon = lexicon_of(base)
    entries = [
        _read(concept, label, lexicon) for concept in base.concepts for label in concept.labels
    ]
    weights = _weights(entries, len(base.concepts))
    scale = Index(lexicon, (), {}, {}, {}, {}, {}, {}, {}, {}, (), weights)
    rows = tuple(_row(number, entry, scale) for number, entry in enumerate(entries))
    by_concept: defaultdict[str, list[Row]] = defaultdict(list)
    words: defaultdict[str, list[int]] = defaultdict(list)
    senses: defaultdict[int, list[int]] = defaultdict(list)
    exact: defaultdict[str, list[int]] = defaultdict(list)
    bare: defaultdict[str, list[int]] = defaultdict(list)
    for row in rows:
        by_concept[row.concept].append(row)
    for row in sorted(rows, key=lambda row: row.parts_total):
        for key in row.parts:
            words[key].append(row.number)
        for sense in {sense for unit in row.units for sense in unit.senses}:
            senses[sense].append(row.number)
        text = squeezed("".join(split(row.label.text)[::2]))
        exact[text].append(row.number)
        if LANGUAGES[row.label.lang].words.marked:
            bare[LANGUAGES[row.label.lang].words.unmarked(text)].append(row.number)
    inside = (lang for lang in LANGS if not LANGUAGES[lang].words.spaced)
    forms = (tagged(form, lang) for lang in inside for form in lexicon.forms[lang])
    vocabulary = {*words, *forms}
    return Index(
        lexicon,
        rows,
        {concept: tuple(own) for concept, own in by_concept.items()},
        words,
        senses,
        exact,
        bare,
        _unmarked(words),
        _alike(sorted(vocabulary)),
        _typed(rows),
        tuple(row.number for row in rows if row.label.kind == "acronym"),
        weights,
    )


@lru_cache(maxsize=64)
def index_around(base: Termbase, concept_id: str) -> Index:
    """The index of a concept and what it is related to: to read the words of all takes a second."""
    if concept_id not in base:
        return index_of(base)
    concept = base[concept_id]
    ids = dict.fromkeys((concept_id, *concept.related, *filter(None, (concept.broader,))))
    return index_of(Termbase(base[one] for one in ids if one in base))


def _read(concept: Concept, label: Label, lexicon: Lexicon) -> _Read:
    lang = international() if label.lang == "mul" else label.lang
    return _Read(concept, label, *read(label.text, lang, lexicon))


def _row(number: int, entry: _Read, scale: Index) -> Row:
    parts = scale.parts(entry.words)
    weighted = scale.weighted(entry.units)
    return Row(
        number,
        entry.concept.id,
        entry.label,
        parts,
        sum(parts.values()) or 1.0,
        weighted,
        sum(unit.weight for unit in weighted) or 1.0,
    )


def _weights(entries: Sequence[_Read], concepts: int) -> dict[str | int, float]:
    """0.5 to 1.5: the rarer a word or sense among the concepts, the more it weighs."""
    users: defaultdict[str | int, set[str]] = defaultdict(set)
    for entry in entries:
        for token in (*entry.words, *entry.units):
            users[tagged(token.key, token.lang)].add(entry.concept.id)
        for unit in entry.units:
            for sense in unit.senses:
                users[sense].add(entry.concept.id)
    size = max(concepts, tuned.FEWEST_CONCEPTS)
    scale = math.log1p(size)
    return {
        what: tuned.LEAST_WEIGHT + min(tuned.MOST_OF_RARITY, math.log1p(size / len(ids)) / scale)
        for what, ids in users.items()
    }


def _typed(rows: Iterable[Row]) -> dict[tuple[Lang, int], tuple[list[str], list[int]]]:
    found: dict[tuple[Lang, int], tuple[list[str], list[int]]] = {}
    for row in rows:
        lang = row.label.lang
        if lang == "mul" or LANGUAGES[lang].words.marked:
            continue
        if row.label.kind in ("full", "short") and not row.label.numbered:
            form = typed(squeezed(row.label.text), lang)
            texts, numbers = found.setdefault((lang, len(form)), ([], []))
            texts.append(form)
            numbers.append(row.number)
    return found


def _unmarked(words: Iterable[str]) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for key in words:
        if LANGUAGES[parted(key)[0]].words.marked:
            found[unmarked(key)].append(key)
    return found


def _alike(words: Iterable[str]) -> dict[tuple[LabelLang, int, str], list[tuple[str, str]]]:
    alike: defaultdict[tuple[LabelLang, int, str], list[tuple[str, str]]] = defaultdict(list)
    for key in words:
        lang, word = parted(key)
        if lang == "mul":
            continue
        form = typed(word, lang)
        if len(form) >= tuned.SHORTEST_TYPO:
            for letter in {f"^{form[0]}", f"{form[-1]}$"}:
                alike[lang, len(form), letter].append((form, key))
    return alike


def unmarked(key: str) -> str:
    """A tagged key as one types its word without marks."""
    lang, word = parted(key)
    return tagged(LANGUAGES[lang].words.unmarked(word), lang)


def typed(word: str, lang: LabelLang) -> str:
    """A word as its letters are typed: jamo, or Vietnamese without marks."""
    words = LANGUAGES[lang].words
    return words.letters(words.unmarked(word))
