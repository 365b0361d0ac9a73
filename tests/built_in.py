"""The glossary that the tests are about: tests/base, in the place of the built-in one.

Its concepts are copies that nobody edits, so that a translator who edits `glossary/` breaks no test.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from khihau.model import Termbase
from khihau.termbase.load import load_glossary, open_glossary
from khihau.termbase.locate import builtin_glossary

__all__ = ["ALONE", "FOLDER", "built_in", "opened"]

FOLDER = Path(__file__).parent / "base"
ALONE = ("--no-builtin", "--glossary", str(FOLDER))  # for a khihau in a process of its own


def built_in() -> Termbase:
    """The termbase of tests/base, read once a process."""
    return _read_once(FOLDER)


def opened(*paths: str | Path, builtin: bool = True) -> Termbase:
    """What `open_glossary` opens; the built-in glossary alone is read and indexed once a process."""
    if paths or not builtin:
        return open_glossary(*paths, builtin=builtin)
    return _read_once(builtin_glossary())


@cache
def _read_once(folder: Path) -> Termbase:
    return load_glossary(folder, builtin=False)
