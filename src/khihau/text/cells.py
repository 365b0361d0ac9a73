"""Text for the cells of a table: one line, and nothing that a spreadsheet runs."""

from __future__ import annotations

from khihau.text.regex import regex

__all__ = ["flat", "guarded", "is_formula", "unguarded"]

_BREAKS = regex("[\\s\x00-\x1f\x7f-\x9f]+")  # \s: also the line separators of Unicode
_SURROGATES = regex("[\ud800-\udfff]")
# Spreadsheets take = + - @ for the start of a formula, some also behind spaces or in full width.
_FORMULA = regex(r"('*)\s*[=+\-@＝＋－＠]")


def flat(text: str) -> str:
    """A text on one line, without tabs and control characters; runs of spaces are one."""
    return _SURROGATES.sub("\ufffd", _BREAKS.sub(" ", text)).strip()


def guarded(cell: str) -> str:
    """A cell that a spreadsheet takes for text: with an apostrophe before what may be a formula.

    One that begins with apostrophes and such a sign gets another, so that `unguarded` gives it back.
    """
    return f"'{cell}" if is_formula(cell) else cell


def is_formula(cell: str) -> bool:
    """Whether a spreadsheet may run a cell."""
    return _FORMULA.match(cell) is not None


def unguarded(cell: str) -> str:
    """A cell without the apostrophe of `guarded`."""
    found = _FORMULA.match(cell)
    return cell[1:] if found and found[1] else cell
