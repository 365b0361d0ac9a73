"""A site on disk: written to a temporary folder first, then moved to its place."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath

from khihau.atomic import ended_as_interrupted, permissions, replace_file
from khihau.documents.files import link_target
from khihau.errors import ConfigError, InputError

__all__ = ["MARKER", "write_site"]

MARKER = ".khihau-site"  # lists the files of a site, so that a later run knows what is its own


def write_site(folder: Path, pages: Iterable[tuple[str, str]]) -> int:
    """Write all files of a site and remove those of an earlier one; return how many there are.

    The folder is new, empty, or that of an earlier site; what else lies beside an earlier site
    stays as it is. Raises ConfigError when the folder holds other things, InputError when it cannot
    be written or is a link that leads out of the folder where it lies; both before anything in it
    has changed, unless the disk fails in between.
    """
    target = link_target(folder, folder.parent)
    earlier = _earlier(folder)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        # A folder that is there may be a disk of its own, onto which nothing moves from outside.
        near = target if target.is_dir() else target.parent
        with (
            ended_as_interrupted(),
            tempfile.TemporaryDirectory(prefix=f"{MARKER}-", dir=near) as made,
        ):
            beside = Path(made)
            paths = _write(beside, pages)
            _refuse_clashes(folder, [path for path in (*paths, MARKER) if path not in earlier])
            if near == target:
                _replace(beside, target, paths, sorted(earlier - {*paths, MARKER}))
            else:
                _mark(beside, paths)
                beside.chmod(permissions(0o777))  # a temporary folder is closed to others
                beside.rename(target)
                beside.mkdir()  # for its own removal
    except OSError as error:
        place = error.filename or folder
        raise InputError(
            f"{folder}: {place} cannot be written: {error.strerror}; check the disk and its permissions"
        ) from error
    return len(paths)


def _earlier(folder: Path) -> frozenset[str]:
    """The files of the site that the folder holds, with the marker; none where it is new or empty."""
    marker = folder / MARKER
    try:
        if folder.exists() and not folder.is_dir():
            raise ConfigError(f"{folder}: is a file; name a folder for the site")
        if marker.is_symlink():
            raise ConfigError(f"{marker}: is a link, which no site has; remove it")
        if marker.is_file():
            listed = marker.read_text("utf-8").splitlines()
            return frozenset((*filter(_is_inside, listed), MARKER))
        if folder.is_dir() and any(folder.iterdir()):
            raise ConfigError(
                f"{folder}: holds other files, which a site would be mixed with; nothing was "
                "written; name a new or empty folder, or one that holds an earlier site"
            )
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{folder}: cannot be read ({error}); check its permissions") from error
    return frozenset()


def _is_inside(path: str) -> bool:
    """Whether a line of a marker names a file below the site; anyone may have written that line."""
    parts = PurePosixPath(path).parts
    return bool(parts) and parts[0] != "/" and ".." not in parts and "\\" not in path


def _write(beside: Path, pages: Iterable[tuple[str, str]]) -> list[str]:
    paths = []
    folders: set[Path] = set()
    for path, text in pages:
        file = beside / path
        if file.parent not in folders:
            file.parent.mkdir(parents=True, exist_ok=True)
            folders.add(file.parent)
        file.write_text(text, "utf-8", newline="\n")
        paths.append(path)
    return paths


def _refuse_clashes(folder: Path, paths: Sequence[str]) -> None:
    """Nobody else's file may be written over, nor a file outside by a link."""
    inside = os.path.realpath(folder)
    for path in paths:
        if (folder / path).exists() or (folder / path).is_symlink():
            raise ConfigError(
                f"{folder / path}: is there already and not of an earlier site; nothing was "
                "written; move it away or name another folder"
            )
    for parent in {(folder / path).parent for path in paths}:
        if not Path(os.path.realpath(parent)).is_relative_to(inside):
            raise ConfigError(f"{parent}: is a link that leads out of the site; remove it")


def _replace(beside: Path, target: Path, paths: Sequence[str], outdated: Sequence[str]) -> None:
    """Move the new files in and remove the outdated ones; the marker knows both until it is done."""
    _mark(target, (*paths, *outdated))
    for path in paths:
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (beside / path).replace(target / path)
    _remove(target, outdated)
    _mark(target, paths)


def _mark(folder: Path, paths: Iterable[str]) -> None:
    listed = "".join(f"{path}\n" for path in sorted(paths))
    replace_file(folder / MARKER, listed.encode(), is_lasting=False)


def _remove(target: Path, paths: Sequence[str]) -> None:
    """Remove what an earlier site had, and the folders that are empty then."""
    for path in paths:
        file = target / path
        if Path(os.path.realpath(file.parent)).is_relative_to(target):
            file.unlink(missing_ok=True)
    for folder in sorted({(target / path).parent for path in paths}, reverse=True):
        while folder != target and folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
            folder = folder.parent
