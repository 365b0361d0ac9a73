"""TBX 2 (ISO 30042:2008, root `martif`), for programs that do not read version 3: Weblate, OmegaT.

`khihau.exchange.tbx` reads such a file back, but it lacks the names that are not to be written.
"""

from __future__ import annotations

from khihau.exchange.base import Exported, Wanted
from khihau.exchange.tbx.forms import VERSION_2
from khihau.exchange.tbx.writing import written
from khihau.model import Termbase

__all__ = ["export"]


def export(base: Termbase, wanted: Wanted) -> Exported:  # noqa: ARG001 (all formats have it)
    """The names of each concept that may be written, and what had no place."""
    return written(base, VERSION_2)
