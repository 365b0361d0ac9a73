"""Candidates of a document: every place where a pattern stands, accepted or with its reason."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from operator import itemgetter
from typing import NamedTuple

from khihau.languages import LANGUAGES, ko
from khihau.languages.base import ACCEPT, Candidate, Term, Verdict, Word, reject, sentence_around
from khihau.languages.numbers import read
from khihau.match.index import Entry, Index, Patterns
from khihau.model import Analyser, Document, LabelLang, Rejection
from khihau.text.fold import Folded, fold, is_hangul, squeeze

__all__ = ["Hit", "Scan", "scan"]

_NUMBER_REACH = 200  # what may stand before the literal side of a numbered label


class Hit(NamedTuple):
    """An accepted candidate; offsets are code points of the original text."""

    start: int
    end: int
    term: Term
    how: str
    number: int | None

    @property
    def concept(self) -> str:
        """The id of the concept that it names."""
        return self.term.concept


class Scan(NamedTuple):
    """The hits of a document, overlapping ones too, and what fell; both in text order."""

    hits: tuple[Hit, ...]
    rejections: tuple[Rejection, ...]


class _Place(NamedTuple):
    """Where an entry stands: folded span, and the span of its literal side (without the number)."""

    start: int
    end: int
    entry: Entry
    literal: tuple[int, int]
    number: int | None


def scan(document: Document, index: Index, analyser: Analyser = "auto") -> Scan:
    """Find and judge every candidate (SEMANTICS M1-M6, M9, M10); the longest has not won yet."""
    folded = fold(document.text)
    segment_starts = [segment.start for segment in document.segments]
    region_starts = [region.start for region in document.protected]
    hits: list[Hit] = []
    rejections: list[Rejection] = []
    undecided: dict[LabelLang, list[tuple[Candidate, _Place, Verdict]]] = {}
    for place in _places(folded, index):
        start, end, entry = place[:3]
        low, high = folded.source_span(start, end)
        at = bisect_right(segment_starts, low) - 1
        lang = document.segments[at].lang if at >= 0 else None
        candidate = Candidate(folded, start, end, entry.term, lang)
        at = bisect_left(region_starts, high) - 1
        region = document.protected[at] if at >= 0 else None
        if region and region.end > low:
            verdict = reject("protected", region.kind)
        else:
            verdict = _verdict(candidate, place)
        if verdict.outcome == "accept":
            hits.append(_hit(candidate, place))
        elif verdict.outcome == "reject":
            rejections.append(_rejection(candidate, verdict))
        else:
            undecided.setdefault(entry.term.lang, []).append((candidate, place, verdict))
    for label_lang, cases in undecided.items():
        votes = LANGUAGES[label_lang].decide([candidate for candidate, _, _ in cases], analyser)
        for (candidate, place, verdict), vote in zip(cases, votes, strict=True):
            if vote and vote.outcome == "accept":
                hits.append(_hit(candidate, place))
            else:
                rejections.append(_rejection(candidate, vote or verdict))
    hits.sort(key=itemgetter(0, 1))
    rejections.sort(key=lambda fallen: (fallen.start, fallen.end, fallen.concept, fallen.label))
    return Scan(tuple(hits), tuple(rejections))


def _places(folded: Folded, index: Index) -> Iterator[_Place]:
    text = folded.text
    yield from _standing(text, index.spaced)
    if not folded.hangul:
        return
    squeezed = squeeze(text)
    for start, end, entry, literal, number in _standing(squeezed.text, index.squeezed):
        start, end = squeezed.unsqueezed(start, end)
        if ko.seams(text[start:end], entry.spaces, entry.term.syllables):
            yield _Place(start, end, entry, squeezed.unsqueezed(*literal), number)


def _standing(text: str, patterns: Patterns) -> Iterator[_Place]:
    for start, end, entry in patterns.find(text):
        if entry.how != "number":
            yield _Place(start, end, entry, (start, end), None)
        elif place := _with_number(text, start, end, entry):
            yield place


def _with_number(text: str, start: int, end: int, entry: Entry) -> _Place | None:
    """The place of a numbered entry with what lies beyond its literal, None where that is not there."""
    literal = (start, end)
    if entry.after:
        found = re.compile(entry.after).match(text, end)
        return _Place(start, found.end(), entry, literal, read(found[1])) if found else None
    reach = max(0, start - _NUMBER_REACH)
    found = re.compile(entry.before).search(text[reach:start])
    return _Place(reach + found.start(), end, entry, literal, read(found[1])) if found else None


# --- judging --------------------------------------------------------------------------------------


def _verdict(candidate: Candidate, place: _Place) -> Verdict:
    term = candidate.term
    if term.case_exact and not _same_case(candidate.folded, place):
        return reject("case", f"“{term.text}” is matched with its case")
    word = _cover(candidate) if term.covered_by else ""
    if word:
        return reject("covered", f"“{word}”")
    verdict = LANGUAGES[term.lang].edges(candidate)
    if verdict.outcome == "reject" or not (term.near or term.not_near):
        return verdict
    near = _near(candidate)
    return verdict if near.outcome == "accept" else near


def _same_case(folded: Folded, place: _Place) -> bool:
    start, end = folded.source_span(*place.literal)
    text = fold(folded.source[start:end], keep_case=True).text
    return text.replace(" ", "") == place.entry.cased.replace(" ", "")


def _cover(candidate: Candidate) -> str:
    """The first of the label's `covered_by` words that stands over the candidate."""
    for word in candidate.term.covered_by:
        folded = word.folded
        reach = max(0, candidate.end - len(folded))
        at = candidate.folded.text.find(folded, reach, candidate.start + len(folded))
        while 0 <= at <= candidate.start:
            if at + len(folded) >= candidate.end:
                return word.text
            at = candidate.folded.text.find(folded, at + 1, candidate.start + len(folded))
    return ""


def _near(candidate: Candidate) -> Verdict:
    """The words that a label needs, or that switch it off, in its sentence (SEMANTICS M8)."""
    term = candidate.term
    start, end = sentence_around(candidate)
    sentence = candidate.folded.text[start:end]
    for word in term.not_near:
        if _stands_in(word, sentence):
            return reject("not-near", f"“{word.text}” in the sentence")
    if term.near and not any(_stands_in(word, sentence) for word in term.near):
        return reject("not-near", "none of " + ", ".join(f"“{word.text}”" for word in term.near))
    return ACCEPT


def _stands_in(word: Word, sentence: str) -> bool:
    folded = word.folded
    if any(map(is_hangul, folded)):
        return folded.replace(" ", "") in sentence.replace(" ", "")
    at = sentence.find(folded)
    while at >= 0:
        beside = sentence[at - 1 : at] + sentence[at + len(folded) : at + len(folded) + 1]
        if not any(character.isalnum() and not is_hangul(character) for character in beside):
            return True
        at = sentence.find(folded, at + 1)
    return False


# --- results --------------------------------------------------------------------------------------


def _hit(candidate: Candidate, place: _Place) -> Hit:
    start, end = candidate.folded.source_span(place.start, place.end)
    how = _how(candidate.folded.source[start:end], place.entry)
    return Hit(start, end, candidate.term, how, place.number)


def _how(text: str, entry: Entry) -> str:
    label = entry.term.text
    if text == label:
        return "exact"
    if entry.how != "exact":
        return entry.how
    if text.lower() == label.lower():
        return "case"
    if "".join(text.split()).lower() == "".join(label.split()).lower():
        return "spacing"
    return "form"


def _rejection(candidate: Candidate, verdict: Verdict) -> Rejection:
    start, end = candidate.folded.source_span(candidate.start, candidate.end)
    return Rejection(
        start=start,
        end=end,
        text=candidate.folded.source[start:end],
        concept=candidate.term.concept,
        label=candidate.term.text,
        reason=verdict.reason,
        detail=verdict.detail,
    )
