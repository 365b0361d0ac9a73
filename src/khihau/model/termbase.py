"""All concepts and the sources they cite."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from khihau.model.terms import Concept, Source

__all__ = ["Termbase"]


class Termbase:
    """All concepts, by id in order, and the sources they cite; compared by identity.

    Both may be mappings that read a concept or a source when it is asked for. `stamp` changes when
    a file that was read does; it is empty for a termbase that was not read from files.
    """

    __slots__ = ("_by_id", "_concepts", "sources", "stamp")

    def __init__(
        self,
        concepts: Iterable[Concept] | Mapping[str, Concept],
        sources: Mapping[str, Source] = MappingProxyType({}),
        stamp: str = "",
    ) -> None:
        by_id = concepts if isinstance(concepts, Mapping) else {one.id: one for one in concepts}
        self._by_id: Mapping[str, Concept] = by_id
        self._concepts: tuple[Concept, ...] | None = None
        self.sources = sources
        self.stamp = stamp

    @property
    def concepts(self) -> tuple[Concept, ...]:
        """All concepts, sorted by id."""
        if self._concepts is None:
            self._concepts = tuple(self._by_id.values())
        return self._concepts

    def current(self, concept_id: str) -> str:
        """The id that a concept has today: the id itself, or of one that `was` called so."""
        if concept_id in self._by_id:
            return concept_id
        return next((one.id for one in self.concepts if concept_id in one.was), concept_id)

    def known_as(self, concept_id: str) -> tuple[str, ...]:
        """The ids by which settings, comments and baselines may know a concept.

        Its own, those of before (`was`), and those of what took its place, under which the names of bodies
        that are gone once stood.
        """
        concept = self._by_id.get(concept_id)
        if concept is None:
            return (concept_id,)
        return (concept_id, *concept.was, *(one.concept for one in concept.replaced_by))

    def __getitem__(self, concept_id: str) -> Concept:
        return self._by_id[concept_id]

    def __contains__(self, concept_id: object) -> bool:
        return concept_id in self._by_id

    def __len__(self) -> int:
        return len(self._by_id)
