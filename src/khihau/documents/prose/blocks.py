"""The block structure of a text, line by line: paragraphs, headings, items, cells, fences.

The rules are those of CommonMark (containers, lazy lines, fences that end with their container),
with four differences on purpose, because press releases are read by the same scanner:

- indented text is prose, never code; list markers count at any indentation;
- • ○ ㅇ △ and other bullets of press releases open an item, □ opens a paragraph or a heading;
- a line in capitals is a heading, and `---` under a finished sentence is a rule, not an underline;
- a paragraph with a line of more than 120 code points is not wrapped text: each of its lines is a
  segment, though code spans and quotations may still run across them.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from khihau.documents.prose import lines
from khihau.documents.prose.containers import Container, enter, next_container
from khihau.documents.prose.paragraphs import Paragraph, final_kind, is_too_long_to_wrap, separator
from khihau.model import Region, RegionKind, Segment, SegmentKind
from khihau.text.stops import ends_sentence

__all__ = ["Blocks", "find_blocks"]

# Deeper block quotes and lists are read as text, so that hostile nesting stays linear.
_DEEPEST_NESTING = 32


class Blocks:
    """What the lines say: `inlines` are the (start, end) of whole paragraphs for inline markup."""

    def __init__(self) -> None:
        self.segments: list[Segment] = []
        self.regions: list[Region] = []
        self.inlines: list[tuple[int, int]] = []
        self.references: set[str] = set()


class _Verbatim(NamedTuple):
    """A fence, a comment or raw HTML that is open, in `depth` containers.

    `closing` is what ends it, None for a fence, which a line like its `opening` ends.
    """

    start: int
    opening: str
    depth: int
    closing: re.Pattern[str] | None
    kind: RegionKind


def find_blocks(flat: str, start: int = 0) -> Blocks:
    r"""Read the block structure of a text whose only line break is "\n", from offset `start`.

    Segments begin after their markers (`#`, `-`, `>`) and leave out the space around them. Linear
    in the length of the text.
    """
    scanner = _Scanner(flat)
    scanner.run(start)
    return scanner.found


class _Scanner:
    """The state between two lines: the open containers, and at most one open leaf block.

    `depth` is the number of open containers that the line being read belongs to.
    """

    def __init__(self, flat: str) -> None:
        self.flat = flat
        self.found = Blocks()
        self.containers: list[Container] = []
        self.depth = 0
        self.paragraph: Paragraph | None = None
        self.verbatim: _Verbatim | None = None
        self.table = False

    def run(self, at: int) -> None:
        flat, size = self.flat, len(self.flat)
        while at < size:
            end = flat.find("\n", at)
            if end < 0:
                end = size
            first = flat[at]
            top = not self.containers and self.verbatim is None and not self.table
            if top and first.isalpha() and first != "ㅇ":
                self._text(at, end, "body")
            elif top and first == "\n":
                self._end_paragraph()
            else:
                self._line(at, end)
            at = end + 1
        self._end_verbatim(size)
        self._end_paragraph()

    def _line(self, start: int, end: int) -> None:
        """Read one line that may hold markup."""
        at, self.depth = enter(self.flat, start, end, self.containers)
        if self.verbatim is not None:
            if self.depth >= self.verbatim.depth:
                self._verbatim_line(self.verbatim, at, end)
                return
            self._end_verbatim(start - 1)
        first = lines.first_character(self.flat, at, end)
        if not first:
            self._interrupt()
            return
        if first in lines.CONTAINER_MARKS:
            at = self._open_containers(at, end)
            first = lines.first_character(self.flat, at, end)
            if not first:
                return
        whole = self.depth == len(self.containers)
        if whole and first in "=-|:" and self._remakes_paragraph(at, end):
            return
        if first in lines.BLOCK_MARKS and self._block(at, end, first):
            return
        if self.table and whole:
            self._row(at, end)
        elif self.paragraph is not None:
            self._text(at, end, self.paragraph.kind)
        else:
            self._interrupt()
            self._text(at, end, self._prose_kind())

    def _open_containers(self, at: int, end: int) -> int:
        """Open the block quotes and list items that begin on this line."""
        while len(self.containers) < _DEEPEST_NESTING and not lines.RULE.match(self.flat, at, end):
            in_paragraph = self.paragraph is not None and self.depth == len(self.containers)
            opened = next_container(self.flat, at, end, in_paragraph=in_paragraph)
            if opened is None:
                break
            self._interrupt()
            container, at = opened
            self.containers.append(container)
            self.depth += 1
        return at

    # --- leaf blocks --------------------------------------------------------------------------

    def _block(self, at: int, end: int, first: str) -> bool:
        """Read a block that may interrupt a paragraph; False when it is prose."""
        flat = self.flat
        if first in "`~" and (fence := lines.FENCE.match(flat, at, end)):
            self._interrupt()
            depth = len(self.containers)
            self.verbatim = _Verbatim(fence.start(1), fence[0], depth, None, "code")
        elif first == "<":
            return self._html(at, end)
        elif first == "#" and (heading := lines.HEADING.match(flat, at, end)):
            self._interrupt()
            stop = lines.heading_end(flat, heading.end(), end)
            self._inline(heading.end(), stop, "heading")
        elif first in "-*_" and lines.RULE.match(flat, at, end):
            self._interrupt()
        elif first == "[" and self._is_reference(at, end):
            self._interrupt()
            self._region(at, end, "target")
        elif box := lines.BOX.match(flat, at, end):
            self._interrupt()
            self._text(box.end(), end, self._prose_kind(), box=True)
        elif bullet := lines.BULLET.match(flat, at, end):
            self._interrupt()
            kind = self._prose_kind()
            self._text(bullet.end(), end, "item" if kind == "body" else kind)
        else:
            return False
        return True

    def _html(self, at: int, end: int) -> bool:
        """Begin a comment or an element whose content is no prose."""
        for start, closing, kind in lines.HTML_BLOCKS:
            if opening := start.match(self.flat, at, end):
                self._interrupt()
                verbatim = _Verbatim(at, opening[0], len(self.containers), closing, kind)
                self.verbatim = verbatim
                self._verbatim_line(verbatim, opening.end(), end)
                return True
        return False

    def _verbatim_line(self, verbatim: _Verbatim, at: int, end: int) -> None:
        """Look for the end of what is open; text after a comment is a paragraph of its own."""
        if verbatim.closing is None:
            if lines.is_fence_end(self.flat, at, end, verbatim.opening):
                self._end_verbatim(end)
        elif closing := verbatim.closing.search(self.flat, at, end):
            self._end_verbatim(closing.end())
            self._text(closing.end(), end, self._prose_kind())
            self._end_paragraph()

    def _is_reference(self, at: int, end: int) -> bool:
        reference = lines.REFERENCE.match(self.flat, at, end)
        if reference is None or self.paragraph is not None:
            return False
        self.found.references.add(lines.reference_key(reference[1]))
        return True

    def _remakes_paragraph(self, at: int, end: int) -> bool:
        """Whether the line is an underline or a delimiter row, which decide what is above them."""
        flat, paragraph = self.flat, self.paragraph
        if paragraph is None:
            return False
        if lines.is_delimiter_row(flat, at, end):
            return self._open_table(at, end, paragraph)
        if not lines.UNDERLINE.match(flat, at, end):
            return False
        above = flat[paragraph.last_line : paragraph.end]
        if "=" in flat[at:end] or not ends_sentence(above.rstrip()):
            paragraph.kind = "heading" if paragraph.kind != "quote" else "quote"
        self._end_paragraph()
        return True

    def _open_table(self, at: int, end: int, paragraph: Paragraph) -> bool:
        """Turn the last line of the paragraph into the head of a table, if the columns agree."""
        start, stop = paragraph.last_line, paragraph.end
        columns = len(lines.cells(self.flat, at, end))
        if "|" not in self.flat[start:stop] or len(lines.cells(self.flat, start, stop)) != columns:
            return False
        if start > paragraph.start:
            paragraph.end = lines.strip(self.flat, paragraph.start, start)[1]
            paragraph.lines -= 1
            self._end_paragraph()
        self.paragraph = None
        self.table = True
        self._row(start, stop)
        return True

    def _row(self, at: int, end: int) -> None:
        for start, stop in lines.cells(self.flat, at, end):
            self._inline(start, stop, "cell")

    def _text(self, at: int, end: int, kind: SegmentKind, *, box: bool = False) -> None:
        """Begin a paragraph with this line, or add the line to the open one."""
        line = self.flat[at:end]
        stop = at + len(line.rstrip())
        seen = lines.without_comments(line)
        capitals = kind in ("body", "heading") and seen.isupper() and lines.is_capitals(seen, 2)
        paragraph = self.paragraph
        if paragraph is not None and paragraph.capitals == capitals:
            paragraph.add(at, stop, seen)
            return
        self._end_paragraph()
        at = stop - len(line.strip())
        if at < stop:
            unwrapped = is_too_long_to_wrap(seen)
            kind = "heading" if capitals else "body" if kind == "heading" else kind
            self.paragraph = Paragraph(
                at, stop, kind, unwrapped=unwrapped, box=box, capitals=capitals
            )

    # --- endings ------------------------------------------------------------------------------

    def _interrupt(self) -> None:
        """End the open leaf, and the containers that the line does not belong to."""
        if self.paragraph is not None:
            self._end_paragraph()
        self.table = False
        if self.depth < len(self.containers):
            del self.containers[self.depth :]

    def _end_verbatim(self, end: int) -> None:
        if self.verbatim is not None:
            self._region(self.verbatim.start, end, self.verbatim.kind)
            self.verbatim = None

    def _end_paragraph(self) -> None:
        paragraph, self.paragraph = self.paragraph, None
        if paragraph is None:
            return
        self.found.inlines.append((paragraph.start, paragraph.end))
        kind = final_kind(paragraph, self.flat)
        self._segments(paragraph.start, paragraph.end, kind, separator(paragraph))

    def _inline(self, start: int, end: int, kind: SegmentKind) -> None:
        start, end = lines.strip(self.flat, start, end)
        if start < end:
            self.found.inlines.append((start, end))
            kind = "quote" if self._prose_kind() == "quote" else kind
            self._segments(start, end, kind, "\u2029")

    def _segments(self, start: int, end: int, kind: SegmentKind, separator: str) -> None:
        """Add a stretch without space at its ends, or its pieces between separators."""
        if self.flat.find(separator, start, end) < 0:
            self.found.segments.append(Segment(start, end, kind))
            return
        for piece in self.flat[start:end].split(separator):
            left, right = lines.strip(self.flat, start, start + len(piece))
            if left < right:
                self.found.segments.append(Segment(left, right, kind))
            start += len(piece) + 1

    def _region(self, at: int, end: int, kind: RegionKind) -> None:
        start, stop = lines.strip(self.flat, at, end)
        self.found.regions.append(Region(start, stop, kind))
        if kind == "code":
            self.found.segments.append(Segment(start, stop, "code"))

    def _prose_kind(self) -> SegmentKind:
        if None in self.containers:
            return "quote"
        return "item" if self.containers else "body"
