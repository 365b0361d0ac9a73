"""Vietnamese: its spellings, the words that cross a label's edge, and the vote on them.

The parts are in `vi_spelling` (SEMANTICS M2), `vi_words`, `vi_edges` and `vi_vote` (M4).
"""

from __future__ import annotations

from collections.abc import Sequence

from khihau.languages.base import ACCEPT, Candidate, Verdict, reject
from khihau.languages.vi_edges import competitors, edges, judged, syllables
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
    candidates: Sequence[Candidate],
    analyser: Analyser,  # noqa: ARG001 - that setting is for Korean
) -> list[Verdict | None]:
    """The vote of underthesea, where it is installed, on each candidate that a word crosses."""
    return [_verdict(candidate, approves(candidate)) for candidate in candidates]


def _verdict(candidate: Candidate, approved: bool | None) -> Verdict | None:
    if approved is None:
        return None
    detail = f"{judged(candidate).detail}; underthesea votes against"
    return ACCEPT if approved else reject("crossed", detail)


def ordinal(number: int) -> str:
    """The word after "thứ": thứ nhất, thứ 2, thứ tư."""
    return _ORDINALS.get(number, str(number))
