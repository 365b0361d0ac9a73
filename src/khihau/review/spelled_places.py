"""Where a text chose a spelling: a place, and the places of each choice (rule C3)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from khihau.languages.choices import Part

if TYPE_CHECKING:
    from khihau.model import Match

__all__ = ["Families", "Place"]


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


# The places of each choice in a document, in the order of their terms.
Families: TypeAlias = Mapping[str, Sequence[Place]]
