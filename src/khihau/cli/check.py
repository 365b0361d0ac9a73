"""`khihau check`."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import get_args

import click

from khihau.cli.options import Drafts, document_options, write
from khihau.engine import check
from khihau.model import Severity
from khihau.render import FINDINGS
from khihau.render.views import Reviewed, View

__all__ = ["command"]

SEVERITIES: tuple[Severity, ...] = get_args(Severity)


@click.command("check")
@document_options
@click.option("--select", multiple=True, metavar="RULE", help="Run only these rules.")
@click.option(
    "--fail-on",
    type=click.Choice(SEVERITIES),
    default="warning",
    show_default=True,
    help="Exit 1 from this severity on.",
)
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(list(FINDINGS)),
    default="text",
    show_default=True,
)
def command(
    drafts: Drafts,
    select: tuple[str, ...],
    fail_on: Severity,
    form: str,
) -> int:
    """Find wrong, outdated and unofficial names, and acronyms that are never written out.

    Example: khihau check draft.txt
    """
    run = drafts.run
    failing = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
    failed = False

    def reviewed() -> Iterator[Reviewed]:
        nonlocal failed
        for document in drafts.read():
            found = check(document, run.base, rules=select or None, options=run.options)
            failed = failed or any(finding.severity in failing for finding in found)
            yield Reviewed.of(document, found)

    render = import_module(f"khihau.render.{FINDINGS[form]}").render_reviewed
    write(render(reviewed(), run.base, View(drafts.colour, drafts.quiet)), drafts.output)
    return 1 if failed else 0
