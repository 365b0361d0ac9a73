"""`khihau check`."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import get_args

import click

from khihau.cli.options import document_options, documents, run_of, use_colour, write
from khihau.engine import check
from khihau.model import Lang, Severity
from khihau.render import FINDINGS
from khihau.render.met import Reviewed, View

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
    paths: tuple[str, ...],
    glossary: tuple[Path, ...],
    config: Path | None,
    lang: Lang | None,
    encoding: str | None,
    date: datetime.datetime | None,
    output: Path | None,
    quiet: bool,
    select: tuple[str, ...],
    fail_on: Severity,
    form: str,
) -> int:
    """Find wrong, outdated and unofficial names, and acronyms that are never written out.

    Example: khihau check draft.txt
    """
    run = run_of(glossary, config, date)
    failing = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
    failed = False

    def reviewed() -> Iterator[Reviewed]:
        nonlocal failed
        for document in documents(paths, run, lang, encoding):
            found = check(document, run.base, rules=select or None, options=run.options)
            failed = failed or any(finding.severity in failing for finding in found)
            yield Reviewed(document, found)

    render = import_module(f"khihau.render.{FINDINGS[form]}").render_reviewed
    write(render(reviewed(), run.base, View(use_colour(output), quiet)), output)
    return 1 if failed else 0
