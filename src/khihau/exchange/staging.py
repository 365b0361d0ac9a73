"""Many files of a glossary written as one: laid aside until all are right, then put in their places."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

from khihau.errors import InputError

__all__ = ["Staging"]


class Staging:
    """A folder beside the files of `root`, whose name glossaries skip; gone when the block ends.

    `put` lays a file into it, `commit` moves all of them into `root`. Nothing of `root` changes before,
    and where one cannot be moved, those that were are put back. Raises InputError with the file.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._aside = root / f".khihau-import-{os.getpid()}-{os.urandom(4).hex()}"
        self._new, self._old = self._aside / "new", self._aside / "old"
        self._made = [folder for folder in (root, *root.parents) if not folder.exists()]

    def __enter__(self) -> Staging:
        try:
            self._new.mkdir(parents=True)
            self._old.mkdir()
        except OSError as error:
            raise _refusal(self._root, error) from error
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        shutil.rmtree(self._aside, ignore_errors=True)
        for folder in self._made:  # those that were made and stayed empty
            try:
                folder.rmdir()
            except OSError:
                break

    def put(self, file: Path, text: str) -> None:
        """Lay aside a file of `root`, named by its path in it."""
        target = self._new / file
        try:
            if (self._root / file).is_symlink():
                raise InputError(f"{self._root / file}: is a link; name the folder it leads to")
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, "utf-8", newline="\n")
        except OSError as error:
            raise _refusal(self._root / file, error) from error

    def commit(self) -> None:
        """Move all files into their places, or none."""
        moved: list[str] = []
        try:
            for name in sorted(_files(self._new)):
                moved.append(name)
                self._move(name)
        except BaseException as error:
            for name in reversed(moved):
                self._back(name)
            if isinstance(error, OSError):
                raise _refusal(self._root / moved[-1], error) from error
            raise

    def _move(self, name: str) -> None:
        new, target, old = self._new / name, self._root / name, self._old / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.exists():
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


def _files(folder: Path) -> Iterator[str]:
    for place, _, names in os.walk(folder):
        yield from (str((Path(place) / name).relative_to(folder)) for name in names)


def _refusal(file: Path, error: OSError) -> InputError:
    return InputError(f"{file}: cannot be written: {error.strerror}; nothing was changed")
