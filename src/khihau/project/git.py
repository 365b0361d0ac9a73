"""How git is asked: one process a question, which runs nothing that the repository names.

A repository may come from a stranger, and its settings and attributes may name programs. Those of
a filter, of a text conversion or of another diff run where git compares the working tree with its
index, so nothing here asks for that: git tells what a commit holds (`commits`), and the files of
the working tree are read as they are. The rest is switched off below. It may also make git wait or
tell without end, so git is ended when it does.
"""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread, Timer
from typing import IO, NamedTuple

from khihau.atomic import ended_as_interrupted
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
    # A name is a name, though it begin with a colon. Git wants only one of these.
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_GLOB_PATHSPECS": "0",
    "GIT_NOGLOB_PATHSPECS": "0",
    "GIT_ICASE_PATHSPECS": "0",
}
_PATIENCE = 60.0  # seconds for an answer: what takes longest is a list of files, and takes a few
_MOST = 1 << 26  # bytes of an answer: the files of half a million documents are listed in fewer
_FIRST = 1 << 16  # bytes of an error that are looked at
_PROGRAM = "git.exe" if os.name == "nt" else "git"


def top_folder(folder: Path, need: str) -> Path:
    """The folder of the repository that a folder lies in. Raises ConfigError, as `git` does.

    So it does where the working tree is elsewhere by a setting, and nothing there leads back.
    """
    top = Path(git(folder, "rev-parse", "--show-toplevel", need=need).rstrip("\n")).resolve()
    if not folder.resolve().is_relative_to(top) and not (
        top.is_dir() and git(top, "rev-parse", "--git-dir", need=need, quiet=True)
    ):
        raise ConfigError(
            f"{need} needs a git repository: the one of {folder} has its working tree at {top}"
            " (core.worktree), which git does not know; take that setting out"
        )
    return top


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
    folder: Path,
    *arguments: str,
    need: str,
    quiet: bool = False,
    given: bytes = b"",
    most: int = _MOST,
) -> bytes:
    """What git prints in a folder when it is `given` that; nothing where it fails and is `quiet`.

    `need` begins the message: what cannot be had without git ("--changed-since").

    Raises ConfigError where there is no git, where it fails and that is a fault, where it prints
    more than `most` bytes, and where it comes to no end.
    """
    try:
        answer = _asked((_program(), *_OPTIONS, *arguments), folder, given, most)
    except OSError as error:
        raise ConfigError(
            f"{need} needs git, which cannot be run ({error.strerror}); install git"
        ) from error
    if answer.is_late:
        raise ConfigError(
            f"{need}: git came to no end within {_PATIENCE:.0f} seconds in {folder}; clone the"
            " repository anew and try there"
        )
    if len(answer.out) > most:
        raise ConfigError(
            f"{need}: git tells more than {most >> 20} MB of this commit; name another commit"
        )
    if answer.code and not quiet:
        said = answer.errors.decode("utf-8", "replace").strip().splitlines() or ["git failed"]
        raise ConfigError(
            f"{need} needs a git repository: {said[0]}; run khihau in the working tree of one, and"
            " fetch what it lacks"
        )
    return b"" if answer.code else answer.out


class _Answer(NamedTuple):
    """How git ended, what it printed, and whether it was ended for taking too long."""

    code: int
    out: bytes
    errors: bytes
    is_late: bool


def _asked(command: Sequence[str], folder: Path, given: bytes, most: int) -> _Answer:
    """Run git, which never outlives the call: neither a signal, nor a long wait, nor a long answer."""
    late = Event()
    errors: list[bytes] = []
    with (
        ended_as_interrupted(),
        subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, **_ENVIRONMENT},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,  # so that what it starts is ended with it
        ) as process,
    ):
        assert process.stdin
        assert process.stdout
        assert process.stderr

        def give_up() -> None:
            late.set()
            _end(process)

        timer = Timer(_PATIENCE, give_up)
        helpers = (
            timer,
            Thread(target=_give, args=(process.stdin, given)),
            Thread(target=_take, args=(process.stderr, errors)),
        )
        try:
            for helper in helpers:
                helper.start()
            out = process.stdout.read(most + 1)
            if len(out) <= most:
                process.wait()
        finally:
            _end(process)
            timer.cancel()
            for helper in helpers:
                if helper.is_alive():
                    helper.join()
    return _Answer(process.returncode, out, b"".join(errors), late.is_set())


def _end(process: subprocess.Popen[bytes]) -> None:
    """End git, where it has not ended yet, and what it started."""
    if process.poll() is None:
        with suppress(ProcessLookupError):
            if os.name == "nt":
                process.kill()
            else:
                os.killpg(process.pid, signal.SIGKILL)


def _give(stream: IO[bytes], given: bytes) -> None:
    with suppress(OSError), stream:  # git may end before it has read all
        stream.write(given)


def _take(stream: IO[bytes], into: list[bytes]) -> None:
    """Read a stream to its end and keep its beginning."""
    into.append(stream.read(_FIRST))
    while stream.read(_FIRST):
        pass


def _program() -> str:
    """The git of PATH; never one in the current folder, where Windows and an empty PATH look too.

    Raises FileNotFoundError where there is none.
    """
    for folder in map(Path, os.get_exec_path()):
        if folder.is_absolute() and os.access(folder / _PROGRAM, os.X_OK):
            return str(folder / _PROGRAM)
    raise FileNotFoundError(None, "not found in PATH")
