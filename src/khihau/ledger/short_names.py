"""Short names that a text sets up for itself and that are no acronyms: sau đây gọi là Hội đồng (rule A8)."""

from __future__ import annotations

from collections.abc import Iterator

from khihau.documents.segments import lang_at
from khihau.ledger.definitions import Fulls, cut
from khihau.ledger.definitions.bracket_edges import full_end, opening_bracket, skip_left
from khihau.ledger.definitions.shapes import SHORT_NAME
from khihau.ledger.definitions.wording import clause_start, stands_alone
from khihau.ledger.places import is_acronym
from khihau.model import AcronymEntry, Document, Lang
from khihau.text.spans import holds

__all__ = ["short_names"]


def short_names(document: Document, fulls: Fulls) -> Iterator[AcronymEntry]:
    """Each short name as a definition of the words before it, in text order; linear in the text."""
    for found in SHORT_NAME.finditer(document.text):
        start, end = found.span("name")
        name = " ".join(found["name"].split())
        if is_acronym("short", name) or holds(document.protected, start, end):
            continue
        lang = lang_at(document.segments, start)
        form, concept = _long_name(document, found.start(), fulls, lang)
        if form:
            yield AcronymEntry(
                kind="definition",
                acronym=name,
                start=start,
                end=end,
                concept=concept,
                expansion=form,
            )


def _long_name(
    document: Document, start: int, fulls: Fulls, lang: Lang | None
) -> tuple[tuple[int, int] | None, str | None]:
    """The name before the words at `start` that set up a shorter one, and its concept if it is a label."""
    text = document.text
    opening = opening_bracket(text, start)
    before = start if opening is None else opening
    at = full_end(document, skip_left(text, before, ","))
    label, low = next(iter(fulls.ending.get(at, ())), None), clause_start(document, at)
    words = cut(text, (low, at), "", lang)
    if label and words and words[0] < label.start:
        is_name = label.term.text[:1].isupper()
        label = label if stands_alone(text, low, label.start, is_name=is_name) else None
    return ((label.start, label.end), label.concept) if label else (words, None)
