"""Modules that are imported when they are needed, out of tables that name them.

A table holds the whole name of a module ("khihau.render.sarif"), so that whoever looks for what a
module is used by finds it, and so do the tests of the architecture.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

__all__ = ["load"]


def load(module: str, name: str) -> Any:
    """What a module calls by a name; the module is imported now."""
    return getattr(import_module(module), name)
