"""Running the rules of `pair`: one mistake, one finding."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from khihau.documents.prose.silencers import find_silencers
from khihau.pairing.passages import Paired
from khihau.pairing.rules import RULES
from khihau.pairing.rules.base import PairRule
from khihau.review.silencing import Silenced

if TYPE_CHECKING:
    from khihau.model import Finding

__all__ = ["review"]


def review(paired: Paired, rules: Iterable[PairRule]) -> list[Finding]:
    """The findings of some rules, in the order of the target's text.

    On one concept in one passage the earlier rule's finding stands. Comments in the target silence
    as they do for `check`.
    """
    told: set[tuple[int, str]] = set()
    kept: list[Finding] = []
    wanted = {rule.name for rule in rules}
    for rule in RULES:  # all, since what an ignored rule finds no other one says in its place
        for finding, about in rule.find(paired):
            if rule.name in wanted and (about is None or about not in told):
                kept.append(finding)
            if about is not None:
                told.add(about)
    silenced = Silenced(find_silencers(paired.target.document))
    heard = (one for one in kept if not silenced.holds(one.rule, one.concept, one.start))
    return sorted(heard, key=lambda finding: (finding.start, finding.end))
