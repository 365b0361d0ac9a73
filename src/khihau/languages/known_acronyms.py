"""Which acronyms every reader knows: texts need not write them out (rule A5)."""

from __future__ import annotations

from functools import lru_cache

from khihau.languages.data import data_lines

__all__ = ["known_acronyms"]


@lru_cache(maxsize=1)
def known_acronyms() -> frozenset[str]:
    """The acronyms that everybody knows, in texts of all languages."""
    return frozenset(" ".join(data_lines("mul", "known-acronyms.txt")).split())
