"""Candidates of a document: every place where a pattern stands, accepted or with its reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from itertools import chain, starmap
from operator import itemgetter
from typing import NamedTuple

from khihau.languages import LANGUAGES
from khihau.languages.candidates import ACCEPT, Candidate, Term, Verdict, reject
from khihau.match.index import Index
from khihau.match.judging import Judged, edges, holds_number, longer_name, verdict_on
from khihau.match.patterns import Entry
from khihau.match.places import Place, places
from khihau.match.tuned import LONGEST_HIT
from khihau.model import Analyser, Document, LabelLang, Options, Rejection
from khihau.text.fold import fold
from khihau.text.spans import Spans

__all__ = ["Hit", "Scan", "scan"]


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

    def judged(place: Place, low: int, high: int) -> Judged:
        start, end, entry = place[:3]
        term = entry.term
        candidate = Candidate(folded, start, end, term, langs[segments.last(low)])
        if protected.overlaps(low, high):
            region = document.protected[protected.last(high - 1)]
            if not holds_number(region, low, high):
                return Judged(candidate, place, reject("protected", region.kind))
        if entry.is_acronym and term.text in ignored:
            verdict = reject("ignored", "the settings ignore this acronym")
            return Judged(candidate, place, verdict)
        return Judged(candidate, place, verdict_on(candidate, place))

    def common() -> Iterator[tuple[Candidate, Verdict]]:
        for place in places(folded, index, common=True):
            one = judged(place, *folded.source_span(place.start, place.end))
            yield one.candidate, one.verdict

    def take(candidate: Candidate, place: Place, low: int, high: int) -> None:
        hit = _hit(place, document.text, low, high)
        name = "" if inside_names else longer_name(candidate)
        if name:
            named.append((hit, candidate, reject("covered", f"“{name}”")))
        else:
            hits.append(hit)
            candidates.append(candidate)

    hits: list[Hit] = []
    candidates: list[Candidate] = []  # of the hits, in their order
    named: list[tuple[Hit, Candidate, Verdict]] = []
    fallen: list[tuple[Candidate, Verdict]] = []
    undecided: list[Judged] = []
    shut: list[Judged] = []
    for place in places(folded, index, common=False):
        low, high = folded.source_span(place.start, place.end)
        one = judged(place, low, high)
        if one.verdict.outcome == "accept":
            take(one.candidate, place, low, high)
        elif one.verdict.outcome == "reject":
            fallen.append((one.candidate, one.verdict))
        else:
            (shut if one.verdict.outcome == "shut" else undecided).append(one)
    for one in _opened(shut, hits):
        if one.verdict.outcome == "accept":
            take(one.candidate, one.place, *one.span)
        elif one.verdict.outcome == "undecided":
            undecided.append(one)
        else:
            fallen.append((one.candidate, one.verdict))
    for one in _voted(undecided, hits, options.analyser):
        if one.verdict.outcome == "accept":
            take(one.candidate, one.place, *one.span)
        else:
            fallen.append((one.candidate, one.verdict))
    if named:
        hits, inside = _apart_from_names(hits, candidates, named)
        fallen += inside
    hits.sort(key=itemgetter(0, 1))
    return Scan(tuple(hits), tuple(fallen), common)


def _opened(shut: Sequence[Judged], hits: Sequence[Hit]) -> Iterator[Judged]:
    """What waits for words near it, with the document's word: it opens what it is about (rule M8).

    What is part of a name that waits says nothing: no name opens its own gate.
    """
    if not shut:
        return
    waiting = Spans(sorted(one.span for one in shut))
    concepts, domains = _subjects([hit for hit in hits if not waiting.holds(*hit[:2])])
    for one in shut:
        term = one.candidate.term
        if term.concept in concepts or term.domain in domains:
            yield one._replace(verdict=edges(one.candidate))
        else:
            yield one


def _subjects(hits: Sequence[Hit]) -> tuple[Set[str], Set[str]]:
    """The concepts that a document names in words with one meaning, and the domains of those."""
    named = Counter((start, end) for start, end, _ in {(*hit[:2], hit.concept) for hit in hits})
    clear = [hit.term for hit in hits if hit.term.opens and named[hit[:2]] == 1]
    return {term.concept for term in clear}, {term.domain for term in clear} - {""}


def _voted(
    undecided: Sequence[Judged], hits: Iterable[Hit], analyser: Analyser
) -> Iterator[Judged]:
    """What is undecided with the analyser's vote; what lies in a longer hit needs none (rule M4).

    Nor does what overlaps a hit in part: the analyser only adds, so 신규조림 사업 stays 신규조림.
    """
    if not undecided:
        return
    longer = Spans(sorted((hit.start, hit.end) for hit in hits))
    waiting: dict[LabelLang, list[Judged]] = {}
    for one in undecided:
        if one.verdict.reason == "undecided" and longer.cuts(*one.span, LONGEST_HIT):
            yield one
        elif not longer.holds(*one.span):
            waiting.setdefault(one.candidate.term.lang, []).append(one)
        elif one.verdict.reason == "crossed":
            yield one._replace(verdict=ACCEPT)
        else:
            yield one
    for lang, cases in waiting.items():
        open_cases = [(one.candidate, one.verdict) for one in cases]
        last = LANGUAGES[lang].matching.decide(open_cases, analyser)
        for one, verdict in zip(cases, last, strict=True):
            yield one._replace(verdict=verdict)


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


# --- results --------------------------------------------------------------------------------------


def _hit(place: Place, text: str, start: int, end: int) -> Hit:
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
