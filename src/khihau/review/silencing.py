"""Which findings the comments of a document silence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import TypeAlias

from khihau.documents.prose.silencers import Silencer

__all__ = ["UNUSED_SILENCER", "Silenced"]

# What is wrong with a silencer is never silenced by one: only the settings can switch it off.
UNUSED_SILENCER = "unused-silencer"

_Name: TypeAlias = tuple[str, "str | None"]


class Silenced:
    """Where the comments of a document silence which rule: asked for every finding."""

    def __init__(self, silencers: Iterable[Silencer]) -> None:
        spans: dict[_Name, list[tuple[int, int]]] = {}
        for silencer in silencers:
            for name in {(target.rule, target.concept) for target in silencer.targets}:
                spans.setdefault(name, []).append(silencer.span)
        spans = {name: sorted(some) for name, some in spans.items() if name[0] != UNUSED_SILENCER}
        self._starts = {name: [start for start, _ in some] for name, some in spans.items()}
        # Spans may overlap: how far reach those that begin up to each one.
        self._reach = {
            name: list(accumulate((end for _, end in some), max)) for name, some in spans.items()
        }

    def holds(self, rule: str, concept: str | None, start: int) -> bool:
        """Whether a finding of a rule on a concept, or on none, that starts there is silenced."""
        return any(self._covers(name, start) for name in {(rule, concept), (rule, None)})

    def _covers(self, name: _Name, offset: int) -> bool:
        at = bisect_right(self._starts.get(name, ()), offset) - 1
        return at >= 0 and self._reach[name][at] > offset
