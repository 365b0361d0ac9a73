"""Changes to a text, applied together."""

from __future__ import annotations

from collections.abc import Iterable

from khihau.model import Edit

__all__ = ["apply"]


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text with all edits made; their offsets are code points of `text`.

    Raises ValueError where two edits overlap: nothing of the text may be lost.
    """
    parts: list[str] = []
    done = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if edit.start < done:
            raise ValueError(f"two edits overlap at {edit.start}")
        parts += [text[done : edit.start], edit.text]
        done = edit.end
    return "".join((*parts, text[done:]))
