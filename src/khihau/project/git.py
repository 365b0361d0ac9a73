"""How git is asked: one process a question, and an error that says what needed it."""

from __future__ import annotations

import subprocess
from pathlib import Path

from khihau.errors import ConfigError

__all__ = ["commit_named", "git", "git_bytes", "top_folder"]


def top_folder(folder: Path, need: str) -> Path:
    """The folder of the repository that a folder lies in. Raises ConfigError, as `git` does."""
    return Path(git(folder, "rev-parse", "--show-toplevel", need=need).rstrip("\n")).resolve()


def commit_named(folder: Path, ref: str, need: str) -> str:
    """The id of the commit that a commit, branch or tag names; "" where git knows none such."""
    if ref.startswith(("-", "^")):  # no name of git's begins so, but its options and exclusions do
        return ""
    name = f"{ref}^{{commit}}"
    found = git(folder, "rev-parse", "--verify", "--quiet", name, "--", need=need, quiet=True)
    return found.split()[0] if found else ""


def git(folder: Path, *arguments: str, need: str, quiet: bool = False) -> str:
    """What git prints, as text; see `git_bytes`."""
    return git_bytes(folder, *arguments, need=need, quiet=quiet).decode("utf-8", "surrogateescape")


def git_bytes(
    folder: Path, *arguments: str, need: str, quiet: bool = False, given: bytes = b""
) -> bytes:
    """What git prints in a folder when it is `given` that; nothing where it fails and is `quiet`.

    `need` begins the message: what cannot be had without git ("--changed-since").

    Raises ConfigError where there is no git, or where it fails and that is a fault.
    """
    try:
        done = subprocess.run(
            ("git", *arguments), cwd=folder, capture_output=True, input=given, check=False
        )
    except OSError as error:
        raise ConfigError(
            f"{need} needs git, which cannot be run ({error.strerror}); install git"
        ) from error
    if done.returncode and not quiet:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines() or ["git failed"]
        raise ConfigError(f"{need} needs a git repository: {said[0]}")
    return b"" if done.returncode else done.stdout
