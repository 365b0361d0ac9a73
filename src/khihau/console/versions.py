"""An older version of the glossary that a command works with."""

from __future__ import annotations

from pathlib import Path

from khihau.console.glossaries import Glossaries
from khihau.model import Termbase
from khihau.project.history import current_version, read_versions, version_named

__all__ = ["old_termbase"]


def old_termbase(name: str, glossaries: Glossaries) -> Termbase:
    """An older version of the project's glossary: a folder, a file, `REF` or `REF:path`.

    Where the project lays a glossary of its own over the built-in one, so is the older one.

    Raises ConfigError where there is no such version, GlossaryError with what cannot be loaded.
    """
    here = Path.cwd()
    current = current_version(glossaries.settings(), here)
    return read_versions(version_named(name, current, here))[0]
