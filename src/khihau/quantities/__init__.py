"""The numbers of a text with their units, and a translation's held against its source's."""

from __future__ import annotations

from khihau.quantities.comparison import differences
from khihau.quantities.number_words import number_words
from khihau.quantities.quantity import Quantity
from khihau.quantities.reading import quantities

__all__ = ["Quantity", "differences", "number_words", "quantities"]
