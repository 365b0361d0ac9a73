"""Reading glossaries: every file, every fault in one report, then layer over layer."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import tomli

from khihau.errors import GlossaryError, Problem
from khihau.model import Concept, Source, Termbase
from khihau.termbase.build import build_concept, build_source, overlay
from khihau.termbase.checks import Fault
from khihau.termbase.files import GlossaryFile, Layer, find_layer
from khihau.termbase.hints import syntax_hint
from khihau.termbase.locate import builtin_glossary
from khihau.termbase.places import locate
from khihau.termbase.schema import concept_faults, sources_faults

__all__ = ["load_glossary", "read_toml"]


def load_glossary(*paths: str | Path, builtin: bool = True) -> Termbase:
    """Read the built-in glossary and lay the given ones over it, in order.

    Each path is a glossary folder or a single concept file. A later file with the same id adds its
    labels to the concept; `replace = true` at its top replaces the concept. Concepts come sorted
    by id, texts are kept as they are stored.

    Raises GlossaryError with every fault of every file, KhihauError when the built-in is missing.
    """
    cwd = str(Path.cwd())
    roots = (builtin_glossary(), *paths) if builtin else paths
    layers = [find_layer(root, cwd) for root in roots]
    problems = [problem for layer in layers for problem in layer.problems]
    concepts: dict[str, Concept] = {}
    sources: dict[str, Source] = {}
    names_below: set[str] = set()
    for layer in layers:
        problems += _same_names(layer.concepts)
        problems += _add_sources(layer, sources)
        for file in layer.concepts:
            problems += _add_concept(file, concepts, is_new=file.stem not in names_below)
        names_below.update(file.stem for file in layer.concepts)
    if problems:
        raise GlossaryError(tuple(problems))
    return Termbase(tuple(concepts[key] for key in sorted(concepts)), sources)


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
            sources.update((key, build_source(key, value)) for key, value in values.items())
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


def read_toml(path: str | Path, shown: str) -> tuple[str, dict[str, Any], tuple[Problem, ...]]:
    """Read and parse one TOML file: its text, its values, and the problem that hindered either.

    A byte order mark and CRLF are accepted; a file that cannot be read or parsed has no values.
    """
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        return "", {}, (Problem(shown, 0, "", f"cannot be read: {error.strerror}"),)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"not UTF-8: byte 0x{data[error.start]:02X}"
        return "", {}, (Problem(shown, line, "", message, "save the file as UTF-8"),)
    try:
        return text, tomli.loads(text), ()
    except tomli.TOMLDecodeError as error:
        line_text = error.doc.split("\n")[error.lineno - 1]
        message = f"not valid TOML: {error.msg} at column {error.colno}"
        hint = syntax_hint(error.msg, line_text, error.colno)
        return text, {}, (Problem(shown, error.lineno, "", message, hint),)
    except (ValueError, RecursionError) as error:
        return text, {}, (Problem(shown, 0, "", f"not valid TOML: {error}"),)
