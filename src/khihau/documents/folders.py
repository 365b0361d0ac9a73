"""Which files of a folder are documents: sorted, without what git ignores."""

from __future__ import annotations

import os
from collections.abc import Callable, Container, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from khihau.errors import InputError

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

__all__ = ["excluder", "walk"]

# How names begin that are not meant: hidden files, and those by which Word locks an open document.
_NOT_MEANT = (".", "~$")

# A .gitignore file: the folder it stands in, and its patterns.
_Ignore: TypeAlias = "tuple[Path, GitIgnoreSpec]"


def walk(
    folder: Path, suffixes: Container[str], skip: Callable[[Path], bool] = lambda _: False
) -> Iterator[Path]:
    """Yield the files below a folder that have one of the suffixes (small letters, with the dot).

    Folder by folder in the order of names. Left out: hidden files and folders, Word's lock files,
    symbolic links, and what the .gitignore files in and above the folder ignore, unless the folder
    itself is ignored: then it was named on purpose. `skip` leaves out further files and whole
    folders. Raises InputError for a folder that cannot be read.
    """
    top = folder.resolve()
    ignores: dict[Path, tuple[_Ignore, ...]] = {folder: _ignores_above(top)}
    if _is_ignored(top, True, ignores[folder]):
        ignores[folder] = ()
    waiting: list[tuple[Path, bool]] = [(folder, True)]
    while waiting:
        path, is_folder = waiting.pop()
        if not is_folder:
            yield path
            continue
        inherited = ignores.pop(path)
        here = top / path.relative_to(folder)
        known = (*inherited, *_ignore_of(here))
        below: list[tuple[Path, bool]] = []
        for entry in _entries(path):
            child, child_is_folder = path / entry.name, entry.is_dir(follow_symlinks=False)
            wanted = child_is_folder or (
                child.suffix.lower() in suffixes and entry.is_file(follow_symlinks=False)
            )
            if not wanted or entry.name.startswith(_NOT_MEANT) or skip(child):
                continue
            if _is_ignored(here / entry.name, child_is_folder, known):
                continue
            below.append((child, child_is_folder))
            if child_is_folder:
                ignores[child] = known
        waiting.extend(reversed(below))


def excluder(patterns: tuple[str, ...], root: Path) -> Callable[[Path], bool]:
    """A test for paths that the patterns leave out; patterns as in a .gitignore file in `root`."""
    if not patterns:
        return lambda _: False
    spec = _spec(patterns)
    base = root.resolve()

    def excluded(path: Path) -> bool:
        absolute = Path(os.path.abspath(path))  # noqa: PTH100 (a link is excluded by its own name)
        name = _relative(absolute, base)
        return spec.match_file(f"{name}/" if path.is_dir() else name)

    return excluded


def _relative(path: Path, base: Path) -> str:
    """The name that patterns see: below `base` where it is, else the whole path."""
    if path.is_relative_to(base):
        return path.relative_to(base).as_posix()
    resolved = path.parent.resolve() / path.name
    inside = resolved.is_relative_to(base)
    return resolved.relative_to(base).as_posix() if inside else path.as_posix().lstrip("/")


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        raise InputError(
            f"{folder}: cannot be read: {error.strerror}; check its permissions or exclude it"
        ) from error


def _spec(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(patterns)


def _ignores_above(folder: Path) -> tuple[_Ignore, ...]:
    """The .gitignore files from the root of the repository down to the parent of a folder."""
    above: list[Path] = []
    for parent in (folder, *folder.parents):
        if parent != folder:
            above.append(parent)
        if (parent / ".git").exists():
            return tuple(ignore for place in reversed(above) for ignore in _ignore_of(place))
    return ()


def _ignore_of(folder: Path) -> tuple[_Ignore, ...]:
    try:
        text = (folder / ".gitignore").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ()
    return ((folder, _spec(tuple(text.splitlines()))),)


def _is_ignored(path: Path, is_folder: bool, ignores: tuple[_Ignore, ...]) -> bool:
    """Whether git ignores a path: the deepest .gitignore that says something about it decides."""
    for base, spec in reversed(ignores):
        name = path.relative_to(base).as_posix()
        include = spec.check_file(f"{name}/" if is_folder else name).include
        if include is not None:
            return include
    return False
