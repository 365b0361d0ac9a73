"""What is said of a candidate: whether it stands, or why it falls."""

from __future__ import annotations

from typing import NamedTuple

from khihau.languages import LANGUAGES
from khihau.languages.candidates import Candidate, Verdict, reject
from khihau.languages.capitals import beside
from khihau.match.near import words_near
from khihau.match.places import Place
from khihau.match.tuned import COVER_REACH
from khihau.model import Region
from khihau.model.domains import BODIES
from khihau.text.fold import Folded, fold

__all__ = ["Judged", "edges", "holds_number", "longer_name", "verdict_on"]


class Judged(NamedTuple):
    """A candidate with the place that it was found at, and what is said of it."""

    candidate: Candidate
    place: Place
    verdict: Verdict

    @property
    def span(self) -> tuple[int, int]:
        """Where it stands in the original text, in code points."""
        return self.candidate.folded.source_span(self.candidate.start, self.candidate.end)


def holds_number(region: Region, low: int, high: int) -> bool:
    """Whether a hit has a whole document number in it: "Luật … số 72/2020/QH14" is a law's name."""
    return region.kind == "document-number" and low <= region.start and region.end <= high


def verdict_on(candidate: Candidate, place: Place) -> Verdict:
    """What the case of a candidate, its edges and the words over and near it say of it."""
    term = candidate.term
    if term.case_exact and not _same_case(candidate.folded, place):
        return reject("case", f"“{term.text}” is matched with its case")
    word = _cover(candidate) if term.covered_by else ""
    if word:
        return reject("covered", f"“{word}”")
    verdict = edges(candidate)
    if verdict.outcome == "reject" or not (term.near or term.not_near):
        return verdict
    near = words_near(candidate)
    return verdict if near.outcome == "accept" else near


def edges(candidate: Candidate) -> Verdict:
    """What the languages of a candidate and of the text around it say of its edges."""
    term = candidate.term
    verdict = LANGUAGES[term.lang].matching.edges(candidate)
    if verdict.outcome == "accept" and candidate.lang and candidate.lang != term.lang:
        return LANGUAGES[candidate.lang].matching.admits(candidate)
    return verdict


def longer_name(candidate: Candidate) -> str:
    """The longer proper name that the candidate is a part of, as its language or the text's has it."""
    term = candidate.term
    if term.domain in ("", BODIES) and term.kind != "acronym":
        near = beside(candidate)
        if LANGUAGES[term.lang].translation.is_foreign(term.text, near.before, near.after):
            return f"{near.written}, of a third country"
    asked = dict.fromkeys((term.lang, candidate.lang or term.lang))
    names = (LANGUAGES[lang].matching.longer_name(candidate) for lang in asked)
    return next(filter(None, names), "")


def _same_case(folded: Folded, place: Place) -> bool:
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
