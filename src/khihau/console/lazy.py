"""A group of commands that imports one when it is asked for: a hook pays for one command only."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click

__all__ = ["LazyGroup"]


class LazyGroup(click.Group):
    """`modules` maps each name to the module of `khihau.cli` whose `<name>_command` it is.

    One that has a single command may call it `command`.
    """

    def __init__(self, *args: Any, modules: Mapping[str, str], **settings: Any) -> None:
        super().__init__(*args, **settings)
        self._modules = modules

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(self._modules)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:  # noqa: ARG002
        if name not in self._modules:
            return None
        module = import_module(f"khihau.cli.{self._modules[name]}")
        command: click.Command = getattr(module, f"{name}_command", None) or module.command
        return command
