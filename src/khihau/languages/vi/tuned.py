"""The numbers of Vietnamese that were found by trying, and what holds them."""

from __future__ import annotations

# --- what a word costs in a reading (rule M4) -----------------------------------------------------
# The dearer of two readings falls, so only the differences count. Held by tests/test_vi_words.py and
# tests/spec/traps/vi-*.md, counted by bench/accuracy.py.

GRAMMAR = 8  # a syllable of grammar: bị, là, của
FIRM = 8  # a word that is hardly ever two
LONG = 8  # a word of three syllables and more: they do not come together by chance
WORD = 10
MORE = 4  # for each syllable after the second, of a term that no list holds
TERM = 2  # what a phrase that is a term is cheaper than its words
UNREAD = 11  # a word of underthesea's list
FREE = 11  # a syllable that is a word of its own
DENIED = 12  # a word that is far more often two
BOUND = 17  # a syllable that lives in longer words only

# --- which terms are weighed, and when one of two readings is the likelier (rule M4) ----------------
# Chosen by hand; the same tests hold them.

FREE_FROM = 5  # syllables: labels this long are accepted, since no listed word spans so much
BESIDE = 6  # syllables on each side: the longest word and two more, which excuse those that cross
CLOSE = 1  # the lists do not settle which of two readings costs less by so little

# --- slips in a label (rule S1) ---------------------------------------------------------------------
# Chosen by hand; tests/spec/rules/near-miss.md holds them, bench/near_miss.py counts what they cost.

LABEL_FROM = 2  # syllables that run as a label does are no slip of another one
SHORTEST_SLIP, LONG_SLIP = (
    3,
    4,
)  # syllables, of which one is wrong: at least, and where it may be a word
SHORTEST_OTHER = 3  # letters of a syllable that one with other letters may be meant for

# --- titles that are cited without a number (rule C13) ------------------------------------------------
# Chosen by hand on real texts; tests/spec/rules/official-title.md holds it.

TELLING = 5  # syllables that say what a title is about, beside an exchanged word

# --- names of which any word is another one (rule C12) ------------------------------------------------
# Chosen by hand on 400 real texts; tests/spec/rules/inexact-name.md holds them.

VARIED_FROM, VARIED_MOST = 7, 2  # syllables that say something; and of one word that is another
