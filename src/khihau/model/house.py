"""What a house has chosen for itself, over the glossary and the profiles."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple, TypeAlias

__all__ = ["NO_HOUSE", "House", "Quotes"]

# Whether wrong names in the words of others are told.
Quotes: TypeAlias = Literal["report", "skip"]

_NONE: Mapping[str, Mapping[str, str]] = MappingProxyType({})


class House(NamedTuple):
    """The choices of a house.

    `preferred` has the name that it prefers, by concept and language; `spelling` the form of each
    choice of spelling, by family; `known` are acronyms that its readers know. `quotes` and `fixes`
    are None where the profile decides; without `fixes` nothing is mended unless it is asked for.
    """

    preferred: Mapping[str, Mapping[str, str]] = _NONE
    spelling: Mapping[str, str] = MappingProxyType({})
    known: frozenset[str] = frozenset()
    quotes: Quotes | None = None
    fixes: bool = True


NO_HOUSE = House()
