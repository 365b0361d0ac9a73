"""Every error a user can meet: where it is, what is wrong, and the next step."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

__all__ = [
    "ConfigError",
    "GlossaryError",
    "InputError",
    "KhihauError",
    "Problem",
    "shown_path",
]


class KhihauError(Exception):
    """Base of all errors raised on purpose; the command line turns it into one message and exit 2."""


class InputError(KhihauError):
    """A document cannot be read or written; the message names the file and the next step."""


class ConfigError(KhihauError):
    """The project's settings or a command's options are wrong; the message names the key."""


class Problem(NamedTuple):
    """One fault of one glossary file.

    `line` counts from 1, 0 when the fault belongs to the whole file; `key` is the key path
    ("label[2].status"), empty when there is none; `hint` is the next step, empty when none is known.
    """

    file: str
    line: int
    key: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        key = f" {self.key}:" if self.key else ""
        hint = f" ({self.hint})" if self.hint else ""
        return f"{place}:{key} {self.message}{hint}"


class GlossaryError(KhihauError):
    """A glossary cannot be loaded; `problems` holds every fault of every file, once, sorted."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


def shown_path(path: Path) -> str:
    """The name of a file in messages: relative where it lies in the current folder."""
    cwd = Path.cwd()
    return str(path.relative_to(cwd) if path.is_relative_to(cwd) else path)
