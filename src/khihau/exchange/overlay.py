"""What a file says of a concept, laid over the concept as the glossary has it."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from khihau.exchange.base import Entry
from khihau.model import Concept, Example, Label

__all__ = ["laid_over"]

_ATTRIBUTES = {"example": "examples", "counterexample": "counterexamples"}  # of the others: the key
_MARKS = str.maketrans("", "", "⟦⟧")


def laid_over(below: Concept, above: Concept, entry: Entry, *, replace: bool) -> Concept:
    """The concept `below` with what `entry` says; `above` is the concept that its values make.

    A value of the entry takes the place of the earlier one, texts language by language, a label's and
    an example's by its language and words; the others stay. With `replace` all that the file has a
    place for becomes what the file says: in a language that it has labels in, labels and examples that
    it lacks are gone.
    """
    keys = entry.keys if replace else entry.keys & _filled(entry.values)
    changes: dict[str, Any] = {}
    for key in keys - {"id", "label", "replace"}:
        name = _ATTRIBUTES.get(key, key)
        changes[name] = _value(getattr(below, name), getattr(above, name), replace=replace)
    changes["labels"] = tuple(_labels(below, above, entry, replace=replace))
    return dataclasses.replace(below, **changes)


def _value(old: Any, new: Any, *, replace: bool) -> Any:
    match new:
        case _ if replace:
            return new
        case Mapping():
            return MappingProxyType({**old, **new})
        case (Example(), *_):
            return tuple({_words(one): one for one in (*old, *new)}.values())
        case _:
            return new


def _words(example: Example) -> tuple[str, str]:
    return example.lang, example.text.translate(_MARKS)


def _labels(below: Concept, above: Concept, entry: Entry, *, replace: bool) -> list[Label]:
    """The labels in the order they had, then the new ones."""
    tables: Sequence[Mapping[str, Any]] = entry.values.get("label", ())
    given = {
        (label.lang, label.text): (label, entry.label_keys if replace else _filled(table))
        for label, table in zip(above.labels, tables, strict=True)
    }
    langs = {lang for lang, _ in given}
    labels: list[Label] = []
    for old in below.labels:
        new, keys = given.pop((old.lang, old.text), (None, frozenset()))
        if new is not None:
            labels.append(_label(old, new, keys & entry.label_keys, replace=replace))
        elif not replace or old.lang not in langs or old.status not in entry.statuses:
            labels.append(old)
    return [*labels, *(label for label, _ in given.values())]


def _label(old: Label, new: Label, keys: frozenset[str], *, replace: bool) -> Label:
    values = {key: _value(getattr(old, key), getattr(new, key), replace=replace) for key in keys}
    return dataclasses.replace(old, **values)


def _filled(table: Mapping[str, Any]) -> frozenset[str]:
    return frozenset(key for key, value in table.items() if value)
