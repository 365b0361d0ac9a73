"""Which files make up a glossary layer."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from khihau.errors import Problem

__all__ = ["PROPOSALS", "GlossaryFile", "Layer", "find_layer"]

PROPOSALS = "proposals"  # the folder of a glossary whose files are not, or no longer, part of it
_SOURCES = "sources.toml"


class GlossaryFile(NamedTuple):
    """A file to read: `shown` is its name in messages, `domain` the name of its folder.

    `concept` is the id that its concept has today, where the file is named by one of before.
    """

    path: str
    shown: str
    stem: str
    domain: str
    concept: str


class Layer(NamedTuple):
    """The files that were found under one path, by name in order."""

    concepts: tuple[GlossaryFile, ...] = ()
    sources: tuple[GlossaryFile, ...] = ()
    problems: tuple[Problem, ...] = ()


def find_layer(path: str | Path, cwd: str) -> Layer:
    """List the files of a glossary folder, or a single concept file and the sources beside it.

    Every `sources.toml` is a bibliography, every other `.toml` a concept; names that begin with
    "." are skipped, and so are folders `proposals`; links to folders are not followed. Files inside
    `cwd` are shown relative to it. A path that is missing, no glossary or unreadable is a problem in the
    answer.
    """
    root = Path(path)
    shown = _shown(str(root), cwd)
    try:
        if root.is_dir():
            return _folder(root, shown, cwd)
        if not root.exists():
            return _failed(shown, "no such file or folder")
    except OSError as error:
        place = _shown(str(error.filename or root), cwd)
        return _failed(place, f"cannot be read: {error.strerror}")
    if root.suffix.lower() != ".toml":
        return _failed(shown, "expected a folder or a .toml file")
    domain = root.absolute().parent.name
    if root.name == _SOURCES:
        return Layer(sources=(_file(str(root), domain, cwd),))
    beside = root.with_name(_SOURCES)
    return Layer(
        concepts=(_file(str(root), domain, cwd),),
        sources=(_file(str(beside), domain, cwd),)
        if os.path.lexists(beside) and not beside.is_dir()
        else (),
    )


def _folder(root: Path, shown: str, cwd: str) -> Layer:
    files = tuple(_walk(str(root), root.resolve().name, cwd))
    concepts = tuple(file for file in files if file.stem != "sources")
    if not concepts:
        return _failed(
            shown, "no concept files (*.toml) in this folder", "is it the glossary's own folder?"
        )
    return Layer(concepts, tuple(file for file in files if file.stem == "sources"))


def _walk(folder: str, domain: str, cwd: str) -> Iterator[GlossaryFile]:
    with os.scandir(folder) as entries:
        ordered = sorted(entries, key=lambda entry: entry.name)
    for entry in ordered:
        if entry.name.startswith(".") or entry.name == PROPOSALS:
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path, entry.name, cwd)
        elif entry.name.lower().endswith(".toml") and not entry.is_dir():
            yield _file(entry.path, domain, cwd)


def _file(path: str, domain: str, cwd: str) -> GlossaryFile:
    stem = path.rpartition(os.sep)[2][: -len(".toml")]
    return GlossaryFile(path, _shown(path, cwd), stem, domain, stem)


def _shown(path: str, cwd: str) -> str:
    return path.removeprefix(cwd + os.sep).removeprefix(f".{os.sep}")


def _failed(shown: str, message: str, hint: str = "") -> Layer:
    return Layer(problems=(Problem(shown, 0, "", message, hint),))
