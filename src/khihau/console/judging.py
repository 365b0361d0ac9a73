"""What the commands that judge are asked for: which rules run, what is shown, what fails."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import wraps
from typing import Any, NamedTuple, TypeAlias, TypeVar, cast

import click

from khihau.config import Config, located
from khihau.config.by_path import options_by_path
from khihau.config.left_out import off, taken_back
from khihau.console.options import Run
from khihau.errors import ConfigError
from khihau.model import LEVELS, SEVERITIES, Level, Severity
from khihau.profiles.table import profile_names
from khihau.rulebook import AnyRule, check_ruling, chosen

__all__ = ["Judging", "judging_options", "ruling_options"]

_Names = TypeVar("_Names")
_Option: TypeAlias = Callable[[Callable[..., Any]], Callable[..., Any]]


class Judging(NamedTuple):
    """What options say of findings: which rules run, how gravely they tell, what is shown, what fails."""

    select: tuple[str, ...]
    profile: str | None
    severities: Mapping[str, Level]
    shown: Sequence[Severity] = SEVERITIES
    fail_on: Severity | None = None

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
            *((key, name) for key, names in ignored for name in names),
            *(((*key, name), name) for key, names in ruled for name in names),
        ):
            try:
                check_ruling(name, run.base)
            except ConfigError as error:
                assert config.path
                raise located(str(error), config.path, key) from error
        for name in self.severities:
            check_ruling(name, run.base)
        options_of = options_by_path(
            config, run.options, self.profile, self.severities, self.select
        )
        return run._replace(options_of=options_of)

    def rules(self, table: Sequence[AnyRule], config: Config) -> tuple[AnyRule, ...]:
        """The rules of a table that run: those that options or else settings select.

        Raises ConfigError for one that does not exist.
        """
        try:
            set_rules = chosen(table, config.select)
        except ConfigError as error:
            assert config.path
            raise located(str(error), config.path, ("select",)) from error
        return chosen(table, self.select) if self.select else set_rules

    def names(self, rules: Iterable[AnyRule], config: Config) -> list[str]:
        """The names of the rules that are not off in all texts."""
        said = {**taken_back(config.severities, self.select), **self.severities}
        return [rule.name for rule in rules if said.get(rule.name) != "off"]

    def failing(self, config: Config) -> Sequence[Severity]:
        """The severities that fail a run: the options win over the settings."""
        return _from(self.fail_on or config.fail_on)


def ruling_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--profile`, `--select`, `--ignore`, `--severity NAME=SEVERITY`, as `judging` for the command."""
    severity = click.option(
        "--severity",
        type=_Severity(()),
        multiple=True,
        metavar="NAME=SEVERITY",
        help="How gravely a rule or a part of it tells, “off” for not at all.",
    )
    return _judging(command, severity)


def judging_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The same, with what is shown (`--severity SEVERITY`) and what fails (`--fail-on`)."""
    fail_on = click.option(
        "--fail-on",
        type=click.Choice(SEVERITIES),
        help="Exit 1 from this severity on.  [default: warning, or as settings say]",
    )
    severity = click.option(
        "--severity",
        type=_Severity(SEVERITIES),
        multiple=True,
        metavar="SEVERITY|NAME=SEVERITY",
        help="Report from this severity on; or how gravely a rule or a part of it tells, “off” for "
        "not at all.",
    )
    return _judging(command, fail_on, severity)


def _judging(command: Callable[..., Any], *own_options: _Option) -> Callable[..., Any]:
    @wraps(command)
    def with_judging(
        *given: Any,
        select: tuple[str, ...],
        ignore: tuple[str, ...],
        profile: str | None,
        severity: tuple[str | tuple[str, Level], ...],
        fail_on: Severity | None = None,
        **own: Any,
    ) -> Any:
        shown = [one for one in severity if isinstance(one, str)]
        ruled = dict(one for one in severity if not isinstance(one, str))
        judging = Judging(
            tuple(_split(select)),
            profile,
            {**off(_split(ignore)), **ruled},
            _from(cast("Severity", shown[-1]) if shown else SEVERITIES[-1]),
            fail_on,
        )
        return command(*given, judging=judging, **own)

    wrapped: Callable[..., Any] = with_judging
    for option in (
        *own_options,
        click.option(
            "--ignore",
            multiple=True,
            metavar="NAME",
            help="Do not tell this: RULE, RULE/ASPECT or RULE[CONCEPT].",
        ),
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
    """NAME=SEVERITY (late-definition=info, forbidden-label[paris-agreement]=off), or one `alone`."""

    name = "severity"

    def __init__(self, alone: Sequence[Severity]) -> None:
        self._alone = alone

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> str | tuple[str, Level]:
        name, equals, severity = str(value).rpartition("=")
        allowed: Sequence[Level] = LEVELS if equals else self._alone
        for one in allowed:
            if one == severity:
                return (name, one) if equals else one
        if not allowed:
            return self.fail(f"{severity!r} names no rule; write NAME=SEVERITY.", param, ctx)
        return self.fail(f"{severity!r} is none of {', '.join(allowed)}.", param, ctx)


def _from(severity: Severity) -> Sequence[Severity]:
    """That severity and the graver ones."""
    return SEVERITIES[: SEVERITIES.index(severity) + 1]


def _by_path(
    table: str, entries: Iterable[tuple[str, _Names]]
) -> Iterator[tuple[tuple[str, ...], _Names]]:
    """What a table of the settings has by pattern, with the place of each."""
    return (((table, pattern), names) for pattern, names in entries)


def _split(names: Iterable[str]) -> list[str]:
    """The names of options that may hold several, with commas between."""
    return [name for given in names for name in given.replace(",", " ").split()]
