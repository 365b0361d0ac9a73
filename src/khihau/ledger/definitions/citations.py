"""Acronyms that are no use of one: sources and datelines."""

from __future__ import annotations

from khihau.documents.segments import segment_index
from khihau.ledger.definitions import shapes
from khihau.ledger.definitions.bracket_edges import opening_bracket
from khihau.ledger.definitions.tuned import BRACKET_REACH, DATELINE, REPORT
from khihau.model import Document

__all__ = ["is_citation", "is_dateline"]


def is_citation(text: str, start: int, end: int) -> bool:
    """Whether an acronym is an author or a source: "(IPCC, 2023)", "UNFCCC (2005)", "(Source: KEI)".

    None is one in the number of a document, whose parts a space may hold asunder ("18/ CMA.1"), or a
    part of a longer one ("(SDS - SEA)") either (rule A5).
    """
    if shapes.YEAR_AFTER.match(text, end) and not text[end - 1].isdigit():
        return True
    if text[end : end + 1] in shapes.CLOSING and shapes.COMPOUND_BEFORE.search(
        text, max(0, start - 16), start
    ):
        return True
    if shapes.NUMBERED_AFTER.match(text, end):
        return bool(shapes.NUMBERED_BEFORE.search(text, max(0, start - 4), start))
    opening = opening_bracket(text, start)
    if opening is not None and shapes.CITED_AFTER.match(text, end):
        return bool(shapes.CITED_BEFORE.fullmatch(text[opening + 1 : start]))
    line = text.rfind("\n", max(0, start - BRACKET_REACH), start)
    begins = max(line, -1 if opening is None else opening) + 1
    if start - begins > BRACKET_REACH or not shapes.SOURCE.match(text, begins, start):
        return False
    return text.count("“", begins, start) == text.count("”", begins, start)  # no word of a title


def is_dateline(document: Document, start: int, end: int) -> bool:
    """Whether an acronym is the agency or the town before a report: "Hanoi (VNA) – ", "SEOUL, Nov. 9".

    What stands before it is none of its full forms, nor what follows.
    """
    index = segment_index(document.segments, start)
    if index < 0 or document.segments[index].kind != "body":
        return False
    text, segment = document.text, document.segments[index]
    low = max(segment.start, start - DATELINE - 1)
    line = text.rfind("\n", low, start) + 1 or segment.start
    if start - line > DATELINE or segment.end - start < REPORT:
        return False
    before = text[line:start]
    if before.rstrip(shapes.QUIET).endswith(tuple(shapes.BRACKETS)):
        is_short_for_it = before.lstrip(shapes.QUIET)[:1] == text[start]
        return not is_short_for_it and bool(shapes.DATELINE_BRACKET.match(text, end))
    is_first = not before.strip(shapes.QUIET)
    return is_first and bool(shapes.DATELINE.match(text, end, segment.end))
