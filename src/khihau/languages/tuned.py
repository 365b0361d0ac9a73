"""The numbers of a language that has none of its own, and of English, and what holds them."""

from __future__ import annotations

# --- slips in a label (rule S1) ---------------------------------------------------------------------
# Chosen by hand; tests/spec/rules/near-miss.md holds them, bench/near_miss.py counts what they cost.

LABEL_FROM = 1  # words that run as a label does are no slip of another one
SHORTEST_SLIP = 6  # letters: shorter words are too often one edit apart
SHORTEST_LONE_SLIP = 8  # letters of a label that is one word

# --- what a label is made of (rule S1) --------------------------------------------------------------
# Chosen by hand; tests/spec/suggest.md holds it, bench/suggest.py counts what it costs.

SHORT_LABEL = 4  # words of a label that is one sense by itself
