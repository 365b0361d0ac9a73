"""Glossaries as a termbase: read at once, or each concept when it is asked for."""

from __future__ import annotations

import os
from abc import abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from khihau import cache
from khihau.model import Termbase
from khihau.termbase.files import Layer, find_layer
from khihau.termbase.former_ids import by_current_ids
from khihau.termbase.locate import builtin_glossary

if TYPE_CHECKING:
    from khihau.model import Concept, Source

__all__ = ["glossary_files", "load_glossary", "open_glossary"]


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
    layers = _layers(paths, builtin=builtin)
    return Termbase(_Concepts(layers), _Sources(layers), stamp=_stamp(layers))


def glossary_files(*paths: str | Path, builtin: bool = True) -> list[str]:
    """The paths of the files that `load_glossary` reads."""
    return _files(_layers(paths, builtin=builtin))


def _layers(paths: Sequence[str | Path], *, builtin: bool) -> list[Layer]:
    cwd = os.getcwd()  # noqa: PTH109
    found = [find_layer(root, cwd) for root in ((builtin_glossary(), *paths) if builtin else paths)]
    return list(by_current_ids(found))


def _files(layers: Sequence[Layer]) -> list[str]:
    return [file.path for layer in layers for file in (*layer.concepts, *layer.sources)]


def _stamp(layers: Sequence[Layer]) -> str:
    """What changes when a file does; empty where the layers hold no glossary that can be read."""
    if any(layer.problems for layer in layers):
        return ""
    files = _files(layers)
    try:  # the built-in ones are many, and have their whole path already
        whole = (file if file[:1] == "/" else os.path.abspath(file) for file in files)  # noqa: PTH100
        return cache.stamp(whole)
    except OSError:
        return ""


_FEW = 50  # sources: to read more of them one by one takes longer than to read all
_Item = TypeVar("_Item")


class _Late(Mapping[str, _Item]):
    """What some layers hold: one item is read alone, all of them together, when it is asked for."""

    def __init__(self, layers: Sequence[Layer]) -> None:
        self._layers = layers
        self._alone: dict[str, _Item] = {}
        self._all: dict[str, _Item] | None = None

    def __getitem__(self, key: str) -> _Item:
        if self._all is not None:
            return self._all[key]
        if key not in self._alone:
            one = self._read_one(key)
            if one is None:
                return self._whole()[key]
            self._alone[key] = one
        return self._alone[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._whole())

    def __len__(self) -> int:
        return len(self._whole())

    def _whole(self) -> dict[str, _Item]:
        if self._all is None:
            self._all = self._read_all()
        return self._all

    @abstractmethod
    def _read_all(self) -> dict[str, _Item]:
        """Read every item of the layers; raises GlossaryError."""

    @abstractmethod
    def _read_one(self, key: str) -> _Item | None:
        """Read one item; None where it takes all of them to tell."""


class _Sources(_Late["Source"]):
    """The bibliographies of some layers: the first few entries are read alone."""

    def _read_all(self) -> dict[str, Source]:
        from khihau.termbase.read import read_sources

        return read_sources(self._layers)

    def _read_one(self, key: str) -> Source | None:
        from khihau.termbase.read import read_source

        return read_source(self._layers, key) if len(self._alone) < _FEW else None


class _Concepts(_Late["Concept"]):
    """The concepts of some layers; which there are, the names of the files tell."""

    def __contains__(self, concept_id: object) -> bool:
        return concept_id in (self._ids if self._all is None else self._all)

    @cached_property
    def _ids(self) -> frozenset[str]:
        return frozenset(file.concept for layer in self._layers for file in layer.concepts)

    def _read_all(self) -> dict[str, Concept]:
        from khihau.termbase.read import read_concepts

        return read_concepts(self._layers)

    def _read_one(self, key: str) -> Concept:
        from khihau.termbase.read import read_concept

        files = [file for layer in self._layers for file in layer.concepts if file.concept == key]
        if not files:
            raise KeyError(key)
        return read_concept(files)
