"""Which marks end a sentence: said once, for all who ask whether one ends at a place.

Where each sentence of a paragraph ends, abbreviations, dates and speech minded, tells
`khihau.languages.sentences`; here nothing is known but the marks.
"""

from __future__ import annotations

__all__ = ["CLOSERS", "ENDS", "PAUSES", "SURE", "WIDE", "ends_sentence", "opens_sentence"]

WIDE = "。．！？"  # after these no space need stand
SURE = f".!?{WIDE}"
ENDS = f"{SURE}…"  # … ends a sentence, or stands for words that are left out
PAUSES = ";:"  # part a sentence, where a part of one will do
CLOSERS = "\"'”’)]」』"  # may stand behind the mark
_OPENERS = " \t'\"‘“«*_~"  # may stand before a sentence
_LIST_MARK = 3  # characters that the mark of a list has at most: "1. "


def ends_sentence(words: str, behind: str = CLOSERS, marks: str = ENDS) -> bool:
    """Whether words end in a mark that ends a sentence; `behind` may stand between it and their end."""
    return words.rstrip(behind).endswith(tuple(marks))


def opens_sentence(before: str) -> bool:
    """Whether what follows these words of a block opens a sentence, a line or an item."""
    before = before.rstrip(_OPENERS)
    is_first = len(before) <= _LIST_MARK or before.endswith("\n")
    return is_first or ends_sentence(before, behind="")
