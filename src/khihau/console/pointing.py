"""How people point at a place of a document or at a finding, and which finding they mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from khihau.errors import InputError
from khihau.model import Finding, Place, Placed

__all__ = ["Spot", "named", "pointed_at", "spot_of", "spot_of_unit"]

_NEAREST = 3  # findings that are named where none stands at a place


class Spot(NamedTuple):
    """A place as it was named: line and column from 1 (no column: the whole line), or a unit.

    `unit` is the place's name in a file without lines ("paragraph 12"); then `line` is 0.
    """

    path: str
    line: int
    column: int | None = None
    unit: str = ""

    def __str__(self) -> str:
        if self.unit:
            return f"{self.path}: {self.unit}"
        return f"{self.path}:{self.line}" + (f":{self.column}" if self.column else "")

    def holds(self, place: Place) -> bool:
        """Whether a finding stands here; its end is the first place behind it."""
        if self.unit:
            return place.unit == self.unit
        if self.column is None:
            return place.line <= self.line <= place.end_line
        start, end = (place.line, place.column), (place.end_line, place.end_column)
        return start <= (self.line, self.column) < end or start == (self.line, self.column)


def spot_of(words: str, form: str) -> Spot:
    """The place in "draft.txt:3:17" or "draft.txt:3", as reports write it.

    The name of a file may hold colons and numbers: where both readings are possible, the file that is
    there tells. Raises InputError that asks for the `form` it should have.
    """
    path, numbers = words.rstrip(":"), list[int]()
    readings: list[Spot] = []
    while len(numbers) < 2 and path.rpartition(":")[2].isdecimal():
        path, _, number = path.rpartition(":")
        numbers.insert(0, int(number))
        readings.append(Spot(path, numbers[0], numbers[1] if len(numbers) > 1 else None))
    there = [spot for spot in readings if Path(spot.path).is_file()]
    spot = (there or readings)[-1] if readings else None
    if spot is None or not spot.path or 0 in (spot.line, spot.column):
        raise InputError(f"{words}: no place; write {form}, as in draft.txt:3:17")
    return spot


def spot_of_unit(words: str) -> Spot | None:
    """The place in "draft.docx: paragraph 12", of a file that is there; None where it is none."""
    path, _, unit = words.rstrip(": ").rpartition(": ")
    while path and unit:
        if Path(path).is_file():
            return Spot(path, 0, unit=unit)
        path, _, more = path.rpartition(": ")
        unit = f"{more}: {unit}"
    return None


def pointed_at(spot: Spot, findings: Sequence[Placed], rule: str | None) -> Finding:
    """The finding at a place, of a rule where one is named.

    Raises InputError that names the nearest where there is none, and each where there are several.
    """
    of_rule = [one for one in findings if rule in (None, one.finding.rule)]
    here = {one.finding.fingerprint: one for one in of_rule if spot.holds(one.place)}
    if len(here) == 1:
        (one,) = here.values()
        return one.finding
    if here:
        raise InputError(
            f"{spot}: {len(here)} findings stand here; name one with --rule, by its own column or by "
            f"its fingerprint:\n{_listed(spot.path, here.values())}"
        )
    what = f"finding of {rule}" if rule else "finding"
    if not findings:
        raise InputError(
            f"{spot}: no {what} here, nor elsewhere in this file; run khihau check {spot.path} with the same "
            "options to see"
        )
    nearest = sorted(findings, key=lambda one: _distance(spot, one.place))[:_NEAREST]
    raise InputError(f"{spot}: no {what} here; the nearest:\n{_listed(spot.path, nearest)}")


def named(finding: Finding) -> str:
    """A finding in a message: its words, rule and concept."""
    concept = f"[{finding.concept}]" if finding.concept else ""
    return f"“{' '.join(finding.text.split())}” ({finding.rule}{concept})"


def _listed(path: str, findings: Iterable[Placed]) -> str:
    def lines() -> Iterator[str]:
        for finding, place in findings:
            yield f"  {path}{place.where}: {named(finding)} {finding.fingerprint}"

    return "\n".join(lines())


def _distance(spot: Spot, place: Place) -> tuple[int, int]:
    """How far a finding is from a place: in lines, then in columns; all places of a unit are alike."""
    if spot.unit:
        return 0, 0
    lines = max(place.line - spot.line, spot.line - place.end_line, 0)
    column = spot.column or 1
    return lines, max(place.column - column, column - place.end_column, 0)
