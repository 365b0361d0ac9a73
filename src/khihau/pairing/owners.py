"""Which names of a target are those that another country gives its own thing (rules M14 and P1)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from khihau.pairing.passages import Passage, flat

if TYPE_CHECKING:
    from khihau.model import Match, Termbase

__all__ = ["is_anothers_in"]


def is_anothers_in(
    passage: Passage, passages: Sequence[Passage], base: Termbase
) -> Callable[[Match], bool]:
    """Tells of a name in the target of a passage whether it is another country's than the source's.

    Every mention of the concept in the passage and beside it must be a known country's, and none of
    those that the name belongs to: a translator may move a sentence.
    """
    at = passage.number
    near = (passage,) if passage.is_unit else passages[max(0, at - 1) : at + 2]
    countries: dict[str, set[str | None]] = {}
    for one in flat(match for other in near for match in other.said):
        countries.setdefault(one.concept, set()).add(one.country)

    def is_anothers(match: Match) -> bool:
        known = countries.get(match.concept, {None})
        if None in known:
            return False
        labels = base[match.concept].labels
        # One that `as_answers` made, without its country, is no label, and nobody's own.
        of = {
            key
            for one in labels
            if (one.text, one.lang) == (match.label, match.lang)
            for key in one.of
        }
        return bool(of) and known.isdisjoint(of)

    return is_anothers
