"""From a phrase to the concepts it may mean, best first (rule S1)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from heapq import nlargest
from itertools import pairwise
from typing import NamedTuple

from khihau.fuzzy import tuned
from khihau.fuzzy.acronym_likeness import acronym_likeness, is_acronym
from khihau.fuzzy.index import Index, Row, index_of, typed
from khihau.fuzzy.likeness import Likeness, Query, likeness, query_of
from khihau.fuzzy.senses import read
from khihau.fuzzy.words import ANY_NUMBER, international, squeezed
from khihau.languages import LANGUAGES
from khihau.languages.detect import detect
from khihau.model import LANGS, STATUSES, LabelLang, Lang, Suggestion, Termbase
from khihau.termbase.official import equivalents, official_label, text_of

__all__ = ["suggest"]


class _Near(NamedTuple):
    """A label that came near, 0 to 100."""

    score: float
    row: Row


def suggest(
    phrase: str, base: Termbase, lang: Lang | None = None, to: Lang | None = None, limit: int = 5
) -> list[Suggestion]:
    """The concepts that a phrase may mean, best first, each with its official label.

    Labels of every status are looked through, in all languages: a literal back-translation is found
    by the senses of its words. `lang` is the phrase's language (any by default), `to` that of the
    labels to return (the phrase's by default); a concept without one there gives what it has.
    Nothing below `CONFIDENT_FROM` of 100 is confident, nor what is far below the best.
    """
    if limit < 1 or not squeezed(phrase):
        return []
    index = index_of(base)
    nearest = _nearest(phrase, lang, index)
    nearest = [near for near in nearest if near.score >= tuned.WORTH_SHOWING]
    nearest.sort(key=lambda near: (-near.score, _rank(near.row), near.row.number))
    pairs = _pairs(phrase)
    shown = nearest[: limit + tuned.TIED_AT_MOST]
    shown.sort(key=lambda near: (-near.score, -len(pairs & _pairs(near.row.label.text))))
    shown = shown[:limit]
    told = _may_be_in(phrase)
    target = to or lang or (told[0] if len(told) == 1 else None)
    line = max([tuned.CONFIDENT_FROM, *(near.score - tuned.BESIDE_THE_BEST for near in shown)])
    return [_suggestion(near, phrase, base, target, line) for near in shown]


def _pairs(text: str) -> frozenset[tuple[str, str]]:
    """The letters side by side in a text: of two names with the same words the one in its order shares more."""
    return frozenset(pairwise(squeezed(text)))


def _may_be_in(phrase: str) -> Sequence[Lang]:
    """The languages that a phrase may be in: acronyms and words without marks tell little."""
    told = detect(phrase)
    if told and LANGUAGES[told].words.told_by_letters:
        return (told,)
    return [lang for lang in LANGS if LANGUAGES[lang].words.writes("a")]


def _rank(row: Row) -> int:
    return STATUSES.index(row.label.status)


def _nearest(phrase: str, lang: Lang | None, index: Index) -> list[_Near]:
    """The best label of each concept that has a likeness to the phrase."""
    found: dict[str, _Near] = {}
    for near in (
        *_equal(phrase, lang, index),
        *_acronyms(phrase, index),
        *_mistyped(phrase, lang, index),
    ):
        _keep(found, near)
    for query in _queries(phrase, lang, index):
        for near in _alike(query, index):
            _keep(found, near)
    return list(found.values())


def _keep(found: dict[str, _Near], near: _Near) -> None:
    known = found.get(near.row.concept)
    if known is None or (near.score, -_rank(near.row)) > (known.score, -_rank(known.row)):
        found[near.row.concept] = near


# --- the same phrase ------------------------------------------------------------------------------


def _equal(phrase: str, lang: Lang | None, index: Index) -> Iterable[_Near]:
    """Labels that are the phrase itself but for case, spacing, signs, or all marks left out."""
    text = squeezed(phrase)
    for form in dict.fromkeys((text, re.sub(r"\d+$", "", text))):
        for number in index.exact.get(form, ()):
            row = index.rows[number]
            if lang and row.label.lang not in (lang, "mul"):
                continue
            if row.label.numbered == (form != text):
                same = row.label.text.casefold() == phrase.strip().casefold()
                yield _Near(tuned.EXACT if same else tuned.RESPACED, row)
    for number in index.bare.get(text, ()) if text.isascii() else ():
        label = index.rows[number].label
        if lang in (None, label.lang) and not label.numbered:
            yield _Near(tuned.UNMARKED, index.rows[number])


def _acronyms(phrase: str, index: Index) -> Iterable[_Near]:
    """Acronyms that differ by a slip of the keys."""
    if is_acronym(phrase):
        for number in index.acronyms:
            row = index.rows[number]
            if not row.label.numbered:
                yield _Near(100 * acronym_likeness(phrase.strip(), row.label.text), row)


def _mistyped(phrase: str, lang: Lang | None, index: Index) -> Iterable[_Near]:
    """The labels of which a slip or two of the keys would make the whole phrase.

    Not where one mark makes another word: thuê is not thuế.
    """
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    if not (lang or detect(phrase)):
        return
    for one in (lang,) if lang else _may_be_in(phrase):
        form = typed(squeezed(phrase), one)
        slips = min(tuned.MOST_SLIPS, len(form) // tuned.LETTERS_A_SLIP)
        lengths = range(len(form) - slips, len(form) + slips + 1) if slips else ()
        for length in lengths:
            texts, numbers = index.typed.get((one, length), ((), ()))
            for _, distance, at in process.extract(
                form,
                texts,
                scorer=OSA.distance,
                processor=None,
                score_cutoff=slips,
                limit=tuned.MISTYPED_AT_MOST,
            ):
                lost = tuned.LOSS_OF_A_SLIP * distance / max(len(form), length)
                yield _Near(tuned.MOST_FUZZY * (1 - lost), index.rows[numbers[at]])


# --- a like phrase --------------------------------------------------------------------------------


def _queries(phrase: str, lang: Lang | None, index: Index) -> list[Query]:
    """The phrase read in each language that it may be in."""
    queries = []
    for one in (lang,) if lang else _may_be_in(phrase):
        bare = LANGUAGES[one].words.marked and phrase.isascii()
        words, units = read(phrase, one, index.lexicon, bare=bare)
        queries.append(query_of(words, units, one, index, bare=bare))
    return queries


def _alike(query: Query, index: Index) -> Iterable[_Near]:
    likes: defaultdict[str, list[tuple[Likeness, Row]]] = defaultdict(list)
    for number in _candidates(query, index):
        row = index.rows[number]
        found = likeness(query, row)
        if found.score:
            likes[row.concept].append((found, row))
    for own in likes.values():
        best, row = max(own, key=lambda pair: (pair[0].score, -_rank(pair[1])))
        union = max(_union(query, kind, own) for kind in ("words", "senses"))
        score = (1 - tuned.UNION_SHARE) * best.score + tuned.UNION_SHARE * union
        points = tuned.MOST_FUZZY * score
        if points >= tuned.CONFIDENT_FROM and _is_doubtful(query, points, best, row, likes):
            points = tuned.CONFIDENT_FROM - 1
        yield _Near(points, row)


def _is_doubtful(
    query: Query,
    points: float,
    best: Likeness,
    row: Row,
    likes: Mapping[str, Sequence[tuple[Likeness, Row]]],
) -> bool:
    """Whether a phrase that is near a label may well mean something else."""
    if points >= tuned.SURE:
        return _lacks_acronym(query, row)
    others = (other for key, own in likes.items() if key != row.concept for _, other in own)
    return (
        _lacks_acronym(query, row)
        or _is_but_a_part(best)
        or _is_filled_otherwise(query, best, others)
    )


def _is_but_a_part(like: Likeness) -> bool:
    """Whether a phrase and a label share too little to mean the same (rule S1).

    국가 목표 has two of the three words of 국가감축목표, and means any national target; a literal
    rendering that leaves a third of the phrase unexplained may be of another thing.
    """
    return like.label_share < tuned.MOST_OF_A_LABEL or (
        like.kind == "senses" and like.query_share < tuned.MOST_OF_A_RENDERING
    )


def _lacks_acronym(query: Query, row: Row) -> bool:
    """Whether a label has an acronym, which makes it a name of its own, and a phrase has not: P4G."""
    said = set().union(*query.part_credits)
    return any(
        key.startswith("=") and not key[1:].isdigit() and key not in said
        for key in row.parts
        if key != ANY_NUMBER
    )


def _is_filled_otherwise(query: Query, like: Likeness, others: Iterable[Row]) -> bool:
    """Whether a phrase has words inside a label where the label of another concept has some too.

    "carbon boundary tax" is "carbon tax" and a word; "carbon border tax" is as near, and another thing.
    """
    gaps = [at for at, gain in enumerate(like.gains) if not gain]
    if like.kind != "words" or not gaps or {0, len(like.gains) - 1} & set(gaps):
        return False
    return any(
        row.label.lang == query.lang
        and len(row.parts) == len(query.part_credits)
        and gaps
        == [
            at
            for at, (key, known) in enumerate(zip(row.parts, query.part_credits, strict=True))
            if key not in known
        ]
        for row in others
    )


def _union(query: Query, kind: str, own: Sequence[tuple[Likeness, Row]]) -> float:
    """The share of the phrase that the labels of one concept explain together."""
    gains = [found.gains for found, _ in own if found.kind == kind]
    weights = query.part_weights if kind == "words" else [u.weight for u in query.units]
    if not gains:
        return 0.0
    best = [max(column) for column in zip(*gains, strict=True)]
    explained: float = sum(w * c for w, c in zip(weights, best, strict=True))
    return explained / sum(weights)


def _candidates(query: Query, index: Index) -> list[int]:
    """The rows that share most with the phrase by weight, rare words first."""
    wanted: dict[str | int, float] = {}
    for weight, words in zip(query.part_weights, query.part_credits, strict=True):
        for word, credit in words.items():
            wanted[word] = max(weight * credit, wanted.get(word, 0.0))
    for unit, senses in zip(query.units, query.unit_credits, strict=True):
        for sense, credit in senses.items():
            wanted[sense] = max(unit.weight * credit, wanted.get(sense, 0.0))
    shared: defaultdict[int, float] = defaultdict(float)
    least = tuned.LEAST_GAIN if max(wanted.values(), default=0.0) > tuned.LEAST_GAIN else 0.0
    for key, gain in wanted.items():
        if gain >= least:
            found = index.senses.get(key, ()) if isinstance(key, int) else index.words.get(key, ())
            for number in found[: tuned.POSTINGS_READ]:
                shared[number] += gain
    total = sum(query.part_weights)
    rows = index.rows
    line = tuned.OF_THE_MOST_SHARED * max(shared.values(), default=0.0)
    return nlargest(
        tuned.ROWS_COMPARED,
        [number for number, weight in shared.items() if weight >= line],
        key=lambda number: shared[number] / (total + rows[number].parts_total),
    )


# --- the answer -----------------------------------------------------------------------------------


def _suggestion(
    near: _Near, phrase: str, base: Termbase, target: Lang | None, line: float
) -> Suggestion:
    concept = base[near.row.concept]
    matched = near.row.label
    digits = re.search(r"\d+", phrase) if matched.numbered else None
    number = int(digits.group()) if digits else None
    wanted: LabelLang = target or matched.lang
    label = (
        official_label(concept, wanted, numbered=number is not None)
        or official_label(concept, international(), numbered=number is not None)
        or next((each for each in concept.labels if each.status == "preferred"), matched)
    )
    return Suggestion(
        concept=concept.id,
        label=text_of(label, number),
        lang=label.lang,
        status=matched.status,
        score=round(near.score, 1),
        confident=near.score >= line,
        matched=matched.text,
        sense=matched.sense,
        equivalents=equivalents(concept, number),
        source=str(label.source[0]) if label.source else None,
    )
