"""What stands in one cell of a table: lists of values, sources."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from khihau.model import SourceRef
from khihau.termbase.checks import is_kebab
from khihau.text.regex import regex

__all__ = [
    "BREAKS",
    "day_in",
    "escaped",
    "items_of",
    "joined",
    "parted",
    "quotes_of",
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
_DAY = "%Y-%m-%d"


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


def quotes_of(refs: Iterable[SourceRef]) -> str:
    """The cell of what stands in the sources of a label: each with the number of its source."""
    return joined(f"{number}: {ref.quote}" for number, ref in enumerate(refs, 1) if ref.quote)


def sources_in(cell: str, known: Collection[str], quotes: str = "") -> list[Any]:
    """The sources that a cell names, as concept files have them, with what `quotes` says of each.

    What stands before a comma is a key when it is one of `known` or looks like one; other words stay
    as they are. So does a source that words stand for, which has no place for a quotation.
    """
    told = {number: words for number, _, words in (one.partition(": ") for one in parted(quotes))}
    return [
        _source(words, known, told.get(str(number)))
        for number, words in enumerate(parted(cell), start=1)
    ]


def _source(words: str, known: Collection[str], quoted: str | None) -> Any:
    key, comma, place = words.partition(", ")
    is_key = words in known or (not comma and is_kebab(words))
    values = {"id": words} if is_key else None
    if comma and place and words not in known and (key in known or is_kebab(key)):
        values = {"id": key, "at": place}
    if values and quoted:
        return {**values, "quote": quoted}
    return values if values and "at" in values else words


def day_in(cell: str) -> Any:
    """The day that a cell names; what is none stays, and is found to be no date."""
    try:
        return datetime.datetime.strptime(cell, _DAY).date()
    except ValueError:
        return cell
