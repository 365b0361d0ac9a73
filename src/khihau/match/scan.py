"""Candidates of a document: every place where a pattern stands, accepted or with its reason."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from itertools import chain, starmap
from operator import itemgetter
from typing import NamedTuple

from khihau.languages import LANGUAGES
from khihau.languages.candidates import (
    ACCEPT,
    Candidate,
    Term,
    Verdict,
    reject,
)
from khihau.languages.capitals import beside
from khihau.languages.session_numbers import read
from khihau.match.index import Index
from khihau.match.near import words_near
from khihau.match.patterns import Entry
from khihau.match.tuned import COVER_REACH, LONGEST_HIT, NUMBER_REACH
from khihau.model import Analyser, Document, LabelLang, Options, Region, Rejection
from khihau.text.fold import Folded, Squeezed, fold
from khihau.text.hangul import may_be_spaced
from khihau.text.spans import Spans

__all__ = ["Hit", "Scan", "scan"]

_BODIES = "institutions"  # the domain of the base that holds them
_PLAIN_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")


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
    """The hits of a document, overlapping ones too, in text order, and what fell.

    `common` finds the many places where a name is but letters of a word (ETS in markets), or a word
    in lower case (CAN in "can").
    """

    hits: tuple[Hit, ...]
    fallen: tuple[tuple[Candidate, Verdict], ...]
    common: Callable[[], Iterator[tuple[Candidate, Verdict]]]

    def rejections(self) -> list[Rejection]:
        """What fell, with its reason: made only when somebody asks."""
        return list(starmap(_rejection, chain(self.fallen, self.common())))


class _Place(NamedTuple):
    """Where an entry stands: folded span, and, of a numbered label, the span of its literal side."""

    start: int
    end: int
    entry: Entry
    literal: tuple[int, int] | None = None
    number: int | None = None


def scan(
    document: Document, index: Index, options: Options | None = None, *, inside_names: bool = False
) -> Scan:
    """Find and judge every candidate (rules M1 to M6, M9 and M10); the longest has not won yet.

    With `inside_names` also those that are but a part of a longer proper name.
    """
    options = options or Options()
    folded = fold(document.text)
    segments, protected = Spans.of(document.segments), Spans.of(document.protected)
    langs = [*(segment.lang for segment in document.segments), None]  # the last: before them all
    ignored = options.ignored_acronyms

    def judged(place: _Place, low: int, high: int) -> tuple[Candidate, Verdict]:
        start, end, entry = place[:3]
        term = entry.term
        candidate = Candidate(folded, start, end, term, langs[segments.last(low)])
        if protected.overlaps(low, high):
            region = document.protected[protected.last(high - 1)]
            if not _holds_number(region, low, high):
                return candidate, reject("protected", region.kind)
        if entry.is_acronym and term.text in ignored:
            return candidate, reject("ignored", "the settings ignore this acronym")
        return candidate, _verdict(candidate, place)

    def common() -> Iterator[tuple[Candidate, Verdict]]:
        for place in _places(folded, index, common=True):
            yield judged(place, *folded.source_span(place.start, place.end))

    def take(candidate: Candidate, place: _Place, low: int, high: int) -> None:
        hit = _hit(place, document.text, low, high)
        name = "" if inside_names else _longer_name(candidate)
        if name:
            named.append((hit, candidate, reject("covered", f"“{name}”")))
        else:
            hits.append(hit)
            candidates.append(candidate)

    hits: list[Hit] = []
    candidates: list[Candidate] = []  # of the hits, in their order
    named: list[tuple[Hit, Candidate, Verdict]] = []
    fallen: list[tuple[Candidate, Verdict]] = []
    undecided: list[tuple[Candidate, _Place, Verdict]] = []
    shut: list[tuple[Candidate, _Place, Verdict]] = []
    for place in _places(folded, index, common=False):
        low, high = folded.source_span(place.start, place.end)
        candidate, verdict = judged(place, low, high)
        if verdict.outcome == "accept":
            take(candidate, place, low, high)
        elif verdict.outcome == "reject":
            fallen.append((candidate, verdict))
        else:
            (shut if verdict.outcome == "shut" else undecided).append((candidate, place, verdict))
    for candidate, place, verdict in _opened(shut, hits):
        if verdict.outcome == "accept":
            take(candidate, place, *folded.source_span(place.start, place.end))
        elif verdict.outcome == "undecided":
            undecided.append((candidate, place, verdict))
        else:
            fallen.append((candidate, verdict))
    for candidate, place, verdict in _voted(undecided, hits, options.analyser):
        if verdict.outcome == "accept":
            take(candidate, place, *folded.source_span(place.start, place.end))
        else:
            fallen.append((candidate, verdict))
    if named:
        hits, inside = _apart_from_names(hits, candidates, named)
        fallen += inside
    hits.sort(key=itemgetter(0, 1))
    return Scan(tuple(hits), tuple(fallen), common)


def _opened(
    shut: Sequence[tuple[Candidate, _Place, Verdict]], hits: Sequence[Hit]
) -> Iterator[tuple[Candidate, _Place, Verdict]]:
    """What waits for words near it, with the document's word: it opens what it is about (rule M8).

    What is part of a name that waits says nothing: no name opens its own gate.
    """
    if not shut:
        return
    spans = sorted(candidate.folded.source_span(*place[:2]) for candidate, place, _ in shut)
    waiting = Spans(spans)
    concepts, domains = _subjects([hit for hit in hits if not waiting.holds(*hit[:2])])
    for candidate, place, verdict in shut:
        term = candidate.term
        if term.concept in concepts or term.domain in domains:
            yield candidate, place, _edges(candidate)
        else:
            yield candidate, place, verdict


def _subjects(hits: Sequence[Hit]) -> tuple[Set[str], Set[str]]:
    """The concepts that a document names in words with one meaning, and the domains of those."""
    named = Counter((start, end) for start, end, _ in {(*hit[:2], hit.concept) for hit in hits})
    clear = [hit.term for hit in hits if hit.term.opens and named[hit[:2]] == 1]
    return {term.concept for term in clear}, {term.domain for term in clear} - {""}


def _voted(
    undecided: Sequence[tuple[Candidate, _Place, Verdict]], hits: Iterable[Hit], analyser: Analyser
) -> Iterator[tuple[Candidate, _Place, Verdict]]:
    """What is undecided with the analyser's vote; what lies in a longer hit needs none (rule M4).

    Nor does what overlaps a hit in part: the analyser only adds, so 신규조림 사업 stays 신규조림.
    """
    if not undecided:
        return
    longer = Spans(sorted((hit.start, hit.end) for hit in hits))
    waiting: dict[LabelLang, list[tuple[Candidate, _Place, Verdict]]] = {}
    for candidate, place, verdict in undecided:
        span = candidate.folded.source_span(candidate.start, candidate.end)
        if verdict.reason == "undecided" and longer.cuts(*span, LONGEST_HIT):
            yield candidate, place, verdict
        elif not longer.holds(*span):
            waiting.setdefault(candidate.term.lang, []).append((candidate, place, verdict))
        elif verdict.reason == "crossed":
            yield candidate, place, ACCEPT
        else:
            yield candidate, place, verdict
    for lang, cases in waiting.items():
        open_cases = [(candidate, verdict) for candidate, _, verdict in cases]
        last = LANGUAGES[lang].matching.decide(open_cases, analyser)
        for (candidate, place, _), verdict in zip(cases, last, strict=True):
            yield candidate, place, verdict


def _apart_from_names(
    hits: Sequence[Hit],
    candidates: Sequence[Candidate],
    named: Sequence[tuple[Hit, Candidate, Verdict]],
) -> tuple[list[Hit], list[tuple[Candidate, Verdict]]]:
    """The hits without those that are a part of a longer proper name, and these (rule M7).

    A name that is itself a hit keeps what lies in it; what lies in a part that falls, falls with it.
    """
    known = Spans(sorted(hit[:2] for hit in hits))
    standing = [hit for hit, _, _ in named if known.holds(*hit[:2])]
    parts = sorted(
        (one for one in named if not known.holds(*one[0][:2])), key=lambda one: one[0][:2]
    )
    fallen = [(candidate, verdict) for _, candidate, verdict in parts]
    spans = Spans(hit[:2] for hit, _, _ in parts)
    for hit, candidate in zip(hits, candidates, strict=True):
        if spans.holds(*hit[:2]):
            fallen.append((candidate, parts[spans.last(hit.start)][2]))
        else:
            standing.append(hit)
    return standing, fallen


def _places(folded: Folded, index: Index, *, common: bool) -> Iterator[_Place]:
    """Where the patterns stand: those that are `common` letters or words, or all others."""
    text, letters = folded.text, _word_edges(folded)
    edged = text + " "  # whose last character stands before the first, too
    for start, end, entries in index.spaced.find(text, frozenset() if common else letters):
        beside = edged[end] in letters or edged[start - 1] in letters
        for entry in entries:
            is_common = (beside and entry.is_acronym) or (
                entry.has_capitals and folded.written(start, end).islower()
            )
            if is_common is common and (place := _place(text, start, end, entry)):
                yield place
    if not folded.hangul or common:
        return
    squeezed = Squeezed(text)
    for begin, stop, entries in index.squeezed.find(squeezed.text):
        for entry in entries:
            place = _place(squeezed.text, begin, stop, entry)
            if not place:
                continue
            start, end = squeezed.unsqueezed(place.start, place.end)
            if may_be_spaced(text[start:end], entry.spaces, entry.term.syllables):
                literal = place.literal and squeezed.unsqueezed(*place.literal)
                yield _Place(start, end, entry, literal, place.number)


def _word_edges(folded: Folded) -> frozenset[str]:
    """What may not stand beside an acronym: plain letters, where no emphasis was dropped between."""
    has_emphasis = "*" in folded.source or "_" in folded.source
    return frozenset() if has_emphasis else _PLAIN_LETTERS


def _place(text: str, start: int, end: int, entry: Entry) -> _Place | None:
    """The place of an entry; a numbered one stands only with what lies beyond its literal."""
    if entry.how != "number":
        return _Place(start, end, entry)
    if entry.after:
        found = re.compile(entry.after).match(text, end)
        return (
            _Place(start, found.end(), entry, (start, end), read(entry.term.lang, found[1]))
            if found
            else None
        )
    reach = max(0, start - NUMBER_REACH)
    found = re.compile(entry.before).search(text[reach:start])
    begin = reach + found.start() if found else 0
    return (
        _Place(begin, end, entry, (start, end), read(entry.term.lang, found[1])) if found else None
    )


def _holds_number(region: Region, low: int, high: int) -> bool:
    """Whether a hit has a whole document number in it: "Luật … số 72/2020/QH14" is a law's name."""
    return region.kind == "document-number" and low <= region.start and region.end <= high


# --- judging --------------------------------------------------------------------------------------


def _verdict(candidate: Candidate, place: _Place) -> Verdict:
    term = candidate.term
    if term.case_exact and not _same_case(candidate.folded, place):
        return reject("case", f"“{term.text}” is matched with its case")
    word = _cover(candidate) if term.covered_by else ""
    if word:
        return reject("covered", f"“{word}”")
    verdict = _edges(candidate)
    if verdict.outcome == "reject" or not (term.near or term.not_near):
        return verdict
    near = words_near(candidate)
    return verdict if near.outcome == "accept" else near


def _edges(candidate: Candidate) -> Verdict:
    term = candidate.term
    verdict = LANGUAGES[term.lang].matching.edges(candidate)
    if verdict.outcome == "accept" and candidate.lang and candidate.lang != term.lang:
        return LANGUAGES[candidate.lang].matching.admits(candidate)
    return verdict


def _longer_name(candidate: Candidate) -> str:
    """The longer proper name that the candidate is a part of, as its language or the text's has it."""
    term = candidate.term
    if term.domain in ("", _BODIES) and term.kind != "acronym":
        near = beside(candidate)
        if LANGUAGES[term.lang].translation.is_foreign(term.text, near.before, near.after):
            return f"{near.written}, of a third country"
    asked = dict.fromkeys((term.lang, candidate.lang or term.lang))
    names = (LANGUAGES[lang].matching.longer_name(candidate) for lang in asked)
    return next(filter(None, names), "")


def _same_case(folded: Folded, place: _Place) -> bool:
    written = folded.written(*(place.literal or place[:2]))
    if written == place.entry.cased:
        return True
    if written.islower():
        return not place.entry.has_capitals
    if written.isascii() and written.isalpha():  # which the fold leaves as it is
        return False
    text = fold(written, keep_case=True).text
    return text.replace(" ", "") == place.entry.cased.replace(" ", "")


def _cover(candidate: Candidate) -> str:
    """The first of the label's `covered_by` words that stands over the candidate."""
    text, start, end = candidate.folded.text, candidate.start, candidate.end
    around = text[max(0, start - COVER_REACH) : end + COVER_REACH]
    covers = LANGUAGES[candidate.term.lang].matching.covers
    for word in candidate.term.covered_by:
        folded, size = word.folded, len(word.folded)
        is_near = folded in around or size > COVER_REACH  # few are: then look where exactly
        low, high = max(0, end - size), start + size
        at = text.find(folded, low, high) if is_near else -1
        while at >= 0:
            if covers(text, at, folded):
                return word.text
            at = text.find(folded, at + 1, high)
    return ""


# --- results --------------------------------------------------------------------------------------


def _hit(place: _Place, text: str, start: int, end: int) -> Hit:
    entry = place.entry
    return Hit(start, end, entry.term, _how(text[start:end], entry), place.number)


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
