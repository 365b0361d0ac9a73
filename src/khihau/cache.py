"""The user's cache folder: what is dear to work out and cheap to read again, as a few texts.

A cache only saves time. One that cannot be read, is damaged, or belongs to other files counts as
none; one that cannot be written is not written. Neither is ever told to the user.
"""

from __future__ import annotations

import json
import os
import sys
import zlib
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from typing import TypeAlias

from khihau.atomic import replace_file

__all__ = ["Part", "load", "stamp", "store"]

Part: TypeAlias = "bytes | memoryview"

_KEPT = 32


def load(name: str, key: str) -> list[Part] | None:
    """The parts that were stored under a name with the same key; None where there are none."""
    try:
        with open(_path(name), "rb", buffering=0) as file:  # noqa: PTH123 - pathlib costs 3 ms here
            data = file.readall()
        body = data.index(b"\n") + 1
        whole = memoryview(data)  # whose parts are no copies: a cache has megabytes
        if json.loads(data[:body]) == {"key": key, "crc32": zlib.crc32(whole[body:])}:
            first = data.index(b"\n", body) + 1
            ends = accumulate(json.loads(data[body:first]), initial=first)
            return [whole[start:end] for start, end in pairwise(ends)]
    except (OSError, ValueError, RecursionError):
        pass
    return None


def store(name: str, key: str, parts: Sequence[Part]) -> None:
    """Keep some bytes for the next run, whole or not at all."""
    try:
        body = b"".join((json.dumps([*map(len, parts)]).encode(), b"\n", *parts))
        head = json.dumps({"key": key, "crc32": zlib.crc32(body)}).encode()
        path = _path(name)
        os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120
        replace_file(path, head + b"\n" + body, is_lasting=False)
        _prune(os.path.dirname(path))  # noqa: PTH120
    except (OSError, ValueError):
        pass


def _prune(folder: str) -> None:
    """Keep the newest caches only: glossaries move and disappear."""
    with os.scandir(folder) as entries:
        files = sorted((entry.stat().st_mtime, entry.path) for entry in entries)
    for _, path in files[:-_KEPT]:
        os.remove(path)  # noqa: PTH107


def stamp(paths: Iterable[str]) -> str:
    """What changes when one of the files does: the paths, a blank line, size and time of each.

    Raises OSError for a file that is not there.
    """
    named = list(paths)
    stats = map(os.stat, named)
    return "\n".join([*named, "", *(f"{stat.st_size} {stat.st_mtime_ns}" for stat in stats)])


def _path(name: str) -> str:
    """Where a cache lies: XDG_CACHE_HOME, or the folder that the system has for caches.

    Raises OSError for a user who has no home: "~" would be a folder of the working directory.
    """
    home = os.path.expanduser("~")  # noqa: PTH111
    if sys.platform == "win32":
        folder = os.environ.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local")  # noqa: PTH118
    elif sys.platform == "darwin":
        folder = os.path.join(home, "Library", "Caches")  # noqa: PTH118
    else:
        folder = os.path.join(home, ".cache")  # noqa: PTH118
    given = os.environ.get("XDG_CACHE_HOME", "")
    folder = given if os.path.isabs(given) else folder  # noqa: PTH117 - as its specification says
    if not os.path.isabs(folder):  # noqa: PTH117
        raise FileNotFoundError(folder)
    return os.path.join(folder, "khihau", f"{name}.cache")  # noqa: PTH118
