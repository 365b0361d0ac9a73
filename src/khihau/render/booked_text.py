"""The acronym ledger as text: its events with their places, and a list of abbreviations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from khihau.documents.segments import main_lang
from khihau.fuzzy import align
from khihau.ledger import Ledger, Use
from khihau.model import AcronymEntry, Document, Lang, Termbase
from khihau.render.views import Booked, View
from khihau.termbase.official import full_form, text_of
from khihau.text.positions import Positions

__all__ = ["render_booked"]

_EVENTS = {
    "definition": "defined",
    "repeated": "defined again",
    "conflicting": "given another form",
    "late": "used before it is defined",
    "undefined": "never defined",
    "unknown": "unknown, never defined",
    "unused": "defined, never used",
}
_BRACKETS = ("(", "[", "（", "［", "〔")


def render_booked(documents: Iterable[Booked], base: Termbase, view: View) -> Iterator[str]:
    """The events in text order, then, ready to paste, each acronym of the text with its official form."""
    for number, booked in enumerate(documents):
        yield "\n" if number else ""
        if not view.quiet:
            yield from _events(booked.document, booked.ledger, base)
        yield from _list(booked, base)


def _events(document: Document, book: Ledger, base: Termbase) -> Iterator[str]:
    places = Positions.of(document)
    for entry in book.entries:
        event = _loose(document, entry, base) or _event(document, entry)
        yield f"{document.path}{places.where(entry.start)}: {entry.acronym} {event}\n"
    yield "\n" if book.entries else f"{document.path}: no acronyms.\n"


def _event(document: Document, entry: AcronymEntry) -> str:
    event = _EVENTS[entry.kind]
    if entry.expansion is None or entry.kind == "undefined":
        return event
    return f"{event}: “{_form(document, entry.expansion)}”"


def _loose(document: Document, entry: AcronymEntry, base: Termbase) -> str:
    """What is said of an acronym whose only form is no label: the words meant, where they are known."""
    if entry.kind != "undefined" or not entry.expansion or not entry.concept:
        return ""
    start, end = entry.expansion
    words = align(document.text[start:end], entry.concept, base)
    if not words:
        return ""
    form = _form(document, (start + words[0], start + words[1]))
    bracket = document.text[end : end + 20].lstrip(" \t\r\n\xa0\"'”’*_»」』").startswith(_BRACKETS)
    place = "before its bracket stands" if bracket else "the text calls it"
    return f"never officially defined; {place} “{form}”"


def _form(document: Document, span: tuple[int, int]) -> str:
    return " ".join(document.text[slice(*span)].split())


def _list(booked: Booked, base: Termbase) -> Iterator[str]:
    lang = booked.to or main_lang(booked.document.segments)
    forms: dict[str, str] = {}
    for use in booked.ledger.uses:
        acronym = use.acronym
        if acronym.endswith("s") and acronym[:-1].isupper():
            acronym = acronym[:-1]
        form = _official(base, use, lang)
        if not form and use.expansion and use.meaning == "definition":
            form = _form(booked.document, use.expansion)
        if form:
            forms.setdefault(acronym, form)
    for acronym in sorted(forms):
        yield f"{acronym}\t{forms[acronym]}\n"


def _official(base: Termbase, use: Use, lang: Lang | None) -> str:
    label = (
        full_form(
            base[use.concept],
            use.acronym,
            lang,
            numbered=use.number is not None,
            country=use.country,
        )
        if use.concept and lang
        else None
    )
    if label is None or label.lang == "mul":
        return ""
    return text_of(label, use.number)
