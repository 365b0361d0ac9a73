"""The numbers that findings and fixes were tuned by; those of the rules stand here too, by rule."""

from __future__ import annotations

__all__ = [
    "AROUND",
    "HEADLINE",
    "LONG_PARAGRAPH",
    "NEAR",
    "NEAR_IN_A_ROW",
    "PASTED",
    "PASTED_AROUND",
    "TOO_LONG",
]

# Fixes. Chosen by hand; the cases in tests/spec/rules hold them.
# How far around words to be replaced their sentence is looked at, in characters.
AROUND = 240
# How many words on each side may not say again what a new name adds: then a fix is only suggested.
NEAR = 4
# The same for three words in a row, which an acronym in its bracket may part from it: then there is no fix.
NEAR_IN_A_ROW = 8
# How many times as long as the words that it replaces a name may be: no editor would want more.
TOO_LONG = 2

# late-definition: a first line without a full stop, up to so many characters, is a headline. Chosen
# by hand; the cases in tests/spec/rules hold it.
HEADLINE = 160

# repeated-definition: a paragraph that has so many characters in common with an earlier one, of those
# that stand so near on each side of the acronym, was pasted. Chosen by hand.
PASTED = 80
PASTED_AROUND = 200

# repeated-paragraph: from so many characters on a paragraph is no formula that may come twice, where a
# Hangul syllable counts as two (rule C7). Chosen by hand: about a line.
LONG_PARAGRAPH = 80
