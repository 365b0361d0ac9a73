"""What a number of a text is."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

__all__ = ["Quantity", "decimal"]

_LONGEST = 30  # digits; a longer run is no number, and would overflow when it is multiplied


class Quantity(NamedTuple):
    """A number of a text, at a span of code points that takes in its magnitude word and unit.

    `unit` is a key such as "%", "t" or "USD", "" where none is written; `alternatives` are the
    other readings of an ambiguous writing.
    """

    start: int
    end: int
    value: Decimal
    unit: str
    alternatives: tuple[Decimal, ...] = ()


def decimal(digits: str) -> Decimal | None:
    """The value of digits with a point; None for more of them than a number has."""
    return Decimal(digits) if len(digits) <= _LONGEST else None
