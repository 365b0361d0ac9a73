"""The numbers that findings and fixes were tuned by; those of the rules stand here too, by rule."""

from __future__ import annotations

__all__ = [
    "AROUND",
    "HEADLINE",
    "LONG_PARAGRAPH",
    "NEAR",
    "PASTED",
    "PASTED_AROUND",
    "TOO_LONG",
]

# Fixes. Chosen by hand; the cases in tests/spec/rules hold them.
# How far around words to be replaced their sentence is looked at, in characters.
AROUND = 240
# How many words on each side may not say again what a new name adds: then a fix is only suggested.
NEAR = 4
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

# --- names of which one word is exchanged (exchanged_names) -----------------------------------------
# Chosen by hand on real texts; tests/spec/rules/inexact-name.md holds them.

CAPITALS = 2  # that show a name, where it has no place in it
LONG_NAME = 4  # words that say something: so long a name is one in small letters too
FIRST_YEAR = 1985  # a year beside a treaty's name that is older says that another one is meant
SUBJECTS = 2  # concepts named by more than a plain word that show what a text is about

# --- what is said beside the number of a session (session_facts, session-mismatch) --------------------
# Chosen by hand on real texts; tests/spec/rules/session-mismatch.md holds them.

BESIDE_SESSION = 160  # characters on each side of it
WORDS_BESIDE_SESSION = 24  # words, numbers and signs
WORDS_BEFORE_HELD = 4  # between a session and the verb that says it meets
COMMON_PLACE = 3  # sessions of a place: there is always a meeting about another one
OTHER_COPS = 20  # up to this number other conventions have sessions of the same name
NEAR_SESSION = 2  # so far from the right one a session of such a number is a mistake
