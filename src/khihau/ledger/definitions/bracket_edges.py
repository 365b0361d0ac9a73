"""Brackets, and what may stand at the edge of a full form: quotes, markup, a bracket of its own."""

from __future__ import annotations

from khihau.ledger.definitions import shapes
from khihau.ledger.definitions.tuned import BRACKET_REACH
from khihau.model import Document
from khihau.text.regex import regex
from khihau.text.spans import last_at

__all__ = ["closing_bracket", "full_end", "opening_bracket", "skip_left", "skip_right"]

_BLANK_LINE = regex(r"\n[ \t\r]*\n|\r[ \t]*\r|\u2029")


def opening_bracket(text: str, start: int) -> int | None:
    """The bracket that is open at `start`."""
    stretch = text[max(0, start - BRACKET_REACH) : start]
    opening = max(map(stretch.rfind, shapes.BRACKETS))
    if opening < 0 or any(stretch.find(sign, opening) >= 0 for sign in shapes.CLOSING):
        return None
    return start - len(stretch) + opening


def closing_bracket(text: str, end: int) -> int | None:
    """The bracket that closes behind `end`, none when another one opens or the paragraph ends."""
    stretch = text[end : end + BRACKET_REACH]
    closing = min((at for sign in shapes.CLOSING if (at := stretch.find(sign)) >= 0), default=-1)
    barred = any(stretch.find(sign, 0, closing) >= 0 for sign in (*shapes.BRACKETS, "\n\n"))
    return None if closing < 0 or barred else end + closing


def full_end(document: Document, at: int) -> int:
    """Where the full form before `at` ends: left of quotes, markup, and a bracket of its own."""
    text = document.text
    at = skip_left(text, at)
    while (start := _protected_start(document, at)) is not None:
        at = skip_left(text, start)
        if text[at - 1 : at] == "]":  # the text of a link stands before its target
            at = skip_left(text, at - 1)
    if text[at - 2 : at] in ("'s", "’s"):
        return at - 2
    if text[at - 1 : at] in shapes.CLOSING:
        opening = opening_bracket(text, at - 1)
        if opening is not None:
            return skip_left(text, opening)
    return at


def _protected_start(document: Document, at: int) -> int | None:
    """Where the markup begins that ends at `at`."""
    index = last_at(document.protected, at - 1)
    if index < 0 or document.protected[index].end != at:
        return None
    region = document.protected[index]
    return region.start if region.kind in ("target", "tag", "comment") else None


def skip_left(text: str, at: int, more: str = "") -> int:
    """Leftwards over space, quotes, emphasis, and `more`; not over a blank line."""
    skipped = text[:at] if at < BRACKET_REACH else text[at - BRACKET_REACH : at]
    start = at - len(skipped) + len(skipped.rstrip(shapes.QUIET + more))
    return at if _BLANK_LINE.search(text, start, at) else start


def skip_right(text: str, at: int, signs: str = shapes.QUIET) -> int:
    """Rightwards over space, quotes and emphasis; not over a blank line."""
    skipped = text[at : at + BRACKET_REACH]
    end = at + len(skipped) - len(skipped.lstrip(signs))
    return at if _BLANK_LINE.search(text, at, end) else end
