"""The glossary that the tests are about: tests/base, in the place of the built-in one.

Its concepts are copies that nobody edits, so that a translator who edits `glossary/` breaks no test.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from khihau.model import Termbase
from khihau.termbase.load import load_glossary

__all__ = ["ALONE", "FOLDER", "built_in"]

FOLDER = Path(__file__).parent / "base"
ALONE = ("--no-builtin", "--glossary", str(FOLDER))  # for a khihau in a process of its own


@cache
def built_in() -> Termbase:
    """The termbase of tests/base, read once a process."""
    return load_glossary(FOLDER, builtin=False)
