"""Options of the commands that judge: which rules run, what is shown, what fails."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

import click

from khihau.cli.options import Command
from khihau.model import Severity

__all__ = ["judging_options", "severities_from"]

_SEVERITIES: tuple[Severity, ...] = get_args(Severity)


def judging_options(command: Command) -> Command:
    """`--select`, `--ignore`, `--severity`, `--fail-on`."""
    for option in (
        click.option(
            "--fail-on",
            type=click.Choice(_SEVERITIES),
            default="warning",
            show_default=True,
            help="Exit 1 from this severity on.",
        ),
        click.option(
            "--severity",
            type=click.Choice(_SEVERITIES),
            default="info",
            show_default=True,
            help="Report from this severity on.",
        ),
        click.option("--ignore", multiple=True, metavar="RULE", help="Do not run these rules."),
        click.option("--select", multiple=True, metavar="RULE", help="Run only these rules."),
    ):
        command = option(command)
    return command


def severities_from(severity: Severity) -> Sequence[Severity]:
    """That severity and the graver ones."""
    return _SEVERITIES[: _SEVERITIES.index(severity) + 1]
