"""Files that are written whole or not at all, and that nobody else reads before they are."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress

__all__ = ["alone_in", "append_to_file", "ended_as_interrupted", "permissions", "replace_file"]

# What ends a program: the terminal is closed, a job is cancelled.
_ENDS = ("SIGTERM", "SIGHUP")


def replace_file(
    path: str | os.PathLike[str],
    data: bytes,
    old: os.stat_result | None = None,
    *,
    is_lasting: bool = True,
) -> None:
    """Put a whole new file in the place of an old one, or of none.

    It has the owner and permissions of the `old` one, else those of any new file; until it is in its
    place it lies beside it, closed to others. `is_lasting`: it stands when the machine fails after.
    Raises OSError; then the place is as it was and nothing lies beside it.
    """
    name = f".khihau-{os.getpid()}-{os.urandom(4).hex()}.tmp"
    aside = os.path.join(os.path.dirname(path), name)  # noqa: PTH118, PTH120 - the cache needs no pathlib
    with ended_as_interrupted():
        try:
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
            with open(os.open(aside, flags, 0o600), "wb") as file:  # noqa: PTH123
                file.write(data)
                if is_lasting:
                    file.flush()
                    os.fsync(file.fileno())
            if old is not None:
                _keep_owner(aside, old)
            os.chmod(aside, stat.S_IMODE(old.st_mode) if old else permissions(0o666))  # noqa: PTH101
            os.replace(aside, path)  # noqa: PTH105
        finally:
            with suppress(FileNotFoundError):
                os.remove(aside)  # noqa: PTH107


def append_to_file(path: str | os.PathLike[str], data: bytes) -> None:
    """Add whole lines to the end of a file, or to none, in one write: those of two programs do not mix.

    A last line that somebody left without its break gets one first. What stands at `path` may be no
    link. Raises OSError; then the file is as it was, but for what others added.
    """
    flags = os.O_RDWR | os.O_APPEND | os.O_CREAT
    flags |= getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    with open(os.open(path, flags, 0o666), "rb+", buffering=0) as file:  # noqa: PTH123
        size = file.seek(0, os.SEEK_END)
        if size:
            file.seek(size - 1)
            data = data if file.read(1) == b"\n" else b"\n" + data
        written = file.write(data)
        if written != len(data):
            if os.fstat(file.fileno()).st_size == size + written:
                file.truncate(size)
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        os.fsync(file.fileno())


@contextmanager
def alone_in(folder: str | os.PathLike[str]) -> Iterator[None]:
    """Let one run at a time read files of a folder and write them anew; another waits for its turn.

    Nothing is left behind by a run that was killed. Where the system has no such locks (Windows, some
    network drives) nobody waits.
    """
    with ExitStack() as held:
        with suppress(ImportError, OSError):
            import fcntl  # Unix only

            number = os.open(folder, os.O_RDONLY)
            held.callback(os.close, number)
            fcntl.flock(number, fcntl.LOCK_EX)
        yield


@contextmanager
def ended_as_interrupted() -> Iterator[None]:
    """Let signals that end the program at once end it as Ctrl+C does, so that it clears up.

    One that the caller ignores (nohup) stays so; only the main thread may change any.
    """
    import signal  # only writing pays for it

    numbers = [getattr(signal, name) for name in _ENDS if hasattr(signal, name)]
    changed = [number for number in numbers if signal.getsignal(number) is signal.SIG_DFL]
    try:
        with suppress(ValueError):  # another thread
            for number in changed:
                signal.signal(number, signal.default_int_handler)
        yield
    finally:
        with suppress(ValueError):
            for number in changed:
                signal.signal(number, signal.SIG_DFL)


def permissions(most: int) -> int:
    """Those of a new file or folder: `most`, without what the user wants none to have (umask)."""
    unwanted = os.umask(0o077)  # there is no way to ask without setting one
    os.umask(unwanted)
    return most & ~unwanted


def _keep_owner(path: str, old: os.stat_result) -> None:
    """Give a file to the owner of the old one, where the system has owners and lets us."""
    if hasattr(os, "chown"):
        with suppress(OSError):
            os.chown(path, old.st_uid, old.st_gid)
