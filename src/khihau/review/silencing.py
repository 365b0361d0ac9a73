"""Which findings the comments of a document silence."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from khihau.documents.prose.silencers import Silencer
from khihau.text.spans import Spans

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
        self._spans = {
            name: Spans(sorted(some)) for name, some in spans.items() if name[0] != UNUSED_SILENCER
        }

    def holds(self, rule: str, concept: str | None, start: int) -> bool:
        """Whether a finding of a rule on a concept, or on none, that starts there is silenced."""
        some = [self._spans.get(name) for name in {(rule, concept), (rule, None)}]
        return any(spans.holds(start, start + 1) for spans in some if spans)
