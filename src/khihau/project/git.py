"""How git is asked: one process a question, which runs nothing that the repository names.

A repository may come from a stranger, and its settings and attributes may name programs. Those of
a filter, of a text conversion or of another diff run where git compares the working tree with its
index, so nothing here asks for that: git tells what a commit holds (`commits`), and the files of
the working tree are read as they are. The rest is switched off below.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from khihau.errors import ConfigError

__all__ = ["commit_named", "git", "git_bytes", "top_folder"]

# No monitor of files, no hook, and no folder that is a bare repository without being called one:
# such a folder survives a clone, with settings of its own.
_SETTINGS = ("core.fsmonitor=false", f"core.hooksPath={os.devnull}", "safe.bareRepository=explicit")
_OPTIONS = tuple(part for setting in _SETTINGS for part in ("-c", setting))
# No fetch of what a partial clone lacks: the other side may be a program. An older git does not
# know the first of these, but finds that no protocol is allowed.
_ENVIRONMENT = {
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
}
_PROGRAM = "git.exe" if os.name == "nt" else "git"


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
            (_program(), *_OPTIONS, *arguments),
            cwd=folder,
            env={**os.environ, **_ENVIRONMENT},
            capture_output=True,
            input=given,
            check=False,
        )
    except OSError as error:
        raise ConfigError(
            f"{need} needs git, which cannot be run ({error.strerror}); install git"
        ) from error
    if done.returncode and not quiet:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines() or ["git failed"]
        raise ConfigError(
            f"{need} needs a git repository: {said[0]}; run khihau in the working tree of one, and"
            " fetch what it lacks"
        )
    return b"" if done.returncode else done.stdout


def _program() -> str:
    """The git of PATH; never one in the current folder, where Windows and an empty PATH look too.

    Raises FileNotFoundError where there is none.
    """
    for folder in map(Path, os.get_exec_path()):
        if folder.is_absolute() and os.access(folder / _PROGRAM, os.X_OK):
            return str(folder / _PROGRAM)
    raise FileNotFoundError(None, "not found in PATH")
