"""Many files of a glossary written as one: laid aside until all are right, then put in their places."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from types import TracebackType

from khihau.atomic import ended_as_interrupted
from khihau.documents.files import refuse_names
from khihau.errors import InputError

__all__ = ["Staging", "leftovers"]

_NAME = ".khihau-import-"


def leftovers(root: Path) -> list[Path]:
    """The folders of imports into `root` that were killed, or that run at this moment."""
    return sorted(root.glob(f"{_NAME}*"))


class Staging:
    """A folder beside the files of `root`, whose name glossaries skip; gone when the block ends.

    `put` lays a file into it, `commit` moves all of them into `root`. Nothing of `root` changes before,
    and where one cannot be moved, those that were are put back. Raises InputError with the file, also
    for one of several hard links, and for one that somebody changed since it was read.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._aside = root / f"{_NAME}{os.getpid()}-{os.urandom(4).hex()}"
        self._new, self._old = self._aside / "new", self._aside / "old"
        self._read: dict[str, bytes] = {}

    def __enter__(self) -> Staging:
        with ExitStack() as undoing:
            undoing.enter_context(ended_as_interrupted())
            undoing.callback(_remove_empty, _missing(self._root))
            undoing.callback(shutil.rmtree, self._aside, ignore_errors=True)
            try:
                self._root.mkdir(parents=True, exist_ok=True)
                self._aside.mkdir(0o700)  # closed to others, and so is all that is laid into it
                self._new.mkdir()
                self._old.mkdir()
            except OSError as error:
                raise _refusal(self._root, error) from error
            self._undoing = undoing.pop_all()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._undoing.close()

    def put(self, file: Path, text: str, read: bytes | None = None) -> None:
        """Lay aside a file of `root`, named by its path in it.

        `read` is what it held when the text was made from it, b"" where it was not there; None where
        that does not matter.
        """
        if read is not None:
            self._read[str(file)] = read
        target = self._new / file
        try:
            for place in (file, *file.parents[:-1]):
                if (self._root / place).is_symlink():
                    raise InputError(
                        f"{self._root / place}: is a link; name the folder it leads to"
                    )
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, "utf-8", newline="\n")
        except OSError as error:
            raise _refusal(self._root / file, error) from error

    def commit(self) -> None:
        """Move all files into their places, or none."""
        moved: list[str] = []
        made: list[Path] = []
        try:
            for name in sorted(_files(self._new)):
                moved.append(name)
                made += _missing((self._root / name).parent)
                self._move(name)
        except BaseException as error:
            for name in reversed(moved):
                self._back(name)
            _remove_empty(made)
            if isinstance(error, OSError):
                raise _refusal(self._root / moved[-1], error) from error
            raise

    def _move(self, name: str) -> None:
        new, target, old = self._new / name, self._root / name, self._old / name
        target.parent.mkdir(parents=True, exist_ok=True)
        now = target.read_bytes() if name in self._read and target.exists() else b""
        if now != self._read.get(name, b""):
            raise InputError(
                f"{target}: was changed while it was read; nothing was written, run again"
            )
        if target.exists():
            refuse_names(target.stat(), target)
            if not os.access(target, os.W_OK):
                raise PermissionError(13, "permission denied")
            shutil.copymode(target, new)
            old.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(target, old)
        new.replace(target)

    def _back(self, name: str) -> None:
        """Undo a move, whether it was done or not."""
        old, target = self._old / name, self._root / name
        if old.exists():
            old.replace(target)
        elif not (self._new / name).exists():
            target.unlink(missing_ok=True)


def _missing(folder: Path) -> list[Path]:
    """The folders that must be made so that this one is there, itself first."""
    return [one for one in (folder, *folder.parents) if not one.exists()]


def _remove_empty(folders: Sequence[Path]) -> None:
    """Remove those of some folders that were made and stayed empty."""
    for folder in sorted(folders, reverse=True):
        with suppress(OSError):
            folder.rmdir()


def _files(folder: Path) -> Iterator[str]:
    for place, _, names in os.walk(folder):
        yield from (str((Path(place) / name).relative_to(folder)) for name in names)


def _refusal(file: Path, error: OSError) -> InputError:
    cause = error.strerror or "it is no file"  # what copies files says nothing of a pipe
    return InputError(
        f"{file}: cannot be written: {cause}; nothing was changed; check the disk and its permissions"
    )
