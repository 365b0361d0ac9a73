"""What the commands that judge are asked for: which rules run, what is shown, what fails."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Generic, get_args

import click

from khihau.config import Config, located
from khihau.console.options import Command
from khihau.documents.folders import excluder
from khihau.errors import ConfigError
from khihau.model import Severity
from khihau.rulebook import AnyRule, chosen

__all__ = ["RuleChoice", "judging_options", "severities_from"]

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


class RuleChoice(Generic[AnyRule]):
    """Which rules of a table run on which document: options win over settings, what is ignored over all.

    Raises ConfigError for a rule that does not exist.
    """

    def __init__(
        self,
        table: Sequence[AnyRule],
        select: Sequence[str],
        ignore: Sequence[str],
        config: Config,
    ) -> None:
        select, ignore = _split(select), _split(ignore)
        self._table = table
        self.all = chosen(table, select or None, ignore)
        if config.path:
            self.all = self._with_settings(select, ignore, config)
        # One that takes in again ("!") leaves nothing out by itself, and each stands for itself here.
        patterns = [
            (pattern, rules)
            for pattern, rules in config.per_file_ignores
            if not pattern.startswith("!")
        ]
        self._is_off = {
            rule.name: excluder(
                tuple(pattern for pattern, rules in patterns if rule.name in rules), config.root
            )
            for rule in self.all
        }

    def _with_settings(
        self, select: Sequence[str], ignore: Sequence[str], config: Config
    ) -> tuple[AnyRule, ...]:
        assert config.path
        for key, names in (
            (("select",), config.select or ()),
            (("ignore",), config.ignore),
            *((("per-file-ignores", pattern), rules) for pattern, rules in config.per_file_ignores),
        ):
            try:
                chosen(self._table, names)
            except ConfigError as error:
                raise located(str(error), config.path, key) from error
        return chosen(self._table, select or config.select, (*ignore, *config.ignore))

    def of(self, path: str) -> tuple[AnyRule, ...]:
        """The rules that run on a document."""
        return tuple(rule for rule in self.all if not self._is_off[rule.name](Path(path)))


def _split(names: Sequence[str]) -> list[str]:
    """The names of options that may hold several, with commas between."""
    return [name for given in names for name in given.replace(",", " ").split()]
