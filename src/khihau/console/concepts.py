"""Which concepts a command judges: those of the named files and folders, or all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from khihau.console.glossaries import Glossaries, glossary_options
from khihau.model import Concept, Termbase
from khihau.termbase.files import find_layer
from khihau.termbase.load import load_glossary

__all__ = ["Judged", "judged", "layer_options"]


@dataclass(frozen=True, slots=True)
class Judged:
    """A termbase, and the concepts of it that are to be judged."""

    base: Termbase
    concepts: tuple[Concept, ...]
    whole: bool


def layer_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`PATH…`, the files and folders to judge, and the options of the glossary."""
    paths = click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH…]")
    return glossary_options(paths(command))


def judged(paths: Sequence[Path], glossaries: Glossaries) -> Judged:
    """The layers to load, and which of their concepts to judge: those named, else all.

    Raises ConfigError when no layer is left, GlossaryError with all that cannot be loaded.
    """
    if not paths:
        settings = glossaries.settings_with_glossary()
        base = load_glossary(*settings.glossary, builtin=settings.builtin)
        return Judged(base, base.concepts, whole=True)
    base = (
        load_glossary(*glossaries.settings().glossary, *paths)
        if glossaries.builtin
        else load_glossary(*glossaries.paths, *paths, builtin=False)
    )
    named = {base.current(file.stem) for path in paths for file in find_layer(path, "").concepts}
    concepts = tuple(concept for concept in base.concepts if concept.id in named)
    return Judged(base, concepts, whole=not glossaries.builtin and not glossaries.paths)
