"""What a command writes is none of what it reads: refused before anything is written."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from pathlib import Path

from khihau.errors import ConfigError

__all__ = ["refuse_folder_of_inputs", "refuse_inputs"]


def refuse_inputs(
    output: Path | None, inputs: Iterable[str | Path], option: str = "--output"
) -> None:
    """Raise ConfigError where the file to be written is one of the inputs, under whatever name.

    "-" is standard input. The inputs are gone through only where there is something to lose.
    """
    written = _state(output) if output else None
    if written is None or not stat.S_ISREG(written.st_mode):
        return
    for path in inputs:
        read = _state(path)
        if read and os.path.samestat(written, read):
            name = "standard input" if str(path) == "-" else path
            also = "" if str(path) == str(output) else f"the same file as {name}, which is "
            raise ConfigError(
                f"{option} {output}: is {also}read by this command, and would be lost; nothing was "
                "written; name another file"
            )


def refuse_folder_of_inputs(folder: Path, inputs: Iterable[Path]) -> None:
    """Raise ConfigError where a folder that is filled and cleared holds one of the inputs."""
    if not folder.is_dir():
        return
    inside = os.path.realpath(folder)
    for path in inputs:
        if Path(os.path.realpath(path)).is_relative_to(inside):
            raise ConfigError(
                f"--output {folder}: holds {path}, which is read by this command; nothing was "
                "written; name another folder"
            )


def _state(path: str | Path) -> os.stat_result | None:
    """The file behind a path; None where there is none, or none that can be looked at."""
    try:
        return os.fstat(0) if str(path) == "-" else os.stat(path)  # noqa: PTH116
    except OSError:
        return None
