"""On which line of a TOML text a key stands: the parser gives values without their places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from khihau.errors import Problem
from khihau.termbase.checks import Fault, KeyPath, format_key
from khihau.text.regex import regex

__all__ = ["header_lines", "key_lines", "line_of", "locate"]

_NAME = regex(r"""[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*'""")
_DOTTED = rf"(?:{_NAME.pattern})(?:\s*\.\s*(?:{_NAME.pattern}))*"
_HEADER = regex(rf"\s*(\[\[?)\s*({_DOTTED})\s*\]\]?\s*(?:#.*)?")
_PAIR = regex(rf"\s*({_DOTTED})\s*=")
_STRING_OR_COMMENT = regex(
    r'"""(?:\\.|[^\\])*?"""'
    r"|'''.*?'''"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'"
    r"|#[^\n]*",
    re.DOTALL,
)


def key_lines(text: str) -> dict[KeyPath, int]:
    """Map every key path of a valid TOML text, and every start of one, to its line (from 1).

    Keys inside inline tables and lists have no entry of their own: ask `line_of`.
    """
    lines: dict[KeyPath, int] = {}
    counts: dict[KeyPath, int] = {}
    table: KeyPath = ()
    for number, line in enumerate(_without_long_strings(text).split("\n"), start=1):
        if header := _HEADER.fullmatch(line.rstrip("\r")):
            table = _enter(_names(header[2]), header[1] == "[[", counts)
            _add(table, number, lines)
        elif pair := _PAIR.match(line):
            _add((*table, *_names(pair[1])), number, lines)
    return lines


def header_lines(text: str) -> list[tuple[int, str]]:
    """The lines of a valid TOML text at which a table begins, from 1, with the dotted name of it."""
    rows = enumerate(_without_long_strings(text).split("\n"), start=1)
    found = ((number, _HEADER.fullmatch(line.rstrip("\r"))) for number, line in rows)
    return [(number, ".".join(_names(header[2]))) for number, header in found if header]


def line_of(key: KeyPath, lines: Mapping[KeyPath, int]) -> int:
    """Find the line of a key path or of the nearest table around it; 0 when there is none.

    There is none either for the ninth of eight tables: it stands in another file.
    """
    for length in range(len(key), 0, -1):
        if key[:length] in lines:
            return lines[key[:length]]
        if isinstance(key[length - 1], int) and (*key[: length - 1], 1) in lines:
            break
    return 0


def locate(faults: Iterable[Fault], text: str, file: str) -> tuple[Problem, ...]:
    """Give each fault of a TOML text its file and line."""
    found = tuple(faults)
    lines = key_lines(text) if found else {}
    return tuple(
        Problem(file, line_of(fault.key, lines), format_key(fault.key), fault.message, fault.hint)
        for fault in found
    )


def _without_long_strings(text: str) -> str:
    """Empty the multi-line strings, whose lines may look like headers; keep the line breaks."""

    def emptied(found: re.Match[str]) -> str:
        string = found[0]
        return '""' + "\n" * string.count("\n") if "\n" in string else string

    return _STRING_OR_COMMENT.sub(emptied, text)


def _enter(names: list[str], is_array: bool, counts: dict[KeyPath, int]) -> KeyPath:
    """Give the path of a header, with the number of each array of tables on the way."""
    path: KeyPath = ()
    for depth, name in enumerate(names, start=1):
        path = (*path, name)
        if is_array and depth == len(names):
            counts[path] = counts.get(path, 0) + 1
        if path in counts:
            path = (*path, counts[path])
    return path


def _add(path: KeyPath, number: int, lines: dict[KeyPath, int]) -> None:
    for length in range(1, len(path) + 1):
        lines.setdefault(path[:length], number)


def _names(dotted: str) -> list[str]:
    return [name.strip("\"'") for name in _NAME.findall(dotted)]
