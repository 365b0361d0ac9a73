"""Options of the commands that judge: which rules run, what is shown, what fails."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import get_args

import click

from khihau.console.options import Command
from khihau.model import Severity

__all__ = ["judging_options", "severities_from"]

_SEVERITIES: tuple[Severity, ...] = get_args(Severity)


def judging_options(command: Command) -> Command:
    """`--select`, `--ignore`, `--severity`, `--fail-on`."""
    for option in (
        _severity("--fail-on", "warning", "Exit 1 from this severity on."),
        _severity("--severity", "info", "Report from this severity on."),
        click.option("--ignore", multiple=True, metavar="RULE", help="Do not run these rules."),
        click.option("--select", multiple=True, metavar="RULE", help="Run only these rules."),
    ):
        command = option(command)
    return command


def _severity(name: str, default: Severity, words: str) -> Callable[[Command], Command]:
    choice = click.Choice(_SEVERITIES)
    return click.option(name, type=choice, default=default, show_default=True, help=words)


def severities_from(severity: Severity) -> Sequence[Severity]:
    """That severity and the graver ones."""
    return _SEVERITIES[: _SEVERITIES.index(severity) + 1]
