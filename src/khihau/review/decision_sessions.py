"""Which session the number of a decision is of, and which one the words beside it say (rule C11).

Decision 1/CP.17 is one of the seventeenth session of the Conference of the Parties.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from khihau.documents.segments import segment_index
from khihau.review import tuned
from khihau.review.session_in_words import other_number
from khihau.text.fold import fold
from khihau.text.regex import regex

if TYPE_CHECKING:
    from khihau.model import Document

__all__ = ["Misdated", "misdated_decisions"]

_NUMBER = regex(r"(?<![\w/])\d{1,3}/C(?:P|MP|MA)\.(\d{1,2})(?![\w/])")


class Misdated(NamedTuple):
    """A decision with the words behind it that say another session: offsets of both, and the numbers."""

    start: int
    end: int
    said: tuple[int, int]
    number: int
    other: int


def misdated_decisions(document: Document) -> Iterator[Misdated]:
    """The decisions of a document that are said to be of another session, in text order."""
    for found in _NUMBER.finditer(document.text):
        at = segment_index(document.segments, found.start())
        if at < 0:
            continue
        high = min(document.segments[at].end, found.end() + 2 * tuned.BESIDE_SESSION)
        behind = fold(document.text[found.end() : high])
        said = other_number(behind.text, document.segments[at].lang, int(found[1]))
        if said:
            low, high = behind.source_span(said.start, said.end)
            span = (found.end() + low, found.end() + high)
            yield Misdated(*found.span(), span, int(found[1]), said.number)
