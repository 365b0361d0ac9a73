"""One TOML file: its text, its values, or the problem that hindered either."""

from __future__ import annotations

import errno
import os
import stat
from codecs import BOM_UTF8
from pathlib import Path
from typing import Any

import tomli

from khihau.errors import Problem
from khihau.text.regex import regex

__all__ = ["comments_of", "line_of_comment", "parsed", "read_table", "read_toml"]

# Texts of each kind, since a "#" in them begins no comment.
_TEXT_OR_COMMENT = regex(
    r'''(?s)"""(?:\\.|[^\\])*?"""|\'\'\'.*?\'\'\'|"(?:\\.|[^"\\\n])*"|'[^'\n]*'|(\#)'''
)


def read_toml(path: str | Path, shown: str) -> tuple[str, dict[str, Any], tuple[Problem, ...]]:
    """Read and parse one TOML file: its text, its values, and the problem that hindered either.

    A byte order mark and CRLF are accepted; a file that cannot be read or parsed has no values.
    """
    try:
        data = _bytes_of(path)
    except OSError as error:
        return "", {}, (Problem(shown, 0, "", f"cannot be read: {error.strerror}"),)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"not UTF-8: byte 0x{data[error.start]:02X}"
        return "", {}, (Problem(shown, line, "", message, "save the file as UTF-8"),)
    try:
        return text, tomli.loads(text), ()
    except tomli.TOMLDecodeError as error:
        line_text = error.doc.split("\n")[error.lineno - 1]
        message = f"not valid TOML: {error.msg} at column {error.colno}"
        from khihau.termbase.hints import syntax_hint

        hint = syntax_hint(error.msg, line_text, error.colno)
        return text, {}, (Problem(shown, error.lineno, "", message, hint),)
    except (ValueError, RecursionError) as error:
        return text, {}, (Problem(shown, 0, "", f"not valid TOML: {error}"),)


def _bytes_of(path: str | Path) -> bytes:
    """The content of a file; OSError for a pipe or a device, which may never end."""
    mode = os.stat(path).st_mode  # noqa: PTH116 - of thousands, which pathlib slows down
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):  # what a folder is, reading it tells
        raise OSError(errno.EINVAL, "it is a pipe or a device; name a file")
    return Path(path).read_bytes()


def line_of_comment(text: str) -> int:
    """The line of the first comment of a TOML file; 0 where it has none."""
    comments = (found for found in _TEXT_OR_COMMENT.finditer(text) if found[1])
    first = next(comments, None)
    return text.count("\n", 0, first.start()) + 1 if first else 0


def read_table(path: str | Path, name: str) -> dict[str, Any] | None:
    """Read one table `[name]` of a TOML file without parsing the others; None when that fails.

    A bibliography has a thousand, of which a finding needs one.
    """
    head = f"[{name}]".encode()
    try:
        data = b"\n" + _bytes_of(path).removeprefix(BOM_UTF8)
        start = data.find(b"\n" + head)
        while start >= 0:
            line, _, rest = data[start + 1 :].partition(b"\n")
            if line.rstrip() == head:
                values: dict[str, Any] = tomli.loads(rest.partition(b"\n[")[0].decode())
                return values
            start = data.find(b"\n" + head, start + 1)
    except (OSError, ValueError, RecursionError):
        pass
    return None


def comments_of(text: str) -> list[str]:
    """The comments of lines of TOML, in order, with their signs."""
    starts = (found.start() for found in _TEXT_OR_COMMENT.finditer(text) if found[1])
    return [text[start:].partition("\n")[0].rstrip() for start in starts]


def parsed(text: str) -> dict[str, Any] | None:
    """The values of a TOML text; None where it is none."""
    try:
        return tomli.loads(text)
    except (ValueError, RecursionError):
        return None
