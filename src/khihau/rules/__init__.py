"""The rules of `check`, in order; one more is one file and one line here."""

from __future__ import annotations

from khihau.review.base import Rule
from khihau.rules import (
    anachronism,
    bare_foreign_letters,
    capitals,
    conflicting_definition,
    deprecated_label,
    forbidden_label,
    house_spelling,
    inexact_name,
    late_definition,
    lookalike_character,
    mixed_labels,
    mixed_names,
    mixed_spelling,
    near_miss,
    number_style,
    official_title,
    preferred_only,
    repeated_definition,
    repeated_paragraph,
    sensitive_name,
    session_mismatch,
    successor_unclear,
    undefined_acronym,
    unknown_acronym,
    unofficial_expansion,
    unused_definition,
    unused_silencer,
)

__all__ = ["RULES"]

# Order is precedence: on overlapping spans the earlier rule's finding stands (rule C1).
# What is said of silencers depends on what all others found.
RULES: tuple[Rule, ...] = (
    forbidden_label.RULE,
    sensitive_name.RULE,
    deprecated_label.RULE,
    anachronism.RULE,
    successor_unclear.RULE,
    conflicting_definition.RULE,
    session_mismatch.RULE,
    unofficial_expansion.RULE,
    inexact_name.RULE,
    lookalike_character.RULE,
    number_style.RULE,
    official_title.RULE,
    bare_foreign_letters.RULE,
    undefined_acronym.RULE,
    late_definition.RULE,
    repeated_definition.RULE,
    unused_definition.RULE,
    unknown_acronym.RULE,
    mixed_labels.RULE,
    capitals.RULE,
    preferred_only.RULE,
    mixed_names.RULE,
    house_spelling.RULE,
    mixed_spelling.RULE,
    near_miss.RULE,
    repeated_paragraph.RULE,
    unused_silencer.RULE,
)
