"""The patterns of a .gitignore file, matched as git matches them, but without ever going back.

A pattern is a chain of steps, and the bits of a number say before which steps a name may have led
so far. Each byte of the name moves them all at once, so that no way is tried twice: a pattern of
many stars takes no more time than its length times the length of the name.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from khihau.text.regex import regex

__all__ = ["Globs"]

_END = "\0"  # behind each pattern: neither a pattern nor a name can hold it
_SPECIAL = "*?[\\"
_BYTES = frozenset(map(chr, range(256)))

_KIND = regex(r"\[:([^]\0]*):]")
_ASCII = tuple(map(chr, range(128)))
_KINDS: Mapping[str, Callable[[str], bool]] = {
    "alnum": str.isalnum,
    "alpha": str.isalpha,
    "blank": " \t".__contains__,
    "cntrl": lambda sign: not sign.isprintable(),
    "digit": str.isdigit,
    "graph": lambda sign: sign.isprintable() and sign != " ",
    "lower": str.islower,
    "print": str.isprintable,
    "punct": lambda sign: sign.isprintable() and sign != " " and not sign.isalnum(),
    "space": " \t\n\r".__contains__,  # all that git takes for one
    "upper": str.isupper,
    "xdigit": "0123456789ABCDEFabcdef".__contains__,
}


class Globs:
    """Patterns in the way of a .gitignore file, a line each; the last one that fits decides.

    Like git they match the bytes of a name, so that a "?" stands for no letter of Vietnamese or
    Korean; and a pattern that can fit nothing, such as "[a", is no error.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        patterns = (_pattern(_byte_by_byte(line)) for line in lines)
        self._patterns = tuple(filter(None, patterns))[::-1]

    def says(self, name: str, *, is_folder: bool) -> bool | None:
        """Whether a path is left out (True) or taken in, None where no pattern is about it.

        `name` is the path from the folder of the patterns, with "/" between its parts. What lies in
        a folder that is left out is left out too, which is not looked at here.
        """
        path = _byte_by_byte(name)
        last = path[path.rfind("/") + 1 :]
        for pattern in self._patterns:
            if pattern.only_folders and not is_folder:
                continue
            if pattern.chain.fits(path if pattern.is_path else last):
                return not pattern.takes_in
        return None

    def leaves_out(self, name: str, *, is_folder: bool) -> bool:
        """Whether a path is left out, or a folder that it lies in."""
        above = (name[:at] for at, sign in enumerate(name) if sign == "/")
        return any(self.says(folder, is_folder=True) for folder in above) or bool(
            self.says(name, is_folder=is_folder)
        )


class _Chain(NamedTuple):
    """The steps of a pattern as sets of bits; the bit of a step stands for the place before it.

    `takes` has for each byte the steps that it goes over. At those of `stays` ("*" and "**") any
    byte but a slash may come, at those of `stays_always` ("**") any byte, and both may be passed
    without one; at those of `leaps` ("**/") the slash behind may be passed too. `end` is behind all.
    """

    takes: Mapping[str, int]
    stays: int
    stays_always: int
    leaps: int
    end: int

    def fits(self, name: str) -> bool:
        at = self._reached(1, 0)
        for byte in name:
            stays = self.stays_always if byte == "/" else self.stays
            at = self._reached((at & self.takes.get(byte, 0)) << 1, at & stays)
            if not at:
                return False
        return bool(at & self.end)

    def _reached(self, come: int, stayed: int) -> int:
        """All places that no further byte is needed for; only who just came to a "**/" may leap."""
        at = stayed | come | (come & self.leaps) << 2
        return at | (at & self.stays) << 1


class _Pattern(NamedTuple):
    """One line: what it fits, which is a whole path or its last part, and what that means."""

    chain: _Chain
    is_path: bool
    only_folders: bool
    takes_in: bool


def _byte_by_byte(text: str) -> str:
    """The bytes of a text as git has them, as a character each."""
    return text.encode("utf-8", sys.getfilesystemencodeerrors()).decode("latin-1")


def _pattern(line: str) -> _Pattern | None:
    """The pattern of a line, None for a comment and for what can fit nothing."""
    if line.startswith("#"):
        return None
    text = _without_blanks(line.partition(_END)[0])
    takes_in = text.startswith("!")
    text = text[takes_in:]
    only_folders = text.endswith("/")
    text = text[: len(text) - only_folders]
    chain = _chain(text.removeprefix("/") + _END)
    return _Pattern(chain, "/" in text, only_folders, takes_in) if chain else None


def _without_blanks(line: str) -> str:
    """A line without the spaces at its end, but for one behind a backslash."""
    text = line.rstrip(" ")
    escapes = len(text) - len(text.rstrip("\\"))
    return line[: len(text) + escapes % 2]


def _chain(text: str) -> _Chain | None:
    """The steps of a pattern, None where it ends within an escape or a set."""
    # Git compares what comes before all special signs by itself, and "**" may stand behind it.
    start = next((at for at, sign in enumerate(text) if sign in _SPECIAL), len(text))
    takes: dict[str, list[int]] = defaultdict(list)
    stays: list[int] = []
    stays_always: list[int] = []
    leaps: list[int] = []
    at = step = 0
    while text[at] != _END:
        if text[at] == "*":
            first = at
            while text[at] == "*":
                at += 1
            is_alone = (first == start or text[first - 1] == "/") and (
                text[at] in ("/", _END) or text.startswith("\\/", at)
            )
            if is_alone and at - first > 1:
                if text[at] == "/" and leaps and leaps[-1] == step - 2:  # "**/**/" is "**/"
                    at += 1
                    continue
                stays_always.append(step)
                if text[at] == "/":
                    leaps.append(step)
            stays.append(step)
        else:
            one = _one(text, at)
            if one is None:
                return None
            signs, at = one
            for sign in signs:
                takes[sign].append(step)
        step += 1
    return _Chain(
        {sign: _bits(steps, step) for sign, steps in takes.items()},
        _bits(stays, step),
        _bits(stays_always, step),
        _bits(leaps, step),
        1 << step,
    )


def _bits(steps: Iterable[int], most: int) -> int:
    """A set of steps as bits; adding one to another would copy a long number for each."""
    found = bytearray(most // 8 + 1)
    for step in steps:
        found[step // 8] |= 1 << step % 8
    return int.from_bytes(found, "little")


def _one(text: str, at: int) -> tuple[Iterable[str], int] | None:
    """The bytes that one sign or set of a pattern fits, and where it ends; None where it does not."""
    if text[at] == "[":
        return _set(text, at + 1)
    if text[at] == "?":
        return _BYTES - {"/"}, at + 1
    if text[at] == "\\":
        at += 1
    return (text[at], at + 1) if text[at] != _END else None


def _set(text: str, at: int) -> tuple[Iterable[str], int] | None:
    """As `_one`, of a set such as [a-z] or [!a], from behind its bracket."""
    is_other = text[at] in "!^"
    at += is_other
    found: set[str] = set()
    before = ""  # the sign that may begin a range
    while text[at] != _END:
        kind = _KIND.match(text, at)
        if kind and kind[1] not in _KINDS:
            return None
        if kind:
            found.update(filter(_KINDS[kind[1]], _ASCII))
            before, at = "", kind.end()
        else:
            is_range = bool(before) and text[at] == "-" and text[at + 1] not in ("]", _END)
            at += is_range
            at += text[at] == "\\"
            if text[at] == _END:
                break
            found.update(map(chr, range(ord(before if is_range else text[at]), ord(text[at]) + 1)))
            before, at = "" if is_range else text[at], at + 1
        if text[at] == "]":  # at the beginning it is one of the set
            return (_BYTES - found if is_other else found) - {"/"}, at + 1
    return None
