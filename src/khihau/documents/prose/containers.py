"""Block quotes and list items: what the lines of a text are nested in.

A container is the number of columns that the lines of a list item are indented by, or None for a
block quote, whose lines begin with ">".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from khihau.documents.prose import lines

__all__ = ["Container", "enter", "next_container"]

Container: TypeAlias = "int | None"


def enter(flat: str, at: int, end: int, containers: Sequence[Container]) -> tuple[int, int]:
    """Step over the marks of the containers that a line belongs to.

    The line is flat[at:end]. Answers where its content begins, and to how many of `containers`,
    outermost first, it belongs. A blank line belongs to every list item, and to no block quote.
    """
    for depth, indent in enumerate(containers):
        if indent is None:
            mark = lines.QUOTE_MARK.match(flat, at, end)
            inside = mark.end() if mark else None
        elif lines.is_blank(flat, at, end):
            inside = at
        else:
            inside = lines.skip_columns(flat, at, end, indent)
        if inside is None:
            return at, depth
        at = inside
    return at, len(containers)


def next_container(
    flat: str, at: int, end: int, *, in_paragraph: bool
) -> tuple[Container, int] | None:
    """The container that opens at the beginning of flat[at:end], and where its content begins.

    As in CommonMark, a list that interrupts a paragraph (`in_paragraph`) must begin with 1 and have
    text: "năm\\n2024. Sau đó" is no list.
    """
    if quote := lines.QUOTE_MARK.match(flat, at, end):
        return None, quote.end()
    mark = lines.LIST_MARK.match(flat, at, end)
    if mark is None or lines.RULE.match(flat, at, end):
        return None
    if in_paragraph and (mark[1] not in (None, "1") or lines.is_blank(flat, mark.end(), end)):
        return None
    content, indent = lines.item_content(flat, at, mark.end(), end)
    return indent, content
