"""The concepts that a phrase may mean, and the words that were meant as a full form."""

from khihau.fuzzy.align import align
from khihau.fuzzy.rank import suggest

__all__ = ["align", "suggest"]
