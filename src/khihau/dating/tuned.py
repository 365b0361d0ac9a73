"""The numbers by which the day of a name is found. Chosen by hand; tests/spec/days.md holds them."""

from __future__ import annotations

__all__ = [
    "ACT_REACH",
    "BOUND_REACH",
    "BRACKET",
    "CAPTION_WORDS",
    "CLOSE_WORDS",
    "DATELINE",
    "FORMER_REACH",
    "FOUNDED_REACH",
    "LINES",
    "OPENING",
    "PLACE_WORDS",
    "REACH",
    "SOON",
    "TITLE_REACH",
    "TO_COME_AFTER",
    "TO_COME_BEFORE",
]

# How far from a name a word of time may stand, in characters.
REACH = 300
# How far into its sentence a date that opens it may stand.
OPENING = 60
# How far before a date the title of its act may begin.
TITLE_REACH = 160
# How far behind the date of an act the body that issued it may stand.
ACT_REACH = 12
# How far before a date stands what says that it is a bound.
BOUND_REACH = 30
# The longest bracket that is looked for around a date.
BRACKET = 200
# How many words may stand between a date and the name in a Korean sentence that is not told as past.
CLOSE_WORDS = 2
# How many of the first and last lines may hold the date of a text, and how long such a line is.
LINES = 5
DATELINE = 70
# How many words beside a date a line has that is nothing but a date and a place; or an agency and a
# reporter, with a sign between.
PLACE_WORDS = 3
CAPTION_WORDS = 6
# How many days from today a date is soon: a text that speaks of it is one of today.
SOON = 400
# How far before a name stands that it was founded or renamed then.
FOUNDED_REACH = 40
# How far before or behind a date stands what says that it is to come.
TO_COME_BEFORE = 80
TO_COME_AFTER = 40
# How far before or behind a name words are looked at that call it former, in characters.
FORMER_REACH = 60
