"""TBX files: versions 3 (ISO 30042:2019, styles DCA and DCT) and 2 (ISO 30042:2008, `martif`).

The file is read twice, in pieces: its sources stand behind the entries that cite them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from khihau.documents.xml_stream import elements
from khihau.errors import InputError, Problem
from khihau.exchange.base import Item
from khihau.exchange.tbx.entries import EntryReader
from khihau.exchange.tbx.fields import ENTRIES, HEADERS, ROOTS, line_of, local_name
from khihau.exchange.tbx.labels import NO_STATUS
from khihau.exchange.tbx.names import GENERATOR
from khihau.exchange.tbx.sources import Front, Titled, source_in

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["items"]

_REF_OBJECT = "refObject"


def items(path: Path) -> Iterator[Item]:
    """The sources of a file, then its concepts and what is wrong with them or was not read.

    Raises InputError when the file cannot be read as TBX, before anything comes.
    """
    front, found = _front(path)
    yield from found
    reader = EntryReader(str(path), front)
    lines: dict[str, int] = {}
    told = False
    for element in _pieces(path, (*ENTRIES, _REF_OBJECT)):
        if local_name(element) not in ENTRIES:
            continue
        if repeated := _repeated(element, lines, str(path)):
            yield repeated
            continue
        for item in reader.items(element):
            if item is NO_STATUS:
                if told:
                    continue
                told = True
            yield item


def _front(path: Path) -> tuple[Front, list[Item]]:
    """What must be known before the entries; the whole file has been parsed then."""
    own = False
    titles: dict[str, str] = {}
    found: list[Item] = []
    for element in _pieces(path, (*HEADERS, *ENTRIES, _REF_OBJECT)):
        name = local_name(element)
        if name in HEADERS:
            own = any(p.get("type") == GENERATOR for p in element.iter("{*}p"))
        elif name == _REF_OBJECT:
            for one in source_in(element, own=own):
                if isinstance(one, Titled):
                    titles[one.name] = one.title
                else:
                    found.append(one)
        elif element.getparent() is None and name not in ROOTS:
            raise InputError(
                f"{path}: is no TBX (its root is <{name}>); khihau reads TBX 3 and 2 "
                "(roots <tbx> and <martif>), so save it as TBX-Basic or as a table (xlsx, csv)"
            )
    return Front(own, titles), found


def _pieces(path: Path, names: tuple[str, ...]) -> Iterator[_Element]:
    return elements(path, [f"{{*}}{name}" for name in names])


def _repeated(entry: _Element, lines: dict[str, int], path: str) -> Problem | None:
    name, line = str(entry.get("id", "")), line_of(entry)
    if name not in lines:
        lines.update({name: line} if name else {})
        return None
    message = f"“{name}” is the id of the entry at line {lines[name]} already"
    return Problem(path, line, "id", message, "give one of the two another id")
