"""`khihau glossary test`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from khihau.console.concepts import Judged, judged, layer_options
from khihau.console.glossaries import Glossaries
from khihau.console.options import annotator
from khihau.console.printing import write
from khihau.termbase.checks import format_key
from khihau.termbase.examples import Failure, count, failures
from khihau.termbase.validate import file_of
from khihau.text.counted import counted

__all__ = ["test_command"]


@click.command("test")
@layer_options
def test_command(glossaries: Glossaries, paths: tuple[Path, ...]) -> int:
    """Run the examples and counterexamples; exit 1 when one fails.

    The marks ⟦ ⟧ of an example must be exactly the hits of its concept, also those inside a longer
    term of another concept. In a counterexample the concept is never what is shown.

    Example: khihau glossary test my-terms --builtin
    """
    checked = judged(paths, glossaries)
    failed = list(failures(checked.concepts, annotator(checked.base)))
    write(_tested(failed, checked), None)
    return 1 if failed else 0


def _tested(failed: Sequence[Failure], checked: Judged) -> Iterator[str]:
    for failure in failed:
        yield f"{file_of(failure.concept)}: {format_key(failure.key)}: the marks are not the hits\n"
        yield f"    expected  {' '.join(failure.expected.split())}\n"
        yield f"    found     {' '.join(failure.found.split())}\n"
    yield f"{counted(count(checked.concepts), 'example')} of "
    yield f"{counted(len(checked.concepts), 'concept')}: "
    yield f"{len(failed)} failed.\n" if failed else "all pass.\n"
