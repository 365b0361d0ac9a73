r"""Line and column of an offset: made only when something is shown (rule M1).

A line ends with "\n", "\r\n" or "\r", as in editors, compilers and the Language Server Protocol.
U+2028, U+2029, form feeds and the other breaks of `str.splitlines` end none there, so a place that
counted them would open on the wrong line.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate

from khihau.model import Document, Place, Unit
from khihau.text.regex import regex
from khihau.text.spans import last_at

__all__ = ["Positions", "lines_of"]

_EXCERPT = 36  # characters of the line shown on each side of a place
_SHOWN = 120  # characters shown of a place itself, more than the longest name

_LINE_BREAK = regex(r"\r\n?|\n")


def lines_of(text: str) -> list[str]:
    """The lines of a text, without their breaks."""
    return _LINE_BREAK.split(text)


class Positions:
    """The lines of one text; found at the first question, so that building one costs nothing.

    `units` name the parts of a text that was taken out of a file without lines.
    """

    def __init__(self, text: str, units: Sequence[Unit] = ()) -> None:
        self.text = text
        self._units = units

    @classmethod
    def of(cls, document: Document) -> Positions:
        """Those of a document."""
        return cls(document.text, document.units)

    @cached_property
    def _starts(self) -> list[int]:
        if "\r" in self.text:
            return [0, *(line_break.end() for line_break in _LINE_BREAK.finditer(self.text))]
        lines = self.text.split("\n")
        return [0, *accumulate(len(line) + 1 for line in lines[:-1])]

    def line_column(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, for people: both from 1, columns in code points.

        The characters of a line break belong to the line they end. Raises ValueError for an offset
        outside 0 to len(text).
        """
        line = self._line(offset)
        return line + 1, offset - self._starts[line] + 1

    def unit(self, offset: int) -> str:
        """The name of the unit that an offset stands in ("paragraph 12"), "" in a plain text."""
        at = last_at(self._units, offset)
        return self._units[at].name if at >= 0 else ""

    def named(self, offset: int) -> str:
        """Where an offset stands, for a sentence: "line 3", "paragraph 12"."""
        return self.unit(offset) or f"line {self.line_column(offset)[0]}"

    def where(self, offset: int) -> str:
        """Where an offset stands, behind the name of a file: ":3:17", ": paragraph 12"."""
        unit = self.unit(offset)
        line, column = self.line_column(offset)
        return f": {unit}" if unit else f":{line}:{column}"

    def offset_of_line(self, line: int) -> int:
        """Where a line starts; lines count from 1. Raises ValueError for one that is not there."""
        if not 1 <= line <= len(self._starts):
            raise ValueError(f"line {line} is outside the text (1 to {len(self._starts)})")
        return self._starts[line - 1]

    def utf16_column(self, offset: int) -> int:
        """Column of an offset in UTF-16 code units, from 1, as editors count (LSP: one less).

        A code point above U+FFFF counts two. Raises ValueError like `line_column`.
        """
        before = self.text[self._starts[self._line(offset)] : offset]
        return len(before) + sum(character > "\uffff" for character in before) + 1

    def line_span(self, offset: int) -> tuple[int, int]:
        """The (start, end) of the line an offset is in, without its line break, to show it.

        Raises ValueError like `line_column`.
        """
        line = self._line(offset)
        start = self._starts[line]
        end = self._starts[line + 1] if line + 1 < len(self._starts) else len(self.text)
        if end > start and self.text[end - 1] == "\n":
            end -= 1
        if end > start and self.text[end - 1] == "\r":
            end -= 1
        return start, end

    def place(self, start: int, end: int) -> Place:
        """The place of text[start:end] with its neighbourhood; raises ValueError like `line_column`."""
        low, high = self.line_span(start)
        stop = max(start, min(end, high, start + _SHOWN))
        rest = min(high, stop + _EXCERPT) if stop >= min(end, high) else stop
        before, shown, after = (
            part.replace("\t", " ")
            for part in (
                self.text[max(low, start - _EXCERPT) : start],
                self.text[start:stop],
                self.text[stop:rest],
            )
        )
        return Place(
            *self.line_column(start),
            *self.line_column(end),
            ("…" if start - _EXCERPT > low else "") + before,
            shown,
            after + ("…" if rest < high else ""),
            self.unit(start),
        )

    def _line(self, offset: int) -> int:
        if not 0 <= offset <= len(self.text):
            raise ValueError(f"offset {offset} is outside the text (0 to {len(self.text)})")
        return bisect_right(self._starts, offset) - 1
