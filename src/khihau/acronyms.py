"""The ledger of acronyms: where each is defined, used, or neither (SEMANTICS A)."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from khihau.definitions import Fulls, Written, clause_start, is_citation, written_out
from khihau.match.scan import Hit
from khihau.model import (
    IGNORED_ACRONYMS,
    AcronymEntry,
    AcronymKind,
    Concept,
    Document,
    Match,
    Options,
    SegmentKind,
    Termbase,
)

__all__ = ["Ledger", "Use", "ledger"]

_CAPITALS = "A-ZĐ"
_TOKEN = re.compile(
    rf"(?<![\w&+/.-])[{_CAPITALS}][{_CAPITALS}0-9]*(?:[&-][{_CAPITALS}0-9]+)*\+?s?(?![\w&/])"
)
_ROMAN = re.compile("[IVXLCDM]+s?")
_WORD = re.compile(r"[^\W\d_]+")
# After these a new phrase begins: what follows is a whole name (Vietnamese, English).
_BORDER_WORDS = frozenset(
    "của về cho theo với và các là thực hiện tại trong từ đến như gồm ký bởi những một this that the "
    "a an of and its their to under in on for with our by as include includes including".split()
)
_BORDER_ENDINGS = re.compile(
    "[은는이가을를의에과와로도고며한할인된될]$"
)  # Korean: particles, verb forms
_SMALL = frozenset("of the and for on in to a an by with as at or".split())
_SAME_MEANING = 0.5  # share of words that an expansion has from a label, to be a rendering of it


@dataclass(frozen=True, slots=True)
class Use:
    """One mention of an acronym. `written` is what writes it out there, `meaning` how that counts:
    "definition", "conflict" (a wrong form, or another meaning), "loose" (words that are no label),
    or "" for a mere use. `expansion` is the span of the form or of the words."""

    start: int
    end: int
    acronym: str
    concept: str | None
    number: int | None
    kind: SegmentKind
    meaning: str = ""
    expansion: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Ledger:
    """Every use in text order, and the events among them, one entry an event."""

    uses: tuple[Use, ...]
    entries: tuple[AcronymEntry, ...]

    def of(self, concept: str) -> tuple[Use, ...]:
        """The uses of one concept's acronyms."""
        return tuple(use for use in self.uses if use.concept == concept)


def ledger(
    document: Document,
    matches: Sequence[Match],
    hits: Sequence[Hit],
    base: Termbase,
    options: Options,
) -> Ledger:
    """Collect the acronyms of a document and what it does with each.

    `matches` are the resolved top-level matches, `hits` all accepted ones (a full form may stand
    inside a longer label). Offsets are code points of the document's text.
    """
    ignored = IGNORED_ACRONYMS | options.ignored_acronyms
    fulls = Fulls.of(hits)
    uses: list[Use] = []
    for use in sorted(
        (*_known(document, matches, ignored), *_unknown(document, matches, ignored)),
        key=lambda use: use.start,
    ):
        if is_citation(document.text, use.start, use.end):
            continue
        written = written_out(document, use.start, use.end, fulls)
        uses.append(_weighed(document, use, written, base) if written else use)
    return Ledger(
        tuple(uses), tuple(sorted(_entries(uses), key=lambda entry: (entry.start, entry.end)))
    )


def _known(document: Document, matches: Iterable[Match], ignored: frozenset[str]) -> Iterator[Use]:
    for match in matches:
        if match.kind == "acronym" and match.text not in ignored and not match.alternatives:
            kind = _kind_at(document, match.start)
            yield Use(match.start, match.end, match.text, match.concept, match.number, kind)


def _unknown(
    document: Document, matches: Sequence[Match], ignored: frozenset[str]
) -> Iterator[Use]:
    starts = [match.start for match in matches]
    for found in _TOKEN.finditer(document.text):
        token = found.group()
        start, end = found.span()
        at = bisect_left(starts, end) - 1
        if at >= 0 and matches[at].end > start:
            continue
        if sum(c.isupper() for c in token) < 2 or _ROMAN.fullmatch(token) or token in ignored:
            continue
        if _is_protected(document, start) or _is_shouted(document.text, start, end):
            continue
        yield Use(start, end, token, None, None, _kind_at(document, start))


def _is_protected(document: Document, offset: int) -> bool:
    at = bisect_right(document.protected, offset, key=lambda region: region.start) - 1
    return at >= 0 and offset < document.protected[at].end


def _kind_at(document: Document, offset: int) -> SegmentKind:
    at = bisect_right(document.segments, offset, key=lambda segment: segment.start) - 1
    return document.segments[at].kind if at >= 0 else "body"


def _is_shouted(text: str, start: int, end: int) -> bool:
    """Whether a token is a word of a stretch in capitals, not an acronym (SEMANTICS A5)."""
    line_start = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    line_end = min((at for sign in "\n\r" if (at := text.find(sign, end)) >= 0), default=len(text))
    line = text[line_start:line_end]
    if len(_WORD.findall(line)) > 1 and line.isupper() and not re.search("[가-힣]", line):
        return True
    before = re.search(r"([^\W\d_]+) $", text[max(0, start - 20) : start])
    after = re.match(r" ([^\W\d_]+)", text[end : end + 20])
    beside = [found[1] for found in (before, after) if found]
    return any(word.isupper() and len(word) > 1 and not word.isascii() for word in beside)


# --- what an expansion is worth -------------------------------------------------------------------


def _weighed(document: Document, use: Use, written: Written, base: Termbase) -> Use:
    text = document.text
    own = [hit for hit in written.hits if hit.concept == use.concept]
    allowed = [hit for hit in own if hit.label.status != "forbidden"]
    if written.hits:
        first = (allowed or own or written.hits)[0]
        span = (first.start, first.end)
        if allowed or use.concept is None:
            return replace(use, meaning="definition", expansion=span)
        if own or _begins_phrase(text, first.start):
            return replace(use, meaning="conflict", expansion=span)
        # Another concept's label that ends a longer phrase: "mục tiêu quốc gia giảm | khí nhà kính".
        return replace(
            use, meaning="loose", expansion=(clause_start(document, first.end), first.end)
        )
    if not written.words:
        return use
    initials = _initials(text, written.words, use.acronym)
    if use.concept is None:
        return replace(use, meaning="definition", expansion=initials or written.words)
    if initials and not _resembles(text[slice(*initials)], base[use.concept]):
        return replace(use, meaning="conflict", expansion=initials)
    return replace(use, meaning="loose", expansion=written.words)


def _begins_phrase(text: str, start: int) -> bool:
    """Whether a whole name may begin here: after a border, a function word, a Korean particle."""
    before = text[max(0, start - 40) : start].rstrip(" \t\xa0*_")
    if not before or not (before[-1].isalnum()):
        return True
    word = re.split(r"\s", before)[-1]
    return word.lower() in _BORDER_WORDS or bool(_BORDER_ENDINGS.search(word))


def _initials(text: str, words: tuple[int, int], acronym: str) -> tuple[int, int] | None:
    """The last words whose initials spell the acronym, small words skipped (Schwartz and Hearst)."""
    letters = [letter for letter in acronym.rstrip("s") if letter.isalpha()]
    found = list(_WORD.finditer(text, *words))
    for first in range(len(found) - 1, max(-1, len(found) - 2 * len(letters) - 1), -1):
        capitals = [word.group()[0] for word in found[first:] if word.group().lower() not in _SMALL]
        if [letter.upper() for letter in capitals] == letters:
            return found[first].start(), words[1]
    return None


def _resembles(text: str, concept: Concept) -> bool:
    words = {word.lower() for word in _WORD.findall(text)} - _SMALL
    labels = ({word.lower() for word in _WORD.findall(label.text)} for label in concept.labels)
    return any(len(words & label) >= _SAME_MEANING * len(words) for label in labels)


# --- events ---------------------------------------------------------------------------------------


def _entries(uses: Sequence[Use]) -> Iterator[AcronymEntry]:
    groups: dict[str, list[Use]] = {}
    for use in uses:
        groups.setdefault(use.concept or "?" + use.acronym.rstrip("s"), []).append(use)
    for group in groups.values():
        yield from _events(group)


def _events(group: Sequence[Use]) -> Iterator[AcronymEntry]:
    """The events of one acronym: SEMANTICS A6."""
    defined = [use for use in group if use.meaning == "definition"]
    for use in group:
        if use.meaning == "conflict":
            yield _entry("conflicting", use)
    running = [use for use in group if use.kind != "heading" and use.meaning not in ("definition",)]
    if not defined:
        if running and not any(use.meaning == "conflict" for use in group):
            loose = next((use for use in group if use.meaning == "loose"), None)
            kind: AcronymKind = "undefined" if group[0].concept else "unknown"
            yield replace(_entry(kind, running[0]), expansion=loose.expansion if loose else None)
        return
    first = defined[0]
    yield _entry("definition", first)
    for use in defined[1:]:
        # A family (COP29, COP30) is introduced once; another session written out is no repetition.
        if use.number == first.number:
            yield _entry("repeated", use)
    early = [use for use in running if use.start < first.start]
    if early:
        yield _entry("late", early[0])
    if len(group) == 1:
        yield _entry("unused", first)


def _entry(kind: AcronymKind, use: Use) -> AcronymEntry:
    return AcronymEntry(
        kind=kind,
        acronym=use.acronym,
        start=use.start,
        end=use.end,
        concept=use.concept,
        expansion=use.expansion,
    )
