"""The numbers of Korean that were found by trying, and what holds them."""

from __future__ import annotations

from collections.abc import Mapping

# --- what a piece costs in the reading of an eojeol (rule M5) ---------------------------------------
# The dearer of two readings falls, so only the differences count. Held by tests/test_ko_analyser.py
# and tests/spec/traps/ko-*.md, counted by bench/accuracy.py.

WORD, DERIVED = 10, 15  # 지원, 지원금
TERM_SYLLABLE = 5
SYLLABLE = 15  # an affix: 신-, -량, -률
UNKNOWN, MORE_UNKNOWN = 17, 3  # a name, a loan word; and for each of its syllables
LONGEST_UNKNOWN = 4
BENEFIT = 2  # the doubt is the term's: a reading without it must be cheaper by more
# A verb on a term is rarer than particles: 배출|권한, not 배출권|한.
ENDINGS: Mapping[str, int] = {"particles": 5, "copula": 5, "verb": 15}

# --- which terms are decided without a vote (rules M5, K1 to K4) ------------------------------------
# Chosen by hand; the same tests hold them.

ACCEPT_FROM = (
    3  # syllables: undecided labels this long are accepted unless a listed word covers them
)
BESIDE = 12  # syllables on each side of a term that are read with it
LONG_SUFFIX_FROM = 3  # syllables: 적, 상, 형, 용, 간 make other words of shorter labels

# --- what an eojeol of a phrase is made of (rule S1) ------------------------------------------------
# Chosen by hand; tests/spec/suggest.md holds them, bench/suggest.py counts what they cost.

KNOWN_PART, UNKNOWN_SYLLABLE, TAIL = 2, 6, 1  # what they cost
LONGEST_PART = 8  # syllables
SHORT_LABEL = 6  # syllables of a label that is one sense by itself

# --- slips in a label (rule S1) ---------------------------------------------------------------------
# Chosen by hand; tests/spec/rules/near-miss.md holds them, bench/near_miss.py counts what they cost.

LABEL_FROM = 3  # syllables that run as a label does are no slip of another one
SHORTEST_SLIP, LONG_SLIP = 4, 5  # syllables, of which one is wrong: at least, and inside an eojeol

# --- titles that are cited without a number (rule C13) ------------------------------------------------
# Chosen by hand on real texts; tests/spec/rules/official-title.md holds it.

TELLING = 4  # syllables that say what a title is about, beside an exchanged word

# --- names of which any word is another one (rule C12) ------------------------------------------------
# Chosen by hand on 400 real texts; tests/spec/rules/inexact-name.md holds them.

VARIED_FROM = 7  # syllables, of which one is another
