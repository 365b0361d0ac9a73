"""Reading glossaries whole: every file, every fault in one report, then layer over layer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from khihau.errors import GlossaryError, Problem
from khihau.model import Concept, Source
from khihau.termbase.build import build_concept, build_source, overlay
from khihau.termbase.checks import Fault
from khihau.termbase.files import GlossaryFile, Layer
from khihau.termbase.places import locate
from khihau.termbase.schema import concept_faults, sources_faults
from khihau.termbase.toml import read_table, read_toml

__all__ = ["read_concept", "read_concepts", "read_source", "read_sources"]


def read_concepts(layers: Sequence[Layer]) -> dict[str, Concept]:
    """Read every concept of all layers, by id in order.

    Raises GlossaryError with every fault of every file, those of the bibliographies too.
    """
    problems = [problem for layer in layers for problem in layer.problems]
    concepts: dict[str, Concept] = {}
    names_below: set[str] = set()
    for layer in layers:
        problems += _same_names(layer.concepts)
        problems += _add_sources(layer, {})
        for file in layer.concepts:
            problems += _add_concept(file, concepts, is_new=file.concept not in names_below)
        names_below.update(file.concept for file in layer.concepts)
    _raise(problems)
    return {key: concepts[key] for key in sorted(concepts)}


def read_concept(files: Sequence[GlossaryFile]) -> Concept:
    """Read one concept from its files, the lowest layer first; raises GlossaryError."""
    concepts: dict[str, Concept] = {}
    for file in files:
        _raise(_add_concept(file, concepts, is_new=not concepts))
    return concepts[files[0].concept]


def read_sources(layers: Sequence[Layer]) -> dict[str, Source]:
    """Read the bibliographies of all layers; raises GlossaryError."""
    sources: dict[str, Source] = {}
    _raise([problem for layer in layers for problem in _add_sources(layer, sources)])
    return sources


def read_source(layers: Sequence[Layer], key: str) -> Source | None:
    """Read one entry of the bibliographies alone; None when that cannot be done."""
    for file in (file for layer in reversed(layers) for file in layer.sources):
        values = read_table(file.path, key)
        if values is not None:
            return None if sources_faults({key: values}) else build_source(key, values, file.shown)
    return None


def _raise(problems: Sequence[Problem]) -> None:
    if problems:
        raise GlossaryError(tuple(problems))


def _add_concept(
    file: GlossaryFile, concepts: dict[str, Concept], *, is_new: bool
) -> tuple[Problem, ...]:
    """Read a concept file into `concepts`; return what is wrong with it, and then add nothing."""
    text, values, problems = read_toml(file.path, file.shown)
    if problems:
        return problems
    faults = concept_faults(values, file.stem)
    replaces = values.get("replace") is True
    if (is_new or replaces) and not values.get("label"):
        faults += (Fault(("label",), "missing; a concept needs a [[label]]"),)
    if faults:
        return locate(faults, text, file.shown)
    concept = build_concept(values, file.domain, file.shown)
    if file.concept != file.stem:
        concept = replace(concept, id=file.concept)
    below = concepts.get(concept.id)
    if below and not replaces:
        concept = overlay(below, concept, values)
    concepts[concept.id] = concept
    return ()


def _add_sources(layer: Layer, sources: dict[str, Source]) -> list[Problem]:
    """Read the bibliographies of a layer into `sources`; return what is wrong with them."""
    problems: list[Problem] = []
    first: dict[str, str] = {}
    for file in layer.sources:
        text, values, unreadable = read_toml(file.path, file.shown)
        faults = (
            *sources_faults(values),
            *(
                Fault((key,), f"this source stands in {first[key]} already")
                for key in values
                if key in first
            ),
        )
        problems += unreadable or locate(faults, text, file.shown)
        first.update((key, file.shown) for key in values)
        if not faults:
            sources.update(
                (key, build_source(key, value, file.shown)) for key, value in values.items()
            )
    return problems


def _same_names(files: Iterable[GlossaryFile]) -> list[Problem]:
    """Find two concept files of one name in one layer."""
    problems: list[Problem] = []
    first: dict[str, str] = {}
    for file in files:
        other = first.setdefault(file.stem, file.shown)
        if other != file.shown:
            message = f'"{file.stem}" is the id of {other} already'
            problems.append(Problem(file.shown, 0, "id", message, "ids are unique in a glossary"))
    return problems
