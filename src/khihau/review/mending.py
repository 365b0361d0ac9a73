"""Which fixes of a text's findings are made together: whole ones, none over another."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable

from khihau.model import Document, Edit, Fix
from khihau.text.spans import overlaps

__all__ = ["mending"]


def mending(document: Document, fixes: Iterable[Fix]) -> tuple[Edit, ...]:
    """The edits of the fixes that can be made at once, in text order.

    A fix is made whole or not at all: one that overlaps an earlier one or touches protected text is
    left out. Offsets are code points of the document's text.
    """
    made: list[Edit] = []
    for fix in fixes:
        if not any(_is_protected(document, edit) or _overlaps(made, edit) for edit in fix.edits):
            for edit in fix.edits:
                insort(made, edit, key=_span)
    return tuple(made)


def _span(edit: Edit) -> tuple[int, int]:
    return edit.start, edit.end


def _overlaps(made: list[Edit], edit: Edit) -> bool:
    """Whether an edit lies over one of the edits made, or both insert at one place."""
    at = bisect_left(made, _span(edit), key=_span)
    before, after = made[max(0, at - 1) : at], made[at : at + 1]
    return any(edit.start < one.end for one in before) or any(
        one.start < edit.end or _span(one) == _span(edit) for one in after
    )


def _is_protected(document: Document, edit: Edit) -> bool:
    return overlaps(document.protected, edit.start, edit.end)
