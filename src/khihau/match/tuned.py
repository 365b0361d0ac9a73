"""The numbers that matching was tuned by."""

from __future__ import annotations

__all__ = [
    "COVER_REACH",
    "LONGEST_HIT",
    "NUMBER_REACH",
    "OWNER_REACH",
    "SHORT_TEXT",
    "SPACED_RUN",
    "SQUEEZED_RUN",
    "SURELY_OF",
]

# Speed alone: no match depends on them. Chosen by hand; bench/starts.py and bench/speed.py count
# what they cost.
# Characters of a text: a longer one is worth the automaton of all patterns.
SHORT_TEXT = 60_000
# How many characters in a row must stand in a text, at both ends and in the middle of a pattern, for
# the text to be searched for it; shorter patterns are always searched for.
SPACED_RUN, SQUEEZED_RUN = 6, 3
# Characters beside a label: most words that cover it are no longer.
COVER_REACH = 40

# How far back is looked, so that a hostile text takes linear time. Chosen by hand, farther than any
# name reaches; the cases in tests/spec/*.md and tests/test_linear.py hold them.
# Characters: a hit that begins farther back does not matter to the vote on another.
LONGEST_HIT = 300
# What may stand before the literal side of a numbered label.
NUMBER_REACH = 200
# Code points between a term and the country that owns it: của Chính phủ, decomposed.
OWNER_REACH = 80
# The share of what a text says of countries from which on one is its subject. By hand, read on 150 places
# of real texts: a report on Korea names Japan and the United States beside it.
SURELY_OF = 0.75
