"""What the commands that judge are asked for: which rules run, what is shown, what fails."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import wraps
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar, cast

import click

from khihau.config import Config, located
from khihau.config.by_path import options_by_path
from khihau.config.left_out import parts_off, whole_rules
from khihau.console.options import Run
from khihau.documents.folders import excluder
from khihau.errors import ConfigError
from khihau.model import LEVELS, SEVERITIES, Level, Severity
from khihau.profiles.table import profile_names
from khihau.rulebook import AnyRule, check_ruling, chosen

__all__ = ["Judging", "RuleChoice", "judging_options"]


_Names = TypeVar("_Names")


class Judging(NamedTuple):
    """What options say of findings: which rules run, how gravely they tell, what is shown, what fails."""

    select: tuple[str, ...]
    ignore: tuple[str, ...]
    profile: str | None
    severities: Mapping[str, Level]
    shown: Sequence[Severity]
    fail_on: Severity | None

    def over(self, run: Run) -> Run:
        """The run as these options change it; raises ConfigError for a name that settings have and
        nothing bears.
        """
        config = run.config
        ignored = (
            (("ignore",), config.ignore),
            *_by_path("per-file-ignores", config.per_file_ignores),
        )
        ruled = (
            (("severity",), config.severity),
            *_by_path("per-file-severity", config.per_file_severity),
        )
        for key, name in (
            *((key, name) for key, names in ignored for name in parts_off(names)),
            *(((*key, name), name) for key, names in ruled for name in names),
        ):
            try:
                check_ruling(name, run.base)
            except ConfigError as error:
                assert config.path
                raise located(str(error), config.path, key) from error
        for name in self.severities:
            check_ruling(name, run.base)
        options_of = options_by_path(config, run.options, self.profile, self.severities)
        return run._replace(options_of=options_of)

    def failing(self, config: Config) -> Sequence[Severity]:
        """The severities that fail a run: the options win over the settings."""
        return _from(self.fail_on or config.fail_on)


def judging_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--profile`, `--select`, `--ignore`, `--severity`, `--fail-on`, as `judging` for the command."""

    @wraps(command)
    def with_judging(
        *given: Any,
        select: tuple[str, ...],
        ignore: tuple[str, ...],
        profile: str | None,
        severity: tuple[str | tuple[str, Level], ...],
        fail_on: Severity | None,
        **own: Any,
    ) -> Any:
        shown = [one for one in severity if isinstance(one, str)]
        ruled = dict(one for one in severity if not isinstance(one, str))
        left_out = _split(ignore)
        judging = Judging(
            tuple(_split(select)),
            whole_rules(left_out),
            profile,
            {**parts_off(left_out), **ruled},
            _from(cast("Severity", shown[-1]) if shown else SEVERITIES[-1]),
            fail_on,
        )
        return command(*given, judging=judging, **own)

    wrapped: Callable[..., Any] = with_judging
    for option in (
        click.option(
            "--fail-on",
            type=click.Choice(SEVERITIES),
            help="Exit 1 from this severity on.  [default: warning, or as settings say]",
        ),
        click.option(
            "--severity",
            type=_Severity(),
            multiple=True,
            metavar="SEVERITY|RULE=SEVERITY",
            help="Report from this severity on; or how gravely a rule tells, “off” for not at all.",
        ),
        click.option("--ignore", multiple=True, metavar="RULE", help="Do not run these rules."),
        click.option("--select", multiple=True, metavar="RULE", help="Run only these rules."),
        click.option(
            "--profile",
            type=click.Choice(profile_names()),
            help="Kind of the text, which says what is told. [default: by path and settings, else guessed]",
        ),
    ):
        wrapped = option(wrapped)
    return wrapped


class _Severity(click.ParamType[Any]):
    """A severity, or RULE=SEVERITY: late-definition=info, forbidden-label[paris-agreement]=off."""

    name = "severity"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> str | tuple[str, Level]:
        name, equals, severity = str(value).rpartition("=")
        allowed: Sequence[Level] = LEVELS if equals else SEVERITIES
        for one in allowed:
            if one == severity:
                return (name, one) if equals else one
        return self.fail(f"{severity!r} is none of {', '.join(allowed)}.", param, ctx)


def _from(severity: Severity) -> Sequence[Severity]:
    """That severity and the graver ones."""
    return SEVERITIES[: SEVERITIES.index(severity) + 1]


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
        self._table = table
        self.all = chosen(table, select or None, ignore)
        if config.path:
            self.all = self._with_settings(select, ignore, config)
        # One that takes in again ("!") leaves nothing out by itself, and each stands for itself here.
        patterns = [
            (pattern, names)
            for pattern, names in config.per_file_ignores
            if not pattern.startswith("!")
        ]
        self._is_off = {
            rule.name: excluder(
                tuple(pattern for pattern, names in patterns if rule.name in names), config.root
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
            *_by_path("per-file-ignores", config.per_file_ignores),
        ):
            try:
                chosen(self._table, whole_rules(names))
            except ConfigError as error:
                raise located(str(error), config.path, key) from error
        return chosen(self._table, select or config.select, (*ignore, *whole_rules(config.ignore)))

    def of(self, path: str) -> tuple[AnyRule, ...]:
        """The rules that run on a document."""
        return tuple(rule for rule in self.all if not self._is_off[rule.name](Path(path)))


def _by_path(
    table: str, entries: Iterable[tuple[str, _Names]]
) -> Iterator[tuple[tuple[str, ...], _Names]]:
    """What a table of the settings has by pattern, with the place of each."""
    return (((table, pattern), names) for pattern, names in entries)


def _split(names: Iterable[str]) -> list[str]:
    """The names of options that may hold several, with commas between."""
    return [name for given in names for name in given.replace(",", " ").split()]
