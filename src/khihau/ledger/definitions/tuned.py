"""Numbers of the definitions that were found by trying: how far is read, and how like is like enough.

None was fitted to figures. They were chosen on cases that an editor wrote, and the dateline's when 213
real texts were read; tests/spec/acronyms-*.md and tests/spec/expand-*.md hold them, and
../shared/real/score.py (check) shows what they do to real texts. Characters are code points.
"""

from __future__ import annotations

__all__ = [
    "BRACKET_REACH",
    "DATELINE",
    "GAP",
    "JOINT_REACH",
    "LONG",
    "LONG_IN_HANGUL",
    "NAME_SYLLABLES",
    "NAME_WORDS",
    "NUMBER_REACH",
    "PHRASE_REACH",
    "PHRASE_WORDS",
    "REPORT",
    "REST",
    "SAID_REACH",
    "SAME_MEANING",
    "SAME_NAME",
    "SAME_SUBJECT",
    "SENTENCE_REACH",
    "SPELLED_REACH",
    "STEM",
]

# How far is read around an acronym: more holds no more full forms, and takes longer.
BRACKET_REACH = 240  # characters between a bracket and what it holds, or its other half
SENTENCE_REACH = 240  # back to where a clause or sentence begins
SPELLED_REACH = 120  # back over words whose initials spell the acronym
JOINT_REACH = 60  # over the words that join a full form and its acronym: ", gọi tắt là"
PHRASE_REACH = 40  # back over the words of a phrase that ends in a label
SAID_REACH = 120  # on over words that a sentence says to be a full form
NUMBER_REACH = 24  # over a number behind a full form: "lần thứ ba"

# How much two texts have in common: shares of words.
SAME_NAME = 0.7  # of a label, that a sentence has, to speak of it
SAME_SUBJECT = 0.3  # the same of a name in the place of the full form
STEM = 5  # letters in which two words of one stem begin: determined, determination
SAME_MEANING = 0.5  # of an expansion, that a label has, to be a rendering of it

# From so many characters or syllables on a label is no everyday term that a longer phrase may end in
# (năng lượng tái tạo); in 250 real texts no such label stood before the acronym of another concept.
LONG = 20
LONG_IN_HANGUL = 6

# Which words before a bracket are one name.
GAP = 3  # small letters that may stand between two capitals of one Vietnamese name
REST = 8  # and behind the last of them
NAME_WORDS = 3  # that a bracket holds at least, to be a name in capitals
NAME_SYLLABLES = 4  # that it holds at least in Hangul
PHRASE_WORDS = 6  # that a phrase without particles has at most

# What the first line of a report looks like.
DATELINE = 40  # characters: towns and a day
REPORT = 20  # characters that a report has at least
