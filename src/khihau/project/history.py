"""A glossary as it is on disk and as it was in a commit of git."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from khihau.atomic import ended_as_interrupted
from khihau.config import Config, no_glossary
from khihau.errors import ConfigError, GlossaryError
from khihau.model import Termbase
from khihau.project.commits import Blob, contents, files_of
from khihau.project.git import commit_named, git, top_folder
from khihau.termbase.files import Layer, find_layer
from khihau.termbase.locate import builtin_glossary
from khihau.termbase.read import read_concepts, read_sources

__all__ = ["Version", "current_version", "read_versions", "version_named"]

_SOURCES = "sources.toml"
_UNSAFE = ("\\", ":") if os.name == "nt" else ()


class Version(NamedTuple):
    """One version of a glossary: the folders or files that it lies in, a layer each.

    `name` is what messages call it. Where `commit` is set, the paths are those that it has, or
    had, in the working tree of `root`, and the files of the commit `ref` are meant. `overlay`
    says that the project lays it over the built-in glossary.
    """

    name: str
    paths: tuple[Path, ...]
    overlay: bool = False
    root: Path | None = None
    ref: str = ""
    commit: str = ""


def current_version(config: Config, folder: Path) -> Version:
    """The glossary that a project works on, as it is on disk.

    That is its own by its settings, else the folder `glossary`, else the built-in one; ConfigError
    where the settings want none of it.
    """
    builtin = builtin_glossary()
    if config.glossary:
        is_builtin = [path.resolve() for path in config.glossary] == [builtin]
        name = ", ".join(_shown(path, folder) for path in config.glossary)
        return Version(name, config.glossary, overlay=config.builtin and not is_builtin)
    beside = folder / "glossary"
    if beside.is_dir():
        return Version("glossary", (beside,))
    if not config.builtin:
        raise no_glossary(config)
    return Version("the built-in glossary", (builtin,))


def version_named(name: str, other: Version, folder: Path) -> Version:
    """The version that a name given in a folder stands for: a path, `REF:path`, or `REF`.

    The last means what `other` means, as it was in that commit; a path that exists comes first.

    Raises ConfigError where there is no git, no repository, or no such commit.
    """
    path = folder / name
    if os.path.lexists(path):
        return Version(name, (path,), _is_overlay(path, other))
    ref, colon, inside = name.partition(":")
    need = f"{name}: no such file or folder, and a commit"
    if not colon:
        root = top_folder(_existing(other.paths[0]), need)
        paths = other.paths if other.root else tuple(path.resolve() for path in other.paths)
        return Version(name, paths, other.overlay, root, ref, _commit(root, ref, name))
    root = top_folder(folder, need)
    if inside.startswith(("./", "../")):  # as git reads it
        inside = git(folder, "rev-parse", "--show-prefix", need=need).rstrip("\n") + inside
    place = root / posixpath.normpath(inside)
    return Version(name, (place,), _is_overlay(place, other), root, ref, _commit(root, ref, name))


def read_versions(*versions: Version) -> tuple[Termbase, ...]:
    """Read versions that are to be compared, all of them whole.

    Overlays are laid over the built-in glossary, as it is now: so they say which names they change.
    Others are read alone; those that cannot be, since they add to concepts that are not theirs, are
    overlays too.

    Raises GlossaryError with the faults of the first version that has any, each file under its
    name in the commit ("v0.1.0:glossary/markets/ets.toml"); ConfigError where a commit has none.
    """
    if any(version.overlay for version in versions):
        return tuple(_read(version, builtin=True) for version in versions)
    try:
        return tuple(_read(version, builtin=False) for version in versions)
    except GlossaryError as error:
        if any(version.paths == (builtin_glossary(),) for version in versions):
            raise
        try:
            return tuple(_read(version, builtin=True) for version in versions)
        except GlossaryError:
            raise error from None


def _is_overlay(path: Path, other: Version) -> bool:
    """Whether a path is one of those that the project lays over the built-in glossary."""
    return other.overlay and path.resolve() in {known.resolve() for known in other.paths}


def _commit(root: Path, ref: str, name: str) -> str:
    commit = commit_named(root, ref, name)
    if not commit:
        raise ConfigError(
            f"{name}: no such file or folder, and git knows no commit “{ref}” in {root}; name a"
            " folder, or a commit, branch or tag that was fetched"
        )
    return commit


def _existing(path: Path) -> Path:
    """The nearest folder there is, of a path that may be gone from the working tree."""
    return next(folder for folder in (path, *path.parents) if folder.is_dir()).resolve()


def _shown(path: Path, folder: Path) -> str:
    return str(path.relative_to(folder) if path.is_relative_to(folder) else path)


def _read(version: Version, *, builtin: bool) -> Termbase:
    cwd = os.getcwd()  # noqa: PTH109
    below = [find_layer(builtin_glossary(), cwd)] if builtin else []
    if version.root is None:
        return _termbase([*below, *(find_layer(path, cwd) for path in version.paths)])
    with ended_as_interrupted(), TemporaryDirectory(prefix="khihau-") as folder:
        return _termbase([*below, *_layers(version, version.root, Path(folder))])


def _termbase(layers: Sequence[Layer]) -> Termbase:
    return Termbase(read_concepts(layers), read_sources(layers))


# --- the files of a commit ------------------------------------------------------------------------


def _layers(version: Version, root: Path, folder: Path) -> list[Layer]:
    """Write what a commit has of each path into a folder, and find the layers there.

    A layer that came after the commit is none; raises ConfigError where no layer is left.
    """
    names = [_name_in(root, path, version) for path in version.paths]
    found: list[Layer] = []
    for number, name in enumerate(names):
        place, blobs = _blobs(root, name, version)
        if blobs:
            # Files that lie in no folder of the glossary have its own name for a domain.
            top = folder / str(number) / (posixpath.basename(place) or root.name)
            _write(blobs, root, top, version)
            layer = find_layer(top if place == name else top / posixpath.basename(name), str(top))
            found.append(_as_in_commit(layer, f"{version.ref}:{place and place + '/'}"))
    if not found:
        places = " nor at ".join(name or "its top" for name in names)
        raise ConfigError(
            f"{version.name}: this commit has no glossary at {places}; name its folder there:"
            f" {version.ref}:path/to/glossary"
        )
    return found


def _name_in(root: Path, path: Path, version: Version) -> str:
    """The name of a path from the top of the repository, "" for the top itself."""
    if not path.is_relative_to(root):
        raise ConfigError(
            f"{version.name}: {path} is not in the git repository {root}; name the folder as in"
            f" git: {version.ref}:path/to/glossary"
        )
    name = path.relative_to(root).as_posix()
    return "" if name == "." else name


def _blobs(root: Path, name: str, version: Version) -> tuple[str, list[Blob]]:
    """The folder that a path of a commit means, and the TOML files there, by their names in it.

    A path may be a folder, or a file: then its folder is meant, and the file with the sources
    beside it.
    """
    above = posixpath.dirname(name)
    beside = posixpath.join(above, _SOURCES)
    wanted = [*({name, beside} if name else ())]
    blobs = [
        blob
        for blob in files_of(root, version.commit, version.name, *wanted)
        if blob.name.lower().endswith(".toml") and _is_safe(blob.name)
    ]
    if any(blob.name == name for blob in blobs):
        return above, [blob._replace(name=posixpath.basename(blob.name)) for blob in blobs]
    start = f"{name}/" if name else ""
    inside = [blob for blob in blobs if blob.name.startswith(start)]
    return name, [blob._replace(name=blob.name.removeprefix(start)) for blob in inside]


def _is_safe(name: str) -> bool:
    """Whether a file of that name stays where it is put: a tree of git may hold any name."""
    parts = name.split("/")
    return not {"", ".", ".."} & set(parts) and not any(sign in name for sign in _UNSAFE)


def _write(blobs: Sequence[Blob], root: Path, top: Path, version: Version) -> None:
    """Write files of a commit under a folder, as git keeps them."""
    for blob, data in zip(blobs, contents(root, blobs, version.name), strict=True):
        file = top / blob.name
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        except (OSError, RecursionError) as error:  # such as for a name that is too long
            cause = getattr(error, "strerror", None) or "too many folders within each other"
            raise ConfigError(
                f"{version.name}: {blob.name} cannot be written to a temporary folder: {cause};"
                " name another folder of this commit, or make room on the disk"
            ) from error


def _as_in_commit(layer: Layer, place: str) -> Layer:
    """Name the files of a layer, and what is wrong with it, as git names them."""
    return Layer(
        tuple(file._replace(shown=place + Path(file.shown).as_posix()) for file in layer.concepts),
        tuple(file._replace(shown=place + Path(file.shown).as_posix()) for file in layer.sources),
        tuple(problem._replace(file=place.rstrip("/")) for problem in layer.problems),
    )
