"""A brief as JSON."""

from __future__ import annotations

from collections.abc import Iterator

from khihau.model import Termbase
from khihau.render.brief.entries import Entry, entries
from khihau.render.json import SCHEMA, dumps
from khihau.render.views import Brief

__all__ = ["render_brief"]


def render_brief(brief: Brief, base: Termbase) -> Iterator[str]:
    """The sources, the target language, and every term with the attributes of an entry."""
    record = {
        "schema": SCHEMA,
        "sources": [source.document.path for source in brief.sources],
        "to": brief.to,
        "terms": [_record(entry) for entry in entries(brief, base)],
    }
    yield dumps(record, indent=1) + "\n"


def _record(entry: Entry) -> dict[str, object]:
    record: dict[str, object] = entry._asdict()
    return record | {
        "senses": dict(entry.senses),
        "concept": entry.concept.id,
        "domain": entry.concept.domain,
        "official": entry.official or None,
        "sources": [str(ref) for ref in entry.sources],
    }
