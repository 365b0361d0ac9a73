"""The rules of `pair`, in order of precedence; one more is one file and one line here."""

from __future__ import annotations

from khihau.pairing.rule import PairRule
from khihau.pairing.rules import (
    dropped_acronym,
    missing_equivalent,
    uncertain_alignment,
    wrong_document_number,
    wrong_equivalent,
    wrong_number,
    wrong_place,
    wrong_session,
)

__all__ = ["RULES"]

# At most one finding on one concept in one passage: the earlier rule's stands.
RULES: tuple[PairRule, ...] = (
    wrong_session.RULE,
    wrong_document_number.RULE,
    wrong_place.RULE,
    wrong_equivalent.RULE,
    missing_equivalent.RULE,
    wrong_number.RULE,
    dropped_acronym.RULE,
    uncertain_alignment.RULE,
)
