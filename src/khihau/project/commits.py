"""The files of a commit, told by git without a look at the working tree."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from khihau.documents.files import MOST
from khihau.errors import ConfigError
from khihau.project.git import git, git_bytes

__all__ = ["Blob", "contents", "files_of"]

_FILES = ("100644", "100755")  # no links, no other repositories


class Blob(NamedTuple):
    """A file of a commit: its name from the top of the repository, and git's name of its bytes."""

    name: str
    id: str

    def holds(self, data: bytes) -> bool:
        """Whether the file has just these bytes."""
        kind = (
            "sha1"
            if len(self.id) == hashlib.sha1(usedforsecurity=False).digest_size * 2
            else "sha256"
        )
        found = hashlib.new(kind, b"blob %d\0" % len(data), usedforsecurity=False)
        found.update(data)
        return found.hexdigest() == self.id


def files_of(folder: Path, commit: str, need: str, *names: str) -> Iterator[Blob]:
    """The plain files of a commit, or those of them that names mean; see `git_bytes` for the rest.

    Names count from the top of the repository and stand for a file or a folder.
    """
    told = git(folder, "ls-tree", "-r", "-z", "--full-tree", commit, "--", *names, need=need)
    for entry in filter(None, told.split("\0")):
        facts, _, name = entry.partition("\t")
        mode, _, blob = facts.split(" ")
        if mode in _FILES:
            yield Blob(name, blob)


def contents(folder: Path, blobs: Sequence[Blob], need: str) -> Iterator[bytes]:
    """The bytes of each file, as git keeps them.

    Raises ConfigError where the clone lacks one, and where they are larger than any document.
    """
    asked = "".join(f"{blob.id}\n" for blob in blobs).encode()
    heads = git_bytes(folder, "cat-file", "--batch-check", need=need, given=asked).splitlines()
    left = MOST
    for blob, head in zip(blobs, heads, strict=True):
        if head.endswith(b" missing"):  # of a clone that fetched only a part
            raise ConfigError(f"{need}: git lacks {blob.name} of this commit; fetch it")
        left -= int(head.split()[2])
        if left < 0:
            raise ConfigError(
                f"{need}: the files of this commit are larger than {MOST >> 20} MB at {blob.name};"
                " name another commit"
            )
    told = git_bytes(folder, "cat-file", "--batch", need=need, given=asked)
    start = 0
    for head in heads:
        start += len(head) + 1
        end = start + int(head.split()[2])
        yield told[start:end]
        start = end + 1  # the line break behind each
