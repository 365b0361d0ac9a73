"""Which lines of which documents changed since a commit of git."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from unicodedata import normalize

from khihau.documents.files import parse_document, read_bytes
from khihau.errors import ConfigError, InputError
from khihau.project.changed_lines import changed_lines
from khihau.project.commits import Blob, contents, files_of
from khihau.project.git import commit_named, git, top_folder
from khihau.text.positions import lines_of

__all__ = ["Changes"]

_NEED = "--changed-since"
_ALL = (range(1, 1 << 62),)
# What a commit holds in the place of a file that Git LFS keeps.
_POINTER = "version https://git-lfs.github.com/spec/v1\noid sha256:{}\nsize {}\n"


class Changes:
    """The lines that differ between a document and where it left a commit's history.

    Documents are compared as they are read, by their text: other line breaks, another encoding, or
    another look in a word processor are no changes. `encoding` is the one that the user named.

    Raises ConfigError where there is no git, no repository, or no such commit.
    """

    def __init__(self, ref: str, folder: Path, encoding: str | None = None) -> None:
        self._root = top_folder(folder, _NEED)
        self._encoding = encoding
        commit = self._commit(ref)
        # Like `git diff REF...`: what others did on REF's branch in the meantime is no change here.
        common = git(self._root, "merge-base", commit, "HEAD", need=_NEED, quiet=True).strip()
        self._files = {file.name: file for file in files_of(self._root, common or commit, _NEED)}

    def _commit(self, ref: str) -> str:
        found = commit_named(self._root, ref, _NEED)
        if not found:
            step = (
                "name a commit, branch or tag that was fetched"
                if commit_named(self._root, "HEAD", _NEED)
                else "the repository has none yet, so leave out --changed-since"
            )
            raise ConfigError(f"--changed-since {ref}: git knows no such commit here; {step}")
        return found

    def lines(self, path: str | Path) -> Sequence[range]:
        """The changed lines of a document, from 1; all of a document that the commit did not have.

        All too of one whose older bytes cannot be read as a document; none of one that lies in a
        repository within the repository.

        Raises InputError for a document outside the repository or that cannot be read, ConfigError
        where the clone lacks its older bytes.
        """
        full = Path(path).resolve()
        if not full.is_relative_to(self._root):
            raise InputError(
                f"{path}: is not in the git repository {self._root}; "
                "leave out --changed-since, or name documents in it"
            )
        name = full.relative_to(self._root).as_posix()
        # Git on a Mac composes the letters of names that its file system may keep apart.
        old = self._files.get(name) or self._files.get(normalize("NFC", name))
        if old is None:
            return () if self._is_of_another_repository(full) else _ALL
        data = read_bytes(full)
        return () if old.holds(data) else self._compared(old, data, str(path))

    def _is_of_another_repository(self, file: Path) -> bool:
        inside = file.relative_to(self._root).parents
        return any((self._root / folder / ".git").exists() for folder in inside if folder.name)

    def _compared(self, old: Blob, data: bytes, path: str) -> Sequence[range]:
        (before,) = contents(self._root, [old], _NEED)
        if before == _POINTER.format(hashlib.sha256(data).hexdigest(), len(data)).encode():
            return ()
        text = self._older_text(before, path)
        if text is None:
            return _ALL
        now = parse_document(data, path, self._encoding).text
        return changed_lines(lines_of(text), lines_of(now))

    def _older_text(self, data: bytes, path: str) -> str | None:
        """The text of a document's older bytes, None where they are none.

        Git may keep a document in UTF-8 that is in another encoding in the working tree, so the
        named one comes last.
        """
        for encoding in dict.fromkeys((None, self._encoding)):
            try:
                return parse_document(data, path, encoding).text
            except InputError:
                continue
        return None
