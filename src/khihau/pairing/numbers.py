"""The numbers of a document, read once: anchors of the alignment, and what `wrong-number` compares."""

from __future__ import annotations

from khihau.model import Document
from khihau.quantities import Quantity, quantities

__all__ = ["numbers_of"]


def numbers_of(document: Document) -> list[Quantity]:
    """The numbers in digits of each segment, read as its language writes them, in text order.

    Offsets are code points of the document's text.
    """
    return [
        one._replace(start=segment.start + one.start, end=segment.start + one.end)
        for segment in document.segments
        for one in quantities(document.text[segment.start : segment.end], segment.lang or "en")
    ]
