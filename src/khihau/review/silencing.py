"""Which findings the comments of a document silence."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product
from typing import TYPE_CHECKING, TypeAlias

from khihau.documents.prose.silencers import Silencer
from khihau.profiles.former import former_of
from khihau.text.spans import Spans

if TYPE_CHECKING:
    from khihau.model import Termbase

__all__ = ["UNUSED_SILENCER", "Silenced"]

# What is wrong with a silencer is never silenced by one: only the settings can switch it off.
UNUSED_SILENCER = "unused-silencer"

_Name: TypeAlias = tuple[str, "str | None"]


class Silenced:
    """Where the comments of a document silence which rule: asked for every finding.

    They may call rules and concepts by the names that they had before.
    """

    def __init__(self, silencers: Iterable[Silencer], base: Termbase) -> None:
        self._base = base
        spans: dict[_Name, list[tuple[int, int]]] = {}
        for silencer in silencers:
            for name in {
                (one.rule, one.concept and base.current(one.concept)) for one in silencer.targets
            }:
                spans.setdefault(name, []).append(silencer.span)
        self._spans = {
            name: Spans(sorted(some)) for name, some in spans.items() if name[0] != UNUSED_SILENCER
        }

    def holds(self, rule: str, concept: str | None, start: int, aspect: str = "") -> bool:
        """Whether a finding of a rule on a concept, or on none, that starts there is silenced."""
        rules = (rule, *former_of(rule, aspect))
        concepts = {None, *(self._base.known_as(concept) if concept else ())}
        some = [self._spans.get(name) for name in product(rules, concepts)]
        return any(spans.holds(start, start + 1) for spans in some if spans)
