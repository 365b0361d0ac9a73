"""The numbers of a translation held against those of its source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from decimal import Decimal

from khihau.quantities.likeness import are_one_slip, are_the_same_roughly
from khihau.quantities.quantity import (
    CURRENCIES,
    DATE_PARTS,
    SHARES,
    Quantity,
    group,
    has_same_dimension,
    in_base_unit,
    in_hours_or_months,
)
from khihau.quantities.tuned import COUPLED, GLOSS, NOT_TOLD_UP_TO, YEARS_BARE

__all__ = ["differences", "is_year"]

Difference = tuple[Quantity | None, Quantity | None]

# Units that say in which words a number is told, not what is measured.
_SOFT = frozenset(
    ("", "ordinal", "article", "clause", "paragraph", "quarter", "times", "decade", "fraction")
)


def differences(
    source: Sequence[Quantity],
    target: Sequence[Quantity],
    target_words: frozenset[Decimal] = frozenset(),
    source_words: frozenset[Decimal] = frozenset(),
) -> list[Difference]:
    """The numbers of one text that the other has not, coupled with those that stand for them.

    A number may be told more often in one text than in the other. The words are those of
    `number_words`: they excuse a number that the other text writes so. A number that is missing
    is told once, at its first place. Rounded numbers and those in another unit are the same.
    """
    missing = _left(source, target)
    added = _left(target, source)
    missing = [one for one in missing if not _is_told_roughly(one, target)]
    added = [one for one in added if not _is_told_roughly(one, source)]
    couples: list[Difference] = []

    def excused(quantity: Quantity, words: frozenset[Decimal]) -> bool:
        return not words.isdisjoint(_readings(quantity))

    def both_excused(one: Quantity, other: Quantity) -> bool:
        return excused(one, target_words) and excused(other, source_words)

    for key in (_share, _value, _digits_of_kind, _explicit_kind, _counted):
        missing, added, found = _coupled(missing, added, key, both_excused)
        couples += found
    missing = [one for one in missing if not excused(one, target_words)]
    added = [one for one in added if not excused(one, source_words)]
    missing, added = _unconverted(missing, added), _unconverted(added, missing)
    for key in (_kind, _any):
        missing, added, found = _coupled(missing, added, key, _are_unlike)
        couples += found
    couples += [(one, None) for one in missing if not _is_gloss(one, source, missing)]
    couples += [(None, one) for one in added if not _is_gloss(one, target, added)]
    return sorted(couples, key=_place)


def is_year(quantity: Quantity) -> bool:
    """Whether a number is a year, by its unit or by its size."""
    if quantity.unit in ("year", "decade"):
        return True
    return quantity.unit in _SOFT and YEARS_BARE[0] <= quantity.value <= YEARS_BARE[1]


def _place(difference: Difference) -> tuple[bool, int]:
    source, target = difference
    first = source or target
    return (source is None, first.start if first else 0)


def _readings(quantity: Quantity) -> tuple[Decimal, ...]:
    return (quantity.value, *quantity.alternatives)


# --- numbers that the other text has ---------------------------------------------------------------


def _left(own: Iterable[Quantity], other: Iterable[Quantity]) -> list[Quantity]:
    """The numbers of one text that are neither in the other nor small or a century's, each once."""
    units: defaultdict[Decimal, set[str]] = defaultdict(set)
    shares: defaultdict[Decimal, set[str]] = defaultdict(set)
    counts: set[Decimal] = set()
    converted: set[tuple[str, Decimal] | None] = set()
    for quantity in other:
        for value in _readings(quantity):
            units[value].add(_hard(quantity.unit))
            shares[value].add(quantity.unit)
            if not quantity.unit:
                counts.add(value)
            converted.add(in_base_unit(value, quantity.unit))
            converted.add(_length_of_time(value, quantity.unit))
    left: dict[tuple[Decimal, str], Quantity] = {}
    for quantity in own:
        unit = _hard(quantity.unit)
        if quantity.is_counted and quantity.value not in counts:
            left.setdefault((quantity.value, unit), quantity)  # 3 documents are no March
            continue
        if quantity.unit in SHARES and shares[quantity.value] == SHARES - {quantity.unit}:
            left.setdefault((quantity.value, unit), quantity)  # 1,2% is no 1,2 điểm phần trăm
            continue
        is_told = any(
            (value in units and (not unit or not units[value].isdisjoint(("", unit))))
            or (unit and in_base_unit(value, quantity.unit) in converted)
            or ((time := _length_of_time(value, quantity.unit)) and time in converted)
            for value in _readings(quantity)
        )
        if not is_told and not _is_small(quantity):
            left.setdefault((quantity.value, unit), quantity)
    return list(left.values())


def _length_of_time(value: Decimal, unit: str) -> tuple[str, Decimal] | None:
    return (
        in_hours_or_months(in_base_unit(value, unit)[1], "years")
        if unit in ("decades", "centuries")
        else in_hours_or_months(value, unit)
    )


def _hard(unit: str) -> str:
    return "" if unit in _SOFT else group(unit)


def _is_small(quantity: Quantity) -> bool:
    value = quantity.value
    return quantity.unit == "century" or (
        not quantity.unit
        and not quantity.is_counted
        and 0 <= value <= NOT_TOLD_UP_TO
        and value == value.to_integral_value()
    )


def _is_told_roughly(quantity: Quantity, others: Sequence[Quantity]) -> bool:
    """Whether another text has a number rounded or in another unit; dates are never so."""
    if quantity.unit in DATE_PARTS or is_year(quantity):
        return False
    if quantity.unit in SHARES:
        others = [other for other in others if other.unit in ("", quantity.unit)]
    return any(
        are_the_same_roughly(quantity, other)
        for other in others[:COUPLED]
        if _hard(quantity.unit) == _hard(other.unit)
        or (quantity.unit and has_same_dimension(quantity.unit, other.unit))
    )


def _unconverted(own: list[Quantity], other: Sequence[Quantity]) -> list[Quantity]:
    """Numbers but for amounts of money, or degrees, that the other text tells in other ones."""
    return [
        one
        for one in own
        if not any(
            one.unit != there.unit and {one.unit, there.unit} <= kind
            for there in other[:COUPLED]
            for kind in (CURRENCIES, _DEGREES)
        )
    ]


_DEGREES = frozenset(("°C", "°F"))


def _is_gloss(quantity: Quantity, own: Sequence[Quantity], left: Sequence[Quantity]) -> bool:
    """Whether a number tells one beside it once more in another unit, which the other text has."""
    return any(
        other.unit != quantity.unit
        and has_same_dimension(quantity.unit, other.unit)
        and (other not in left or 0 <= quantity.start - other.end <= GLOSS)
        for other in own[:COUPLED]
        if quantity.unit and other.unit
    )


# --- what makes two numbers alike -----------------------------------------------------------------


def _share(quantity: Quantity) -> Hashable:
    return quantity.value if quantity.unit in SHARES else None


def _value(quantity: Quantity) -> Hashable:
    """The same value in units that differ: 3 months for 3 years, but 11 March is no November."""
    return None if quantity.unit in DATE_PARTS and quantity.unit != "month" else quantity.value


def _digits(quantity: Quantity) -> Hashable:
    """The digits without their scale: 2,91 triệu and 291 million are one number misread."""
    return quantity.value.normalize().as_tuple().digits


def _digits_of_kind(quantity: Quantity) -> Hashable:
    return _digits(quantity), _kind(quantity)


def _explicit_kind(quantity: Quantity) -> Hashable:
    return in_base_unit(quantity.value, quantity.unit)[0] or None


def _kind(quantity: Quantity) -> Hashable:
    return "years" if is_year(quantity) else in_base_unit(quantity.value, quantity.unit)[0]


def _counted(quantity: Quantity) -> Hashable:
    return True if quantity.is_counted else None


def _any(quantity: Quantity) -> Hashable:  # noqa: ARG001
    return True


def _are_unlike(one: Quantity, other: Quantity) -> bool:
    """Whether nothing shows that one of two numbers stands for the other."""
    if _kind(one) == _kind(other):
        return False
    return (_hard(one.unit) != "" and _hard(other.unit) != "") or not are_one_slip(one, other)


def _coupled(
    missing: list[Quantity],
    added: list[Quantity],
    key: Callable[[Quantity], Hashable],
    are_apart: Callable[[Quantity, Quantity], bool],
) -> tuple[list[Quantity], list[Quantity], list[Difference]]:
    """What is left of both sides, and the couples with one key; None is the key of nothing."""
    waiting: defaultdict[Hashable, list[Quantity]] = defaultdict(list)
    for quantity in added:
        if (kind := key(quantity)) is not None:
            waiting[kind].append(quantity)
    left: list[Quantity] = []
    couples: list[Difference] = []
    for quantity in missing:
        of_kind = waiting[key(quantity)] if key(quantity) is not None else []
        fitting = [other for other in of_kind[:COUPLED] if not are_apart(quantity, other)]
        if not fitting:
            left.append(quantity)
            continue
        nearest = min(fitting, key=lambda other: _distance(quantity, other))
        of_kind.remove(nearest)
        couples.append((quantity, nearest))
    taken = {id(other) for _, other in couples}
    return left, [other for other in added if id(other) not in taken], couples


def _distance(one: Quantity, other: Quantity) -> Decimal:
    (_, first), (_, second) = (in_base_unit(each.value, each.unit) for each in (one, other))
    largest = max(abs(first), abs(second))
    return abs(first - second) / largest if largest else largest
