"""The clause of a sentence that a candidate stands in: what another clause says is of something else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from khihau.languages import LANGUAGES
from khihau.languages.candidates import Candidate, sentence_around
from khihau.text.fold import DASH
from khihau.text.regex import either, regex

__all__ = ["borders", "clause_around"]


def clause_around(candidate: Candidate) -> tuple[int, int]:
    """The span, in the folded text, of the clause around a candidate.

    A semicolon and a dash part clauses, and so does a comma with a word behind it that opens one, or
    an ending before it that closes one (rule M8).
    """
    start, end = sentence_around(candidate)
    text = candidate.folded.text
    for border in _border().finditer(text, start, candidate.start):
        start = border.end()
    behind = _border().search(text, candidate.end, end)
    return start, behind.start() if behind else end


def borders(text: str) -> Iterator[tuple[int, int]]:
    """Where clauses of a folded sentence are parted, in text order."""
    return (border.span() for border in _border().finditer(text))


@lru_cache(maxsize=1)
def _border() -> re.Pattern[str]:
    asked = [language.phrases for language in LANGUAGES.values()]
    opening = either(sorted(word for one in asked for word in one.clause_words))
    closing = either(sorted(word for one in asked for word in one.clause_ends))
    joining = either(sorted(word for one in asked for word in one.joining_ends))
    return regex(f";|{DASH}|, (?={opening} )|{closing}(?:, ?| )|{joining}, ")
