"""One TOML file: its text, its values, or the problem that hindered either."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import tomli

from khihau.errors import Problem
from khihau.text.regex import regex

__all__ = ["read_table", "read_toml"]

_NEXT_TABLE = regex(r"^\[", re.MULTILINE)


def read_toml(path: str | Path, shown: str) -> tuple[str, dict[str, Any], tuple[Problem, ...]]:
    """Read and parse one TOML file: its text, its values, and the problem that hindered either.

    A byte order mark and CRLF are accepted; a file that cannot be read or parsed has no values.
    """
    try:
        data = Path(path).read_bytes()
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


def read_table(path: str | Path, name: str) -> dict[str, Any] | None:
    """Read one table `[name]` of a TOML file without parsing the others; None when that fails.

    A bibliography has a thousand, of which a finding needs one.
    """
    try:
        text = Path(path).read_text("utf-8-sig")
        head = re.search(rf"^\[{re.escape(name)}\][ \t]*$", text, re.MULTILINE)
        if head is None:
            return None
        after = _NEXT_TABLE.search(text, head.end())
        values: dict[str, Any] = tomli.loads(text[head.end() : after.start() if after else None])
    except (OSError, ValueError, RecursionError):
        return None
    return values
