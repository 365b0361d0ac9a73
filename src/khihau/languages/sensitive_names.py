"""Names that offend a side in a text of that side: one reviewed table, read by the language of a text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from khihau.languages.data import data_lines
from khihau.model import Lang

__all__ = ["CountryOrder", "SensitiveName", "country_order", "sensitive_names"]

_FILE = "sensitive-names.txt"  # which says what its keys mean
_ORDER = "order"


class SensitiveName(NamedTuple):
    """What the side of a language writes for a thing, and the names that it never does.

    `thing` is the id of a concept where the glossary has one. Words right `before` and `behind` make
    it another name; in its sentence one of `near` must stand, if there are any, and none of `unless`.
    """

    thing: str
    write: str
    wrong: Sequence[str]
    before: Sequence[str]
    behind: Sequence[str]
    unless: Sequence[str]
    near: Sequence[str]
    why: str
    aspect: str


class CountryOrder(NamedTuple):
    """The names of the country that stands first in names of relations, and of the other one.

    `before` and `behind` are the nouns of relations on the two sides of the pair, `bodies` those of
    bodies, which have the order that they chose.
    """

    first: Sequence[str]
    second: Sequence[str]
    before: Sequence[str]
    behind: Sequence[str]
    bodies: Sequence[str]
    why: str


@cache
def sensitive_names(lang: Lang) -> tuple[SensitiveName, ...]:
    """The names that a text in a language must not have; empty where nobody reviewed any."""
    return tuple(
        SensitiveName(
            thing,
            keys["write"][0],
            keys["wrong"],
            keys.get("before", ()),
            keys.get("behind", ()),
            keys.get("unless", ()),
            keys.get("near", ()),
            keys["why"][0],
            keys.get("aspect", ("",))[0],
        )
        for (of, thing), keys in _table().items()
        if of == lang and thing != _ORDER
    )


@cache
def country_order(lang: Lang) -> CountryOrder | None:
    """Which country stands first in a text in a language, None where no side is its own."""
    keys = _table().get((lang, _ORDER))
    if keys is None:
        return None
    return CountryOrder(
        keys["first"],
        keys["second"],
        keys.get("head before", ()),
        keys.get("head behind", ()),
        keys["not"],
        keys["why"][0],
    )


@cache
def _table() -> Mapping[tuple[str, str], Mapping[str, Sequence[str]]]:
    table: dict[tuple[str, str], dict[str, Sequence[str]]] = {}
    keys: dict[str, Sequence[str]] = {}
    for line in data_lines("mul", _FILE):
        if line.startswith("["):
            lang, _, thing = line.strip("[]").partition(" ")
            keys = table.setdefault((lang, thing), {})
        else:
            key, *entries = line.split(" = ")
            keys[key.strip()] = tuple(map(str.strip, entries))
    return table
