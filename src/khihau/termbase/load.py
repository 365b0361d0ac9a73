"""Glossaries as a termbase: read at once, or each concept when it is asked for."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from khihau import cache
from khihau.model import Termbase
from khihau.termbase.files import GlossaryFile, Layer, find_layer
from khihau.termbase.locate import builtin_glossary

if TYPE_CHECKING:
    from khihau.model import Concept, Source

__all__ = ["load_glossary", "open_glossary"]


def load_glossary(*paths: str | Path, builtin: bool = True) -> Termbase:
    """Read the built-in glossary and lay the given ones over it, in order.

    Each path is a glossary folder or a single concept file. A later file with the same id adds its
    labels to the concept; `replace = true` at its top replaces the concept. Concepts come sorted
    by id, texts are kept as they are stored.

    Raises GlossaryError with every fault of every file, KhihauError when the built-in is missing.
    """
    base = open_glossary(*paths, builtin=builtin)
    len(base.concepts), len(base.sources)
    return base


def open_glossary(*paths: str | Path, builtin: bool = True) -> Termbase:
    """Find the files that `load_glossary` reads, and read each only when it is asked for.

    What asks for all concepts meets the faults of all files; the index of a termbase whose files
    have not changed since it was last built asks for none.

    Raises KhihauError when the built-in is missing; the termbase raises GlossaryError.
    """
    cwd = os.getcwd()  # noqa: PTH109
    roots = (builtin_glossary(), *paths) if builtin else paths
    layers = [find_layer(root, cwd) for root in roots]
    return Termbase(_Concepts(layers), _Sources(layers), stamp=_stamp(layers))


def _stamp(layers: Sequence[Layer]) -> str:
    """What changes when a file does; empty where the layers hold no glossary that can be read."""
    if any(layer.problems for layer in layers):
        return ""
    files = [file.path for layer in layers for file in (*layer.concepts, *layer.sources)]
    try:
        return cache.stamp(map(os.path.abspath, files))
    except OSError:
        return ""


def _concepts(layers: Sequence[Layer]) -> dict[str, Concept]:
    from khihau.termbase.read import read_concepts

    return read_concepts(layers)


def _sources(layers: Sequence[Layer]) -> dict[str, Source]:
    from khihau.termbase.read import read_sources

    return read_sources(layers)


_FEW = 8  # sources: to read more of them one by one takes longer than to read all
_Item = TypeVar("_Item")


class _Late(Mapping[str, _Item]):
    """What some layers hold, read when the first of it is asked for."""

    def __init__(
        self, layers: Sequence[Layer], read: Callable[[Sequence[Layer]], dict[str, _Item]]
    ) -> None:
        self._layers = layers
        self._read = read
        self._all: dict[str, _Item] | None = None

    def __getitem__(self, key: str) -> _Item:
        return self._whole()[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._whole())

    def __len__(self) -> int:
        return len(self._whole())

    def _whole(self) -> dict[str, _Item]:
        if self._all is None:
            self._all = self._read(self._layers)
        return self._all


class _Sources(_Late["Source"]):
    """The bibliographies of some layers: the first few entries are read alone."""

    def __init__(self, layers: Sequence[Layer]) -> None:
        super().__init__(layers, _sources)
        self._alone: dict[str, Source] = {}

    def __getitem__(self, key: str) -> Source:
        if self._all is None and key not in self._alone and len(self._alone) < _FEW:
            from khihau.termbase.read import read_source

            source = read_source(self._layers, key)
            if source is not None:
                self._alone[key] = source
        return self._alone[key] if key in self._alone else super().__getitem__(key)


class _Concepts(_Late["Concept"]):
    """The concepts of some layers: one is read alone, all of them together."""

    def __init__(self, layers: Sequence[Layer]) -> None:
        super().__init__(layers, _concepts)
        self._alone: dict[str, Concept] = {}

    def __getitem__(self, concept_id: str) -> Concept:
        if self._all is not None:
            return self._all[concept_id]
        if concept_id not in self._alone:
            from khihau.termbase.read import read_concept

            self._alone[concept_id] = read_concept(self._files(concept_id))
        return self._alone[concept_id]

    def __contains__(self, concept_id: object) -> bool:
        if self._all is not None:
            return concept_id in self._all
        return any(file.stem == concept_id for layer in self._layers for file in layer.concepts)

    def _files(self, concept_id: str) -> list[GlossaryFile]:
        files = [
            file for layer in self._layers for file in layer.concepts if file.stem == concept_id
        ]
        if not files:
            raise KeyError(concept_id)
        return files
