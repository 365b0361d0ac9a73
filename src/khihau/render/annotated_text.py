"""Plain and coloured terminal text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from khihau.model import Document, Match, Rejection, Status, Termbase
from khihau.render.colour import coloured
from khihau.render.met import Met, beside_rendering, concerns, met, shown, source_text
from khihau.render.views import Annotated, View, unmatched
from khihau.text.counted import counted
from khihau.text.positions import Positions

__all__ = ["render_annotated"]

_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_COLOURS: dict[Status, str] = {
    "preferred": "32",
    "admitted": "36",
    "deprecated": "33",
    "forbidden": "31",
    "mistranslation": "31",
}
_BOLD, _FAINT = "1", "2"


def render_annotated(documents: Iterable[Annotated], base: Termbase, view: View) -> Iterator[str]:
    """The draft with its terms marked, a glossary of what was met, and what needs a look.

    Each mark carries the number of its entry in the glossary.
    """
    for number, annotated in enumerate(documents):
        yield "\n" if number else ""
        yield from _annotated(annotated, base, view)
        if annotated.rejections is not None:
            fallen = unmatched(annotated.document, annotated.rejections, annotated.matches)
            yield from _rejections(annotated.document, fallen)
        if annotated.day:
            yield f"\nNames are those of {annotated.day.told}.\n"


def _annotated(annotated: Annotated, base: Termbase, view: View) -> Iterator[str]:
    entries = met(annotated.matches, base, annotated.to)
    path = annotated.document.path
    if not view.quiet:
        yield from _marked(annotated, entries, view)
        yield "\n" if annotated.document.text.endswith("\n") else "\n\n"
    if not entries:
        yield f"{path}: no term of the glossary found.\n"
        return
    mentions = counted(len(annotated.matches), "mention")
    yield f"{path}: {mentions} of {counted(len(entries), 'concept')}\n\n"
    for entry in entries:
        yield from _entry(entry, base, view.colour)
    found = concerns(annotated.matches, entries)
    yield "\nNeeds a look:\n" if found else "\nNothing needs a look.\n"
    for concern in found:
        yield f"  {concern}\n"


def _rejections(document: Document, fallen: Sequence[Rejection]) -> Iterator[str]:
    """Each candidate that fell: place, words, concept, reason (rule M10)."""
    yield "\nNot matched:\n" if fallen else "\nNothing else to explain.\n"
    places = Positions.of(document)
    for candidate in fallen:
        detail = f": {candidate.detail}" if candidate.detail else ""
        yield f"  {places.where(candidate.start).lstrip(': ')} “{candidate.text}” ({candidate.concept}) {candidate.reason}{detail}\n"


def _marked(annotated: Annotated, entries: Sequence[Met], view: View) -> Iterator[str]:
    numbers = {(entry.concept.id, entry.session): entry.number for entry in entries}
    text = annotated.document.text
    done = 0
    for match in shown(annotated.matches, view):
        yield text[done : match.start]
        number = str(numbers[match.concept, match.number]).translate(_SUPERSCRIPT)
        yield from _mark(match, number, view.colour)
        done = match.end
    yield text[done:]


def _mark(match: Match, number: str, colour: bool) -> Iterator[str]:
    if colour:
        yield from coloured(match.text, f"4;{_COLOURS[match.status]}")
        yield from coloured(number, _FAINT)
    else:
        yield f"⟦{match.text}⟧{number}"


def _entry(entry: Met, base: Termbase, colour: bool) -> Iterator[str]:
    forms = ", ".join(_form(text, count, entry) for text, count in entry.forms)
    yield f"{entry.number:>3}  {forms}\n"
    for rendering in entry.renderings:
        source = source_text(rendering.sources, base)
        yield f"     {rendering.lang}  "
        yield from coloured(rendering.text, _BOLD if colour else "")
        yield f"  [{rendering.standing}; {source}]\n"
    for lang in entry.missing:
        yield f"     {lang}  no rendering in the glossary\n"


def _form(text: str, count: int, entry: Met) -> str:
    status = entry.wrong.get(text)
    times = f" ×{count}" if count > 1 else ""
    sense = entry.senses.get(text)
    told = f" ({beside_rendering(sense)})" if sense else ""
    return f"{text}{times}{told}{f' ! {status}' if status else ''}"
