"""HWPX files (.hwpx) of Hancom Office: what a reader of the page sees, all tracked changes accepted.

Left out are deleted text, comments, pronunciation guides, formulas and the pages behind the pages.
Names of elements are compared without their namespaces, which change from version to version (2011,
2016, 2024). Structure: KS X 6101 (OWPML).
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from khihau.documents.archive import Archive
from khihau.documents.office.blocks import (
    Cell,
    Frame,
    Paragraph,
    Table,
    kind_of_style,
    modified_day,
    nearest,
    number_of,
    office_text,
    refuse_encrypted,
    root_of,
)
from khihau.model import Document, SegmentKind

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["read"]

_PACKAGE = "Contents/content.hpf"
_SECTION = re.compile(r"section\d+\.xml", re.IGNORECASE)
_HEADER = re.compile(r"header\.xml", re.IGNORECASE)

# What stands in a text beside letters, and what is read for it: "hyphen" is a soft one.
_LETTERS: Mapping[str, str] = {
    "tab": " ",
    "lineBreak": " ",
    "nbSpace": "\u00a0",
    "fwSpace": " ",
}
# What has a text of its own, and how that is called.
_STORIES: Mapping[str, str] = {
    "drawText": "text box",
    "caption": "caption",
    "footNote": "footnote",
    "endNote": "endnote",
    "header": "header",
    "footer": "footer",
}
# Whatever stands below these is no text of the page. A field begins with its settings, and a comment
# is a field whose settings are its text.
_LEFT_OUT = frozenset("secPr fieldBegin memogroup hiddenComment equation subText metaTag".split())
_LISTS: Mapping[str, SegmentKind] = {"OUTLINE": "heading", "NUMBER": "item", "BULLET": "item"}


def read(data: bytes, path: str, encoding: str | None) -> Document:
    """The document in an HWPX file; `encoding` is not needed, the file knows its own.

    Raises InputError when the bytes are no HWPX file, or a damaged or encrypted one.
    """
    del encoding
    archive = Archive(data, path, ".hwpx")
    refuse_encrypted(archive)
    members = _members(archive)
    header = next((one for one in members if _named(_HEADER, one)), None)
    kinds = _kinds(root_of(archive, header) if header is not None else None)
    sections = [one for one in members if _named(_SECTION, one)]
    if not sections:
        raise archive.broken("its contents name no section")
    blocks = (block for one in sections for block in _blocks(root_of(archive, one), kinds))
    return office_text(blocks, path, modified_day(archive, _PACKAGE, "meta", name="ModifiedDate"))


def _members(archive: Archive) -> list[str]:
    """The members that the package lists: those of its spine in their order, then the others."""
    package = root_of(archive, _PACKAGE)
    items = {item.get("id"): item.get("href", "") for item in package.iter("{*}item")}
    spine = [items.get(one.get("idref"), "") for one in package.iter("{*}itemref")]
    found: dict[str, None] = {}
    for target in filter(None, (*spine, *items.values())):
        # Hancom names members from the root of the archive, the standard from the list's folder.
        from_root = posixpath.normpath(target).lstrip("/")
        from_list = posixpath.join(posixpath.dirname(_PACKAGE), from_root)
        found[from_root if from_root in archive.names else from_list] = None
    return list(found)


def _named(pattern: re.Pattern[str], member: str) -> bool:
    return pattern.fullmatch(posixpath.basename(member)) is not None


class _Kinds(NamedTuple):
    """What makes a paragraph a heading, an item or a quote: the id of its style, or of its shape."""

    styles: Mapping[str | None, SegmentKind]
    shapes: Mapping[str | None, SegmentKind]


def _kinds(header: _Element | None) -> _Kinds:
    styles: dict[str | None, SegmentKind] = {}
    shapes: dict[str | None, SegmentKind] = {}
    for style in () if header is None else header.iter("{*}style"):
        kind = kind_of_style(style.get(key, "") for key in ("name", "engName"))
        if kind is not None:
            styles[style.get("id")] = kind
    for shape in () if header is None else header.iter("{*}paraPr"):
        numbering = next(shape.iter("{*}heading"), None)
        if numbering is not None and (kind := _LISTS.get(numbering.get("type", ""))):
            shapes[shape.get("id")] = kind
    return _Kinds(styles, shapes)


# --- blocks ---------------------------------------------------------------------------------------


def _blocks(parent: _Element, kinds: _Kinds) -> Iterator[Paragraph]:
    """The paragraphs of a section, a cell, a note or a text box; tables are anchored in them."""
    for _, element in nearest(parent, ("p",), _shown):
        yield _paragraph(element, kinds)


def _shown(parent: _Element) -> Iterator[tuple[str, _Element]]:
    """The elements in another that count, of alternatives that say the same the first one."""
    for element in parent:
        name = _local(element)
        if name == "switch":
            yield from _shown(element[0]) if len(element) else ()
        elif name not in _LEFT_OUT:
            yield name, element


def _local(element: _Element) -> str:
    return element.tag.rpartition("}")[2]


def _table(element: _Element, kinds: _Kinds) -> Table:
    cells: list[Cell] = []
    for number, (_, row) in enumerate(nearest(element, ("tr",), _shown), 1):
        for column, (_, cell) in enumerate(nearest(row, ("tc",), _shown), 1):
            place = next((one for name, one in _shown(cell) if name == "cellAddr"), cell)
            own_row = 1 + number_of(place.get("rowAddr"), number - 1)
            own_column = 1 + number_of(place.get("colAddr"), column - 1)
            cells.append(Cell(own_row, own_column, tuple(_blocks(cell, kinds))))
    return Table(tuple(cells))


# --- paragraphs -----------------------------------------------------------------------------------


class _Line(NamedTuple):
    """A paragraph while it is read: its text, what is anchored in it, the deletions it is in.

    `ends` holds what the last deletion says of the end of the paragraph: "1" if it went as well.
    """

    pieces: list[str]
    anchored: list[Frame | Table]
    deletions: list[str]
    ends: list[str]


def _paragraph(element: _Element, kinds: _Kinds) -> Paragraph:
    line = _Line([], [], [], [])
    _read_inline(element, line, kinds)
    style, shape = element.get("styleIDRef"), element.get("paraPrIDRef")
    kind = kinds.styles.get(style) or kinds.shapes.get(shape) or "body"
    return Paragraph("".join(line.pieces), kind, tuple(line.anchored), line.ends == ["1"])


def _read_inline(parent: _Element, line: _Line, kinds: _Kinds) -> None:
    """Add what an element of a paragraph shows to its line, whatever it is wrapped in."""
    for name, element in _shown(parent):
        if name == "t":
            _read_text(element, line)
        elif line.deletions and name != "run":
            continue
        elif name == "mainText":
            line.pieces.append(element.text or "")
        elif name == "textart":
            text = Paragraph(element.get("text", ""))
            line.anchored.append(Frame("text box", (text,)))
        elif name == "tbl":
            line.pieces.append(" ")  # it stands between the words around it
            line.anchored.append(_table(element, kinds))
            captions = (one for one in _shown(element) if one[0] == "caption")
            line.anchored.extend(Frame(name, tuple(_blocks(one, kinds))) for name, one in captions)
        elif name in _STORIES:
            line.anchored.append(Frame(_STORIES[name], tuple(_blocks(element, kinds))))
        else:
            _read_inline(element, line, kinds)


def _read_text(parent: _Element, line: _Line) -> None:
    """Add the letters of a text, but for those between the marks of a deletion."""
    _add(parent.text, line)
    for element in parent:
        name = _local(element)
        if name == "deleteBegin":
            line.deletions.append(name)
        elif name == "deleteEnd":
            del line.deletions[-1:]
            line.ends[:] = [element.get("paraend", "")]
        elif name in _LETTERS:
            _add(_LETTERS[name], line)
        else:
            _read_text(element, line)
        _add(element.tail, line)


def _add(text: str | None, line: _Line) -> None:
    if text and not line.deletions:
        line.pieces.append(text)
