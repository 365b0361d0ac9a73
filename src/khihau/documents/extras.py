"""Libraries that only some formats need: imported when such a file is read, asked for by name."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from khihau.errors import InputError

__all__ = ["required"]


def required(module: str, extra: str, path: str) -> Any:
    """A module of an optional library, to read or write the file `path`.

    Raises InputError that names the file, the library and the extra to install.
    """
    try:
        return import_module(module)
    except ImportError as error:
        library = module.partition(".")[0].replace("_", "-")
        raise InputError(
            f"{path}: needs the library {library}; install it with: pip install 'khihau[{extra}]'"
        ) from error
