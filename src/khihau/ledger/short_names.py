"""Short names that a text sets up for itself and that are no acronyms: sau đây gọi là Hội đồng (rule A8)."""

from __future__ import annotations

from collections.abc import Iterator

from khihau.documents.segments import lang_at
from khihau.ledger.definitions import Fulls, long_name
from khihau.ledger.definitions.shapes import SHORT_NAME
from khihau.ledger.places import is_acronym
from khihau.model import AcronymEntry, Document
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
        form, concept = long_name(document, found.start(), fulls, lang)
        if form:
            yield AcronymEntry(
                kind="definition",
                acronym=name,
                start=start,
                end=end,
                concept=concept,
                expansion=form,
            )
