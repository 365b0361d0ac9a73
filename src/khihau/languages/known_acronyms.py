"""Which acronyms every reader knows: texts need not write them out (rules A5 and C10)."""

from __future__ import annotations

from functools import lru_cache

from khihau.languages.data import data_parts, data_words
from khihau.model import Lang

__all__ = ["everyday_acronyms", "known_acronyms", "known_bodies"]


@lru_cache(maxsize=1)
def known_acronyms() -> frozenset[str]:
    """The acronyms that everybody knows, in texts of all languages."""
    return frozenset().union(*data_words("mul", "known-acronyms.txt").values())


@lru_cache(maxsize=1)
def known_bodies() -> frozenset[str]:
    """Those among them of bodies that texts introduce by their names all the same: WHO."""
    return data_words("mul", "known-acronyms.txt")["bodies"]


@lru_cache(maxsize=8)
def everyday_acronyms(readers: str, lang: Lang | None) -> frozenset[str]:
    """Acronyms that some readers know in a language, though an act must write them out: those of a part
    of `everyday-acronyms.txt`, and of that for the language too.

    The name of a session (COP30) stands there without its number.
    """
    parts = data_parts("mul", "everyday-acronyms.txt")
    return frozenset(" ".join((*parts[readers], *parts.get(f"{readers} {lang}", ()))).split())
