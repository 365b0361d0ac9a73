"""The patterns of a .gitignore file, matched as git matches them.

A pattern without a special sign is looked up as it is; the others are held against a name all at
once, and without ever going back (`glob_chains`).
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from khihau.documents.glob_chains import SPECIAL, Chains, chains

__all__ = ["Globs"]


class Globs:
    """Patterns in the way of a .gitignore file, a line each; the last one that fits decides.

    Like git they match the bytes of a name, so that a "?" stands for no letter of Vietnamese or
    Korean; and a pattern that can fit nothing, such as "[a", is no error.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        self._takes_in: list[bool] = []
        self._groups: dict[tuple[bool, bool], _Group] = {}
        self._folders: dict[str, bool | None] = {}
        for number, pattern in enumerate(filter(None, map(_pattern, lines))):
            self._takes_in.append(pattern.takes_in)
            group = self._groups.setdefault((pattern.is_path, pattern.only_folders), _Group())
            group.add(number, pattern.text)

    def says(self, name: str, *, is_folder: bool) -> bool | None:
        """Whether a path is left out (True) or taken in, None where no pattern is about it.

        `name` is the path from the folder of the patterns, with "/" between its parts. What lies in
        a folder that is left out is left out too, which is not looked at here.
        """
        path = _byte_by_byte(name)
        last = path[path.rfind("/") + 1 :]
        number = max(
            (
                group.last_that_fits(path if is_path else last)
                for (is_path, only_folders), group in self._groups.items()
                if is_folder or not only_folders
            ),
            default=-1,
        )
        return not self._takes_in[number] if number >= 0 else None

    def leaves_out(self, name: str, *, is_folder: bool) -> bool:
        """Whether a path is left out, or a folder that it lies in."""
        above = (name[:at] for at, sign in enumerate(name) if sign == "/")
        return any(map(self._leaves_out_folder, above)) or bool(
            self.says(name, is_folder=is_folder)
        )

    def _leaves_out_folder(self, name: str) -> bool | None:
        """What is said about a folder, which is asked for again with each path in it."""
        if name not in self._folders:
            self._folders[name] = self.says(name, is_folder=True)
        return self._folders[name]


class _Pattern(NamedTuple):
    """One line: what it fits, which is a whole path or its last part, and what that means."""

    text: str
    is_path: bool
    only_folders: bool
    takes_in: bool


class _Group:
    """Patterns that are held against the same part of a path, by their numbers in the file."""

    def __init__(self) -> None:
        self._plain: dict[str, int] = {}
        self._special: list[tuple[int, str]] = []

    def add(self, number: int, text: str) -> None:
        if SPECIAL.isdisjoint(text):
            self._plain[text] = number
        else:
            self._special.append((number, text))

    def last_that_fits(self, name: str) -> int:
        """The largest number of a pattern that fits a name, -1 where none does."""
        return max(self._plain.get(name, -1), self._chains.last_that_fits(name))

    @cached_property
    def _chains(self) -> Chains:
        return chains(self._special)


def _byte_by_byte(text: str) -> str:
    """The bytes of a text as git has them, as a character each."""
    return text.encode("utf-8", sys.getfilesystemencodeerrors()).decode("latin-1")


def _pattern(line: str) -> _Pattern | None:
    """The pattern of a line, None for a comment and for an empty one."""
    if line.startswith("#"):
        return None
    text = _byte_by_byte(_without_blanks(line.partition("\0")[0]))
    takes_in = text.startswith("!")
    text = text[takes_in:]
    only_folders = text.endswith("/")
    text = text[: len(text) - only_folders]
    whole = text.removeprefix("/")
    return _Pattern(whole, "/" in text, only_folders, takes_in) if whole else None


def _without_blanks(line: str) -> str:
    """A line without the spaces at its end, but for one behind a backslash."""
    text = line.rstrip(" ")
    escapes = len(text) - len(text.rstrip("\\"))
    return line[: len(text) + escapes % 2]
