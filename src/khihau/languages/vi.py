"""Vietnamese: its spellings, the words that cross a label's edge, and the vote on them.

The parts are in `vi_spelling` (rule M2), `vi_words`, `vi_edges` and `vi_vote` (rule M4).
"""

from __future__ import annotations

from collections.abc import Sequence

from khihau.languages.base import ACCEPT, Candidate, Verdict, reject
from khihau.languages.vi_edges import competitors, edges, syllables
from khihau.languages.vi_spelling import canonical, is_syllable, variants
from khihau.languages.vi_vote import approves
from khihau.model import Analyser

__all__ = [
    "canonical",
    "competitors",
    "decide",
    "edges",
    "is_syllable",
    "ordinal",
    "syllables",
    "variants",
]

_ORDINALS = {1: "nhất", 4: "tư"}


def decide(
    undecided: Sequence[tuple[Candidate, Verdict]],
    analyser: Analyser,  # noqa: ARG001 - that setting is for Korean
) -> list[Verdict]:
    """The vote of underthesea, where it is installed, on each candidate that a word crosses."""
    return [_voted(verdict, approves(candidate)) for candidate, verdict in undecided]


def _voted(verdict: Verdict, approved: bool | None) -> Verdict:
    if approved is None:
        return verdict
    return ACCEPT if approved else reject("crossed", f"{verdict.detail}; underthesea votes against")


def ordinal(number: int) -> str:
    """The word after "thứ": thứ nhất, thứ 2, thứ tư."""
    return _ORDINALS.get(number, str(number))
