"""`khihau glossary proposals`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from khihau.console.glossaries import Glossaries, glossary_options
from khihau.console.options import into_option
from khihau.console.printing import write
from khihau.console.proposing import glossary_with
from khihau.errors import GlossaryError, InputError, Problem, shown_path
from khihau.model import Termbase
from khihau.termbase.proposals import lacking, located, proposal_files, read_proposal, refusals
from khihau.text.counted import counted

__all__ = ["proposals_command"]


@click.command("proposals")
@glossary_options
@into_option
def proposals_command(glossaries: Glossaries, into: Path) -> None:
    """List the proposals that nobody has decided on, and what each lacks.

    Example: khihau glossary proposals --into glossary
    """
    base = glossary_with(into, glossaries)
    problems: list[Problem] = []
    if not into.is_dir():
        raise InputError(f"{into}: no such folder; name that of the glossary with --into")
    lines = [line for file in proposal_files(into) for line in _listed(file, base, problems)]
    proposals = sum(not line.startswith(" ") for line in lines)
    write([*lines, f"{counted(proposals, 'open proposal')}.\n"], None)
    if problems:  # a file that is damaged hides no other
        raise GlossaryError(tuple(problems))


def _listed(file: Path, base: Termbase, problems: list[Problem]) -> Iterator[str]:
    """One open proposal, and why it could not be approved as it is."""
    try:
        proposal = read_proposal(file, shown_path(file.absolute()))
    except GlossaryError as error:
        problems += error.problems
        return
    if proposal.is_open:
        label, said = proposal.label, proposal.label.decision[-1]
        name = f"{proposal.concept}, {label.lang}: “{label.text}” {label.status}"
        yield f"{file}: {name}; {said}\n"
        faults = [*refusals(proposal, base), *lacking(proposal)]
        for problem in located(faults, file, file.name):
            yield f"  {problem}\n"
