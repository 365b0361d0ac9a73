"""The events of a ledger: one entry an event (rule A6)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from khihau.documents.segments import is_quoted, lang_at, segment_index
from khihau.languages import LANGUAGES
from khihau.languages.detect import detect
from khihau.ledger.definitions import spells
from khihau.ledger.uses import Use, family
from khihau.model import AcronymEntry, AcronymKind, Document, Lang
from khihau.text.fold import fold
from khihau.text.letters import unspaced
from khihau.text.regex import regex
from khihau.text.stops import SURE

__all__ = ["Event", "events", "is_note"]

_NOTE = regex(r"(?:[*※†]+|\[\^[^\]\s]{1,20}\]:)[ \t\xa0]*\Z")
# A note in its paragraph, on a line of its own or behind the sentence that it explains.
_INNER_NOTE = regex(rf"(?:\n[ \t\xa0]*|[{SURE}][ \t\xa0]+)\\?[*※†]+[ \t\xa0]*\Z")
# Languages whose names have no initials in Latin letters.
_SCRIPTS = frozenset(lang for lang, language in LANGUAGES.items() if language.script)
_BESIDE = " -–—,'\"“”‘’*_"  # may stand between a full form and its acronym
_NOTE_SIGNS = ("*", "※", "†", "\\*")


class Event(NamedTuple):
    """An entry of the ledger, the use that it is about, and the definition that counts there."""

    entry: AcronymEntry
    use: Use
    definition: Use | None = None


def events(document: Document, uses: Sequence[Use]) -> tuple[Event, ...]:
    """The events among uses, in text order."""
    groups: dict[tuple[str | None, str], list[Use]] = {}
    notes = _Notes(document)
    for use in _in_own_sense(uses):
        groups.setdefault((use.concept, family(use.acronym, use.number)), []).append(use)
    found = (
        event
        for group in groups.values()
        for part in _parts(document, group)
        for event in _events(document, _compared(document, part), notes)
    )
    return tuple(sorted(found, key=lambda event: (event.entry.start, event.entry.end)))


def _in_own_sense(uses: Sequence[Use]) -> Iterator[Use]:
    """The uses, without the concept of the base where the text says once that it means another thing.

    "… to the Convention on Biological Diversity (COP16) met. COP16 ended."
    """
    told: dict[str, set[str | None]] = {}
    for use in uses:
        if use.meaning == "definition":
            told.setdefault(use.acronym, set()).add(use.concept)
    for use in uses:
        is_own = not use.meaning and told.get(use.acronym) == {None}
        yield use._replace(concept=None, number=None) if is_own else use


def _parts(document: Document, group: Sequence[Use]) -> Iterable[Sequence[Use]]:
    """The uses of an acronym by the definition that their readers have.

    A text in several languages may define an acronym once in each; where a language has no
    definition of its own, the first one of the text counts.
    """
    langs = [lang_at(document.segments, use.start) for use in group]
    parts: dict[Lang | None, list[Use]] = {
        lang: [] for use, lang in zip(group, langs, strict=True) if use.meaning == "definition"
    }
    if len(parts) < 2:
        return (group,)
    first = next(iter(parts))
    for use, lang in zip(group, langs, strict=True):
        parts[lang if lang in parts else first].append(use)
    return parts.values()


def _compared(document: Document, group: Sequence[Use]) -> Sequence[Use]:
    """The uses of an acronym that the base does not know: a second, different form is a conflict.

    Words that need not be a form, and differ, are something that the letters say more of: persons and
    their club (X (SLNA), Y (SLNA)), items and their country (KR).
    """
    defined = [use for use in group if use.meaning == "definition"]
    if len(defined) < 2 or group[0].concept is not None:
        return group
    first = next((use for use in defined if _is_spelled(document, use)), defined[0])
    others = [use for use in defined if _differs(document, use, first)]
    if not others:
        return group
    is_form = _is_spelled(document, first) or len(defined) < len(group)
    return [
        _without_form(use)
        if not is_form or (use in others and not _may_be_form(document, use))
        else use._replace(meaning="conflict")
        if use in others
        else use
        for use in group
    ]


def _without_form(use: Use) -> Use:
    return use._replace(meaning="", expansion=None)


def _is_spelled(document: Document, use: Use) -> bool:
    """Whether initials of the words spell the acronym, or most of it."""
    return bool(use.expansion and spells(document.text, use.expansion, use.acronym))


def _may_be_form(document: Document, use: Use) -> bool:
    """Whether words before a bracket can be what an acronym means: their initials cannot say no."""
    form = document.text[slice(*(use.expansion or (0, 0)))]
    return _is_spelled(document, use) or detect(form) in _SCRIPTS


def _differs(document: Document, use: Use, first: Use) -> bool:
    """Whether two forms in one language are not the same, nor one a part of the other."""
    if not use.expansion or not first.expansion:
        return False
    if lang_at(document.segments, use.start) != lang_at(document.segments, first.start):
        return False
    forms = [document.text[slice(*span)] for span in (use.expansion, first.expansion)]
    if len(set(map(detect, forms))) > 1:
        return False
    one, other = (unspaced(form).removesuffix("s") for form in forms)
    return one not in other and other not in one


def _events(document: Document, group: Sequence[Use], notes: _Notes) -> Iterator[Event]:
    """The events of one acronym: rule A6."""
    defined = [use for use in group if use.meaning == "definition"]
    conflicts = [use for use in group if use.meaning == "conflict"]
    running = [use for use in group if use.kind != "heading" and use.meaning in ("", "loose")]
    first = defined[0] if defined else None
    for use in conflicts:
        yield _event("conflicting", use, first)
    if first is None:
        if running and not conflicts:
            loose = next((use for use in group if use.meaning == "loose"), None)
            event = _event(
                "undefined" if group[0].concept else "unknown", _own_first(document, running)
            )
            form = loose.expansion if loose else None
            yield event._replace(entry=replace(event.entry, expansion=form))
        return
    yield _event("definition", first)
    numbers = {first.number}
    for use in defined[1:]:
        # A family (COP29, COP30) is introduced once; another session written out is no repetition.
        if use.number in numbers:
            yield _event("repeated", use, first)
        numbers.add(use.number)
    from_ = notes.defined_from(first)
    early = [use for use in running if use.start < from_]
    early = [use for use in early if not _stands_behind(document, use, first)]
    if early:
        yield _event("late", _own_first(document, early), first)
    if len(group) == 1:
        yield _event("unused", first)


def _stands_behind(document: Document, use: Use, definition: Use) -> bool:
    """Whether a use stands right behind the words that a definition has: "Tổ chức … Quốc tế - IFC"."""
    form = fold(document.text[slice(*(definition.expansion or (0, 0)))]).text
    before = document.text[max(0, use.start - 3 * len(form) - 8) : use.start]
    return bool(form) and fold(before).text.rstrip(_BESIDE).endswith(form)


def _own_first(document: Document, uses: Sequence[Use]) -> Use:
    """The first use in the writer's own words; where all are quoted, the first of them."""
    own = (use for use in uses if not is_quoted(document, use.start, use.end))
    return next(own, uses[0])


class _Notes:
    """The notes of a document: each is looked at once, however many acronyms a list of them defines."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._blocks: dict[int, int] = {}  # the segment of a note -> the one that it stands under

    def defined_from(self, first: Use) -> int:
        """From where on a definition serves: a note (*, ※) explains the block that it stands under."""
        segments = self._document.segments
        at = segment_index(segments, first.start)
        if at < 0:
            return first.start
        if not is_note(self._document, at):
            is_inner = _is_item(first) and _INNER_NOTE.search(
                self._document.text, max(segments[at].start, first.start - 20), first.start
            )
            return segments[at].start if is_inner else first.start
        passed: list[int] = []
        while at > 0 and at not in self._blocks and is_note(self._document, at):
            passed.append(at)
            at -= 1
        block = self._blocks.get(at, at)
        self._blocks.update(dict.fromkeys(passed, block))
        return segments[block].start


def _is_item(use: Use) -> bool:
    """Whether the acronym stands before what explains it."""
    return use.expansion is not None and use.expansion[0] >= use.end


def is_note(document: Document, at: int) -> bool:
    """Whether a segment is a note: a mark stands before it, or is its first character."""
    start = document.segments[at].start
    before = document.text[max(0, start - 30) : start]
    return bool(_NOTE.search(before)) or document.text.startswith(_NOTE_SIGNS, start)


def _event(kind: AcronymKind, use: Use, definition: Use | None = None) -> Event:
    entry = AcronymEntry(
        kind=kind,
        acronym=use.acronym,
        start=use.start,
        end=use.end,
        concept=use.concept,
        expansion=use.expansion,
    )
    return Event(entry, use, definition)
