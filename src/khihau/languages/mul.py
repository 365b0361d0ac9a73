"""International acronyms and symbols, the same in all three languages (SEMANTICS M6)."""

from __future__ import annotations

from collections.abc import Iterable

from khihau.languages.base import Variant, acronym_variants, decide_nothing, no_competitors
from khihau.languages.base import neighbours as edges
from khihau.model import Label

__all__ = ["competitors", "decide", "edges", "syllables", "variants"]

decide = decide_nothing  # an acronym leaves nothing undecided
competitors = no_competitors


def variants(label: Label, folded: str) -> Iterable[Variant]:  # noqa: ARG001
    """Letters and digits joined or not, and the English plural."""
    return acronym_variants(folded)


def syllables(folded: str) -> int:
    """Words: the edges of an acronym do not depend on the count."""
    return len(folded.split())
