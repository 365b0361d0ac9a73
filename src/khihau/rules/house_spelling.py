"""house-spelling: a term in another spelling than the house has chosen.

What it finds: terms of the glossary with a loan word, a tone mark or another choice of spelling that
is not the one in the settings (`[house.spelling]`, carbon = "các-bon"), also where the whole text has
one spelling: that is what the house has decided. One finding for each other form, where it first
stands, with the count. It finds nothing where the house has chosen none.

Left alone, as in mixed-spelling: quoted speech, titles of acts and works, own names (Carbon Trust), a
loan word before another foreign word (carbon dioxide).

Why it matters: a house that writes các-bon in one release and carbon in the next has two words for
its readers to search. The fix can be safe: it respells the term at all its places, and particles agree.

The law on it: rule C3 in khihau's docs/semantics.md.

| | finds | leaves alone |
|---|---|---|
| vi | Thị trường carbon mở cửa. | Thị trường các-bon mở cửa. |
| ko | 메테인을 줄인다. | 메탄을 줄인다. |
| en | The programme supports decarbonization. | The programme supports decarbonisation. |
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from khihau.review.base import Checked, Rule, finding, times
from khihau.review.respelling import respelling, written

if TYPE_CHECKING:
    from khihau.model import Finding

__all__ = ["RULE"]


def _find(checked: Checked) -> Iterator[Finding]:
    for places, target, is_house in checked.families().values():
        forms = dict.fromkeys(place.part.form for place in places) if is_house else {}
        for form in forms:
            if form == target:
                continue
            off = [place for place in places if place.part.form == form]
            first = off[0]
            yield finding(
                checked,
                RULE.name,
                (first.start, first.end),
                f"“{written(first, form)}”{times(len(off))} is not how the house spells it; "
                f"write “{written(first, target)}”",
                first.match.concept,
                fix=respelling(checked, off, target),
            )


RULE = Rule("house-spelling", "a term in another spelling than the house has chosen", _find)
