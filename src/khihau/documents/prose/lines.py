"""What one line of a text is: pure tests on a stretch of the text, without state.

Every pattern takes `pos` and `endpos`, reads a line once and never backtracks over it twice.
"""

from __future__ import annotations

import itertools
import re

from khihau.model import RegionKind
from khihau.text.compose import composed
from khihau.text.regex import regex
from khihau.text.stops import ends_sentence

__all__ = [
    "BLOCK_MARKS",
    "BOX",
    "BULLET",
    "CONTAINER_MARKS",
    "FENCE",
    "HEADING",
    "HTML_BLOCKS",
    "LIST_MARK",
    "QUOTE_MARK",
    "REFERENCE",
    "RULE",
    "UNDERLINE",
    "cells",
    "first_character",
    "heading_end",
    "is_blank",
    "is_box_heading",
    "is_capitals",
    "is_delimiter_row",
    "is_fence_end",
    "item_content",
    "reference_key",
    "skip_columns",
    "strip",
    "without_comments",
]

QUOTE_MARK = regex(r"[ \t]{0,3}>[ \t]?")
LIST_MARK = regex(r"[ \t]*(?:[-*+]|(\d{1,9})[.)])(?=[ \t]|$)")
_SPACED_BULLETS = "•●○◦ㅇ❍◎▪▶▷‣⁃※·–—―"
_GLUED_BULLETS = "△▲①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_BOXES = "□■▣◆◇"
BULLET = regex(
    rf"[ \t]*(?:[{_SPACED_BULLETS}](?=[ \t\u00a0]+\S)|[{_GLUED_BULLETS}]|\[\^[^\]\s]{{1,80}}\]:)[ \t\u00a0]*"
)
BOX = regex(rf"[ \t]*[{_BOXES}][ \t\u00a0]*")
HEADING = regex(r"[ \t]{0,3}#{1,6}(?:[ \t]+|$)")
FENCE = regex(r" {0,3}(`{3,}+(?=[^`]*$)|~{3,}+)")
RULE = regex(r"[ \t]*([-*_])(?:[ \t]*+\1){2,}+[ \t]*$")
UNDERLINE = regex(r"[ \t]*(?:=+|-+)[ \t]*$")
# Blocks that go on over blank lines: what opens them, what ends them, what they are.
HTML_BLOCKS: tuple[tuple[re.Pattern[str], re.Pattern[str], RegionKind], ...] = (
    (regex(r"[ \t]*<!--"), regex(r"-->"), "comment"),
    (
        regex(r"[ \t]*<(?:script|style|pre|textarea)(?=[\s>]|$)", re.IGNORECASE),
        regex(r"</(?:script|style|pre|textarea)>", re.IGNORECASE),
        "code",
    ),
)
# A target needs a sign that no word has: "[Nguồn]: TTXVN" is a sentence about its source.
REFERENCE = regex(
    r"[ \t]*\[(?!\^)((?:[^\[\]\\]|\\.){1,999}+)\]:[ \t]*"
    r"(?:<[^<>]*+>|(?=[^ \t]*[/.#:@?=])[^\s<][^ \t]*+)"
    r"(?:[ \t]+(?:\"[^\"]*+\"|'[^']*+'|\([^()]*+\)))?[ \t]*$"
)

# The first characters of lines that may open a container, and of those that may open a block.
CONTAINER_MARKS = frozenset(">-*+0123456789")
BLOCK_MARKS = frozenset("`~#-*_<[" + _SPACED_BULLETS + _GLUED_BULLETS + _BOXES)

_LONGEST_BOX_HEADING = 60
_BAR = regex(r"(?<!\\)\|")
_DELIMITER_ROW = regex(r"[ \t]*\|?[ \t]*:?-++:?[ \t]*+(?:\|[ \t]*:?-++:?[ \t]*+)*+\|?[ \t]*$")
_HEADING_TAIL = regex(r"(?:^|[ \t])#+$")
_CAPITAL_WORD = regex(r"[^\W\d_]{2,}")


def strip(flat: str, start: int, end: int) -> tuple[int, int]:
    """Leave out the white space at both ends of a stretch."""
    piece = flat[start:end]
    inner = piece.lstrip()
    start = end - len(inner)
    return start, start + len(inner.rstrip())


def without_comments(line: str) -> str:
    """A line as a reader sees it: how long it is and how it ends, its comments do not tell."""
    if "<!--" not in line:
        return line
    first, *rest = line.split("<!--")
    return first + "".join(part.partition("-->")[2] if "-->" in part else part for part in rest)


def first_character(flat: str, start: int, end: int) -> str:
    """The first character of a stretch that is no white space, "" when there is none."""
    return flat[start:end].lstrip()[:1]


def is_blank(flat: str, start: int, end: int) -> bool:
    """Whether a stretch is empty or white space."""
    return not flat[start:end].strip()


def skip_columns(flat: str, at: int, end: int, columns: int) -> int | None:
    """Step over `columns` columns of indentation (tab stops of 4); None when there are fewer."""
    width = 0
    while width < columns:
        if at >= end or flat[at] not in " \t":
            return None
        width += 4 - width % 4 if flat[at] == "\t" else 1
        at += 1
    return at


def item_content(flat: str, line: int, mark_end: int, end: int) -> tuple[int, int]:
    """Where the content of a list item begins, and the columns its further lines are indented by.

    `line` is where the line begins, `mark_end` where the marker ends. One to four spaces belong to
    the marker; of more, only one does.
    """
    space = flat[mark_end:end]
    content = space.lstrip(" \t")
    width = len(space.expandtabs(4)) - len(content.expandtabs(4))
    width = width if content and width <= 4 else 1
    begin = skip_columns(flat, mark_end, end, width)
    indent = len(flat[line:mark_end].expandtabs(4)) + width
    return (mark_end if begin is None else begin), indent


def heading_end(flat: str, start: int, end: int) -> int:
    """Where the text of a `#` heading ends, without closing `#` signs."""
    text = flat[start:end].rstrip()
    signs = len(text) - len(text.rstrip("#"))
    if signs and (signs == len(text) or text[-signs - 1] in " \t"):
        return start + len(text) - signs
    return start + len(text)


def is_fence_end(flat: str, at: int, end: int, opening: str) -> bool:
    """Whether a line closes the fence that `opening` (indentation and marks) began.

    It may be indented by three columns, or as far as the fence began.
    """
    line = flat[at:end].expandtabs(4)
    mark = opening.lstrip(" \t")
    body = line.strip(" ")
    indent, furthest = len(line) - len(line.lstrip(" ")), len(opening.expandtabs(4)) - len(mark)
    return len(body) >= len(mark) and not body.strip(mark[0]) and indent <= max(3, furthest)


def is_delimiter_row(flat: str, at: int, end: int) -> bool:
    """Whether a line is the `|---|---|` under the head of a table."""
    return "|" in flat[at:end] and _DELIMITER_ROW.match(flat, at, end) is not None


def cells(flat: str, start: int, end: int) -> list[tuple[int, int]]:
    """The (start, end) of the cells of a table row, empty ones included."""
    start, end = strip(flat, start, end)
    if flat.startswith("|", start, end):
        start += 1
    edges = [start - 1, *(bar.start() for bar in _BAR.finditer(flat, start, end))]
    if edges[-1] != end - 1 or len(edges) == 1:
        edges.append(end)
    return [strip(flat, left + 1, right) for left, right in itertools.pairwise(edges)]


def is_capitals(line: str, words: int) -> bool:
    """Whether a line of Latin script has no small letter and at least `words` words of letters."""
    if not line.isupper() or any(map(_is_of_another_script, line)):
        return False
    found = _CAPITAL_WORD.finditer(line)
    return sum(1 for _ in zip(found, range(words), strict=False)) == words


def _is_of_another_script(character: str) -> bool:
    return character.isalpha() and not (
        character < "\u0370" or "\u1e00" <= character <= "\u1eff"  # Latin, and its extensions
    )


def is_box_heading(line: str) -> bool:
    """Whether the text after □ is short and no sentence (rule E1)."""
    return len(composed(line)) <= _LONGEST_BOX_HEADING and not ends_sentence(line.rstrip())


def reference_key(label: str) -> str:
    """How CommonMark compares the labels of references: case and white space do not count."""
    return " ".join(label.split()).casefold()
