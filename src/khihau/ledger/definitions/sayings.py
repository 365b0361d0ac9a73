"""Sentences that say what an acronym stands for: ABC stands for …, ABC는 …의 약자."""

from __future__ import annotations

import re

from khihau.ledger.definitions import shapes
from khihau.ledger.definitions.edges import WORD, edges
from khihau.ledger.definitions.initials import letters_of
from khihau.ledger.definitions.tuned import SAID_REACH
from khihau.ledger.definitions.wording import is_full_form
from khihau.text.compose import composed
from khihau.text.regex import regex

__all__ = ["said"]

_BARRED = regex(r"[\n\r|.;:!?()（）]")


def said(text: str, end: int, acronym: str) -> tuple[int, int] | None:
    """The words that a sentence says to be the full form of the acronym that ends at `end`.

    Behind "stands for" they are the first ones that its letters spell, else all up to the next mark;
    before "의 약자" all behind the topic's particle, before "를 말한다" only where they are a name.
    """
    if joint := shapes.SAYS.match(text, end):
        return _up_to_a_mark(text, joint.end(), acronym)
    if joint := shapes.TOPIC.match(text, end):
        if words := _before(text, joint.end(), shapes.SHORT_FOR):
            return words
        words = _before(text, joint.end(), shapes.MEANS)
        return words if words and is_full_form(text, words, acronym) else None
    return None


def _up_to_a_mark(text: str, low: int, acronym: str) -> tuple[int, int] | None:
    small, letters = edges().small, letters_of(acronym)
    end = shapes.SAID_END.search(text, low, low + SAID_REACH)
    heads = (
        word
        for word in WORD.finditer(text, low, end.start() if end else low)
        if composed(word[0]).lower() not in small
    )
    spelled = [word for word, _ in zip(heads, letters, strict=False)]
    if spelled and [composed(word[0])[0].upper() for word in spelled] == letters:
        return low, spelled[-1].end()
    mark = shapes.SAID_MARK.search(text, low, low + SAID_REACH)
    return (low, mark.start()) if mark and WORD.search(text, low, mark.start()) else None


def _before(text: str, low: int, closing: re.Pattern[str]) -> tuple[int, int] | None:
    found = closing.search(text, low, low + SAID_REACH)
    words = (low, found.start()) if found else (low, low)
    return words if WORD.search(text, *words) and not _BARRED.search(text, *words) else None
