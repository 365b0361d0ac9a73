"""The rules of `check`, in order; one more is one file and one line here."""

from __future__ import annotations

from khihau.rules import (
    deprecated_label,
    forbidden_label,
    lookalike_character,
    mixed_spelling,
    repeated_paragraph,
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
    lookalike_character.RULE,
    undefined_acronym.RULE,
    mixed_spelling.RULE,
    repeated_paragraph.RULE,
)
