"""What settings say of a document by its path: its profile, and how its findings are told."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from khihau.config import Config
from khihau.config.left_out import taken_back
from khihau.documents.folders import excluder
from khihau.model import Level, Options

__all__ = ["options_by_path"]

_Value = TypeVar("_Value")


def options_by_path(
    config: Config,
    options: Options,
    profile: str | None = None,
    severities: Mapping[str, Level] = MappingProxyType({}),
    asked: Collection[str] = (),
) -> Callable[[str], Options]:
    """The options of a document by its path, where `options` say the rest.

    `profile` and `severities` win over the settings, and those of a path over those of all; of
    several patterns that fit a path the last one counts first. Of the rules `asked` for by name none
    is off as a whole.
    """
    profiles = _fitting(config.profiles, config.root)
    of_paths = _fitting(config.severities_by_path, config.root)

    def of(path: str) -> Options:
        named = [profile, *reversed(profiles(Path(path))), config.profile]
        settings = (*reversed(of_paths(Path(path))), config.severities)
        return replace(
            options,
            profile=next(filter(None, named), None),
            severities=(severities, *(taken_back(one, asked) for one in settings)),
        )

    return of


def _fitting(table: Sequence[tuple[str, _Value]], root: Path) -> Callable[[Path], list[_Value]]:
    """What stands beside the patterns that fit a path, in their order."""
    tests = [(excluder((pattern,), root), value) for pattern, value in table]
    return lambda path: [value for fits, value in tests if fits(path)]
