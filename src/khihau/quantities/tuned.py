"""The numbers that were found by trying: change one, and the tests named beside it tell what it did.

All were chosen by hand; tests/test_quantities.py and tests/spec/pair/numbers.md hold them, and
bench/pair.py counts the findings in good translations.
"""

from __future__ import annotations

from decimal import Decimal

__all__ = [
    "ABOUT",
    "ARTICLES_BELOW",
    "BESIDE",
    "CONTEXT",
    "CONVERTED",
    "COUPLED",
    "GLOSS",
    "NOT_TOLD_UP_TO",
    "ROUNDED",
    "SLIP",
    "YEARS_BARE",
    "YEARS_NAMED",
    "YEARS_WRITTEN",
]

# Reading: how many characters before a number are looked at for a word, a currency or a minus.
CONTEXT = 16

# Reading: which numbers are years. Behind a word that says so (năm 1500), before a unit that says so
# (1995년, 1990s), and without any word.
YEARS_NAMED = (1500, 2299)
YEARS_WRITTEN = "(?:1[5-9]|2[0-2])[0-9]{2}"
YEARS_BARE = (1900, 2150)

# Reading: 조 behind a smaller number is an article, not a million millions.
ARTICLES_BELOW = 200

# Comparing: list markers, "one", "first" and "both" are not written in each language, so whole
# numbers without a unit are not told up to here.
NOT_TOLD_UP_TO = 12

# Comparing: of more numbers of one kind than these, those further on are not tried as the other half
# of a couple.
COUPLED = 64

# Comparing: how far, as a share of the larger one, a rounded number may be from the other: where a word
# says that it is not exact, where it is told in another unit, and else.
ABOUT, CONVERTED, ROUNDED = Decimal("0.1"), Decimal("0.15"), Decimal("0.02")

# Reading: how many characters on each side of a number are looked at for a word like "about".
BESIDE = 24

# Comparing: how many digits two numbers of other units must have to be one with a slip in it.
SLIP = 3

# Comparing: how far behind an amount the same in another currency stands: 2억 달러(약 2400억 원).
GLOSS = 8
