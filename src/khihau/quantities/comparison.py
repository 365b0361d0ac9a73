"""The numbers of a translation held against those of its source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from decimal import Decimal

from khihau.quantities.quantity import Quantity, group, in_base_unit
from khihau.quantities.tuned import COUPLED, NOT_TOLD_UP_TO, YEARS_BARE

__all__ = ["differences"]

Difference = tuple[Quantity | None, Quantity | None]

# Units that say in which words a number is told, not what is measured.
_SOFT = frozenset(("", "ordinal", "article", "clause", "paragraph", "quarter", "times", "decade"))


def differences(
    source: Sequence[Quantity],
    target: Sequence[Quantity],
    target_words: frozenset[Decimal] = frozenset(),
    source_words: frozenset[Decimal] = frozenset(),
) -> list[Difference]:
    """The numbers of one text that the other has not, coupled with those that stand for them.

    A number may be told more often in one text than in the other. The words are those of
    `number_words`: they excuse a number that the other text writes so. A number that is missing
    is told once, at its first place.
    """
    missing = _left(source, target)
    added = _left(target, source)
    couples: list[Difference] = []

    def excused(quantity: Quantity, words: frozenset[Decimal]) -> bool:
        return not words.isdisjoint(_readings(quantity))

    def both_excused(one: Quantity, other: Quantity) -> bool:
        return excused(one, target_words) and excused(other, source_words)

    for key in (_value, _digits_of_kind, _explicit_kind):
        missing, added, found = _coupled(missing, added, key, both_excused)
        couples += found
    missing = [quantity for quantity in missing if not excused(quantity, target_words)]
    added = [quantity for quantity in added if not excused(quantity, source_words)]
    for key in (_digits, _kind, _loose_kind):
        missing, added, found = _coupled(missing, added, key, both_excused)
        couples += found
    couples += [(quantity, None) for quantity in missing]
    couples += [(None, quantity) for quantity in added]
    return sorted(couples, key=_place)


def _place(difference: Difference) -> tuple[bool, int]:
    source, target = difference
    first = source or target
    return (source is None, first.start if first else 0)


def _readings(quantity: Quantity) -> tuple[Decimal, ...]:
    return (quantity.value, *quantity.alternatives)


def _left(own: Iterable[Quantity], other: Iterable[Quantity]) -> list[Quantity]:
    """The numbers of one text that are neither in the other nor small or a century's, each once."""
    units: defaultdict[Decimal, set[str]] = defaultdict(set)
    converted: set[tuple[str, Decimal]] = set()
    for quantity in other:
        for value in _readings(quantity):
            units[value].add(_hard(quantity.unit))
            converted.add(in_base_unit(value, quantity.unit))
    left: dict[tuple[Decimal, str], Quantity] = {}
    for quantity in own:
        unit = _hard(quantity.unit)
        is_told = any(
            (value in units and (not unit or not units[value].isdisjoint(("", unit))))
            or (unit and in_base_unit(value, quantity.unit) in converted)
            for value in _readings(quantity)
        )
        if not is_told and not _is_small(quantity):
            left.setdefault((quantity.value, unit), quantity)
    return list(left.values())


def _hard(unit: str) -> str:
    return "" if unit in _SOFT else group(unit)


def _is_small(quantity: Quantity) -> bool:
    value = quantity.value
    return quantity.unit == "century" or (
        not quantity.unit and 0 <= value <= NOT_TOLD_UP_TO and value == value.to_integral_value()
    )


# --- what makes two numbers alike -----------------------------------------------------------------


def _value(quantity: Quantity) -> Hashable:
    return quantity.value


def _digits(quantity: Quantity) -> Hashable:
    """The digits without their scale: 2,91 triệu and 291 million are one number misread."""
    return quantity.value.normalize().as_tuple().digits


def _digits_of_kind(quantity: Quantity) -> Hashable:
    return _digits(quantity), _kind(quantity)


def _explicit_kind(quantity: Quantity) -> Hashable:
    return in_base_unit(quantity.value, quantity.unit)[0] or None


def _kind(quantity: Quantity) -> Hashable:
    is_year = quantity.unit in _SOFT and YEARS_BARE[0] <= quantity.value <= YEARS_BARE[1]
    return "years" if is_year else in_base_unit(quantity.value, quantity.unit)[0]


def _loose_kind(quantity: Quantity) -> Hashable:
    return "years" if _kind(quantity) == "years" else ""


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
