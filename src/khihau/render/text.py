"""Plain and coloured terminal text."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from khihau.model import Document, Finding, Match, Rejection, Severity, Status, Termbase
from khihau.render.met import Met, concerns, met, shown, source_text
from khihau.render.views import Annotated, Reviewed, View
from khihau.text.positions import Positions

__all__ = ["render_annotated", "render_reviewed"]

_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_COLOURS: dict[Status, str] = {
    "preferred": "32",
    "admitted": "36",
    "deprecated": "33",
    "forbidden": "31",
    "mistranslation": "31",
}

_SEVERITY_COLOURS: dict[Severity, str] = {"error": "31", "warning": "33", "info": "36"}
_AROUND = 36  # characters of the line shown on each side of a finding


def render_annotated(documents: Iterable[Annotated], base: Termbase, view: View) -> Iterator[str]:
    """The draft with its terms marked, a glossary of what was met, and what needs a look.

    Each mark carries the number of its entry in the glossary.
    """
    for number, annotated in enumerate(documents):
        yield "\n" if number else ""
        yield from _annotated(annotated, base, view)
        if annotated.rejections is not None:
            yield from _rejections(annotated.document, annotated.rejections)


def _annotated(annotated: Annotated, base: Termbase, view: View) -> Iterator[str]:
    entries = met(annotated.matches, base, annotated.to)
    path = annotated.document.path
    if not view.quiet:
        yield _marked(annotated, entries, view)
        yield "\n" if annotated.document.text.endswith("\n") else "\n\n"
    if not entries:
        yield f"{path}: no term of the glossary found.\n"
        return
    mentions = _count(len(annotated.matches), "mention")
    yield f"{path}: {mentions} of {_count(len(entries), 'concept')}\n\n"
    for entry in entries:
        yield from _entry(entry, base, view.colour)
    found = concerns(annotated.matches, entries)
    yield "\nNeeds a look:\n" if found else "\nNothing needs a look.\n"
    for concern in found:
        yield f"  {concern}\n"


def _rejections(document: Document, fallen: Sequence[Rejection]) -> Iterator[str]:
    """Each candidate that fell: place, words, concept, reason (SEMANTICS M10)."""
    yield "\nNot matched:\n" if fallen else "\nNo candidate fell.\n"
    places = Positions(document.text)
    for candidate in fallen:
        line, column = places.line_column(candidate.start)
        detail = f": {candidate.detail}" if candidate.detail else ""
        yield f"  {line}:{column} “{candidate.text}” ({candidate.concept}) {candidate.reason}{detail}\n"


def _marked(annotated: Annotated, entries: Sequence[Met], view: View) -> str:
    numbers = {(entry.concept.id, entry.session): entry.number for entry in entries}
    text = annotated.document.text
    parts: list[str] = []
    done = 0
    for match in shown(annotated.matches, view):
        parts.append(text[done : match.start])
        number = str(numbers[match.concept, match.number]).translate(_SUPERSCRIPT)
        parts.append(_mark(match, number, view.colour))
        done = match.end
    parts.append(text[done:])
    return "".join(parts)


def _mark(match: Match, number: str, colour: bool) -> str:
    if colour:
        return f"\x1b[4;{_COLOURS[match.status]}m{match.text}\x1b[0m\x1b[2m{number}\x1b[0m"
    return f"⟦{match.text}⟧{number}"


def _entry(entry: Met, base: Termbase, colour: bool) -> Iterator[str]:
    forms = ", ".join(_form(text, count, entry) for text, count in entry.forms)
    yield f"{entry.number:>3}  {forms}\n"
    for rendering in entry.renderings:
        text = f"\x1b[1m{rendering.text}\x1b[0m" if colour else rendering.text
        source = source_text(rendering.sources, base)
        yield f"     {rendering.lang}  {text}  [{rendering.status}; {source}]\n"
    for lang in entry.missing:
        yield f"     {lang}  no official rendering in the glossary\n"


def _form(text: str, count: int, entry: Met) -> str:
    status = entry.wrong.get(text)
    times = f" ×{count}" if count > 1 else ""
    return f"{text}{times}{f' ! {status}' if status else ''}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


# --- findings -------------------------------------------------------------------------------------


def render_reviewed(documents: Iterable[Reviewed], base: Termbase, view: View) -> Iterator[str]:
    """Each finding with its place, its line with the words underlined, and the source; a summary."""
    counts: Counter[str] = Counter()
    checked = 0
    for reviewed in documents:
        checked += 1
        places = Positions(reviewed.document.text)
        for finding in reviewed.findings:
            counts[finding.severity] += 1
            yield from _finding(reviewed.document, finding, places, base, view)
    if view.quiet:
        return
    found = ", ".join(
        _count(counts[severity], noun)
        for severity, noun in (("error", "error"), ("warning", "warning"), ("info", "note"))
        if counts[severity]
    )
    yield f"{_count(checked, 'document')} checked: {found or 'no findings'}.\n"


def _finding(
    document: Document, finding: Finding, places: Positions, base: Termbase, view: View
) -> Iterator[str]:
    line, column = places.line_column(finding.start)
    name = f"{finding.rule}[{finding.concept}]" if finding.concept else finding.rule
    severity: str = finding.severity
    if view.colour:
        severity = f"\x1b[{_SEVERITY_COLOURS[finding.severity]}m{severity}\x1b[0m"
    yield f"{document.path}:{line}:{column}: {severity}: {finding.message} ({name})\n"
    low, high = places.line_span(finding.start)
    left, text, right = _excerpt(document.text, low, finding.start, min(finding.end, high), high)
    yield f"    {left}{text}{right}\n"
    yield f"    {' ' * _width(left)}{'^' * max(1, _width(text))}\n"
    if finding.source:
        refs = [ref.strip() for ref in finding.source.split(";")]
        yield f"    source: {'; '.join(_title(ref, base) for ref in refs)}\n"


def _title(ref: str, base: Termbase) -> str:
    key, comma, at = ref.partition(", ")
    source = base.sources.get(key)
    return f"{source.title}{comma}{at}" if source else ref


def _excerpt(text: str, low: int, start: int, end: int, high: int) -> tuple[str, str, str]:
    """A part of the line around the words, on one screen line where the words allow it."""
    left = text[max(low, start - _AROUND) : start].replace("\t", " ")
    right = text[end : min(high, end + _AROUND)].replace("\t", " ")
    before = "…" if start - _AROUND > low else ""
    after = "…" if end + _AROUND < high else ""
    return before + left, text[start:end].replace("\t", " "), right.rstrip("\r") + after


def _width(text: str) -> int:
    """Terminal cells: wide characters (Hangul, full-width) take two, combining marks none."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )
