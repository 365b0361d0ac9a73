"""Words in a document that are almost a label: one slip, and surely one (rule S1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from khihau.fuzzy.slips import Slip, labels_of, slips, words_of
from khihau.fuzzy.sure import is_sure
from khihau.fuzzy.words import Token, tokens
from khihau.languages.data import data_lines
from khihau.languages.en.plurals import plural
from khihau.languages.en.spelling import stem
from khihau.model import STATUSES, Concept, Document, Label, Lang, Match, Termbase
from khihau.text.fold import fold
from khihau.text.spans import Spans, Taken

__all__ = ["NearMiss", "near_misses"]


class NearMiss(NamedTuple):
    """Words that are almost a label; `meant` is what they would be without the slip."""

    start: int
    end: int
    concept: Concept
    label: Label
    meant: str


def near_misses(document: Document, matches: Sequence[Match], base: Termbase) -> Iterator[NearMiss]:
    """Every near miss of a document, in text order; no two overlap.

    A word that stands in a match is right. English is sought everywhere, since a gloss may stand in
    any text.
    """
    named = [(match.start, match.end) for match in matches]
    taken = Spans(sorted([*named, *(region[:2] for region in document.protected)]))
    for segment in document.segments:
        if segment.kind in ("quote", "code"):
            continue
        text = document.text[segment.start : segment.end]
        langs: Iterable[Lang] = dict.fromkeys((segment.lang or "en", "en"))
        found = [
            near for lang in langs for near in _of_text(text, lang, base, segment.start, taken)
        ]
        yield from _apart(found)


def _apart(found: Iterable[NearMiss]) -> list[NearMiss]:
    """The longest where some overlap, of equal ones a label that is right."""
    taken = Taken()
    kept = [near for near in sorted(found, key=_rank) if taken.add(near.start, near.end)]
    return sorted(kept, key=lambda near: near.start)


def _rank(near: NearMiss) -> tuple[int, int, int, str]:
    status = STATUSES.index(near.label.status)
    return near.start - near.end, near.start, status, near.concept.id


def _of_text(
    text: str, lang: Lang, base: Termbase, offset: int, taken: Spans
) -> Iterator[NearMiss]:
    folded = fold(text, keep_case=True)
    plain, found = folded.text, words_of(folded.text, lang)
    known = _english_words(base) if lang == "en" else frozenset()
    for slip in slips(found, known, labels_of(base, lang)):
        start, end = folded.source_span(found[slip.first].start, found[slip.last - 1].end)
        low, high = folded.source_span(found[slip.wrong[0]].start, found[slip.wrong[1] - 1].end)
        if taken.overlaps(offset + low, offset + high):
            continue
        for at, place in slip.labels:
            concept = base.concepts[at]
            label = concept.labels[place]
            right = _right(slip, label, lang)
            if label.status != "mistranslation" and is_sure(slip, found, plain, label, right):
                meant = _in_its_form(text[low:high], right, text[start:end], lang)
                meant = text[start:low] + meant + text[high:end]
                yield NearMiss(offset + start, offset + end, concept, label, meant)


def _right(slip: Slip, label: Label, lang: Lang) -> str:
    """The words of a label that were meant where something else stands."""
    if not slip.taken:
        return ""
    own = words_of(label.text, lang)
    first = slip.wrong[0] - slip.first
    return label.text[own[first].start : own[first + slip.taken - 1].end]


def _in_its_form(wrong: str, right: str, whole: str, lang: Lang) -> str:
    """The right word in the plural and with the capitals of the wrong one, and of the words around."""
    if lang == "en" and wrong[-1:] in "sS" and stem(right.lower()) == right.lower():
        right = plural(right) if stem(wrong.lower()) != wrong.lower() else right
    if len(wrong) > 1 and wrong.isupper():
        return right.upper()
    if wrong[:1].isupper():
        return right[:1].upper() + right[1:]
    return right.lower() if whole.islower() else right


@lru_cache(maxsize=4)
def _english_words(base: Termbase) -> frozenset[str]:
    """The words that are no slip: all that the base itself writes, and those near them."""
    texts = [
        text
        for concept in base.concepts
        for text in (
            *(label.text for label in concept.labels if label.lang in ("en", "mul")),
            concept.definition.get("en", ""),
            concept.note.get("en", ""),
            *(
                one.text
                for one in (*concept.examples, *concept.counterexamples)
                if one.lang == "en"
            ),
        )
    ]
    near = " ".join(data_lines("en", "near-words.txt"))
    found: Sequence[Token] = tokens(" ".join((*texts, near)), "en", frozenset())
    return frozenset(token.key for token in found)
