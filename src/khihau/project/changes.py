"""Which lines of which documents changed in git since a commit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from khihau.errors import ConfigError, InputError
from khihau.project.git import commit_named, git, top_folder
from khihau.text.regex import regex

__all__ = ["Changes"]

_NEED = "--changed-since"
_HUNK = regex(r"^@@ -\S+ \+(\d+)(?:,(\d+))? @@", re.MULTILINE)


class Changes:
    """The lines that differ between the working tree and where it left a commit's history.

    Raises ConfigError where there is no git, no repository, or no such commit.
    """

    def __init__(self, ref: str, folder: Path) -> None:
        self._root = top_folder(folder, _NEED)
        commit = self._commit(ref)
        # Like `git diff REF...`: what others did on REF's branch in the meantime is no change here.
        base = self._git("merge-base", commit, "HEAD", quiet=True).strip() or commit
        self._base = base
        names = self._git("diff", "--name-only", "-z", "--no-renames", base, "--")
        self._changed = set(filter(None, names.split("\0")))
        others = self._git("ls-files", "--others", "--exclude-standard", "-z")
        self._new = set(filter(None, others.split("\0")))

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
        """The changed lines of a document, from 1; all of a document that git does not know yet.

        Raises InputError for a document outside the repository.
        """
        full = Path(path).parent.resolve() / Path(path).name
        if not full.is_relative_to(self._root):
            raise InputError(
                f"{path}: is not in the git repository {self._root}; "
                "leave out --changed-since, or name documents in it"
            )
        name = full.relative_to(self._root).as_posix()
        if name in self._new:
            return (range(1, 1 << 62),)
        if name not in self._changed:
            return ()
        told = self._git(
            "diff", "--unified=0", "--no-color", "--no-ext-diff", "--no-renames",
            "--text", self._base, "--", f":(literal){name}",
        )  # fmt: skip
        hunks = ((int(found[1]), int(found[2] or 1)) for found in _HUNK.finditer(told))
        return tuple(range(start, start + count) for start, count in hunks)

    def _git(self, *arguments: str, quiet: bool = False) -> str:
        return git(self._root, *arguments, need=_NEED, quiet=quiet)
