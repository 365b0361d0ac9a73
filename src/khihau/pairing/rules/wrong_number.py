"""wrong-number: a number of the source that its passage does not have.

What it finds: 1.5℃ rendered as 2°C, 2030 as 2035, 40% as 45%, 2억 톤 as 2 triệu tấn. Numbers are read
as each language writes them: decimal comma and point, 억 and 만, triệu and tỷ, billion, dates, percent.
Another date, share or scale (32만 for 32.000) is an error, another figure a warning. Numbers up to 12
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

from khihau.documents.segments import lang_at
from khihau.model import FALLBACK, Lang, Match, Severity
from khihau.pairing.passages import Paired, Passage, flat
from khihau.pairing.rule import Found, PairRule, found_at
from khihau.quantities import (
    Quantity,
    differences,
    gravity_of_couple,
    gravity_of_one,
    is_year,
    number_words,
    tells_relative_day,
)
from khihau.text.spans import between

__all__ = ["RULE"]

_NONE: frozenset[Decimal] = frozenset()


def _find(paired: Paired) -> Iterator[Found]:
    passages = paired.passages
    for at, passage in enumerate(passages):
        if _is_one_sided(passage):
            continue
        near = (
            [] if passage.is_unit else [*passages[max(0, at - 1) : at], *passages[at + 1 : at + 2]]
        )
        said, written = _said(paired, passage), _written(paired, passage)
        if not differences(said, written):
            continue  # then words, which only excuse, need not be read
        yield from _told(paired, passage, near, said, written)


def _told(
    paired: Paired,
    passage: Passage,
    near: Sequence[Passage],
    said: Sequence[Quantity],
    written: Sequence[Quantity],
) -> Iterator[Found]:
    is_relative = _is_relative(paired, passage)
    for one, other in differences(said, written, *_words(paired, passage)):
        has_left = one is not None and _has_moved(one, near, paired, _written)
        has_come = other is not None and _has_moved(other, near, paired, _said)
        if one and other and not has_left:
            yield _different(paired, passage, one, other)
        elif one and not has_left and (severity := gravity_of_one(one)):
            yield _missing(paired, passage, one, severity)
        elif other and not has_come and not (is_relative and is_year(other)):
            yield from _added(paired, passage, other, said, written)


def _is_one_sided(passage: Passage) -> bool:
    return any(start == end for start, end in passage.alignment[:2])


def _severity(passage: Passage, severity: Severity) -> Severity:
    return severity if passage.is_sure else "info"


def _different(paired: Paired, passage: Passage, one: Quantity, other: Quantity) -> Found:
    span = (other.start, other.end)
    target = paired.target.document.text[slice(*span)]
    message = f"“{target}” stands for {_quoted(paired, one)}; see which is right"
    severity = _severity(passage, gravity_of_couple(one, other))
    return found_at(paired, RULE.name, severity, span, message)


def _missing(paired: Paired, passage: Passage, one: Quantity, severity: Severity) -> Found:
    message = f"{_quoted(paired, one)} is not here; write it"
    severity = _severity(passage, severity)
    return found_at(paired, RULE.name, severity, passage.alignment.target, message)


def _quoted(paired: Paired, one: Quantity) -> str:
    source = paired.source.document.text[one.start : one.end]
    return f"“{source}” (source {paired.places.named(one.start)})"


def _added(
    paired: Paired,
    passage: Passage,
    other: Quantity,
    said: Sequence[Quantity],
    written: Sequence[Quantity],
) -> Iterator[Found]:
    if not _is_in_the_place(other, said, written):
        return
    span = (other.start, other.end)
    place = paired.places.named(passage.alignment.source[0])
    message = f"“{paired.target.document.text[slice(*span)]}” is not in the source ({place}); see whether it is right"
    yield found_at(paired, RULE.name, _severity(passage, "warning"), span, message)


def _is_in_the_place(
    added: Quantity, said: Sequence[Quantity], written: Sequence[Quantity]
) -> bool:
    """Whether an added number stands for one of the source, since the target has no more of its kind.

    A gloss (in dollars) makes one more, and is none of our business.
    """
    kind = _kind(added)
    here = sum(_kind(one) == kind for one in written)
    return here <= sum(_kind(one) == kind for one in said)


def _kind(quantity: Quantity) -> str:
    return "" if is_year(quantity) else quantity.unit


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


def _is_relative(paired: Paired, passage: Passage) -> bool:
    """Whether the source tells a day or a year from that of the text: last year, 올해."""
    source = paired.source.document.text[slice(*passage.alignment.source)]
    return tells_relative_day(source, _lang(paired, passage))


def _lang(paired: Paired, passage: Passage) -> Lang:
    return lang_at(paired.source.document.segments, passage.alignment.source[0]) or FALLBACK


def _words(paired: Paired, passage: Passage) -> tuple[frozenset[Decimal], frozenset[Decimal]]:
    """The small numbers that target and source write as words."""
    source, target = paired.source.document, paired.target.document
    return (
        number_words(target.text[slice(*passage.alignment.target)], paired.lang),
        number_words(source.text[slice(*passage.alignment.source)], _lang(paired, passage)),
    )


def _said(paired: Paired, passage: Passage) -> list[Quantity]:
    return _within(paired.numbers[0], passage.alignment.source, passage.said)


def _written(paired: Paired, passage: Passage) -> list[Quantity]:
    return _within(paired.numbers[1], passage.alignment.target, passage.matches)


def _within(
    numbers: Sequence[Quantity], span: tuple[int, int], matches: Iterable[Match]
) -> list[Quantity]:
    """The numbers of a passage, but for those that are part of a name: a session, 2050 탄소중립위원회."""
    names = [
        (one.start, one.end)
        for one in flat(matches)
        if one.number is not None or any(map(str.isdigit, one.label))
    ]
    return [
        one
        for one in numbers[between(numbers, *span)]
        if not any(low <= one.start and one.end <= high for low, high in names)
    ]


RULE = PairRule("wrong-number", "error", "a number of the source that is not in the target", _find)
