"""The paragraph being read, and what it turns out to be once its last line is known."""

from __future__ import annotations

import unicodedata

from khihau.documents.prose import lines
from khihau.model import SegmentKind

__all__ = ["Paragraph", "final_kind", "is_too_long_to_wrap", "separator"]

# A wrapped line is not longer than this; a longer one was ended by its author.
_LONGEST_WRAPPED_LINE = 120


def is_too_long_to_wrap(line: str) -> bool:
    """Whether a line was ended by its author; decomposed letters count as one."""
    start = line[: 4 * _LONGEST_WRAPPED_LINE]  # a letter is decomposed into four at most
    long = len(start) > _LONGEST_WRAPPED_LINE
    return long and (
        start.isascii() or len(unicodedata.normalize("NFC", start)) > _LONGEST_WRAPPED_LINE
    )


class Paragraph:
    """Lines of prose from `start` to `end`, without the space around them.

    `last_line` is where the last line begins; `unwrapped` says that a line is too long to be wrapped
    text, `box` that a □ stands before it, `capitals` that its lines are all in capitals.
    """

    __slots__ = ("box", "capitals", "end", "kind", "last_line", "lines", "start", "unwrapped")

    def __init__(
        self, start: int, end: int, kind: SegmentKind, *, unwrapped: bool, box: bool, capitals: bool
    ) -> None:
        self.start, self.end, self.last_line = start, end, start
        self.kind = kind
        self.unwrapped, self.box, self.capitals = unwrapped, box, capitals
        self.lines = 1

    def add(self, at: int, stop: int, line: str) -> None:
        """Add a line that begins at `at` and stops at `stop`; `line` is what a reader sees of it."""
        self.end, self.last_line = stop, at
        self.unwrapped = self.unwrapped or is_too_long_to_wrap(line)
        self.lines += 1


def final_kind(paragraph: Paragraph, flat: str) -> SegmentKind:
    """Its kind, or heading: a single line that is one word in capitals, or short after a □."""
    if paragraph.lines > 1 or paragraph.kind != "body":
        return paragraph.kind
    line = lines.without_comments(flat[paragraph.start : paragraph.end]).strip()
    if lines.is_capitals(line, 1) or (paragraph.box and lines.is_box_heading(line)):
        return "heading"
    return "body"


def separator(paragraph: Paragraph) -> str:
    """What stands between its segments: a line break where the text is not wrapped, else U+2029."""
    unwrapped = paragraph.lines > 1 and paragraph.unwrapped
    return "\n" if unwrapped and paragraph.kind != "heading" else "\u2029"
