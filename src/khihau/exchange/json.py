"""All of a termbase as JSON, for programs; nothing is left out.

`khihau lookup --format json` prints the same record of a concept. The schema is `#/$defs/termbase`
in `khihau/render/schema.json`.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any

from khihau.exchange.base import Exported, Wanted
from khihau.model import LANGS, Comment, Concept, Decision, Label, Session, Source, Termbase
from khihau.render.json import SCHEMA, dumps

__all__ = ["concept_record", "export", "labels_in"]

_DAYS = ("signed", "in_force", "ends")


def export(base: Termbase, wanted: Wanted) -> Exported:  # noqa: ARG001 (all formats have it)
    """Every concept by id, and every source that the termbase knows."""
    record = {
        "schema": SCHEMA,
        "concepts": [concept_record(concept, LANGS) for concept in base.concepts],
        "sources": {key: _source_record(base.sources[key]) for key in sorted(base.sources)},
    }
    return Exported(dumps(record, indent=1) + "\n")


def concept_record(concept: Concept, langs: Sequence[str]) -> dict[str, Any]:
    """A concept with its attribute names, and its labels in the languages asked for."""
    return {
        "id": concept.id,
        "domain": concept.domain,
        "definition": dict(concept.definition),
        "note": dict(concept.note),
        "labels": [_label_record(label) for label in labels_in(concept, langs)],
        "related": list(concept.related),
        "broader": concept.broader,
        "broader_kind": concept.broader_kind,
        "apart": list(concept.apart),
        "was": list(concept.was),
        "native_reader": dict(concept.native_reader),
        "meant": list(concept.meant),
        "replaced_by": [
            {"concept": one.concept, "field": dict(one.field)} for one in concept.replaced_by
        ],
        "sessions": [_session_record(session) for session in concept.sessions],
        "examples": [dataclasses.asdict(example) for example in concept.examples],
        "counterexamples": [dataclasses.asdict(example) for example in concept.counterexamples],
    }


def labels_in(concept: Concept, langs: Sequence[str]) -> list[Label]:
    """The labels by language, in the order of the file; `mul` belongs to every language."""
    return [label for lang in (*langs, "mul") for label in concept.labels if label.lang == lang]


def _label_record(label: Label) -> dict[str, Any]:
    values = {field.name: getattr(label, field.name) for field in dataclasses.fields(label)}
    return values | {
        "source": [dataclasses.asdict(ref) for ref in label.source],
        "note": dict(label.note),
        "since": label.since and label.since.isoformat(),
        "until": label.until and label.until.isoformat(),
        "decision": [_dated_record(one) for one in label.decision],
        "comment": [_dated_record(one) for one in label.comment],
    }


def _dated_record(one: Decision | Comment) -> dict[str, str | None]:
    return dataclasses.asdict(one) | {"on": one.on.isoformat()}


def _session_record(session: Session) -> dict[str, Any]:
    return {
        "number": session.number,
        "years": list(session.years),
        "places": {lang: list(names) for lang, names in session.places.items()},
        "source": [dataclasses.asdict(ref) for ref in session.source],
    }


def _source_record(source: Source) -> dict[str, str | list[str] | None]:
    return {
        "title": source.title,
        "publisher": source.publisher,
        "date": source.date,
        "url": source.url,
        "reliability": source.reliability,
        "number": source.number,
        **{key: (day := getattr(source, key)) and day.isoformat() for key in _DAYS},
        "cited_as": list(source.cited_as),
    }
