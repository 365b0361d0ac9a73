"""The rules of `check`, in order; one more is one file and one line here."""

from __future__ import annotations

from khihau.rules import (
    deprecated_label,
    forbidden_label,
    near_miss,
    undefined_acronym,
    unofficial_expansion,
)
from khihau.rules.base import Rule

__all__ = ["RULES"]

# Order is precedence: on overlapping spans the earlier rule's finding stands (DESIGN section 6).
RULES: tuple[Rule, ...] = (
    forbidden_label.RULE,
    deprecated_label.RULE,
    unofficial_expansion.RULE,
    undefined_acronym.RULE,
    near_miss.RULE,
)
