"""Which marks end a sentence: said once, for all who ask whether one ends at a place.

Where each sentence of a paragraph ends, abbreviations, dates and speech minded, tells
`khihau.languages.sentences`; here nothing is known but the marks.
"""

from __future__ import annotations

__all__ = ["CLOSERS", "ENDS", "PAUSES", "SURE", "WIDE", "ends_sentence"]

WIDE = "。．！？"  # after these no space need stand
SURE = f".!?{WIDE}"
ENDS = f"{SURE}…"  # … ends a sentence, or stands for words that are left out
PAUSES = ";:"  # part a sentence, where a part of one will do
CLOSERS = "\"'”’)]」』"  # may stand behind the mark


def ends_sentence(words: str, behind: str = CLOSERS, marks: str = ENDS) -> bool:
    """Whether words end in a mark that ends a sentence; `behind` may stand between it and their end."""
    return words.rstrip(behind).endswith(tuple(marks))
