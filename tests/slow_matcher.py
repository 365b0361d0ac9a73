"""A matcher that is slow and obvious, to hold the fast one to (rules M1 to M11).

It folds character by character, tries every stretch of the folded text against every spelling of
every label, and takes the longest that is left until none is. Of the package it uses the scanner's
document and what the languages say: how a label may be spelled, and whether a candidate is that word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from khihau.languages import LANGUAGES
from khihau.languages.candidates import Candidate, Term, Verdict, Word, reject, sentence_around
from khihau.languages.session_numbers import placeholder
from khihau.languages.variants import acronym_variants
from khihau.match.clauses import clause_around
from khihau.model import Concept, Document, Label, Termbase
from khihau.text.fold import BARRIER, DASH, DOT, Folded
from khihau.text.hangul import may_be_spaced

__all__ = ["Node", "SlowHit", "slow_fold", "slow_hits", "slow_tree"]

# --- the fold, one character after the other (rule M2) -------------------------------------------------

HYPHENS = "-\u2010\u2011\u2012\u2013\u2212"
LONG_DASHES = "\u2014\u2015"
DOTS = "·ㆍ‧・•∙･"
ZERO_WIDTH = "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\ufeff"
QUOTES = dict(zip("‘’‚‛“”„‟", "''''\"\"\"\"", strict=True))
LETTERS = dict(zip("ðÐɖƉавекмнорстухіјѕАВЕКМНОРСТУХІЈЅ", "đĐđĐabekmhopctyxijsABEKMHOPCTYXIJS", strict=True))  # fmt: skip


def slow_fold(text: str, *, keep_case: bool = False) -> Folded:
    """The folded text; each of its characters, or what came of one cluster, is a piece of the map."""
    characters = list(_without_quote_marks(text))
    cells: list[tuple[str, int, int]] = []
    at = 0
    while at < len(characters):
        end = _cluster_end(characters, at)
        cells.append((_folded(characters, at, end, keep_case), at, end))
        at = end
    starts, length = [], 0
    for piece, _, _ in cells:
        starts.append(length)
        length += len(piece)
    return Folded(
        "".join(piece for piece, _, _ in cells),
        text,
        any("가" <= c <= "힣" or "\u1100" <= c <= "\u1112" for c in text),
        tuple(starts),
        tuple(start + len(piece) for start, (piece, _, _) in zip(starts, cells, strict=True)),
        tuple(start for _, start, _ in cells),
        tuple(end for _, _, end in cells),
    )


def _without_quote_marks(text: str) -> str:
    """A term runs on in the next line of a block quote: the marks at the line's start are spaces."""
    lines = re.split(r"(\r\n|\n|\r)", text)
    for number in range(2, len(lines), 2):
        marks = re.match(r"[ \t>]*>", lines[number])
        if marks:
            lines[number] = marks[0].replace(">", " ") + lines[number][marks.end() :]
    return "".join(lines)


def _cluster_end(characters: Sequence[str], at: int) -> int:
    """Where what is folded as one thing ends: a run of separators, emphasis, a letter and marks."""
    end = at + 1
    first = characters[at]
    following = characters[end] if end < len(characters) else ""
    if _is_separator(first):
        while end < len(characters) and _is_separator(characters[end]):
            end += 1
        return end
    if first in "*_":
        while end < len(characters) and characters[end] in "*_":
            end += 1
        return end if _is_emphasis(characters, at, end) else at + 1
    if "\u1100" <= first <= "\u1112" and "\u1161" <= following <= "\u1175":
        end += 1
    if end > at + 1 or _is_open(first):  # UAX #15 composes a final with an open syllable alone
        end += end < len(characters) and "\u11a8" <= characters[end] <= "\u11c2"
    while end < len(characters) and _is_mark(characters[end]):
        end += 1
    return end


def _is_open(character: str) -> bool:
    """Whether a character is a Hangul syllable without a final consonant."""
    return "가" <= character <= "힣" and (ord(character) - ord("가")) % 28 == 0


def _is_emphasis(characters: Sequence[str], start: int, end: int) -> bool:
    """Whether word characters stand on both sides, a space or a line break at most between."""
    before, after = (
        "".join(characters[max(0, start - 2) : start]),
        "".join(characters[end : end + 2]),
    )
    spaces = (" ", "\n", "\xa0")
    spaced_before, spaced_after = before.endswith(spaces), after.startswith(spaces)
    if spaced_before and spaced_after:
        return False
    left, right = before[:-1][-1:] if spaced_before else before[-1:], after[spaced_after:][:1]
    return (left.isalnum() or _is_mark(left)) and right.isalnum()


def _folded(characters: Sequence[str], start: int, end: int, keep_case: bool) -> str:
    cluster = "".join(characters[start:end])
    if all(map(_is_separator, cluster)):
        return _folded_run(cluster)
    if not cluster.strip("*_") and _is_emphasis(characters, start, end):
        return ""
    letters = "".join(_letter(c, keep_case) for c in cluster)
    undotted = letters.replace("i\u0307", "i").replace("I\u0307", "I")  # İ in two code points
    return unicodedata.normalize("NFC", undotted)


def _folded_run(run: str) -> str:
    run = "".join(c for c in run if c not in ZERO_WIDTH)
    breaks = re.findall("\r\n|[\n\r\v\f\x85\u2028]", run)
    barrier = BARRIER if len(breaks) > 1 or "\u2029" in run else ""
    signs = "".join(run.split())
    if not signs:
        return barrier or (" " if run else "")
    if signs[0] in DOTS:
        return barrier + DOT
    return barrier + (" " if run in list(HYPHENS) else DASH)


def _letter(character: str, keep_case: bool) -> str:
    if "\ud800" <= character <= "\udfff":
        return "\ufffd"
    character = QUOTES.get(character, LETTERS.get(character, character))
    if "\uff01" <= character <= "\uff5e" or character in "₀₁₂₃₄₅₆₇₈₉℃℉ﬀﬁﬂﬃﬄ":
        character = unicodedata.normalize("NFKC", character)
    if character == "İ":
        character = "I"
    return character if keep_case else character.lower()


def _is_separator(character: str) -> bool:
    return character != "" and (
        character.isspace() or character in ZERO_WIDTH + HYPHENS + LONG_DASHES + DOTS
    )


def _is_mark(character: str) -> bool:
    return character != "" and unicodedata.combining(character) > 0


# --- every spelling of every label ----------------------------------------------------------------


class _Spelling(NamedTuple):
    """A spelling as a regular expression, and where the label has a space (Korean only)."""

    pattern: re.Pattern[str]
    cased: re.Pattern[str] | None
    korean: bool
    spaces: frozenset[int]
    term: Term
    longest: int


@lru_cache(maxsize=16)
def _spellings(base: Termbase) -> tuple[_Spelling, ...]:
    return tuple(
        spelling
        for concept in base.concepts
        for label in concept.labels
        if label.status != "mistranslation"
        for spelling in _label_spellings(concept, label)
    )


def _label_spellings(concept: Concept, label: Label) -> Iterator[_Spelling]:
    folded = slow_fold(label.text, keep_case=True).text.strip(" ")
    language = LANGUAGES[label.lang].matching
    before, after = language.competitors(folded.lower())
    is_acronym = label.kind in ("acronym", "symbol")
    is_plain = not is_acronym and LANGUAGES[label.lang].translation.is_plain(label.text)
    term = Term(
        concept.id,
        label.lang,
        label.text,
        label.status,
        label.kind,
        label.case_exact,
        language.syllables(folded),
        before,
        after,
        _words(label.covered_by),
        _words(label.near),
        _words(label.not_near),
        label.until,
        label.sense,
        concept.domain,
        not label.near and not is_plain,
    )
    if not is_acronym:
        texts = [folded, *(variant.text for variant in language.variants(label, folded))]
    elif label.numbered:
        texts = [folded]
    else:
        texts = [folded, *(variant.text for variant in acronym_variants(folded))]
    korean = any("가" <= c <= "힣" for c in folded)
    for text in dict.fromkeys(texts):
        pattern = _pattern(label, text.lower(), korean)
        cased = re.compile(_pattern(label, text, korean)) if label.case_exact else None
        spaces = _space_offsets(text) if korean else frozenset[int]()
        yield _Spelling(re.compile(pattern), cased, korean, spaces, term, 2 * len(text) + 12)


def _words(words: Sequence[str]) -> tuple[Word, ...]:
    return tuple(Word(word, slow_fold(word).text) for word in words)


def _pattern(label: Label, text: str, korean: bool) -> str:
    if korean:
        text = text.replace(" ", "")
    parts = re.split(r"(\{n(?::ordinal)?\})", text)
    if len(parts) == 1:
        return re.escape(text)
    joint = " ?" if label.kind in ("acronym", "symbol") else ""
    left, mark, right = parts
    return f"{re.escape(left)}{joint}{placeholder(label.lang, mark)}{joint if right else ''}{re.escape(right)}"


def _space_offsets(text: str) -> frozenset[int]:
    """Where a label has spaces, those not counted; behind a number, from the end."""
    left, _, right = text.partition("{n}")
    ahead = {len(left[:at].replace(" ", "")) for at, c in enumerate(left) if c == " "}
    behind = {-len(right[at:].replace(" ", "")) for at, c in enumerate(right) if c == " "}
    return frozenset(ahead | behind)


# --- every stretch of the text --------------------------------------------------------------------


class SlowHit(NamedTuple):
    """A candidate that stands; offsets are code points of the original text."""

    start: int
    end: int
    term: Term


def slow_hits(document: Document, base: Termbase) -> tuple[list[SlowHit], list[SlowHit]]:
    """What is accepted, overlapping hits too, and what falls; kiwipiepy has no vote."""
    folded = slow_fold(document.text)
    spellings = _spellings(base)
    longest = max(spelling.longest for spelling in spellings)
    accepted: set[SlowHit] = set()
    named: set[SlowHit] = set()  # parts of longer proper names
    fallen: set[SlowHit] = set()
    undecided: list[tuple[SlowHit, Candidate, Verdict]] = []
    shut: list[tuple[SlowHit, Candidate]] = []
    for start in range(len(folded.text)):
        for end in range(start + 1, min(len(folded.text), start + longest) + 1):
            for spelling in spellings:
                if not _stands(folded.text, start, end, spelling):
                    continue
                candidate = _candidate(document, folded, start, end, spelling.term)
                hit = SlowHit(*folded.source_span(start, end), spelling.term)
                verdict = _verdict(document, candidate, spelling)
                if verdict.outcome == "shut":
                    shut.append((hit, candidate))
                elif verdict.outcome == "undecided":
                    undecided.append((hit, candidate, verdict))
                elif verdict.outcome == "accept":
                    (named if _in_name(candidate) else accepted).add(hit)
                else:
                    fallen.add(hit)
    subjects = _subjects(accepted, [hit for hit, _ in shut])
    for hit, candidate in shut:
        verdict = (
            _edges(candidate)
            if subjects & {hit.term.concept, hit.term.domain}
            else Verdict("reject")
        )
        if verdict.outcome == "undecided":
            undecided.append((hit, candidate, verdict))
        elif verdict.outcome == "accept":
            (named if _in_name(candidate) else accepted).add(hit)
        else:
            fallen.add(hit)
    decided = list(accepted)
    for hit, candidate, verdict in undecided:
        if any(one.start <= hit.start and hit.end <= one.end for one in decided):
            stands = verdict.reason == "crossed"  # such a word stands inside a longer hit (rule M4)
        else:
            (last,) = LANGUAGES[hit.term.lang].matching.decide([(candidate, verdict)], "off")
            stands = last.outcome == "accept"
        (fallen if not stands else named if _in_name(candidate) else accepted).add(hit)
    parts = {hit for hit in named if not _lies_in(hit, accepted)}
    standing = {hit for hit in accepted if not _lies_in(hit, parts)} | named - parts
    fallen |= parts | (accepted - standing)
    return sorted(standing, key=_span), sorted(fallen - standing, key=_span)


def _in_name(candidate: Candidate) -> bool:
    langs = {candidate.term.lang, candidate.lang or candidate.term.lang}
    return any(LANGUAGES[lang].matching.longer_name(candidate) for lang in langs)


def _lies_in(hit: SlowHit, others: Iterable[SlowHit]) -> bool:
    return any(one.start <= hit.start and hit.end <= one.end for one in others)


def _subjects(accepted: Iterable[SlowHit], shut: Sequence[SlowHit]) -> set[str]:
    """The concepts and domains that a document names in words that mean nothing else (rule M8)."""
    named: dict[tuple[int, int], list[Term]] = {}
    for hit in accepted:
        named.setdefault(_span(hit), []).append(hit.term)
    found = {
        subject
        for (start, end), terms in named.items()
        if len({term.concept for term in terms}) == 1
        and not any(one.start <= start and end <= one.end for one in shut)
        for term in terms
        if term.opens
        for subject in (term.concept, term.domain)
    }
    return found - {""}


def _span(hit: SlowHit) -> tuple[int, int]:
    return hit.start, hit.end


def _stands(text: str, start: int, end: int, spelling: _Spelling) -> bool:
    stretch = text[start:end]
    if stretch != stretch.strip(" ") or end - start > spelling.longest:
        return False
    term = spelling.term
    if term.text.endswith("}") and re.match("[0-9]|[.,][0-9]", text[end : end + 2]):
        return False
    if term.text.startswith("{") and re.match("[0-9.,]", text[start - 1 : start]):
        return False
    if not spelling.korean:
        return spelling.pattern.fullmatch(stretch) is not None
    found = spelling.pattern.fullmatch(stretch.replace(" ", ""))
    return found is not None and may_be_spaced(stretch, spelling.spaces, term.syllables)


def _candidate(document: Document, folded: Folded, start: int, end: int, term: Term) -> Candidate:
    low, _ = folded.source_span(start, end)
    langs = [segment.lang for segment in document.segments if segment.start <= low]
    return Candidate(folded, start, end, term, langs[-1] if langs else None)


def _verdict(document: Document, candidate: Candidate, spelling: _Spelling) -> Verdict:
    """Whether it is the label's word, and stands where words are looked for."""
    folded, start, end, term = candidate[:4]
    low, high = folded.source_span(start, end)
    if any(
        region.start < high and low < region.end
        for region in document.protected
        if not (region.kind == "document-number" and low <= region.start and region.end <= high)
    ):
        return reject("protected")
    if spelling.cased:
        written = slow_fold(document.text[low:high], keep_case=True).text
        if not spelling.cased.fullmatch(written.replace(" ", "") if spelling.korean else written):
            return reject("case")
    if any(_covers(word.folded, candidate) for word in term.covered_by):
        return reject("covered")
    verdict = _edges(candidate)
    if verdict.outcome == "reject":
        return verdict
    beside = _words_of(folded.text[slice(*clause_around(candidate))])
    if any(_is_among(word.folded, beside) for word in term.not_near):
        return reject("not-near")
    words = _words_of(folded.text[slice(*sentence_around(candidate))])
    if term.near and not any(_is_among(word.folded, words) for word in term.near):
        return Verdict("shut")
    return verdict


def _words_of(text: str) -> list[str]:
    return re.findall(r"[^\W_가-힣]+", text)


def _edges(candidate: Candidate) -> Verdict:
    term = candidate.term
    verdict = LANGUAGES[term.lang].matching.edges(candidate)
    if verdict.outcome == "accept" and candidate.lang not in (None, term.lang):
        return LANGUAGES[candidate.lang].matching.admits(candidate)
    return verdict


def _is_among(word: str, words: Sequence[str]) -> bool:
    """A word as it is, in the plural or with a number: COP, COPs, COP30."""
    form = re.compile(re.escape(word) + (r"s?[0-9]*" if word[-1:].isalpha() else ""))
    return any(map(form.fullmatch, words))


def _covers(word: str, candidate: Candidate) -> bool:
    text, start, end = candidate.folded.text, candidate.start, candidate.end
    covers = LANGUAGES[candidate.term.lang].matching.covers
    return any(
        text.startswith(word, at) and end <= at + len(word) and covers(text, at, word)
        for at in range(max(0, end - len(word)), start + 1)
    )


# --- the longest wins (rule M7) ------------------------------------------------------------------------


class Node(NamedTuple):
    """A span that stands, and those inside it."""

    start: int
    end: int
    inner: tuple[Node, ...]


def slow_tree(spans: Iterable[tuple[int, int]]) -> tuple[Node, ...]:
    """Take the longest, then the leftmost; what it holds is inside it, what it overlaps falls."""
    waiting = sorted(set(spans), key=lambda span: (span[0] - span[1], span[0]))
    nodes = []
    while waiting:
        start, end = waiting[0]
        inside = [s for s in waiting[1:] if start <= s[0] and s[1] <= end]
        waiting = [s for s in waiting if s[1] <= start or end <= s[0]]
        nodes.append(Node(start, end, slow_tree(inside)))
    return tuple(sorted(nodes))
