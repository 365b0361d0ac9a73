"""Which country stands first in names of relations: one reviewed table, read by the language of a text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from khihau.languages.data import data_lines
from khihau.model import Lang

__all__ = ["CountryOrder", "country_order"]

_FILE = "country-order.txt"  # which says what its keys mean


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
def country_order(lang: Lang) -> CountryOrder | None:
    """Which country stands first in a text in a language, None where no side is its own."""
    keys = _table().get(lang)
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
def _table() -> Mapping[str, Mapping[str, Sequence[str]]]:
    table: dict[str, dict[str, Sequence[str]]] = {}
    keys: dict[str, Sequence[str]] = {}
    for line in data_lines("mul", _FILE):
        if line.startswith("["):
            keys = table.setdefault(line.strip("[]"), {})
        else:
            key, *entries = line.split(" = ")
            keys[key.strip()] = tuple(map(str.strip, entries))
    return table
