"""What a file says of a concept, laid over the concept as the glossary has it."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from khihau.exchange.base import Entry
from khihau.model import Concept, Example, Label
from khihau.termbase.build import example_key

__all__ = ["laid_over"]

_WHOLE = {"replaced_by"}  # a list that says all: one more successor would be another fact
# Of the others the key is the name.
_ATTRIBUTES = {"example": "examples", "counterexample": "counterexamples", "session": "sessions"}
_OTHER_KEYS = {"id", "label", "replace"}


def laid_over(below: Concept, above: Concept, entry: Entry, *, replace: bool) -> Concept:
    """The concept `below` with what `entry` says; `above` is the concept that its values make.

    A value of the entry takes the place of the earlier one, a text language by language; lists grow, a
    label or an example takes the place of one with its language and words. Nothing is removed, but
    with `replace`: all that the file has a place for becomes what it says then, and in a language that
    it has labels in, those that it lacks are gone.
    """
    emptied = entry.keys if replace else frozenset[str]()
    changes = {
        name: _value(
            getattr(below, name), getattr(above, name), whole=key in emptied or key in _WHOLE
        )
        for key in (emptied | _filled(entry.values)) - _OTHER_KEYS
        for name in (_ATTRIBUTES.get(key, key),)
    }
    labels = tuple(_labels(below, above, entry, replace=replace))
    return dataclasses.replace(below, labels=labels, **changes)


def _value(old: Any, new: Any, *, whole: bool) -> Any:
    """The new value; where it is not `whole`, texts and items of a list that it lacks stay."""
    match new:
        case Mapping() if not whole:
            return MappingProxyType({**old, **new})
        case tuple() if not whole:
            return tuple({_same(one): one for one in (*old, *new)}.values())
        case _:
            return new


def _same(item: object) -> object:
    """What makes an item of a list the same as another."""
    return example_key(item) if isinstance(item, Example) else item


def _labels(below: Concept, above: Concept, entry: Entry, *, replace: bool) -> list[Label]:
    """The labels in the order they had, then the new ones."""
    emptied = entry.label_keys if replace else frozenset[str]()
    tables: Sequence[Mapping[str, Any]] = entry.values.get("label", ())
    given = {
        (label.lang, label.text): (label, _filled(table))
        for label, table in zip(above.labels, tables, strict=True)
    }
    langs = {lang for lang, _ in given}
    labels: list[Label] = []
    for old in below.labels:
        if (old.lang, old.text) in given:
            new, filled = given.pop((old.lang, old.text))
            values = {
                key: _value(getattr(old, key), getattr(new, key), whole=key in emptied)
                for key in emptied | filled
            }
            labels.append(dataclasses.replace(old, **values))
        elif not replace or old.lang not in langs or old.status not in entry.statuses:
            labels.append(old)
    return [*labels, *(label for label, _ in given.values())]


def _filled(table: Mapping[str, Any]) -> frozenset[str]:
    return frozenset(key for key, value in table.items() if value)
