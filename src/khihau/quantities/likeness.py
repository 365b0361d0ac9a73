"""How like two numbers are: rounded, told in another unit, or one with a slip in it."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal

from khihau.quantities.quantity import Quantity, in_base_unit
from khihau.quantities.tuned import ABOUT, CONVERTED, ROUNDED, SLIP

__all__ = ["are_one_slip", "are_the_same_roughly", "is_other_scale"]

_NOT_METRIC = frozenset(("mi", "mph", "ft", "in", "ft²", "acre", "mi²", "°F"))


def are_the_same_roughly(one: Quantity, other: Quantity) -> bool:
    """Whether one of two numbers of a kind is the other, rounded or told in another unit.

    A number that words call inexact may be off by a unit of its last digit; any other only by what
    rounding to two digits or more does.
    """
    (_, first), (_, second) = (in_base_unit(each.value, each.unit) for each in (one, other))
    difference, largest = abs(first - second), max(abs(first), abs(second))
    if one.unit != other.unit and not _NOT_METRIC.isdisjoint((one.unit, other.unit)):
        return difference <= CONVERTED * largest
    if {one.unit, other.unit} <= {"°C", "°F"} and _are_degrees_of_both(one.value, other.value):
        return True
    fine, coarse = sorted((first, second), key=_digits, reverse=True)
    if _digits(fine) == _digits(coarse):
        return False
    if one.is_about or other.is_about:
        return difference < min(_last_place(coarse), ABOUT * largest)
    kept = max(_digits(coarse), 2 if 10 <= coarse < 100 else 1)
    if kept < 2 or kept >= _digits(fine) or difference > ROUNDED * largest:
        return False
    return Context(prec=kept, rounding=ROUND_HALF_UP).create_decimal(fine) == coarse


def _are_degrees_of_both(one: Decimal, other: Decimal) -> bool:
    """Whether the warmer of two is the other in Fahrenheit, which an English text need not say."""
    cold, warm = sorted((one, other))
    return abs((warm - 32) / Decimal("1.8") - cold) <= 1


def is_other_scale(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers have the same digits, and other zeros or another point."""
    first, second = (in_base_unit(each.value, each.unit)[1] for each in (one, other))
    same = first.normalize().as_tuple().digits == second.normalize().as_tuple().digits
    return same and first != second


def are_one_slip(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers of some digits differ in one of them, in their order, or in their zeros."""
    first, second = (_written(each.value) for each in (one, other))
    if first == second:
        return len(first) > 1
    if len(first) != len(second) or len(first) < SLIP:
        return False
    return sorted(first) == sorted(second) or sum(map(str.__ne__, first, second)) == 1


def _digits(value: Decimal) -> int:
    return len(value.normalize().as_tuple().digits)


def _last_place(value: Decimal) -> Decimal:
    return Decimal(1).scaleb(int(value.normalize().as_tuple().exponent))


def _written(value: Decimal) -> str:
    return "".join(map(str, value.normalize().as_tuple().digits))
