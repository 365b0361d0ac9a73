"""Where a text chose a spelling: a place, and the places of each choice (rule C3)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from khihau.languages.choices import Part

if TYPE_CHECKING:
    from khihau.model import Match

__all__ = ["Families", "Family", "Place"]


class Place(NamedTuple):
    """A choice at its place in the text; `match` is its term."""

    part: Part
    match: Match

    @property
    def start(self) -> int:
        return self.match.start + self.part.start

    @property
    def end(self) -> int:
        return self.match.start + self.part.end


class Family(NamedTuple):
    """The places of one choice in a document, in text order, and the form that it should keep, the
    house's where `is_house`.
    """

    places: Sequence[Place]
    kept: str
    is_house: bool = False


# The choices that a document makes, by the name of their family.
Families: TypeAlias = Mapping[str, Family]
