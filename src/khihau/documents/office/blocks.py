"""What the files of word processors share: blocks of a text, their order and their names.

A reader of a format turns its XML into blocks; here they become a document. Names are what a person
counts: "paragraph 3" is the third one with text outside of tables and text boxes, headings and list
items included; "cell 3" begins in the third column of its table, and rows count from the top.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from khihau.documents.archive import Archive
from khihau.documents.extras import required
from khihau.documents.parts import Part, document_of
from khihau.documents.xml import parse
from khihau.errors import InputError
from khihau.model import Document, SegmentKind

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = [
    "Block",
    "Cell",
    "Frame",
    "Paragraph",
    "Table",
    "kind_of_style",
    "lineage",
    "modified_day",
    "namer",
    "nearest",
    "number_of",
    "office_text",
    "refuse_encrypted",
    "root_of",
]


class Paragraph(NamedTuple):
    """A paragraph, and what is anchored in it.

    `runs_on` says that its end was deleted in a tracked change: the next one goes on with it.
    """

    text: str
    kind: SegmentKind = "body"
    anchored: tuple[Frame | Table, ...] = ()
    runs_on: bool = False


class Cell(NamedTuple):
    """A cell of a table: its row and the column it begins in, both from 1."""

    row: int
    column: int
    blocks: tuple[Block, ...]


class Table(NamedTuple):
    """The cells of a table, in reading order."""

    cells: tuple[Cell, ...]


class Frame(NamedTuple):
    """A text beside the text: a "text box", a "caption", or one of _APART, read after the body."""

    name: str
    blocks: tuple[Block, ...]


Block: TypeAlias = Paragraph | Table | Frame
_Named: TypeAlias = "tuple[str, _Element]"
_Apart: TypeAlias = "dict[str, list[tuple[Block, ...]]]"

# The names of styles as programs write them, in capital or small letters. Word stores the English
# ones whatever language it speaks.
_HEADING = re.compile(
    r"(?:heading|outline|제목|개요|tiêu đề|đầu đề)(?: ?\d+)?|(?:sub)?title|부제|(?:toc |차례 )(?:heading|제목)",
    re.IGNORECASE,
)
_QUOTE = re.compile(
    r"(?:intense |block )?(?:quote|quotations?)|block text|(?:강한 )?인용문?", re.IGNORECASE
)
_ANCESTORS = 50  # of a style; no program makes nearly as many
_DIGITS = 5  # the number of a row or a column has fewer
# Whether they are numbered always, as notes are on the page, or only when there are several.
_APART: Mapping[str, bool] = {"footnote": True, "endnote": True, "header": False, "footer": False}


def office_text(
    blocks: Iterable[Block], path: str, modified: datetime.date | None = None
) -> Document:
    """The document that blocks make, those of notes, headers and footers at its end; when it changed.

    Paragraphs without text are left out. So are headers and footers that say what an earlier one
    said: a file has one for the first, one for the even and one for the odd pages.
    """
    apart: _Apart = {name: [] for name in _APART}
    parts = list(_parts(blocks, "", apart))
    for name, numbered in _APART.items():
        stories = apart[name] if numbered else [*filter(_holds_text, dict.fromkeys(apart[name]))]
        for number, story in enumerate(stories, 1):
            own = f"{name} {number}" if numbered or len(stories) > 1 else name
            parts += _parts(story, own, apart)
    return document_of(parts, path)._replace(modified=modified)


def _parts(blocks: Iterable[Block], place: str, apart: _Apart) -> Iterator[Part]:
    """The parts of blocks in a place ("" is the body); the stories that stand apart are put there."""
    blocks = list(_joined(blocks))
    within = f"{place}, " if place else ""
    alone = bool(place) and sum(map(_has_text, blocks)) == 1
    counts = Counter[str]()

    def counted(kind: str) -> str:
        counts[kind] += 1
        return f"{within}{kind} {counts[kind]}"

    for block in _with_anchored(blocks):
        match block:
            case Paragraph():
                if _has_text(block):
                    yield Part(
                        block.text.strip(), place if alone else counted("paragraph"), block.kind
                    )
            case Table():
                own = counted("table")
                for row, column, content in block.cells:
                    for part in _parts(content, f"{own}, row {row}, cell {column}", apart):
                        yield part._replace(kind="cell")
            case Frame() if block.name in apart:
                apart[block.name].append(block.blocks)
            case Frame():
                yield from _parts(block.blocks, counted(block.name), apart)


def _joined(blocks: Iterable[Block]) -> Iterator[Block]:
    """Blocks, with each paragraph that runs on made one with the paragraph after it."""
    waiting: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            waiting.append(block)
            if not block.runs_on:
                yield _one_of(waiting)
                waiting = []
        else:
            if waiting:
                yield _one_of(waiting)
                waiting = []
            yield block
    if waiting:
        yield _one_of(waiting)


def _one_of(paragraphs: list[Paragraph]) -> Paragraph:
    """The paragraph that several are after their ends were deleted; the last one keeps its kind."""
    return Paragraph(
        "".join(one.text for one in paragraphs),
        paragraphs[-1].kind,
        tuple(frame for one in paragraphs for frame in one.anchored),
    )


def _with_anchored(blocks: Iterable[Block]) -> Iterator[Block]:
    """Blocks, each paragraph followed by what is anchored in it."""
    for block in blocks:
        yield block
        if isinstance(block, Paragraph):
            yield from block.anchored


def _has_text(block: Block) -> bool:
    return isinstance(block, Paragraph) and bool(block.text.strip())


def _holds_text(blocks: tuple[Block, ...]) -> bool:
    return any(True for _ in _parts(blocks, "", {name: [] for name in _APART}))


# --- XML ------------------------------------------------------------------------------------------


def namer(prefixes: Mapping[str, str]) -> Callable[[str], str]:
    """A function from tags to short names ("w:p"): `prefixes` are those of namespaces.

    What is in another namespace has the prefix "?", what is in none has none.
    """

    @lru_cache(maxsize=1024)
    def name(tag: str) -> str:
        namespace, _, local = tag.rpartition("}")
        return f"{prefixes.get(namespace[1:], '?')}:{local}" if namespace else local

    return name


def root_of(archive: Archive, member: str) -> _Element:
    """The root element of a member; InputError names the file and the member."""
    required("lxml.etree", "office", archive.path)  # whose lack is no fault of a member
    return parse(archive.read(member), f"{archive.path}: {member}")


def modified_day(
    archive: Archive, member: str, tag: str, **attributes: str
) -> datetime.date | None:
    """The day on which a file says that it was last changed: 2024-06-14T09:30:00Z in an element.

    None where the member is not there, cannot be read, or tells no day: a text needs none.
    """
    if member not in archive.names:
        return None
    with suppress(InputError, ValueError):
        for element in root_of(archive, member).iter(f"{{*}}{tag}"):
            if all(element.get(name) == value for name, value in attributes.items()):
                return datetime.date.fromisoformat((element.text or "")[:10])
    return None


def nearest(
    parent: _Element, wanted: Container[str], shown: Callable[[_Element], Iterator[_Named]]
) -> Iterator[_Named]:
    """The nearest elements of some names below another, whatever they are wrapped in.

    `shown` gives the elements in an element that count, each with its name.
    """
    for name, element in shown(parent):
        if name in wanted:
            yield name, element
        else:
            yield from nearest(element, wanted, shown)


def kind_of_style(names: Iterable[str]) -> SegmentKind | None:
    """What a style makes of a paragraph, by its name, those of the styles it extends, or both."""
    names = list(names)
    if any(map(_HEADING.fullmatch, names)):
        return "heading"
    return "quote" if any(map(_QUOTE.fullmatch, names)) else None


def lineage(style: str, bases: Mapping[str, str]) -> list[str]:
    """A style and those that it extends; in a broken file they may lead in a circle, or far."""
    line: dict[str, None] = {}
    while style in bases and style not in line and len(line) < _ANCESTORS:
        line[style] = None
        style = bases[style]
    return list(line)


def number_of(value: str | None, default: int) -> int:
    """What an attribute counts, `default` when it says nothing or what no page can hold."""
    return int(value) if value and value.isdecimal() and len(value) < _DIGITS else default


def refuse_encrypted(archive: Archive) -> None:
    """Raise InputError when the manifest of an OpenDocument or HWPX file tells of a password."""
    manifest = "META-INF/manifest.xml"
    if "encrypted-package" in archive.names or (
        manifest in archive.names
        and next(root_of(archive, manifest).iter("{*}encryption-data"), None) is not None
    ):
        raise archive.encrypted()
