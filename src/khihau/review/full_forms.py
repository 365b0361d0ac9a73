"""The words of a text that were meant as the full form of an acronym, and are no name of it (rule A7)."""

from __future__ import annotations

from collections.abc import Iterator

from khihau.ledger import Use
from khihau.review.base import Checked

__all__ = ["unofficial_forms"]


def unofficial_forms(checked: Checked) -> Iterator[tuple[Use, tuple[int, int]]]:
    """Each acronym with the span of exactly the words beside it that render its concept."""
    text = checked.document.text
    for use in checked.ledger.uses:
        form = use.expansion if use.meaning == "loose" else use.beside
        if not use.concept or not form:
            continue
        from khihau.fuzzy import align  # dear, and few texts need it

        start, end = form
        words = align(text[start:end], use.concept, checked.base)
        if words:
            yield use, (start + words[0], start + words[1])
