"""Word files (.docx): what a reader of the page sees, with all tracked changes accepted.

Left out are deleted text, the instructions of fields, comments, pronunciation guides and the second
of two forms of the same drawing. Structure: ECMA-376, part 1, sections 9 and 17.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from khihau.documents.archive import Archive
from khihau.documents.office.blocks import (
    Block,
    Cell,
    Frame,
    Paragraph,
    Table,
    modified_day,
    nearest,
    number_of,
    office_text,
    root_of,
)
from khihau.documents.office.docx_styles import (
    Styles,
    kind_of,
    name_of,
    setting,
    styles_of,
    value_of,
)
from khihau.model import Document

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["read"]

# Whatever stands below these is no text of the page.
_LEFT_OUT = frozenset(
    "w:del w:moveFrom w:rt w:pPr w:rPr w:sdtPr w:sdtEndPr w:sectPr w:tblPr w:tblGrid w:trPr "
    "w:tcPr".split()
)
_SPACES = frozenset("w:tab w:br w:cr w:ptab w:sym".split())
_NOTES: Mapping[str, str] = {"w:footnoteReference": "footnote", "w:endnoteReference": "endnote"}
_MARGINS: Mapping[str, str] = {"w:headerReference": "header", "w:footerReference": "footer"}
_IDS = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}id",
)


def read(data: bytes, path: str, encoding: str | None) -> Document:
    """The document in a Word file; `encoding` is not needed, the file knows its own.

    Raises InputError when the bytes are no Word file, or a damaged or encrypted one.
    """
    del encoding
    archive = Archive(data, path, ".docx")
    # The text is nearly always in word/document.xml, but the package decides.
    package = {one.kind: one.target for one in reversed(_relations(archive, ""))}
    main = package.get("officeDocument", "word/document.xml")
    root = root_of(archive, main)
    body = setting(root, "w:body")
    if body is None:
        raise archive.broken(f"{main} holds no text of Word")
    relations = _relations(archive, main)
    parts = {one.kind: root_of(archive, one.target) for one in relations if one.kind in _PARTS}
    story = _Story(
        styles_of(parts.get("styles")),
        {note: _notes(parts.get(f"{note}s")) for note in _NOTES.values()},
    )
    blocks: list[Block] = list(_blocks(body, story))
    targets: dict[str | None, str] = {one.id: one.target for one in relations}
    for target, name in _margins(root, targets).items():
        blocks.append(Frame(name, tuple(_blocks(root_of(archive, target), story))))
    properties = package.get("core-properties", "docProps/core.xml")
    return office_text(blocks, path, modified_day(archive, properties, "modified"))


# --- the package ----------------------------------------------------------------------------------

_PARTS = ("styles", "footnotes", "endnotes")


class _Relation(NamedTuple):
    id: str
    kind: str
    target: str


def _relations(archive: Archive, member: str) -> list[_Relation]:
    """What a member refers to within the package; "" is the package itself."""
    folder, name = posixpath.split(member)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    if relations not in archive.names:
        return []
    return [
        _Relation(
            one.get("Id", ""),
            one.get("Type", "").rpartition("/")[2],
            posixpath.normpath(posixpath.join("/", folder, one.get("Target", ""))).lstrip("/"),
        )
        for one in root_of(archive, relations)
        if one.get("TargetMode") != "External"
    ]


def _notes(root: _Element | None) -> dict[str | None, _Element]:
    """Footnotes or endnotes by id."""
    return {value_of(note, "id"): note for note in (root if root is not None else ())}


def _margins(root: _Element, targets: Mapping[str | None, str]) -> dict[str, str]:
    """Which members are headers and footers of sections, in the order of these."""
    found: dict[str, str] = {}
    for reference in root.iter("{*}headerReference", "{*}footerReference"):
        name = _MARGINS.get(name_of(reference))
        target = next((targets[key] for key in map(reference.get, _IDS) if key in targets), None)
        if name is not None and target is not None:
            found.setdefault(target, name)
    return found


# --- blocks ---------------------------------------------------------------------------------------


class _Story(NamedTuple):
    """What reading needs beside an element: the styles, and the notes nobody has referred to yet."""

    styles: Styles
    notes: Mapping[str, dict[str | None, _Element]]


def _blocks(parent: _Element, story: _Story) -> Iterator[Block]:
    """The paragraphs and tables of a body, a cell, a note or a text box."""
    for name, element in nearest(parent, ("w:p", "w:tbl"), _shown):
        yield (_paragraph if name == "w:p" else _table)(element, story)


def _shown(parent: _Element) -> Iterator[tuple[str, _Element]]:
    """The elements in another that count, of alternatives that say the same the first one."""
    for element in parent:
        name = name_of(element)
        if name == "mc:AlternateContent":
            yield from _shown(element[0]) if len(element) else ()
        elif name not in _LEFT_OUT:
            yield name, element


def _table(element: _Element, story: _Story) -> Table:
    cells: list[Cell] = []
    rows = (row for _, row in nearest(element, ("w:tr",), _shown))
    kept = (row for row in rows if setting(row, "w:trPr", "w:del") is None)
    for number, row in enumerate(kept, 1):
        column = 1 + number_of(value_of(setting(row, "w:trPr", "w:gridBefore")), 0)
        for _, cell in nearest(row, ("w:tc",), _shown):
            merged = setting(cell, "w:tcPr", "w:vMerge")
            # A cell that goes on from the row above shows nothing of its own.
            goes_on = merged is not None and value_of(merged) != "restart"
            if not goes_on and setting(cell, "w:tcPr", "w:cellDel") is None:
                cells.append(Cell(number, column, tuple(_blocks(cell, story))))
            column += number_of(value_of(setting(cell, "w:tcPr", "w:gridSpan")), 1)
    return Table(tuple(cells))


# --- paragraphs -----------------------------------------------------------------------------------


class _Line(NamedTuple):
    """A paragraph while it is read: its text, what is anchored in it, the fields that are open.

    For each open field `hidden` says whether its instruction, or one around it, goes on.
    """

    pieces: list[str]
    anchored: list[Frame | Table]
    hidden: list[bool]


def _paragraph(element: _Element, story: _Story) -> Paragraph:
    line = _Line([], [], [])
    _read_inline(element, line, story)
    mark = ("w:pPr", "w:rPr")
    return Paragraph(
        "".join(line.pieces),
        kind_of(element, story.styles),
        tuple(line.anchored),
        any(setting(element, *mark, gone) is not None for gone in ("w:del", "w:moveFrom")),
    )


def _read_inline(parent: _Element, line: _Line, story: _Story) -> None:
    """Add what an element of a paragraph shows to its line, whatever it is wrapped in."""
    for name, element in _shown(parent):
        if name == "w:fldChar":
            _read_field_mark(value_of(element, "fldCharType"), line.hidden)
        elif name == "w:txbxContent":
            line.anchored.append(Frame("text box", tuple(_blocks(element, story))))
        elif line.hidden and line.hidden[-1]:
            _read_inline(element, line, story)
        elif name in ("w:t", "m:t"):
            line.pieces.append(element.text or "")
        elif name in _SPACES:
            line.pieces.append(" ")
        elif name == "w:noBreakHyphen":
            line.pieces.append("-")
        elif name in _NOTES:
            # Once: no file may make a note grow by naming it again and again, or within itself.
            note = story.notes[_NOTES[name]].pop(value_of(element, "id"), None)
            if note is not None:
                line.anchored.append(Frame(_NOTES[name], tuple(_blocks(note, story))))
        else:
            _read_inline(element, line, story)


def _read_field_mark(mark: str | None, hidden: list[bool]) -> None:
    """Follow the marks of a field: its instruction begins, its result begins, it ends.

    What a paragraph leaves open is closed at its end, so that a lost mark hides no more than that.
    """
    if mark == "begin":
        hidden.append(True)
    elif hidden and mark == "separate":
        hidden[-1] = len(hidden) > 1 and hidden[-2]
    elif hidden and mark == "end":
        hidden.pop()
