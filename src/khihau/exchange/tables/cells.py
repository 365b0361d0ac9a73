"""What stands in one cell of a table: lists of values, sources."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from khihau.model import SourceRef
from khihau.termbase.checks import is_kebab
from khihau.text.regex import regex

__all__ = [
    "BREAKS",
    "escaped",
    "items_of",
    "joined",
    "parted",
    "sources_in",
    "sources_of",
    "unbroken",
    "unescaped",
]

# What cannot stand in a cell of one line, or in the XML of a workbook.
BREAKS = regex("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]+")
_SPECIAL = regex(r"[\\;]")
_ESCAPED = regex(r"\\([\\;\[])")
_ITEM = regex(r"(?:\\.|[^;\\]|\\\Z)+")
_BETWEEN = "; "


def unbroken(text: str) -> str:
    """A text in one line that begins and ends with something to see."""
    return BREAKS.sub(" ", text).strip()


def escaped(item: str) -> str:
    r"""An item of a list, in which a semicolon is \; and a backslash \\."""
    return _SPECIAL.sub(r"\\\g<0>", item)


def unescaped(item: str) -> str:
    """An item as `escaped` was given it; a backslash before other letters stands for itself."""
    return _ESCAPED.sub(r"\1", item)


def joined(items: Iterable[str]) -> str:
    """The cell of a list."""
    return _BETWEEN.join(map(escaped, items))


def parted(cell: str) -> list[str]:
    """The items of a list, without empty ones."""
    return [unescaped(item) for item in items_of(cell)]


def items_of(cell: str) -> Iterator[str]:
    """The items of a list as they are written, without empty ones."""
    return filter(None, map(str.strip, _ITEM.findall(cell)))


def sources_of(refs: Iterable[SourceRef]) -> str:
    """The cell of a label's sources: each a key, or a key and the place in it."""
    return joined(map(str, refs))


def sources_in(cell: str, known: Collection[str]) -> list[Any]:
    """The sources that a cell names, as concept files have them.

    What stands before a comma is a key when it is one of `known` or looks like one; other words stay
    as they are.
    """
    return [_source(words, known) for words in parted(cell)]


def _source(words: str, known: Collection[str]) -> Any:
    key, comma, place = words.partition(", ")
    if comma and place and words not in known and (key in known or is_kebab(key)):
        return {"id": key, "at": place}
    return words
