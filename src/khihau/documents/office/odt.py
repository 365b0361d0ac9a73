"""OpenDocument texts (.odt): what a reader of the page sees, with all tracked changes accepted.

Left out are deleted text, which the format keeps apart, comments, pronunciation guides and what a
list or a chapter numbers itself with. Structure: OpenDocument 1.3, part 3, sections 3 to 7 and 10.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from khihau.documents.archive import Archive
from khihau.documents.office.blocks import (
    Block,
    Cell,
    Frame,
    Paragraph,
    Table,
    kind_of_style,
    lineage,
    modified_day,
    namer,
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

_Kinds: TypeAlias = Mapping[str, SegmentKind]

_PREFIX = "urn:oasis:names:tc:opendocument:xmlns:"
_OFFICE, _TEXT, _STYLE, _TABLE = (
    f"{{{_PREFIX}{name}:1.0}}" for name in ("office", "text", "style", "table")
)
_NAMES = namer(
    {
        **{f"{_PREFIX}{name}:1.0": name for name in ("office", "text", "table", "style")},
        f"{_PREFIX}drawing:1.0": "draw",
    }
)

# Whatever stands below these is no text of the page.
_LEFT_OUT = frozenset(
    "text:tracked-changes text:ruby-text text:note-citation text:number text:hidden-paragraph "
    "text:table-of-content-source text:illustration-index-source text:table-index-source "
    "text:object-index-source text:user-index-source text:alphabetical-index-source "
    "text:bibliography-source office:annotation office:forms draw:object draw:image".split()
)
_PARAGRAPHS = ("text:p", "text:h")
_ITEMS = ("text:list-item", "text:numbered-paragraph")
_SPACES = ("text:s", "text:tab", "text:line-break")
# What is drawn around other drawings; all other drawings hold paragraphs themselves.
_AROUND_DRAWINGS = ("draw:frame", "draw:g", "draw:a")
_MARGIN = re.compile(r"style:(header|footer)(?:-left|-first)?")


def read(data: bytes, path: str, encoding: str | None) -> Document:
    """The document in an OpenDocument file; `encoding` is not needed, the file knows its own.

    Raises InputError when the bytes are no OpenDocument text, or a damaged or encrypted one.
    """
    del encoding
    archive = Archive(data, path, ".odt")
    refuse_encrypted(archive)
    content = root_of(archive, "content.xml")
    body = next(content.iter(f"{_OFFICE}text"), None)
    if body is None:
        raise archive.broken("content.xml holds no text, but a table or a drawing")
    pages = root_of(archive, "styles.xml") if "styles.xml" in archive.names else content
    kinds = _kinds((content, pages))
    blocks = (*_blocks(body, kinds), *_margins(pages, kinds))
    return office_text(blocks, path, modified_day(archive, "meta.xml", "date"))


def _kinds(roots: Iterable[_Element]) -> _Kinds:
    """What the styles of paragraphs make of these, by the names of the styles."""
    styles = [
        (style, style.get(f"{_STYLE}name", ""))
        for root in roots
        for style in root.iter(f"{_STYLE}style")
        if style.get(f"{_STYLE}family") == "paragraph"
    ]
    bases = {name: style.get(f"{_STYLE}parent-style-name", "") for style, name in styles}
    shown = {name: style.get(f"{_STYLE}display-name", name) for style, name in styles}
    kinds = {name: kind_of_style(shown[one] for one in lineage(name, bases)) for name in bases}
    return {name: kind for name, kind in kinds.items() if kind is not None}


def _margins(pages: _Element, kinds: _Kinds) -> Iterator[Frame]:
    """The headers and footers of all kinds of pages."""
    for page in pages.iter(f"{_STYLE}master-page"):
        for element in page:
            margin = _MARGIN.fullmatch(_NAMES(element.tag))
            if margin is not None and element.get(f"{_STYLE}display") != "false":
                yield Frame(margin[1], tuple(_blocks(element, kinds)))


# --- blocks ---------------------------------------------------------------------------------------


def _blocks(parent: _Element, kinds: _Kinds, *, item: bool = False) -> Iterator[Block]:
    """The paragraphs, tables and drawings of a body, a list, a cell, a note or a text box."""
    for name, element in _shown(parent):
        if name in _PARAGRAPHS:
            yield _paragraph(name, element, kinds, item=item)
        elif name == "table:table":
            yield _table(element, kinds)
        elif name.startswith("draw:") and name not in _AROUND_DRAWINGS:
            yield Frame("text box", tuple(_blocks(element, kinds)))
        else:
            yield from _blocks(element, kinds, item=item or name in _ITEMS)


def _shown(parent: _Element) -> Iterator[tuple[str, _Element]]:
    """The elements in another that count, each with its name."""
    for element in parent:
        name = _NAMES(element.tag)
        if name not in _LEFT_OUT:
            yield name, element


def _table(table: _Element, kinds: _Kinds) -> Table:
    cells: list[Cell] = []
    number = 1
    for _, row in nearest(table, ("table:table-row",), _shown):
        column = 1
        for name, cell in _shown(row):
            if name == "table:table-cell":
                cells.append(Cell(number, column, tuple(_blocks(cell, kinds))))
            column += number_of(cell.get(f"{_TABLE}number-columns-repeated"), 1)
        number += number_of(row.get(f"{_TABLE}number-rows-repeated"), 1)
    return Table(tuple(cells))


# --- paragraphs -----------------------------------------------------------------------------------


class _Line(NamedTuple):
    """A paragraph while it is read: its text, and what is anchored in it."""

    pieces: list[str]
    anchored: list[Frame | Table]


def _paragraph(name: str, element: _Element, kinds: _Kinds, *, item: bool) -> Paragraph:
    line = _Line([], [])
    _read_inline(element, line, kinds)
    # As the format has it, any white space between words is one space.
    text = re.sub("[ \t\r\n]+", " ", "".join(line.pieces)).strip(" ")
    kind = kinds.get(element.get(f"{_TEXT}style-name", ""), "item" if item else "body")
    return Paragraph(text, "heading" if name == "text:h" else kind, tuple(line.anchored))


def _read_inline(parent: _Element, line: _Line, kinds: _Kinds) -> None:
    """Add what an element of a paragraph shows to its line, whatever it is wrapped in."""
    line.pieces.append(parent.text or "")
    for element in parent:
        name = _NAMES(element.tag)
        if name in _SPACES:
            line.pieces.append(" ")
        elif name == "text:note":
            note = "endnote" if element.get(f"{_TEXT}note-class") == "endnote" else "footnote"
            line.anchored.append(Frame(note, tuple(_blocks(element, kinds))))
        elif name.startswith("draw:"):
            line.anchored.extend(_frames(name, element, kinds))
        elif name not in _LEFT_OUT:
            _read_inline(element, line, kinds)
        line.pieces.append(element.tail or "")


def _frames(name: str, element: _Element, kinds: _Kinds) -> Iterator[Frame]:
    """The text boxes of a drawing in a paragraph."""
    if name in _AROUND_DRAWINGS:
        for inner, one in _shown(element):
            yield from _frames(inner, one, kinds)
    elif name.startswith("draw:") and name not in _LEFT_OUT:
        yield Frame("text box", tuple(_blocks(element, kinds)))
