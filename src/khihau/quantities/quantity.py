"""What a number of a text is, and when two of them measure the same."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

__all__ = [
    "CURRENCIES",
    "DATE_PARTS",
    "SHARES",
    "Quantity",
    "decimal",
    "group",
    "has_same_dimension",
    "in_base_unit",
    "in_hours_or_months",
]

_LONGEST = 30  # digits; a longer run is no number, and would overflow when it is multiplied


class Quantity(NamedTuple):
    """A number of a text, at a span of code points that takes in its magnitude word and unit.

    `unit` is a key such as "%", "t" or "USD", "" where none is written; `alternatives` are the
    other readings of an ambiguous writing. `is_counted`: a small number of things, which the noun
    behind it names; `is_about`: words beside it say that it is not exact.
    """

    start: int
    end: int
    value: Decimal
    unit: str
    alternatives: tuple[Decimal, ...] = ()
    is_counted: bool = False
    is_about: bool = False


def decimal(digits: str) -> Decimal | None:
    """The value of digits with a point; None for more of them than a number has."""
    return Decimal(digits) if len(digits) <= _LONGEST else None


# --- units that are held against each other ---------------------------------------------------------

CURRENCIES = frozenset(("USD", "EUR", "KRW", "VND", "JPY", "CNY", "GBP", "AUD", "CAD"))
DATE_PARTS = frozenset(("year", "month", "day", "decade"))
SHARES = frozenset(("%", "%p"))  # per cent, and percentage points

_GROUPS = {"tCO2e": "t", "%p": "%", "year": "years", "decade": "years", "hours": "hour"}
_BASES = {
    "kg": ("t", Decimal("0.001")),
    "quintal": ("t", Decimal("0.1")),
    "kt": ("t", Decimal(10) ** 3),
    "Mt": ("t", Decimal(10) ** 6),
    "Gt": ("t", Decimal(10) ** 9),
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
    "km/h": ("m", Decimal(1000)),  # speeds are told without the hour: 시속 150㎞
    "mph": ("m", Decimal("1609.344")),
    "mi": ("m", Decimal("1609.344")),
    "ft": ("m", Decimal("0.3048")),
    "in": ("m", Decimal("0.0254")),
    "ft²": ("m²", Decimal("0.092903")),
    "acre": ("m²", Decimal("4046.856")),
    "mi²": ("m²", Decimal("2589988.11")),
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


_TIMES = {
    "hour": ("hours", 1),
    "hours": ("hours", 1),
    "day": ("hours", 24),
    "weeks": ("hours", 168),
    "months": ("months", 1),
    "years": ("months", 12),
}


def in_hours_or_months(value: Decimal, unit: str) -> tuple[str, Decimal] | None:
    """A length of time in the unit in which others may tell it: 14 days are two weeks."""
    base = _TIMES.get(unit)
    return (base[0], value * base[1]) if base else None


def has_same_dimension(one: str, other: str) -> bool:
    """Whether two units measure the same, in money, degrees, lengths or areas: 5 km and 3 miles."""
    both = {one, other}
    if both <= CURRENCIES or both <= {"°C", "°F"}:
        return True
    return bool(one) and in_base_unit(Decimal(1), one)[0] == in_base_unit(Decimal(1), other)[0]
