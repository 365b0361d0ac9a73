"""Which terms hold in one run: the options of the glossary, laid over the settings of the project."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, NamedTuple

import click

from khihau.config import Config, load_config, located, no_glossary
from khihau.errors import ConfigError, shown_path

__all__ = ["Glossaries", "glossary_options"]


class Glossaries(NamedTuple):
    """What `--glossary`, `--config` and `--builtin` say; `builtin` is None where nothing is said."""

    paths: tuple[Path, ...] = ()
    config: Path | None = None
    builtin: bool | None = None

    def settings(self) -> Config:
        """The settings of the project as the options change them: glossaries of options come last.

        Raises ConfigError, too, for a glossary that is not there.
        """
        found = load_config(self.config, Path.cwd())
        for path in filter(_is_missing, found.glossary):
            assert found.path
            message = f"{shown_path(path)}: no such file or folder; paths count from this file"
            raise located(message, found.path, ("glossary",))
        for path in filter(_is_missing, self.paths):
            raise ConfigError(f"--glossary {path}: no such file or folder; check the path")
        builtin = found.builtin if self.builtin is None else self.builtin
        return found._replace(glossary=(*found.glossary, *self.paths), builtin=builtin)

    def settings_with_glossary(self) -> Config:
        """The same; raises ConfigError, too, where they leave no glossary to work with."""
        settings = self.settings()
        if settings.builtin or settings.glossary:
            return settings
        if self.builtin is None:
            raise no_glossary(settings)
        raise ConfigError(
            "--no-builtin leaves no glossary; name a folder or a file with --glossary"
        )


def _is_missing(path: Path) -> bool:
    try:
        return not path.exists()
    except OSError:  # a folder above it is closed, which reading it tells
        return False


def glossary_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--glossary`, `--config`, `--builtin`, as `glossaries` for the command."""

    @wraps(command)
    def with_glossaries(
        glossary: tuple[Path, ...], config: Path | None, builtin: bool | None, **own: Any
    ) -> Any:
        return command(glossaries=Glossaries(glossary, config, builtin), **own)

    wrapped: Callable[..., Any] = with_glossaries
    for option in (
        click.option(
            "--builtin/--no-builtin",
            default=None,
            help="With or without the built-in glossary. [default: with it, or as settings say]",
        ),
        click.option("--config", type=click.Path(path_type=Path), help="Settings file to use."),
        click.option(
            "--glossary",
            multiple=True,
            type=click.Path(path_type=Path),
            help="Folder or file of more concepts, laid over the built-in glossary.",
        ),
    ):
        wrapped = option(wrapped)
    return wrapped
