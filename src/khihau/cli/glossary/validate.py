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
from khihau.termbase.validate import advise, validate
from khihau.text.counted import counted

__all__ = ["validate_command"]


@click.command("validate")
@layer_options
@click.option("--strict", is_flag=True, help="Exit 1 for advice, too.")
def validate_command(glossaries: Glossaries, paths: tuple[Path, ...], strict: bool) -> int:
    """Report what loads but should not be merged; exit 1 when there is anything.

    Then, as advice: notes that lack a language, wrong names without evidence, plurals and spellings
    among the preferred names, links one way, sources that lead nowhere. What is meant so is said in
    the file (`meant`).

    Without PATH: the built-in glossary and the project's own. With PATH: these files and folders
    only; --builtin adds the sources and concepts that a single file refers to.

    Example: khihau glossary validate my-terms/carbon-tax.toml --builtin
    """
    checked = judged(paths, glossaries)
    concepts = None if checked.whole else checked.concepts
    annotate = annotator(checked.base)
    problems = validate(checked.base, concepts, annotate, _text_of, datetime.date.today())
    advised = advise(checked.base, concepts, annotate, _text_of)
    write(_validated(problems, advised, checked), None)
    return 1 if problems or (strict and advised) else 0


def _validated(
    problems: Sequence[Problem], advised: Sequence[Problem], checked: Judged
) -> Iterator[str]:
    yield from (f"{problem}\n" for problem in problems)
    yield from (f"advice: {problem}\n" for problem in advised)
    labels = sum(len(concept.labels) for concept in checked.concepts)
    yield f"{counted(len(checked.concepts), 'concept')}, {counted(labels, 'label')}: "
    yield counted(len(problems), "problem") if problems else "no problems"
    yield f", {counted(len(advised), 'piece')} of advice.\n" if advised else ".\n"


def _text_of(file: str) -> str:
    return read_toml(file, file)[0]
