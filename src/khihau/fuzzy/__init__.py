"""The concepts that a phrase may mean, and the words that were meant as a full form."""

from khihau.fuzzy.align import align
from khihau.fuzzy.near_miss import NearMiss, near_misses
from khihau.fuzzy.rank import suggest
from khihau.fuzzy.share import shares

__all__ = ["NearMiss", "align", "near_misses", "shares", "suggest"]
