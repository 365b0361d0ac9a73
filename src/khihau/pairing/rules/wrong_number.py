"""wrong-number: a number of the source that its passage does not have.

What it finds: 1.5℃ rendered as 2°C, 2030 as 2035, 40% as 45%, 2억 톤 as 2 triệu tấn. Numbers are read
as each language writes them: decimal comma and point, 억 and 만, triệu and tỷ, billion, dates, percent.
Another date, share or scale (32만 for 32.000) weighs most, another figure less. Numbers up to 12
are compared where they count things (12 ministries, 2 bộ).
Left alone are numbers in words, rounded ones (hơn 8 tỷ for 8.05 billion), those told in another unit or
currency, session numbers (see wrong-session), and a number that moved to the passage before or after.

Why it matters: a wrong figure is the error that readers find and quote.

The law on it: rule P3 in khihau's docs/semantics.md.

| | source | found | left alone |
|---|---|---|---|
| vi | 지구 온도 상승을 1.5℃로 제한한다. | Giới hạn mức tăng nhiệt độ ở 2°C. | Giới hạn mức tăng nhiệt độ ở 1,5°C. |
| ko | Giảm 291 triệu tấn phát thải. | 배출량 1억 9,100만 톤을 줄인다. | 배출량 2억 9,100만 톤을 줄인다. |
| en | 2035년까지 53% 줄인다. | Cut by 53% by 2030. | Cut by 53% by 2035. |
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from khihau.documents.segments import lang_at
from khihau.model import FALLBACK, Lang, Match
from khihau.pairing.citations.reading import cited_within
from khihau.pairing.passages import Paired, Passage, flat
from khihau.pairing.periods import exchanged_periods, periods_of
from khihau.pairing.rule import Found, PairRule, found_at
from khihau.quantities import (
    Quantity,
    differences,
    gravity_of_added,
    gravity_of_couple,
    gravity_of_missing,
    is_year,
    number_words,
    spelled_numbers,
    tells_relative_day,
)
from khihau.quantities.likeness import are_one_slip
from khihau.quantities.quantity import DATE_PARTS
from khihau.quantities.tuned import NOT_TOLD_UP_TO
from khihau.text.spans import between

if TYPE_CHECKING:
    import datetime

__all__ = ["RULE"]

_GAP = 8  # code points at most between two parts of a date: " tháng ", "년 "
_NONE: frozenset[Decimal] = frozenset()
_Couple: TypeAlias = "tuple[Quantity, Quantity]"


class _Held(NamedTuple):
    """A passage, its numbers in digits on both sides, and those that its target and source say in words."""

    paired: Paired
    passage: Passage
    said: Sequence[Quantity]
    written: Sequence[Quantity]
    target_words: frozenset[Decimal] = _NONE
    source_words: frozenset[Decimal] = _NONE


def _find(paired: Paired) -> Iterator[Found]:
    passages = paired.passages
    spoken = periods_of(paired.source.document), periods_of(paired.target.document)
    day = _day(paired)
    for at, passage in enumerate(passages):
        if _is_one_sided(passage):
            continue
        near = (
            [] if passage.is_unit else [*passages[max(0, at - 1) : at], *passages[at + 1 : at + 2]]
        )
        said, written = _said(paired, passage), _written(paired, passage)
        held = _Held(paired, passage, said, written)
        sides = (
            spoken[0][between(spoken[0], *passage.alignment.source)],
            spoken[1][between(spoken[1], *passage.alignment.target)],
        )
        for one, other in exchanged_periods(sides, said, written, day):
            yield _period(held, one, other)
        # Words only excuse, and are read where there is something to excuse.
        if (said or written) and differences(said, written):
            target_words, source_words = _words(paired, passage)
            held = held._replace(target_words=target_words, source_words=source_words)
            yield from _told(held, near)


def _told(held: _Held, near: Sequence[Passage]) -> Iterator[Found]:
    couples: list[_Couple] = []
    for one, other in differences(*held[2:]):
        if _is_of_name(held, one, other):
            continue
        has_left = one is not None and _has_moved(one, near, held.paired, _written)
        has_come = other is not None and _has_moved(other, near, held.paired, _said)
        if one and other and not has_left:
            couples.append((one, other))
        elif one and not has_left:
            yield from _missing(held, one)
        elif other and not has_come:
            yield from _added(held, other)
    for slip in _slips(couples):
        yield _different(held, slip)


def _is_of_name(held: _Held, one: Quantity | None, other: Quantity | None) -> bool:
    """Whether a number is part of a name (2050 탄소중립위원회), and no slip in that of the other text."""
    passage = held.passage
    is_named = (one and _is_inside(one, passage.said)) or (
        other and _is_inside(other, passage.matches)
    )
    return bool(is_named) and not (one and other and are_one_slip(one, other))


def _is_inside(number: Quantity, matches: Iterable[Match]) -> bool:
    return any(
        match.start <= number.start
        and number.end <= match.end
        and any(map(str.isdigit, match.label))
        for match in flat(matches)
    )


def _is_one_sided(passage: Passage) -> bool:
    return any(start == end for start, end in passage.alignment[:2])


def _found(held: _Held, aspect: str, span: tuple[int, int], message: str) -> Found:
    is_sure = held.passage.is_sure
    return found_at(held.paired, RULE.name, span, message, aspect=aspect, is_sure=is_sure)


def _quoted(held: _Held, span: tuple[int, int]) -> str:
    source = held.paired.source.document.text[slice(*span)]
    return f"“{source}” (source {held.paired.places.named(span[0])})"


# --- a number in the place of another -------------------------------------------------------------


def _slips(couples: Iterable[_Couple]) -> Iterator[list[_Couple]]:
    """Couples, those of one date together: it is one slip."""
    slip: list[_Couple] = []
    for couple in couples:
        if slip and not all(map(_is_one_date, slip[-1], couple)):
            yield slip
            slip = []
        slip.append(couple)
    if slip:
        yield slip


def _is_one_date(before: Quantity, one: Quantity) -> bool:
    gap = max(before.start, one.start) - min(before.end, one.end)
    return {before.unit, one.unit} <= DATE_PARTS and gap <= _GAP


def _different(held: _Held, slip: Sequence[_Couple]) -> Found:
    sources, targets = zip(*slip, strict=True)
    span = _span(targets)
    target = held.paired.target.document.text[slice(*span)]
    message = f"“{target}” stands for {_quoted(held, _span(sources))}; see which is right"
    return _found(held, gravity_of_couple(*slip[0]), span, message)


def _span(numbers: Sequence[Quantity]) -> tuple[int, int]:
    return min(one.start for one in numbers), max(one.end for one in numbers)


# --- a number for which nothing stands ------------------------------------------------------------


def _missing(held: _Held, one: Quantity) -> Iterator[Found]:
    gravity = gravity_of_missing(one)
    if one.is_counted and _is_another_spelled(held):
        gravity = "figure"
    if gravity:
        message = f"{_quoted(held, (one.start, one.end))} is not here; write it"
        yield _found(held, gravity, held.passage.alignment.target, message)


def _is_another_spelled(held: _Held) -> bool:
    """Whether the target counts in words what the source does not: 12 ministries, hai bộ."""
    paired, span = held.paired, held.passage.alignment.target
    spelled = spelled_numbers(paired.target.document.text[slice(*span)], paired.lang)
    return _are_counts(spelled - held.source_words, held.said)


def _added(held: _Held, other: Quantity) -> Iterator[Found]:
    gravity = gravity_of_added(other)
    if other.is_counted:
        gravity = "figure" if other.value > 1 and _is_another_said(held) else None
    elif not _is_in_the_place(held, other):
        gravity = None
    elif is_year(other) and _is_relative(held):
        gravity = "relative"
    if gravity:
        span = (other.start, other.end)
        target = held.paired.target.document.text[slice(*span)]
        place = held.paired.places.named(held.passage.alignment.source[0])
        message = f"“{target}” is not in the source ({place}); see whether it is right"
        yield _found(held, gravity, span, message)


def _is_another_said(held: _Held) -> bool:
    """Whether the source counts in words what the target does not."""
    spelled = spelled_numbers(_source(held), _lang(held.paired, held.passage))
    return _are_counts(spelled - held.target_words, held.written)


def _are_counts(spelled: frozenset[Decimal], others: Iterable[Quantity]) -> bool:
    counts = spelled - {one.value for one in others}
    return any(1 < number <= NOT_TOLD_UP_TO for number in counts)


def _is_relative(held: _Held) -> bool:
    """Whether the source tells a day or a year from that of the text: last year, 올해."""
    return tells_relative_day(_source(held), _lang(held.paired, held.passage))


def _source(held: _Held) -> str:
    return held.paired.source.document.text[slice(*held.passage.alignment.source)]


def _is_in_the_place(held: _Held, added: Quantity) -> bool:
    """Whether an added number stands for one of the source, since the target has no more of its kind.

    A gloss (in dollars) makes one more, and is none of our business.
    """
    kind = _kind(added)
    here = sum(_kind(one) == kind for one in held.written)
    return here <= sum(_kind(one) == kind for one in held.said)


def _kind(quantity: Quantity) -> str:
    return "" if is_year(quantity) else quantity.unit


# --- years, months and halves of a year that are told without a number -----------------------------


def _period(held: _Held, said: tuple[int, int], written: tuple[int, int]) -> Found:
    target = held.paired.target.document.text[slice(*written)]
    message = f"“{target}” stands for {_quoted(held, said)}; see which is right"
    return _found(held, "grave", written, message)


def _day(paired: Paired) -> datetime.date | None:
    """The day of the two texts, where one of them gives it."""
    days = (side.days.document for side in (paired.source, paired.target))
    return next((day.first for day in days if day.is_own), None)


# --- the numbers of a passage ---------------------------------------------------------------------


def _has_moved(
    quantity: Quantity,
    near: Sequence[Passage],
    paired: Paired,
    numbers: Callable[[Paired, Passage], list[Quantity]],
) -> bool:
    """Whether a number stands in a passage beside its own."""
    return any(
        all(one is None for one, _ in differences([quantity], numbers(paired, passage), _NONE))
        for passage in near
    )


def _lang(paired: Paired, passage: Passage) -> Lang:
    return lang_at(paired.source.document.segments, passage.alignment.source[0]) or FALLBACK


def _words(paired: Paired, passage: Passage) -> tuple[frozenset[Decimal], frozenset[Decimal]]:
    """The small numbers that target and source write as words, and those in what they cite."""
    source, target = paired.source.document, paired.target.document
    return (
        number_words(target.text[slice(*passage.alignment.target)], paired.lang)
        | cited_within(paired.citations[1], passage.alignment.target),
        number_words(source.text[slice(*passage.alignment.source)], _lang(paired, passage))
        | cited_within(paired.citations[0], passage.alignment.source),
    )


def _said(paired: Paired, passage: Passage) -> list[Quantity]:
    return _within(paired.numbers[0], passage.alignment.source, passage.said)


def _written(paired: Paired, passage: Passage) -> list[Quantity]:
    return _within(paired.numbers[1], passage.alignment.target, passage.matches)


def _within(
    numbers: Sequence[Quantity], span: tuple[int, int], matches: Iterable[Match]
) -> list[Quantity]:
    """The numbers of a passage, but for those of a session, which are part of a name."""
    sessions = [(one.start, one.end) for one in flat(matches) if one.number is not None]
    return [
        one
        for one in numbers[between(numbers, *span)]
        if not any(low < one.end and one.start < high for low, high in sessions)
    ]


RULE = PairRule(
    "wrong-number", "a number of the source that is not in the target", _find, has_concepts=False
)
