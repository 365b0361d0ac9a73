"""What a number of a text is, and when two of them measure the same."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

__all__ = ["Quantity", "decimal", "group", "in_base_unit"]

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


# --- units that are held against each other ---------------------------------------------------------

_GROUPS = {"tCO2e": "t", "%p": "%", "year": "years", "decade": "years", "hours": "hour"}
_BASES = {
    "kg": ("t", Decimal("0.001")),
    "kW": ("W", Decimal(10) ** 3),
    "MW": ("W", Decimal(10) ** 6),
    "GW": ("W", Decimal(10) ** 9),
    "TW": ("W", Decimal(10) ** 12),
    "kWh": ("Wh", Decimal(10) ** 3),
    "MWh": ("Wh", Decimal(10) ** 6),
    "GWh": ("Wh", Decimal(10) ** 9),
    "TWh": ("Wh", Decimal(10) ** 12),
    "mm": ("m", Decimal("0.001")),
    "cm": ("m", Decimal("0.01")),
    "km": ("m", Decimal(1000)),
    "ha": ("m²", Decimal(10) ** 4),
    "km²": ("m²", Decimal(10) ** 6),
    "decades": ("years", Decimal(10)),
    "centuries": ("years", Decimal(100)),
}


def group(unit: str) -> str:
    """The key under which a unit is held against others: a tonne of CO2 equivalent is a tonne."""
    return _GROUPS.get(unit, unit)


def in_base_unit(value: Decimal, unit: str) -> tuple[str, Decimal]:
    """A value in the unit to which all of its kind are converted: 3 GW is 3000000000 W."""
    base, factor = _BASES.get(unit, (group(unit), Decimal(1)))
    return base, value * factor
