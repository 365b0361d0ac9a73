"""The numbers that languages share or that one has which says none of its own, and what holds them."""

from __future__ import annotations

# --- where sentences end ----------------------------------------------------------------------------
# Chosen by hand; tests/test_sentences_of.py holds them, bench/align.py shows what they do to pairs.

LONGEST_MARK = 40  # characters: a longer word is no abbreviation, a longer head no list mark
LONGEST_SPEECH = 1500  # characters between quotation marks: more were never closed
LONGEST_BRACKET = 400  # the same in brackets

# --- whether capitals tell a longer name (rule M7) ------------------------------------------
# Chosen by hand; tests/test_edges_of_names.py holds them.

NAME_REACH = 160  # characters on each side of a term, in its line
NAME_WORDS = 6  # words with capitals behind a term

# --- slips in a label (rule S1) ---------------------------------------------------------------------
# Chosen by hand; tests/spec/rules/near-miss.md holds them, bench/near_miss.py counts what they cost.

LABEL_FROM = 1  # words that run as a label does are no slip of another one
SHORTEST_SLIP = 6  # letters: shorter words are too often one edit apart
SHORTEST_LONE_SLIP = 8  # letters of a label that is one word

# --- what a label is made of (rule S1) --------------------------------------------------------------
# Chosen by hand; tests/spec/suggest.md holds it, bench/suggest.py counts what it costs.

SHORT_LABEL = 4  # words of a label that is one sense by itself

# --- which language a text is in --------------------------------------------------------------------
# Chosen by hand; tests/test_detect.py holds them.

ENOUGH = 240  # what so many code points do not tell, more will not
DENSE = 10  # of so many characters of prose at least one is a letter of its language alone
FEW = 4  # of so few words, one of them marked, no language can be told
SHARE = 4  # of so many words of a language with marks at least one is marked
SMALL = 2  # so many small words for each marked word that is no name show the other language
OUTWEIGHED = 4  # so many Latin letters for each one of a script leave the language open
DROWNED = 12  # so many tell that the script only names something

# --- how far a title runs (rule C5) -----------------------------------------------------------------
# Chosen by hand; tests/spec/rules/official-title.md holds them.

LONGEST_TITLE = 300  # characters: the longest titles of acts have some 250
MOST_EOJEOLS = 10  # of a numbered plan, or of what a law is about
TELLING = (
    3  # words that say what a title is about: with fewer beside it another one makes another plan
)

# --- names of which any word is another one (rule C12) ------------------------------------------------
# Chosen by hand on 400 real texts; tests/spec/rules/inexact-name.md holds them.

VARIED_FROM = 4  # words that say something, of which one is another
