"""Which acronyms every reader knows: texts need not write them out (rules A5 and C10)."""

from __future__ import annotations

from functools import lru_cache

from khihau.languages.data import data_lines, data_parts
from khihau.model import Lang

__all__ = ["everyday_acronyms", "known_acronyms"]


@lru_cache(maxsize=1)
def known_acronyms() -> frozenset[str]:
    """The acronyms that everybody knows, in texts of all languages."""
    return frozenset(" ".join(data_lines("mul", "known-acronyms.txt")).split())


@lru_cache(maxsize=8)
def everyday_acronyms(lang: Lang | None) -> frozenset[str]:
    """Acronyms that a reader of newspapers in a language knows, though an act must write them out.

    The name of a session (COP30) stands there without its number.
    """
    parts = data_parts("mul", "everyday-acronyms.txt")
    return frozenset(" ".join((*parts["all"], *parts.get(lang or "", ()))).split())
