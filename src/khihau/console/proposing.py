"""What the commands about proposals share: the glossary they are for, days, and refusals."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import click

from khihau.console.glossaries import Glossaries
from khihau.errors import ConfigError
from khihau.model import Termbase
from khihau.termbase.files import find_layer
from khihau.termbase.load import open_glossary
from khihau.termbase.locate import builtin_glossary

__all__ = ["day_of", "glossary_with", "on_option", "refuse"]

Command = TypeVar("Command", bound=Callable[..., Any])


def on_option(command: Command) -> Command:
    """`--on`: the day of what is written."""
    option = click.option(
        "--on", type=click.DateTime(["%Y-%m-%d"]), help="Day of it. [default: today]"
    )
    return option(command)


def day_of(on: datetime.datetime | None) -> datetime.date:
    """The day that was said, else today; ConfigError for one that has not come."""
    today = datetime.date.today()
    if on and on.date() > today:
        raise ConfigError(f"--on: {on.date()} has not come; today is {today}")
    return on.date() if on else today


def glossary_with(into: Path, glossaries: Glossaries) -> Termbase:
    """The glossary of the settings, with the folder `into` as its last layer unless it is one.

    Raises ConfigError where there is none at all, and where `into` is a file.
    """
    if into.exists() and not into.is_dir():
        raise ConfigError(f"--into {into}: is a file; name a folder")
    settings = glossaries.settings()
    paths = settings.glossary
    known = {path.resolve() for path in paths}
    if settings.builtin:
        known.add(builtin_glossary().resolve())
    if into.resolve() not in known and into.is_dir() and find_layer(into, "").concepts:
        paths = (*paths, into)
    if not paths and not settings.builtin:
        settings = glossaries.settings_with_glossary()
    return open_glossary(*paths, builtin=settings.builtin)


def refuse(problems: Iterable[object]) -> NoReturn:
    """Raise ConfigError with all that is wrong, a line each."""
    raise ConfigError("\n".join(map(str, problems)) + "\nnothing was written")
