"""wrong-number: a number of the source that its passage does not have.

What it finds: 1.5℃ rendered as 2°C, 2030 as 2035, 40% as 45%, 2억 톤 as 2 triệu tấn. Numbers are read
as each language writes them: decimal comma and point, 억 and 만, triệu and tỷ, billion, dates, percent.
Left alone are small numbers written as words, session numbers (see wrong-session), and a number that
moved to the passage before or after.

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
from khihau.model import FALLBACK, Match
from khihau.pairing.citations.reading import cited_within
from khihau.pairing.passages import Paired, Passage, flat
from khihau.pairing.rule import Found, PairRule, found_at
from khihau.quantities import Quantity, differences, number_words
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
        for one, other in differences(said, written, *_words(paired, passage)):
            is_foreign = other is not None and not _has_moved(other, near, paired, _said)
            if one is None:
                if other and is_foreign and _is_in_the_place(other, said, written):
                    yield _added(paired, passage, other)
            elif is_foreign or not _has_moved(one, near, paired, _written):
                yield _different(paired, passage, one, other)


def _is_one_sided(passage: Passage) -> bool:
    return any(start == end for start, end in passage.alignment[:2])


def _different(paired: Paired, passage: Passage, one: Quantity, other: Quantity | None) -> Found:
    source = paired.source.document.text[one.start : one.end]
    where = f"“{source}” (source {paired.places.named(one.start)})"
    if other is None:
        message = f"{where} is not here; write it"
        return found_at(paired, RULE.name, RULE.severity, passage.alignment.target, message)
    span = (other.start, other.end)
    target = paired.target.document.text[slice(*span)]
    message = f"“{target}” stands for {where}; see which is right"
    return found_at(paired, RULE.name, RULE.severity, span, message)


def _added(paired: Paired, passage: Passage, other: Quantity) -> Found:
    span = (other.start, other.end)
    place = paired.places.named(passage.alignment.source[0])
    message = f"“{paired.target.document.text[slice(*span)]}” is not in the source ({place}); see whether it is right"
    return found_at(paired, RULE.name, RULE.severity, span, message)


def _is_in_the_place(
    added: Quantity, said: Sequence[Quantity], written: Sequence[Quantity]
) -> bool:
    """Whether an added number stands for one of the source, since the target has no more of its unit.

    A gloss (in dollars) makes one more, and is none of our business.
    """
    here = sum(one.unit == added.unit for one in written)
    return bool(added.unit) and here <= sum(one.unit == added.unit for one in said)


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


def _words(paired: Paired, passage: Passage) -> tuple[frozenset[Decimal], frozenset[Decimal]]:
    """The small numbers that target and source write as words, and those in what they cite."""
    source, target = paired.source.document, paired.target.document
    lang = lang_at(source.segments, passage.alignment.source[0]) or FALLBACK
    return (
        number_words(target.text[slice(*passage.alignment.target)], paired.lang)
        | cited_within(paired.citations[1], passage.alignment.target),
        number_words(source.text[slice(*passage.alignment.source)], lang)
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


RULE = PairRule("wrong-number", "info", "a number of the source that is not in the target", _find)
