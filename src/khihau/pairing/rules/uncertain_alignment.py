"""uncertain-alignment: passages of which it is not sure that they render each other.

What it finds: stretches of the translation whose counterpart in the source was guessed (little in
common: no number, name or term, another length), and paragraphs of the source that seem to be left
out. Findings in such a stretch are notes at most. In a file of translation
units only those are uncertain that it marks as fuzzy.

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


def _find(paired: Paired) -> Iterator[Found]:
    for is_weak, stretch in groupby(paired.passages, _is_weak):
        if is_weak:
            yield _found(paired, list(stretch))


def _is_weak(passage: Passage) -> bool:
    start, end = passage.alignment.source
    if passage.is_unit or start == end:  # what the translator added is no loss
        return False
    return _is_omitted(passage) or not passage.is_sure


def _is_omitted(passage: Passage) -> bool:
    low, high = passage.alignment.target
    return low == high


def _found(paired: Paired, stretch: Sequence[Passage]) -> Found:
    begin = paired.places.named(stretch[0].alignment.source[0])
    end = paired.places.named(stretch[-1].alignment.source[0])
    where = begin if begin == end else f"{begin} to {end}"
    message = (
        f"nothing renders “{beginning(paired, stretch[0])}” (source {where}); see whether it is left "
        "out on purpose"
        if all(map(_is_omitted, stretch))
        else f"it is not sure that this renders the source ({where}); compare the two"
    )
    low = min(passage.alignment.target[0] for passage in stretch)
    high = max(passage.alignment.target[1] for passage in stretch)
    return found_at(paired, RULE.name, RULE.severity, (low, high), message)


RULE = PairRule("uncertain-alignment", "info", "passages that may not render each other", _find)
