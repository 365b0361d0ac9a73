"""The project's settings: `khihau.toml`, or `[tool.khihau]` of `pyproject.toml`."""

from __future__ import annotations

import contextlib
import datetime
import os
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from khihau.config.left_out import off
from khihau.errors import ConfigError, shown_path
from khihau.model import Analyser, Lang, Level, Options, Severity
from khihau.model.house import NO_HOUSE, House

__all__ = ["Config", "load_config", "located", "no_glossary"]

_OWN_FILE = "khihau.toml"
_PYPROJECT = "pyproject.toml"


class Config(NamedTuple):
    """What a project sets once for every command; all defaults where it has no file.

    `path` is the file it was read from, `glossary` the folders or files to lay over the built-in
    glossary (made absolute from the file's folder), which is there where `builtin` says so. `exclude`
    has patterns as in `.gitignore`, counted from that folder like those of `profiles`,
    `per_file_ignores` and `per_file_severity`. `severity` has severities, or "off", by rule, aspect
    and concept; `ignore` names such, too.
    """

    path: Path | None = None
    glossary: tuple[Path, ...] = ()
    builtin: bool = True
    to: tuple[Lang, ...] = ()
    ignored_acronyms: frozenset[str] = frozenset()
    exclude: tuple[str, ...] = ()
    date: datetime.date | None = None
    profile: str | None = None
    profiles: tuple[tuple[str, str], ...] = ()
    severity: Mapping[str, Level] = MappingProxyType({})
    per_file_severity: tuple[tuple[str, Mapping[str, Level]], ...] = ()
    fail_on: Severity = "warning"
    house: House = NO_HOUSE
    korean_analyser: Analyser = "auto"
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    baseline: Path | None = None

    @property
    def root(self) -> Path:
        """The folder from which its patterns count."""
        return self.path.absolute().parent if self.path else Path.cwd()

    @property
    def files(self) -> tuple[Path, ...]:
        """The file that it was read from, and the baseline that it names."""
        return tuple(filter(None, (self.path, self.baseline)))

    @property
    def severities(self) -> Mapping[str, Level]:
        """What is told how gravely: what `ignore` names is off, unless `severity` has it."""
        return {**off(self.ignore), **self.severity}

    @property
    def severities_by_path(self) -> tuple[tuple[str, Mapping[str, Level]], ...]:
        """The same by pattern; of two that fit a path the later one counts."""
        ignored = ((pattern, off(names)) for pattern, names in self.per_file_ignores)
        return (*ignored, *self.per_file_severity)

    def options(self) -> Options:
        """Give the part of the settings that the library's functions take."""
        return Options(
            ignored_acronyms=self.ignored_acronyms,
            usual_date=self.date,
            profile=self.profile,
            severities=(self.severities,) if self.severities else (),
            house=self.house,
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
    if problem := _no_file(path):
        raise ConfigError(f"{shown_path(path)}: {problem}; name a file with --config")
    config = _read_config(path)
    if config is None:
        raise ConfigError(f"{shown_path(path)}: no [tool.khihau] table in this file")
    return config


def located(message: str, path: Path, key: tuple[str, ...]) -> ConfigError:
    """The error for a setting of a file, whose fault only shows when it is used: with its line."""
    from khihau.termbase.checks import Fault
    from khihau.termbase.places import locate
    from khihau.termbase.toml import read_toml

    shown = shown_path(path)
    whole = ("tool", "khihau", *key) if path.name == _PYPROJECT else key
    problems = locate([Fault(whole, message)], read_toml(path, shown)[0], shown)
    return ConfigError(str(problems[0]))


def no_glossary(config: Config) -> ConfigError:
    """The error for settings that switch the built-in glossary off and name no other."""
    assert config.path, "without settings there is the built-in glossary"
    message = "false leaves no glossary; name one under “glossary”, or with --glossary"
    return located(message, config.path, ("builtin",))


def _settings_upward(start: Path) -> Iterator[Config]:
    folder = start.resolve()
    for parent in (folder, *folder.parents):
        for name in (_OWN_FILE, _PYPROJECT):
            file = parent / name
            problem = _no_file(file)
            if problem and name == _OWN_FILE and os.path.lexists(file):
                raise ConfigError(f"{shown_path(file)}: {problem}; make it a file or remove it")
            if not problem and (config := _read_config(file)):
                yield config


def _no_file(path: Path) -> str:
    """Why there is nothing to read at a path, "" where there may be: a pipe is told by the reader."""
    if path.is_dir():
        return "is a folder, not a file"
    if path.exists():
        return ""
    return "is a link that leads nowhere" if path.is_symlink() else "no such file"


def _read_config(path: Path) -> Config | None:
    """Read one file; None for a `pyproject.toml` that does not speak of khihau."""
    with contextlib.suppress(OSError):  # which the reader tells, with its place, like a pipe
        if path.name == _PYPROJECT and path.is_file() and b"khihau" not in path.read_bytes():
            return None
    from khihau.config.keys import read_keys

    values = read_keys(path, is_shared=path.name == _PYPROJECT)
    if values is None:
        return None
    folder = path.absolute().parent
    return Config(
        path=path,
        glossary=tuple(folder / item for item in values.get("glossary", ())),
        builtin=values.get("builtin", True),
        to=tuple(values.get("to", ())),
        ignored_acronyms=frozenset(values.get("ignored-acronyms", ())),
        exclude=tuple(values.get("exclude", ())),
        date=values.get("date"),
        profile=values.get("profile"),
        house=_house(values.get("house", {}), path),
        korean_analyser=values.get("korean-analyser", "auto"),
        select=tuple(values["select"]) if "select" in values else None,
        profiles=tuple(values.get("profiles", {}).items()),
        severity=values.get("severity", {}),
        per_file_severity=tuple(values.get("per-file-severity", {}).items()),
        fail_on=values.get("fail-on", "warning"),
        ignore=tuple(values.get("ignore", ())),
        per_file_ignores=tuple(
            (pattern, tuple(names)) for pattern, names in values.get("per-file-ignores", {}).items()
        ),
        baseline=folder / values["baseline"] if "baseline" in values else None,
    )


def _house(values: Mapping[str, Any], path: Path) -> House:
    """The choices of the house; raises ConfigError for a spelling that is none, or two, to choose."""
    from khihau.languages.house_spelling import choices_of

    spelling: dict[str, str] = {}
    words: dict[str, str] = {}
    for name, word in values.get("spelling", {}).items():
        chosen = choices_of(word)
        message = ""
        if not chosen:
            message = f"“{word}” is spelled in one way; write a word that has two, as “các-bon”"
        for family, form in chosen.items():
            if spelling.setdefault(family, form) != form:
                message = f"“{word}” says another spelling than “{words[family]}”; leave one out"
            words.setdefault(family, word)
        if message:
            raise located(message, path, ("house", "spelling", name))
    return House(
        preferred={
            concept: {lang: unicodedata.normalize("NFC", name) for lang, name in names.items()}
            for concept, names in values.get("preferred", {}).items()
        },
        spelling=spelling,
        known=frozenset(values.get("known-acronyms", ())),
        quotes=values.get("quotes"),
        fixes=values.get("fixes", True),
    )
