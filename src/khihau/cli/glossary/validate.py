"""`khihau glossary validate`."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from khihau.console.concepts import Judged, judged, layer_options
from khihau.console.glossaries import Glossaries
from khihau.console.options import annotator
from khihau.console.printing import write
from khihau.errors import Problem
from khihau.termbase.toml import read_toml
from khihau.termbase.validate import validate
from khihau.text.counted import counted

__all__ = ["validate_command"]


@click.command("validate")
@layer_options
def validate_command(glossaries: Glossaries, paths: tuple[Path, ...]) -> int:
    """Report what loads but should not be merged; exit 1 when there is anything.

    Without PATH: the built-in glossary and the project's own. With PATH: these files and folders
    only; --builtin adds the sources and concepts that a single file refers to.

    Example: khihau glossary validate my-terms/carbon-tax.toml --builtin
    """
    checked = judged(paths, glossaries)
    concepts = None if checked.whole else checked.concepts
    problems = validate(
        checked.base, concepts, annotator(checked.base), _text_of, datetime.date.today()
    )
    write(_validated(problems, checked), None)
    return 1 if problems else 0


def _validated(problems: Sequence[Problem], checked: Judged) -> Iterator[str]:
    yield from (f"{problem}\n" for problem in problems)
    labels = sum(len(concept.labels) for concept in checked.concepts)
    yield f"{counted(len(checked.concepts), 'concept')}, {counted(labels, 'label')}: "
    yield f"{counted(len(problems), 'problem') if problems else 'no problems'}.\n"


def _text_of(file: str) -> str:
    return read_toml(file, file)[0]
