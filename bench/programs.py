"""Running khihau and its peers as a shell does: a new process each time, timed from outside."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import cache_from_source
from pathlib import Path

import khihau

CHILD = Path(__file__).with_name("child.py")
PEERS = ("codespell", "typos")

# Exit codes of a run that worked: each program has its own for "found something".
_FINE: Mapping[str, Sequence[int]] = {"khihau": (0, 1), "codespell": (0, 65), "typos": (0, 2)}
# With these no byte code would be kept, and a user does not set them.
_NO_BYTE_CODE = ("PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX")


@dataclass(frozen=True)
class Run:
    """What one run of a program took."""

    seconds: float
    peak_mb: float


@dataclass(frozen=True)
class Desk:
    """The folder that programs run in, and the one where they may keep their caches."""

    folder: Path
    caches: Path

    def run(self, *command: str | Path) -> Run:
        """Run a program once; SystemExit when it fails, since a failure is quick."""
        words = list(map(str, command))
        kept = {name: value for name, value in os.environ.items() if name not in _NO_BYTE_CODE}
        done = subprocess.run(
            [sys.executable, "-I", "-S", str(CHILD), *words],
            cwd=self.folder,
            env={**kept, "XDG_CACHE_HOME": str(self.caches)},
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
        seconds, kibibytes, code = done.stdout.split()
        if int(code) not in _FINE.get(Path(words[0]).name, (0,)):
            raise SystemExit(f"{' '.join(words[:3])} …: exit code {code}")
        return Run(float(seconds), int(kibibytes) * 1024 / 1e6)

    def task(self, *command: str | Path) -> Callable[[], float]:
        """The program as the `run` of a task."""
        return lambda: self.run(*command).seconds

    def cold_task(self, *command: str | Path) -> Callable[[], float]:
        """The same, each time with nothing left in the caches."""

        def run() -> float:
            shutil.rmtree(self.caches, ignore_errors=True)
            return self.run(*command).seconds

        return run


def programs(names: Sequence[str]) -> Mapping[str, str]:
    """The paths of those programs that are installed, first of all beside this Python."""
    places = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))
    found = {name: shutil.which(name, path=places) for name in names}
    return {name: path for name, path in found.items() if path}


def require_byte_code() -> None:
    """SystemExit where khihau's byte code cannot be kept: every start would compile it anew."""
    compiled = Path(cache_from_source(khihau.__file__))
    if not compiled.exists():
        raise SystemExit(f"{compiled} was not written; make its folder writable")
