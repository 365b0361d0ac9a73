"""Numbers of languages that were found by trying, and what holds them."""

from __future__ import annotations

__all__ = ["LONGEST_BRACKET", "LONGEST_MARK", "LONGEST_SPEECH"]

# --- where sentences end ----------------------------------------------------------------------------
# Chosen by hand; tests/test_sentences_of.py holds them, bench/align.py shows what they do to pairs.

LONGEST_MARK = 40  # characters: a longer word is no abbreviation, a longer head no list mark
LONGEST_SPEECH = 1500  # characters between quotation marks: more were never closed
LONGEST_BRACKET = 400  # the same in brackets
