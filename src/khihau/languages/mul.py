"""International acronyms and symbols, the same in all three languages (rule M6)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from khihau.languages.base import (
    Candidate,
    Variant,
    Verdict,
    acronym_variants,
    decide_nothing,
    neighbours,
    no_competitors,
    reject,
)
from khihau.languages.vi_spelling import is_syllable
from khihau.text.regex import regex

if TYPE_CHECKING:
    from khihau.model import Label

__all__ = ["competitors", "decide", "edges", "syllables", "variants"]

decide = decide_nothing  # an acronym leaves nothing undecided
competitors = no_competitors

_BEFORE = regex(r"([^\W\d_]+) \Z")
_AFTER = regex(r" ([^\W\d_]+)")
_REACH = 10  # a Vietnamese syllable with the space beside it is no longer


def variants(label: Label, folded: str) -> Iterable[Variant]:  # noqa: ARG001
    """Letters and digits joined or not, and the English plural."""
    return acronym_variants(folded)


def syllables(folded: str) -> int:
    """Words: the edges of an acronym do not depend on the count."""
    return len(folded.split())


def edges(candidate: Candidate) -> Verdict:
    """Plain edges; a syllable among words in capitals is no acronym: CAN THIỆP is "can thiệp"."""
    verdict = neighbours(candidate)
    if verdict.outcome == "accept" and candidate.lang == "vi" and _is_shouted(candidate):
        return reject("language", "a syllable of a Vietnamese line in capitals")
    return verdict


def _is_shouted(candidate: Candidate) -> bool:
    folded, start, end = candidate.folded, candidate.start, candidate.end
    beside = (
        _BEFORE.search(folded.text[max(0, start - _REACH) : start]),
        _AFTER.match(folded.text, end, end + _REACH),
    )
    spans = (
        (max(0, start - _REACH) + beside[0].start(1), start - 1) if beside[0] else None,
        beside[1].span(1) if beside[1] else None,
    )
    words = (folded.source[slice(*folded.source_span(*span))] for span in spans if span)
    shouted = any(word.isupper() and not word.isascii() for word in words)
    return shouted and is_syllable(candidate.text)
