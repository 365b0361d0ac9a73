"""Differences as JSON; schema.json beside this module describes it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from khihau.render.json import SCHEMA, dumps
from khihau.termbase.differences import kind_of
from khihau.termbase.official import equivalents

if TYPE_CHECKING:
    from khihau.model import Label
    from khihau.render.differences.sections import Compared
    from khihau.termbase.differences import (
        ConceptChange,
        LabelChange,
        SourceChange,
        ValueChange,
    )

__all__ = ["render_differences"]


def render_differences(compared: Compared) -> Iterator[str]:
    """Every difference with the values that differ; of a new or lost concept all its labels."""
    record = {
        "schema": SCHEMA,
        "old": compared.old,
        "new": compared.new,
        "concepts": [_concept(change) for change in compared.differences.concepts],
        "sources": [_source(change) for change in compared.differences.sources],
    }
    yield dumps(record, indent=1) + "\n"


def _concept(change: ConceptChange) -> dict[str, Any]:
    kind = _kind(change)
    labels = (
        [_label(label) for label in change.labels]
        if kind == "changed"
        else [_record(label, kind, ()) for label in change.concept.labels]
    )
    return {
        "id": change.id,
        "change": kind,
        "names": dict(equivalents(change.concept)),
        "labels": labels,
        "values": _values(change.values),
    }


def _label(change: LabelChange) -> dict[str, Any]:
    return _record(change.label, _kind(change), change.values)


def _record(label: Label, kind: str, values: Iterable[ValueChange]) -> dict[str, Any]:
    return {
        "change": kind,
        "lang": label.lang,
        "text": label.text,
        "status": label.status,
        "kind": label.kind,
        "source": list(map(str, label.source)),
        "values": _values(values),
    }


def _source(change: SourceChange) -> dict[str, Any]:
    source = change.new or change.old
    assert source
    return {
        "id": change.id,
        "change": _kind(change),
        "title": source.title,
        "values": _values(change.values),
    }


def _kind(change: ConceptChange | LabelChange | SourceChange) -> str:
    kind = kind_of(change)
    return "removed" if kind == "gone" else kind


def _values(values: Iterable[ValueChange]) -> list[dict[str, Any]]:
    return [
        {"key": value.key, "old": _plain(value.old), "new": _plain(value.new)} for value in values
    ]


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, datetime.date) else value
