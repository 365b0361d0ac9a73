"""uncertain-alignment: passages of which it is not sure that they render each other.

What it finds: stretches of the translation whose counterpart in the source was guessed (little in
common: no number, name or term, another length), and sentences of the source that nothing renders.
Findings in such a stretch are notes at most. In a file of translation units only those are uncertain
that it marks as fuzzy. Where hardly a part of two texts has a counterpart, as in two reports on one
event, that is said once, and nothing else is told.

Why it matters: here a person must look; what no other rule reports there may still be wrong.

The law on it: rule P5 in khihau's docs/semantics.md.

| | source | found | left alone |
|---|---|---|---|
| vi | 양측은 회의를 열었다.¶2035년 감축 목표는 53~61%이다. | Hai bên đã họp. | Hai bên đã họp.¶Mục tiêu giảm phát thải năm 2035 là 53-61%. |
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from khihau.pairing.passages import Paired, Passage
from khihau.pairing.rule import Found, PairRule, beginning, found_at

__all__ = ["RULE"]

_BESIDE = 1  # passages beside one left out that may be weak for that alone


def _find(paired: Paired) -> Iterator[Found]:
    if paired.are_strangers:
        message = "this does not look like a translation of the source; nothing more is compared"
        rendered = (one.alignment.target for one in paired.passages if _has_target(one))
        span = min(rendered, default=(0, 0))
        yield found_at(paired, RULE.name, RULE.severity, span, message)
        return
    for is_weak, stretch in groupby(paired.passages, _is_weak):
        if is_weak:
            yield _found(paired, list(stretch))


def _is_weak(passage: Passage) -> bool:
    start, end = passage.alignment.source
    if passage.is_unit or start == end:  # what the translator added is no loss
        return False
    return not _has_target(passage) or not passage.is_sure


def _has_target(passage: Passage) -> bool:
    low, high = passage.alignment.target
    return low < high


def _found(paired: Paired, stretch: Sequence[Passage]) -> Found:
    """One finding on a stretch: what was left out if that is one piece of it, beside which all is weak."""
    runs = [list(run) for has, run in groupby(stretch, _has_target) if not has]
    is_omission = len(runs) == 1 and (
        len(stretch) <= len(runs[0]) + _BESIDE or len(runs[0]) == len(stretch)
    )
    told = runs[0] if is_omission else stretch
    begin = paired.places.named(told[0].alignment.source[0])
    end = paired.places.named(told[-1].alignment.source[0])
    where = begin if begin == end else f"{begin} to {end}"
    message = (
        f"nothing renders “{beginning(paired, told[0])}” (source {where}); see whether it is left "
        "out on purpose"
        if is_omission
        else f"it is not sure that this renders the source ({where}); compare the two"
    )
    low = min(passage.alignment.target[0] for passage in told)
    high = max(passage.alignment.target[1] for passage in told)
    return found_at(paired, RULE.name, RULE.severity, (low, high), message)


RULE = PairRule("uncertain-alignment", "info", "passages that may not render each other", _find)
