"""The keys that settings may have, and reading them from a file with every fault told."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, get_args

from khihau.documents.folders import LARGEST
from khihau.errors import ConfigError, shown_path
from khihau.model import LANGS, LEVELS, SEVERITIES, Analyser
from khihau.model.house import Quotes
from khihau.profiles.table import profile_names
from khihau.termbase.checks import (
    Check,
    Fault,
    Key,
    KeyPath,
    day,
    flag,
    list_of,
    lists_of,
    one_of,
    shown,
    table,
    text,
    values_of,
)
from khihau.termbase.places import locate
from khihau.termbase.toml import read_toml

__all__ = ["CONFIG_KEYS", "HOUSE_KEYS", "read_keys"]

ANALYSERS: tuple[Analyser, ...] = get_args(Analyser)


def _few(check: Check) -> Check:
    """A check for patterns that also refuses more of them than are held against a name."""

    def checked(value: Any, key: KeyPath) -> tuple[Fault, ...]:
        faults = check(value, key)
        if faults or sum(map(len, value)) <= LARGEST:
            return faults
        message = f"has more than {LARGEST >> 10} KB of patterns"
        return (Fault(key, message, "name folders, or write * for what the names share"),)

    return checked


def _by_path(check: Check) -> Check:
    """A check for a table by patterns that also refuses one which by itself fits no path."""
    few = _few(check)

    def checked(value: Any, key: KeyPath) -> tuple[Fault, ...]:
        faults = few(value, key)
        names = value if isinstance(value, dict) else ()
        hint = "write which files are meant; of several patterns that fit the last one counts"
        return (
            *faults,
            *(
                Fault((*key, name), "this pattern fits no path", hint)
                for name in names
                if not name.strip() or name.startswith(("!", "#"))
            ),
        )

    return checked


def _path(value: Any, key: KeyPath) -> tuple[Fault, ...]:
    """A check for the path of a file or a folder."""
    faults = text(value, key)
    if not faults and "\0" in value:
        return (Fault(key, f"{shown(value)} holds U+0000, which no path has"),)
    return faults


HOUSE_KEYS: Mapping[str, Key] = MappingProxyType(
    {
        "preferred": Key(values_of(table({lang: Key(text) for lang in LANGS}))),
        "spelling": Key(values_of(text)),
        "known-acronyms": Key(list_of(text)),
        "quotes": Key(one_of(get_args(Quotes))),
        "fixes": Key(flag),
    }
)

CONFIG_KEYS: Mapping[str, Key] = MappingProxyType(
    {
        "glossary": Key(list_of(_path)),
        "builtin": Key(flag),
        "to": Key(list_of(one_of(LANGS))),
        "ignored-acronyms": Key(list_of(text)),
        "exclude": Key(_few(list_of(text))),
        "date": Key(day),
        "profile": Key(one_of(profile_names())),
        "profiles": Key(_by_path(values_of(one_of(profile_names())))),
        "severity": Key(values_of(one_of(LEVELS))),
        "per-file-severity": Key(_by_path(values_of(values_of(one_of(LEVELS))))),
        "fail-on": Key(one_of(SEVERITIES)),
        "house": Key(table(HOUSE_KEYS)),
        "korean-analyser": Key(one_of(ANALYSERS)),
        "select": Key(list_of(text)),
        "ignore": Key(list_of(text)),
        "per-file-ignores": Key(_by_path(lists_of(text))),
        "baseline": Key(_path),
    }
)

_CONFIG_TABLE: Check = table(
    CONFIG_KEYS,
    misplaced={"tool": "in khihau.toml the keys stand at the top, without [tool.khihau]"},
)


def read_keys(path: Path, *, is_shared: bool) -> Mapping[str, Any] | None:
    """Read the settings of a file; of one that is shared with other tools, [tool.khihau], if any.

    Raises ConfigError with every fault: file, line, key, value, what is allowed.
    """
    name = shown_path(path)
    content, values, problems = read_toml(path, name)
    if problems and is_shared and content and "khihau" not in content:
        return None  # broken, but not ours: its own tools will say so
    key: tuple[str, ...] = ()
    if not problems and is_shared:
        tool = values.get("tool")
        if not isinstance(tool, dict) or "khihau" not in tool:
            return None
        values, key = tool["khihau"], ("tool", "khihau")
    problems = problems or locate(_CONFIG_TABLE(values, key), content, name)
    if problems:
        raise ConfigError("\n".join(map(str, sorted(problems))))
    return values
