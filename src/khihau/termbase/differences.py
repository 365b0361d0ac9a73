"""What changed between two versions of a termbase: concepts, labels, statuses, texts, sources."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from khihau.model import Concept, Example, Label, Source, Termbase

__all__ = [
    "ConceptChange",
    "Differences",
    "LabelChange",
    "SourceChange",
    "ValueChange",
    "concept_change",
    "differences",
]

_Item = TypeVar("_Item")

_TEXTS = ("definition", "note")
_OTHERS = ("domain", "related", "broader", "replaced_by", "examples", "counterexamples")


@dataclass(frozen=True, slots=True)
class ValueChange:
    """One value of a concept, a label or a source under its key ("definition.vi", "status").

    `old` is None where it is new, `new` where it is gone; lists are tuples.
    """

    key: str
    old: object
    new: object


@dataclass(frozen=True, slots=True)
class LabelChange:
    """One label: `old` is None where it is new, `new` where it is gone; else `values` differ."""

    old: Label | None
    new: Label | None
    values: tuple[ValueChange, ...] = ()

    @property
    def label(self) -> Label:
        """The label as it is now, or was."""
        label = self.new or self.old
        assert label
        return label


@dataclass(frozen=True, slots=True)
class ConceptChange:
    """One concept: `old` is None where it is new, `new` where it is gone.

    For one that stayed, the labels and values that differ; of a new or a lost one both are empty.
    """

    id: str
    old: Concept | None
    new: Concept | None
    labels: tuple[LabelChange, ...] = ()
    values: tuple[ValueChange, ...] = ()

    @property
    def concept(self) -> Concept:
        """The concept as it is now, or was."""
        concept = self.new or self.old
        assert concept
        return concept


@dataclass(frozen=True, slots=True)
class SourceChange:
    """One entry of the bibliography: `old` is None where it is new, `new` where it is gone."""

    id: str
    old: Source | None
    new: Source | None
    values: tuple[ValueChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Differences:
    """All that differs, by id in order."""

    concepts: tuple[ConceptChange, ...]
    sources: tuple[SourceChange, ...]


def differences(old: Termbase, new: Termbase) -> Differences:
    """Compare two versions of a termbase; the order of labels and of keys in a file does not count."""
    both = ({one.id: one for one in base.concepts} for base in (old, new))
    concepts = (concept_change(was, now) for _, was, now in _paired(*both))
    sources = (_source_change(*entry) for entry in _paired(old.sources, new.sources))
    return Differences(tuple(filter(None, concepts)), tuple(filter(None, sources)))


def concept_change(old: Concept | None, new: Concept | None) -> ConceptChange | None:
    """Compare two versions of one concept; None where they are the same."""
    if old is None or new is None:
        one = old or new
        return ConceptChange(one.id, old, new) if one else None
    labels = tuple(_label_changes(old, new))
    values = (
        *(change for key in _TEXTS for change in _text_changes(key, old, new)),
        *_value_changes(old, new, _OTHERS),
    )
    return ConceptChange(old.id, old, new, labels, values) if labels or values else None


def _label_changes(old: Concept, new: Concept) -> Iterator[LabelChange]:
    """By language and text, in the order of the new version, then those that are gone."""
    olds, news = ({(label.lang, label.text): label for label in one.labels} for one in (old, new))
    for key in (*news, *(key for key in olds if key not in news)):
        before, after = olds.get(key), news.get(key)
        if before is None or after is None:
            yield LabelChange(before, after)
        elif before != after:
            names = [item.name for item in dataclasses.fields(Label) if item.name != "note"]
            values = (*_value_changes(before, after, names), *_text_changes("note", before, after))
            yield LabelChange(before, after, values)


def _text_changes(key: str, old: object, new: object) -> Iterator[ValueChange]:
    """The texts of a definition or a note that differ, language by language."""
    before: Mapping[str, str] = getattr(old, key)
    after: Mapping[str, str] = getattr(new, key)
    for lang, was, now in _paired(before, after):
        if was != now:
            yield ValueChange(f"{key}.{lang}", was, now)


def _value_changes(old: object, new: object, names: Iterable[str]) -> tuple[ValueChange, ...]:
    both = ((name, _plain(getattr(old, name)), _plain(getattr(new, name))) for name in names)
    return tuple(ValueChange(name, was, now) for name, was, now in both if was != now)


def _plain(value: object) -> object:
    """A value as words can show it; an empty list is none."""
    if isinstance(value, tuple):
        return (
            tuple(f"{x.lang}: {x.text}" if isinstance(x, Example) else str(x) for x in value)
            or None
        )
    return value


def _source_change(key: str, old: Source | None, new: Source | None) -> SourceChange | None:
    if old is None or new is None:
        return SourceChange(key, old, new)
    values = _value_changes(old, new, ("title", "publisher", "date", "url", "reliability"))
    return SourceChange(key, old, new, values) if values else None


def _paired(
    old: Mapping[str, _Item], new: Mapping[str, _Item]
) -> Iterator[tuple[str, _Item | None, _Item | None]]:
    """What two versions have under each key, by key in order."""
    for key in sorted(old.keys() | new.keys()):
        yield key, old.get(key), new.get(key)
