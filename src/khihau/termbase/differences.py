"""What changed between two versions of a termbase: concepts, labels, statuses, texts, sources."""

from __future__ import annotations

import dataclasses
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import product
from typing import Literal, TypeAlias, TypeVar

from khihau.model import Concept, Example, Label, Session, Source, Termbase

__all__ = [
    "ConceptChange",
    "Differences",
    "LabelChange",
    "SourceChange",
    "ValueChange",
    "concept_change",
    "differences",
    "kind_of",
]

ChangeKind: TypeAlias = Literal["new", "changed", "gone"]
_Item = TypeVar("_Item")

_TEXTS = ("definition", "note", "native_reader")
_LABEL = tuple(item.name for item in dataclasses.fields(Label) if item.name != "note")
_ALIKE = 0.75  # so much of two texts is the same where one corrects the other
_OTHERS = (
    *("domain", "related", "broader", "broader_kind", "apart", "was", "meant", "replaced_by"),
    *("sessions", "examples", "counterexamples"),
)


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
    """One label: `old` is None where it is new, `new` where it is gone; else `values` differ.

    A label of one language and text is the same one. So is one whose text was corrected, or that
    moved to another language: then "text" or "lang" is among the values.
    """

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


def kind_of(change: ConceptChange | LabelChange | SourceChange) -> ChangeKind:
    """Whether something came, went, or stayed and differs."""
    return "new" if change.old is None else "gone" if change.new is None else "changed"


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
    """In the order of the new version, then those that are gone."""
    olds, news = ({(label.lang, label.text): label for label in one.labels} for one in (old, new))
    gone = [label for key, label in olds.items() if key not in news]
    added = [label for key, label in news.items() if key not in olds]
    corrected = _corrected(gone, added)
    for key, after in news.items():
        before = olds.get(key, corrected.get(key))
        if before is None:
            yield LabelChange(None, after)
        elif before != after:
            names = _value_changes(before, after, _LABEL)
            yield LabelChange(before, after, (*names, *_text_changes("note", before, after)))
    found = [*corrected.values()]
    yield from (LabelChange(label, None) for label in gone if label not in found)


def _corrected(gone: Iterable[Label], added: Iterable[Label]) -> dict[tuple[str, str], Label]:
    """Which lost label each new one corrects: the likest first, each once."""
    pairs = [
        (likeness, was, now)
        for was, now in product(gone, added)
        if (was.kind, was.status) == (now.kind, now.status)
        and (likeness := _likeness(was, now)) >= _ALIKE
    ]
    found: dict[tuple[str, str], Label] = {}
    for _, was, now in sorted(pairs, key=lambda pair: -pair[0]):
        if (now.lang, now.text) not in found and was not in found.values():
            found[now.lang, now.text] = was
    return found


def _likeness(old: Label, new: Label) -> float:
    """How much of the texts is the same; across languages only the same text counts."""
    was, now = (unicodedata.normalize("NFC", label.text).casefold() for label in (old, new))
    if was == now or old.lang != new.lang:
        return float(was == now)
    return SequenceMatcher(None, was, now, autojunk=False).ratio()


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
        return tuple(map(_item, value)) or None
    return value


def _item(item: object) -> str:
    match item:
        case Example():
            return f"{item.lang}: {item.text}"
        case Session():
            places = dict.fromkeys(name for names in item.places.values() for name in names)
            return f"{item.number}: {', '.join((*map(str, item.years), *places))}"
        case _:
            return str(item)


def _source_change(key: str, old: Source | None, new: Source | None) -> SourceChange | None:
    if old is None or new is None:
        return SourceChange(key, old, new)
    names = tuple(
        item.name for item in dataclasses.fields(Source) if item.name not in ("id", "file")
    )
    values = _value_changes(old, new, names)
    return SourceChange(key, old, new, values) if values else None


def _paired(
    old: Mapping[str, _Item], new: Mapping[str, _Item]
) -> Iterator[tuple[str, _Item | None, _Item | None]]:
    """What two versions have under each key, by key in order."""
    for key in sorted(old.keys() | new.keys()):
        yield key, old.get(key), new.get(key)
