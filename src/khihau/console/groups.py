"""A group of commands that imports one when it is asked for: a hook pays for one command only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import click

from khihau.loading import load

__all__ = ["LazyGroup"]


class LazyGroup(click.Group):
    """`modules` maps the name of each command to the module whose `<name>_command` it is."""

    def __init__(self, *args: Any, modules: Mapping[str, str], **settings: Any) -> None:
        super().__init__(*args, **settings)
        self._modules = modules

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(self._modules)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:  # noqa: ARG002
        if name not in self._modules:
            return None
        command: click.Command = load(self._modules[name], f"{name}_command")
        return command
