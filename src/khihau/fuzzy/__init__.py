"""The concepts that a phrase may mean, and the words that were meant as a full form."""

from khihau.fuzzy.likeness import has_content, shares
from khihau.fuzzy.meant_full_form import align
from khihau.fuzzy.near_miss import NearMiss, near_misses
from khihau.fuzzy.other_words import are_alike, differ
from khihau.fuzzy.suggestions import suggest

__all__ = [
    "NearMiss",
    "align",
    "are_alike",
    "differ",
    "has_content",
    "near_misses",
    "shares",
    "suggest",
]
