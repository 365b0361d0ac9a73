"""uncertain-alignment: passages of which it is not sure that they render each other.

What it finds: stretches of the translation whose counterpart in the source was guessed (little in
common: no number, name or term, another length), all in one line, and sentences of the source that nothing renders.
Findings in such a stretch are notes at most. In a file of translation units only those are uncertain
that it marks as fuzzy, and told are those that render another unit: they share nothing with their
source, and terms, numbers, names or everyday words with that of the other, or they have the words of
the unit beside them, whose source says something else. Where hardly a part of two texts has
a counterpart, as in two reports on one event, that is said once, and nothing else is told.

Why it matters: here a person must look; what no other rule reports there may still be wrong.

The law on it: rule P5 in khihau's docs/semantics.md.

| | source | found | left alone |
|---|---|---|---|
| vi | 양측은 회의를 열었다.¶2035년 감축 목표는 53~61%이다. | Hai bên đã họp. | Hai bên đã họp.¶Mục tiêu giảm phát thải năm 2035 là 53-61%. |
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from khihau.pairing.exchanged_units import doubled_units, exchanged_units
from khihau.pairing.passages import Paired, Passage
from khihau.pairing.rule import Found, PairRule, beginning, found_at

__all__ = ["RULE"]

_BESIDE = 1  # passages beside one left out that may be weak for that alone


def _find(paired: Paired) -> Iterator[Found]:
    if paired.are_strangers:
        message = "this does not look like a translation of the source; nothing more is compared"
        rendered = (one.alignment.target for one in paired.passages if _has_target(one))
        span = min(rendered, default=(0, 0))
        yield found_at(paired, RULE.name, span, message)
        return
    for unit, other in exchanged_units(paired):
        place = paired.places.named(other.alignment.source[0])
        message = f"this renders “{beginning(paired, other)}” (source {place}), not its own source"
        yield found_at(paired, RULE.name, unit.alignment.target, message, passage=unit)
    for unit, other in doubled_units(paired):
        place = paired.places.named(other.alignment.source[0])
        words = " ".join(paired.target.document.text[slice(*unit.alignment.target)].split())
        message = f"“{words}” renders “{beginning(paired, other)}” (source {place}) too; see which is right"
        yield found_at(
            paired, RULE.name, unit.alignment.target, message, passage=unit, aspect="doubled"
        )
    unsure: list[Sequence[Passage]] = []
    for is_weak, run in groupby(paired.passages, _is_weak):
        if is_weak:
            stretch = list(run)
            if omitted := _omitted(stretch):
                yield _left_out(paired, omitted)
            else:
                unsure.append(stretch)
    if unsure:
        yield _guessed(paired, unsure)


def _is_weak(passage: Passage) -> bool:
    start, end = passage.alignment.source
    if passage.is_unit or start == end:  # what the translator added is no loss
        return False
    return not _has_target(passage) or not passage.is_sure


def _has_target(passage: Passage) -> bool:
    low, high = passage.alignment.target
    return low < high


def _omitted(stretch: Sequence[Passage]) -> Sequence[Passage]:
    """What was left out of a stretch, if that is one piece of it, beside which all is weak."""
    runs = [list(run) for has, run in groupby(stretch, _has_target) if not has]
    is_omission = len(runs) == 1 and (
        len(stretch) <= len(runs[0]) + _BESIDE or len(runs[0]) == len(stretch)
    )
    return runs[0] if is_omission else ()


def _left_out(paired: Paired, omitted: Sequence[Passage]) -> Found:
    message = (
        f"nothing renders “{beginning(paired, omitted[0])}” (source {_place(paired, omitted)}); see "
        "whether it is left out on purpose"
    )
    return found_at(paired, RULE.name, _target(omitted), message)


def _guessed(paired: Paired, stretches: Sequence[Sequence[Passage]]) -> Found:
    """One finding on all stretches whose counterpart was guessed, at the first of them."""
    first, *others = (_place(paired, stretch) for stretch in stretches)
    also = f"; also {', '.join(others)}" if others else ""
    message = f"it is not sure that this renders the source ({first}{also}); compare the two"
    return found_at(paired, RULE.name, _target(stretches[0]), message)


def _place(paired: Paired, stretch: Sequence[Passage]) -> str:
    begin, end = (paired.places.named(stretch[at].alignment.source[0]) for at in (0, -1))
    return begin if begin == end else f"{begin} to {end}"


def _target(stretch: Sequence[Passage]) -> tuple[int, int]:
    spans = [passage.alignment.target for passage in stretch]
    return min(start for start, _ in spans), max(end for _, end in spans)


RULE = PairRule(
    "uncertain-alignment", "passages that may not render each other", _find, has_concepts=False
)
