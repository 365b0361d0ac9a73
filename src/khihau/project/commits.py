"""The files of a commit, told by git without a look at the working tree."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from khihau.documents.files import MOST
from khihau.errors import ConfigError
from khihau.project.git import git_bytes

__all__ = ["Blob", "contents", "files_of"]

_FILES = (b"100644", b"100755")  # no links, no other repositories
_BLOCK = 1 << 12  # bytes that a file takes at least, where it is written


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
    told = git_bytes(folder, "ls-tree", "-r", "-z", "--full-tree", commit, "--", *names, need=need)
    for entry in filter(None, told.split(b"\0")):
        facts, _, name = entry.partition(b"\t")
        mode, _, blob = facts.split(b" ")
        if mode in _FILES:
            yield Blob(name.decode("utf-8", "surrogateescape"), blob.decode())


def contents(folder: Path, blobs: Sequence[Blob], need: str) -> Iterator[bytes]:
    """The bytes of each file, as git keeps them.

    Raises ConfigError where the clone lacks one, and where they are larger than any document.
    """
    asked = "".join(f"{blob.id}\n" for blob in blobs).encode()
    heads = git_bytes(folder, "cat-file", "--batch-check", need=need, given=asked).splitlines()
    left = MOST - _BLOCK * (len(blobs) - 1)
    for blob, head in zip(blobs, heads, strict=True):
        if head.endswith(b" missing"):  # of a clone that fetched only a part
            raise ConfigError(f"{need}: git lacks {blob.name} of this commit; fetch it")
        left -= int(head.split()[2])
        if left < 0:
            raise ConfigError(
                f"{need}: the files of this commit are larger than {MOST >> 20} MB at {blob.name};"
                " name another commit"
            )
    size = sum(len(head) + int(head.split()[2]) + 2 for head in heads)
    told = git_bytes(folder, "cat-file", "--batch", need=need, given=asked, most=size)
    start = 0
    for head in heads:
        start += len(head) + 1
        end = start + int(head.split()[2])
        yield told[start:end]
        start = end + 1  # the line break behind each
