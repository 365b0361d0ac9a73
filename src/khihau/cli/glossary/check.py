"""`khihau glossary validate` and `khihau glossary test`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from khihau.console.glossaries import Glossaries, glossary_options
from khihau.console.options import annotator
from khihau.console.printing import write
from khihau.errors import Problem
from khihau.model import Concept, Termbase
from khihau.termbase.checks import format_key
from khihau.termbase.examples import Failure, count, failures
from khihau.termbase.files import find_layer
from khihau.termbase.load import load_glossary
from khihau.termbase.toml import read_toml
from khihau.termbase.validate import file_of, validate
from khihau.text.counted import counted

__all__ = ["test_command", "validate_command"]


@dataclass(frozen=True, slots=True)
class _Checked:
    """A termbase, and the concepts of it that are to be judged."""

    base: Termbase
    concepts: tuple[Concept, ...]
    whole: bool


def _layer_options(command: Callable[..., Any]) -> Callable[..., Any]:
    paths = click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH…]")
    return glossary_options(paths(command))


@click.command("validate")
@_layer_options
def validate_command(glossaries: Glossaries, paths: tuple[Path, ...]) -> int:
    """Report what loads but should not be merged; exit 1 when there is anything.

    Without PATH: the built-in glossary and the project's own. With PATH: these files and folders
    only; --builtin adds the sources and concepts that a single file refers to.

    Example: khihau glossary validate my-terms/carbon-tax.toml --builtin
    """
    checked = _checked(paths, glossaries)
    concepts = None if checked.whole else checked.concepts
    problems = validate(checked.base, concepts, annotator(checked.base), _text_of)
    write(_validated(problems, checked), None)
    return 1 if problems else 0


def _validated(problems: Sequence[Problem], checked: _Checked) -> Iterator[str]:
    yield from (f"{problem}\n" for problem in problems)
    labels = sum(len(concept.labels) for concept in checked.concepts)
    yield f"{counted(len(checked.concepts), 'concept')}, {counted(labels, 'label')}: "
    yield f"{counted(len(problems), 'problem') if problems else 'no problems'}.\n"


@click.command("test")
@_layer_options
def test_command(glossaries: Glossaries, paths: tuple[Path, ...]) -> int:
    """Run the examples and counterexamples; exit 1 when one fails.

    The marks ⟦ ⟧ of an example must be exactly the hits of its concept, also those inside a longer
    term of another concept. In a counterexample the concept is never what is shown.

    Example: khihau glossary test my-terms --builtin
    """
    checked = _checked(paths, glossaries)
    failed = list(failures(checked.concepts, annotator(checked.base)))
    write(_tested(failed, checked), None)
    return 1 if failed else 0


def _tested(failed: Sequence[Failure], checked: _Checked) -> Iterator[str]:
    for failure in failed:
        yield f"{file_of(failure.concept)}: {format_key(failure.key)}: the marks are not the hits\n"
        yield f"    expected  {' '.join(failure.expected.split())}\n"
        yield f"    found     {' '.join(failure.found.split())}\n"
    yield f"{counted(count(checked.concepts), 'example')} of "
    yield f"{counted(len(checked.concepts), 'concept')}: "
    yield f"{len(failed)} failed.\n" if failed else "all pass.\n"


# --- what is checked ------------------------------------------------------------------------------


def _checked(paths: Sequence[Path], glossaries: Glossaries) -> _Checked:
    """The layers to load, and which of their concepts to judge: those named, else all.

    Raises ConfigError when no layer is left, GlossaryError with all that cannot be loaded.
    """
    if not paths:
        settings = glossaries.settings_with_glossary()
        base = load_glossary(*settings.glossary, builtin=settings.builtin)
        return _Checked(base, base.concepts, whole=True)
    base = (
        load_glossary(*glossaries.settings().glossary, *paths)
        if glossaries.builtin
        else load_glossary(*glossaries.paths, *paths, builtin=False)
    )
    named = {file.stem for path in paths for file in find_layer(path, "").concepts}
    concepts = tuple(concept for concept in base.concepts if concept.id in named)
    return _Checked(base, concepts, whole=not glossaries.builtin and not glossaries.paths)


def _text_of(file: str) -> str:
    return read_toml(file, file)[0]
