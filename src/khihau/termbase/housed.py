"""A termbase as a house has it: its own preferred names, in its own spelling."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from khihau.errors import ConfigError
from khihau.languages.choices import kind_of
from khihau.languages.house_spelling import STYLES, spelled
from khihau.model import ALLOWED, Termbase
from khihau.model.house import House
from khihau.termbase.proper_names import has_proper_name

if TYPE_CHECKING:
    from khihau.model import Concept, Label

__all__ = ["house_faults", "housed"]


def housed(base: Termbase, house: House) -> Termbase:
    """The termbase with the names that a house prefers, so that all that is made of it has them.

    A name that was preferred is admitted then. Names are respelled, but for the words of proper ones.
    Each concept is changed when it is asked for. Raises ConfigError with the first of `house_faults`.
    """
    if not house.preferred and not house.spelling:
        return base
    for _, message in house_faults(base, house):
        raise ConfigError(message)
    choices = repr((sorted(house.preferred.items()), sorted(house.spelling.items())))
    stamp = f"{base.stamp}\nhouse {zlib.crc32(choices.encode()):08x}" if base.stamp else ""
    return Termbase(_Housed(base, house), base.sources, stamp)


def house_faults(base: Termbase, house: House) -> Iterator[tuple[tuple[str, ...], str]]:
    """The keys of a house's settings that name no concept, or a name that it does not admit, and why."""
    for concept_id, names in house.preferred.items():
        key = ("house", "preferred", concept_id)
        if concept_id not in base:
            yield (
                key,
                f"no concept has the id {concept_id!r}; “khihau lookup” shows the id of a term",
            )
            continue
        for lang, name in names.items():
            admitted = [
                label.text
                for label in base[concept_id].labels
                if label.lang == lang and label.status in ALLOWED and label.kind == "full"
            ]
            if name not in admitted:
                message = f"{concept_id} has no name {name!r} in {lang} that the glossary admits"
                yield (*key, lang), f"{message}; it has: {', '.join(admitted) or 'none'}"


class _Housed(Mapping[str, "Concept"]):
    """The concepts of a base, each as the house has it."""

    def __init__(self, base: Termbase, house: House) -> None:
        self._base, self._house = base, house
        self._known: dict[str, Concept] = {}

    def __getitem__(self, key: str) -> Concept:
        if key not in self._known:
            self._known[key] = _changed(self._base[key], self._house)
        return self._known[key]

    def __contains__(self, key: object) -> bool:
        return key in self._base

    def __iter__(self) -> Iterator[str]:
        return (concept.id for concept in self._base.concepts)

    def __len__(self) -> int:
        return len(self._base)


def _changed(concept: Concept, house: House) -> Concept:
    names = house.preferred.get(concept.id, {})
    kinds = STYLES if has_proper_name(concept) else {kind_of(family) for family in house.spelling}
    labels: dict[tuple[str, str], Label] = {}
    for label in (_chosen(label, names) for label in concept.labels):
        own = label
        if label.status in ALLOWED and house.spelling:
            own = replace(label, text=spelled(label.text, label.lang, house.spelling, kinds))
        # What the house spells as another label is that one: the preferred stands.
        known = labels.get((own.lang, own.text))
        if known is None or (own.status == "preferred" and known.status != "preferred"):
            labels[own.lang, own.text] = own
    return replace(concept, labels=tuple(labels.values()))


def _chosen(label: Label, names: Mapping[str, str]) -> Label:
    """A label with the status that it has where a house prefers some names."""
    name = names.get(label.lang)
    if name is None or label.kind != "full":
        return label
    if label.text == name:
        return replace(label, status="preferred")
    is_other = label.status == "preferred" and label.numbered == ("{n" in name)
    return replace(label, status="admitted") if is_other else label
