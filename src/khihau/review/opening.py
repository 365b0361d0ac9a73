"""Where the head of a text ends and its running text begins (rules A6 and C10)."""

from __future__ import annotations

from typing import NamedTuple

from khihau.documents.prose.comments import without
from khihau.languages import LANGUAGES
from khihau.languages.sentences import sentences
from khihau.model import Document
from khihau.review.tuned import HEADLINE
from khihau.text.compose import letters_before
from khihau.text.stops import ENDS, PAUSES, ends_sentence

__all__ = ["Opening", "opening"]

_CLOSERS = " \t\r\n*_'\"”’)"
_ASKING = ("?", "？")  # a first paragraph that only asks is a headline


class Opening(NamedTuple):
    """Where the first paragraph that is running text starts, where its first sentence ends, and where it does.

    Before it stand headlines, standfirsts and bylines; some texts have them in one paragraph with it.
    """

    start: int
    end: int
    paragraph_end: int


def opening(document: Document) -> Opening:
    """The opening of a document; at its start where no line looks like a head. Linear in the length."""
    text = without(document, "comment")
    for segment in document.segments:
        if segment.kind == "heading":
            continue
        words = text[segment.start : segment.end].rstrip(_CLOSERS)
        is_short = letters_before(text, segment.end, HEADLINE) <= segment.start
        if is_short and not _is_sentence(words):
            continue
        first = sentences(text, segment.start, segment.end, segment.lang)
        if len(first) == 1 and segment is document.segments[0] and words.endswith(_ASKING):
            continue
        return Opening(segment.start, first[0][1] if first else segment.end, segment.end)
    return Opening(0, 0, 0)


def _is_sentence(words: str) -> bool:
    by_itself = any(one.sentences.ends_by_itself(words) for one in LANGUAGES.values())
    return by_itself or ends_sentence(words, behind="", marks=f"{ENDS}{PAUSES},")
