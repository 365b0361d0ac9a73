"""Which files of a folder are documents: sorted, without what git ignores."""

from __future__ import annotations

import os
import stat
from codecs import BOM_UTF8
from collections.abc import Callable, Container, Iterable, Iterator
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from khihau.errors import InputError

if TYPE_CHECKING:
    from khihau.documents.globs import Globs

__all__ = ["LARGEST", "excluder", "walk"]

# How names begin that are not meant: hidden files, and those by which Word locks an open document.
_NOT_MEANT = (".", "~$")

# Bytes of the patterns that count at one place: no list that people keep comes near it, and each name
# is held against all of them.
LARGEST = 1 << 16

# A .gitignore file: the folder it stands in, its patterns, and how many bytes they are.
_Ignore: TypeAlias = "tuple[Path, Globs, int]"


def walk(
    folder: Path, suffixes: Container[str], skip: Callable[[Path], bool] = lambda _: False
) -> Iterator[Path]:
    """Yield the files below a folder that have one of the suffixes (small letters, with the dot).

    Folder by folder in the order of names. Left out: hidden files and folders, Word's lock files,
    symbolic links, and what the .gitignore files in and above the folder ignore, unless the folder
    itself is ignored: then it was named on purpose. Where they are larger than LARGEST together,
    none of them counts. `skip` leaves out further files and whole folders. Raises InputError for a folder that cannot be read.
    """
    top = folder.resolve()
    ignores: dict[Path, tuple[_Ignore, ...]] = {folder: _ignores_above(top)}
    if any(_is_ignored(place, True, ignores[folder]) for place in (*top.parents, top)):
        ignores[folder] = ()
    waiting: list[tuple[Path, bool]] = [(folder, True)]
    while waiting:
        path, is_folder = waiting.pop()
        if not is_folder:
            yield path
            continue
        inherited = ignores.pop(path)
        here = top / path.relative_to(folder)
        known = _with_ignore_of(here, inherited)
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
    globs = _globs(patterns)
    base = root.resolve()

    def excluded(path: Path) -> bool:
        absolute = Path(os.path.abspath(path))  # noqa: PTH100 (a link is excluded by its own name)
        name = _relative(absolute, base)
        return name != "." and globs.leaves_out(name, is_folder=path.is_dir())

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


def _globs(lines: Iterable[str]) -> Globs:
    from khihau.documents.globs import Globs

    return Globs(lines)


def _ignores_above(folder: Path) -> tuple[_Ignore, ...]:
    """The .gitignore files from the root of the repository down to the parent of a folder."""
    above: list[Path] = []
    for parent in (folder, *folder.parents):
        if parent != folder:
            above.append(parent)
        if (parent / ".git").exists():
            return reduce(lambda known, place: _with_ignore_of(place, known), reversed(above), ())
    return ()


def _with_ignore_of(folder: Path, known: tuple[_Ignore, ...]) -> tuple[_Ignore, ...]:
    """What counts in a folder, of which its parent has `known`; nothing where that is too much.

    Then more is checked and never less, since a file of patterns can also take in.
    """
    file = folder / ".gitignore"
    try:
        state = file.lstat()  # git follows no link here, and a pipe would have no end
        if not stat.S_ISREG(state.st_mode):
            return known
        if state.st_size + sum(size for *_, size in known) > LARGEST:
            return ()
        data = file.read_bytes()
    except OSError:
        return known
    lines = data.removeprefix(BOM_UTF8).decode("utf-8", "surrogateescape").split("\n")
    return (*known, (folder, _globs(line.removesuffix("\r") for line in lines), len(data)))


def _is_ignored(path: Path, is_folder: bool, ignores: tuple[_Ignore, ...]) -> bool:
    """Whether git ignores a path: the deepest .gitignore that says something about it decides."""
    for base, globs, _ in reversed(ignores):
        if base in path.parents:
            said = globs.says(path.relative_to(base).as_posix(), is_folder=is_folder)
            if said is not None:
                return said
    return False
