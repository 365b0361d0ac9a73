"""The numbers of a text with their units, and a translation's held against its source's."""

from __future__ import annotations

from khihau.quantities.comparison import differences, is_year
from khihau.quantities.gravity import gravity_of_added, gravity_of_couple, gravity_of_missing
from khihau.quantities.number_words import number_words, spelled_numbers, tells_relative_day
from khihau.quantities.periods import Period, periods
from khihau.quantities.quantity import Quantity
from khihau.quantities.reading import quantities

__all__ = [
    "Period",
    "Quantity",
    "differences",
    "gravity_of_added",
    "gravity_of_couple",
    "gravity_of_missing",
    "is_year",
    "number_words",
    "periods",
    "quantities",
    "spelled_numbers",
    "tells_relative_day",
]
