"""The project's settings: `khihau.toml`, or `[tool.khihau]` of `pyproject.toml`."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple, get_args

from khihau.errors import ConfigError, Problem
from khihau.model import LANGS, Analyser, Lang, Options
from khihau.termbase.checks import Check, Key, day, list_of, one_of, table, text
from khihau.termbase.places import locate
from khihau.termbase.schema import SCOPES
from khihau.termbase.toml import read_toml

__all__ = ["CONFIG_KEYS", "Config", "load_config"]

ANALYSERS: tuple[Analyser, ...] = get_args(Analyser)

_OWN_FILE = "khihau.toml"
_PYPROJECT = "pyproject.toml"

CONFIG_KEYS: Mapping[str, Key] = MappingProxyType(
    {
        "glossary": Key(list_of(text)),
        "to": Key(list_of(one_of(LANGS))),
        "ignored-acronyms": Key(list_of(text)),
        "exclude": Key(list_of(text)),
        "date": Key(day),
        "profile": Key(one_of(SCOPES)),
        "korean-analyser": Key(one_of(ANALYSERS)),
    }
)

_CONFIG_TABLE: Check = table(
    CONFIG_KEYS,
    misplaced={"tool": f"in {_OWN_FILE} the keys stand at the top, without [tool.khihau]"},
)


class Config(NamedTuple):
    """What a project sets once for every command; all defaults where it has no file.

    `path` is the file it was read from, `glossary` the folders or files to lay over the built-in
    glossary (made absolute from the file's folder), `exclude` patterns as in `.gitignore`.
    """

    path: Path | None = None
    glossary: tuple[Path, ...] = ()
    to: tuple[Lang, ...] = ()
    ignored_acronyms: frozenset[str] = frozenset()
    exclude: tuple[str, ...] = ()
    date: datetime.date | None = None
    profile: str | None = None
    korean_analyser: Analyser = "auto"

    def options(self) -> Options:
        """Give the part of the settings that the library's functions take."""
        return Options(
            ignored_acronyms=self.ignored_acronyms,
            date=self.date,
            profile=self.profile,
            analyser=self.korean_analyser,
        )


def load_config(path: Path | None, start: Path) -> Config:
    """Read the settings in `path`, or in the nearest file upward from the folder `start`.

    In each folder `khihau.toml` comes first, then a `pyproject.toml` that has `[tool.khihau]`.
    Without any file all settings have their defaults.

    Raises ConfigError with every fault: file, line, key, value, what is allowed.
    """
    if path is None:
        return next(_settings_upward(start), Config())
    config = _read_config(path)
    if config is None:
        raise ConfigError(f"{_shown(path)}: no [tool.khihau] table in this file")
    return config


def _settings_upward(start: Path) -> Iterator[Config]:
    folder = start.resolve()
    for parent in (folder, *folder.parents):
        for name in (_OWN_FILE, _PYPROJECT):
            file = parent / name
            if file.is_file() and (config := _read_config(file)):
                yield config


def _read_config(path: Path) -> Config | None:
    """Read one file; None for a `pyproject.toml` that does not speak of khihau."""
    is_pyproject = path.name == _PYPROJECT
    content, values, problems = read_toml(path, _shown(path))
    if problems and is_pyproject and content and "khihau" not in content:
        return None  # broken, but not ours: its own tools will say so
    if problems:
        raise _error(problems)
    if not is_pyproject:
        return _checked(values, (), content, path)
    tool = values.get("tool")
    if not isinstance(tool, dict) or "khihau" not in tool:
        return None
    return _checked(tool["khihau"], ("tool", "khihau"), content, path)


def _checked(values: Any, key: tuple[str, ...], content: str, path: Path) -> Config:
    problems = locate(_CONFIG_TABLE(values, key), content, _shown(path))
    if problems:
        raise _error(problems)
    folder = path.absolute().parent
    return Config(
        path=path,
        glossary=tuple(folder / item for item in values.get("glossary", ())),
        to=tuple(values.get("to", ())),
        ignored_acronyms=frozenset(values.get("ignored-acronyms", ())),
        exclude=tuple(values.get("exclude", ())),
        date=values.get("date"),
        profile=values.get("profile"),
        korean_analyser=values.get("korean-analyser", "auto"),
    )


def _shown(path: Path) -> str:
    cwd = Path.cwd()
    return str(path.relative_to(cwd) if path.is_relative_to(cwd) else path)


def _error(problems: tuple[Problem, ...]) -> ConfigError:
    return ConfigError("\n".join(map(str, sorted(problems))))
