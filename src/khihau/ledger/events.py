"""The events of a ledger: one entry an event (SEMANTICS A6)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from khihau.documents.segments import lang_at, segment_index
from khihau.ledger.uses import Use, family
from khihau.model import AcronymEntry, AcronymKind, Document
from khihau.text.fold import fold
from khihau.text.regex import regex

__all__ = ["entries"]

_NOTE = regex(r"(?:[*※†]+|\[\^[^\]\s]{1,20}\]:)[ \t\xa0]*\Z")


def entries(document: Document, uses: Sequence[Use]) -> tuple[AcronymEntry, ...]:
    """The events among uses, in text order."""
    groups: dict[tuple[str | None, str], list[Use]] = {}
    for use in uses:
        groups.setdefault((use.concept, family(use.acronym, use.number)), []).append(use)
    found = (
        entry
        for group in groups.values()
        for entry in _events(document, _compared(document, group))
    )
    return tuple(sorted(found, key=lambda entry: (entry.start, entry.end)))


def _compared(document: Document, group: Sequence[Use]) -> list[Use]:
    """The uses of an acronym that the base does not know: a second, different form is a conflict."""
    first = next((use for use in group if use.meaning == "definition"), None)
    if first is None or first.concept is not None:
        return list(group)
    return [
        use._replace(meaning="conflict") if _differs(document, use, first) else use for use in group
    ]


def _differs(document: Document, use: Use, first: Use) -> bool:
    if use.meaning != "definition" or not use.expansion or not first.expansion:
        return False
    if lang_at(document.segments, use.start) != lang_at(document.segments, first.start):
        return False
    one, other = (
        fold(document.text[slice(*span)]).text.replace(" ", "").removesuffix("s")
        for span in (use.expansion, first.expansion)
    )
    return one not in other and other not in one


def _events(document: Document, group: Sequence[Use]) -> Iterator[AcronymEntry]:
    """The events of one acronym: SEMANTICS A6."""
    defined = [use for use in group if use.meaning == "definition"]
    conflicts = [use for use in group if use.meaning == "conflict"]
    running = [use for use in group if use.kind != "heading" and use.meaning in ("", "loose")]
    for use in conflicts:
        yield _entry("conflicting", use)
    if not defined:
        if running and not conflicts:
            loose = next((use for use in group if use.meaning == "loose"), None)
            kind: AcronymKind = "undefined" if group[0].concept else "unknown"
            yield replace(_entry(kind, running[0]), expansion=loose.expansion if loose else None)
        return
    first = defined[0]
    yield _entry("definition", first)
    numbers = {first.number}
    for use in defined[1:]:
        # A family (COP29, COP30) is introduced once; another session written out is no repetition.
        if use.number in numbers:
            yield _entry("repeated", use)
        numbers.add(use.number)
    early = next((use for use in running if use.start < _defined_from(document, first)), None)
    if early:
        yield _entry("late", early)
    if len(group) == 1:
        yield _entry("unused", first)


def _defined_from(document: Document, first: Use) -> int:
    """From where on a definition serves: a note (*, ※) explains the block that it stands under."""
    at = segment_index(document.segments, first.start)
    if at < 0 or not _is_note(document, at):
        return first.start
    while at > 0 and _is_note(document, at):
        at -= 1
    return document.segments[at].start


def _is_note(document: Document, at: int) -> bool:
    """Whether a segment is a note: a mark stands before it, or is its first character."""
    start = document.segments[at].start
    before = document.text[max(0, start - 30) : start]
    return bool(_NOTE.search(before)) or document.text[start : start + 1] in ("*", "※", "†")


def _entry(kind: AcronymKind, use: Use) -> AcronymEntry:
    return AcronymEntry(
        kind=kind,
        acronym=use.acronym,
        start=use.start,
        end=use.end,
        concept=use.concept,
        expansion=use.expansion,
    )
