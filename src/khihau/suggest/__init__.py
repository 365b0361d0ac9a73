"""The concepts that a phrase may mean, and the words that were meant as a full form."""

from khihau.suggest.align import align
from khihau.suggest.rank import suggest

__all__ = ["align", "suggest"]
