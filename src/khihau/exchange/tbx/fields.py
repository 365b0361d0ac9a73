"""What an entry of a TBX file says, in whichever style and version, as a flat list of fields.

Version 3 has two styles: the category of a piece of data is the attribute `type` of its element (DCA), or
the element itself, from the namespace of a module (DCT). Version 2 (`martif`) is like the first, with
other names around the terms. Groups only hold together what belongs together.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from khihau.documents.bitexts.tags import CODES, code_of
from khihau.exchange.base import Ignored
from khihau.exchange.tbx.names import CATEGORY_OF
from khihau.exchange.tbx.texts import in_one_line
from khihau.model import LabelLang

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = [
    "ENTRIES",
    "HEADERS",
    "LANGUAGES",
    "ROOTS",
    "TERMS",
    "Field",
    "fields",
    "lang_of",
    "line_of",
    "local_name",
    "text_of",
]

ROOTS = ("tbx", "martif")
HEADERS = ("tbxHeader", "martifHeader")
ENTRIES = ("conceptEntry", "termEntry")
LANGUAGES = ("langSec", "langSet")
TERMS = ("termSec", "tig", "ntig")

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_OPEN_GROUPS = ("termGrp",)  # of version 2, around the term of an ntig and its notes
_GROUPS = (
    "descripGrp",
    "adminGrp",
    "termNoteGrp",
)  # around one piece of data and what is said of it
_DESCRIPTIONS = ("definition", "context")
_META = ("descrip", "admin", "termNote", "ref", "xref")  # their category is an attribute in DCA


class Field(NamedTuple):
    """One piece of data.

    `category` is what it is, `shown` how messages name it, `text` its words without the elements in
    them, in one line.
    """

    category: str
    shown: str
    element: _Element
    text: str

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing, and points nowhere."""
        return not self.text and not self.element.get("target")

    @property
    def line(self) -> int:
        """Where it stands in the file."""
        return line_of(self.element)


def fields(section: _Element, structure: tuple[str, ...]) -> Iterator[Field | Ignored]:
    """The data of an entry or of one of its sections, without the sections in it (`structure`)."""
    for child in section:
        name = local_name(child)
        if name in structure:
            continue
        if name in _OPEN_GROUPS:
            yield from fields(child, structure)
        elif name in _GROUPS:
            yield from _group(child)
        else:
            yield _field(child)


def text_of(element: _Element) -> str:
    """The words of an element and of those in it, in one line."""
    return in_one_line("".join(map(str, element.itertext())))


def line_of(element: Any) -> int:
    """The line of an element in its file."""
    return int(element.sourceline or 0)


def local_name(element: _Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def lang_of(element: _Element | None) -> tuple[str, LabelLang | None]:
    """The language of an element's text: as it or the nearest around it says, and as we call it."""
    tag = None
    while element is not None and tag is None:
        tag = element.get(_XML_LANG, element.get("lang"))
        element = element.getparent()
    tag = str(tag or "")
    code = code_of(tag)
    return tag, "mul" if code == "mul" else CODES.get(code)


def _group(group: _Element) -> Iterator[Field | Ignored]:
    """The data that a group is about; what is said of it, such as its source, has no place with us.

    Some programs put several pieces of data into one group.
    """
    name = local_name(group)
    for number, child in enumerate(group):
        field = _field(child)
        if number == 0 or field.category in _DESCRIPTIONS:
            yield field
        else:
            yield Ignored(f"{field.shown} in a {name}")


def _field(element: _Element) -> Field:
    name = local_name(element)
    category = element.get("type") if name in _META else None
    shown = name if category is None else f"{name} {category}"
    category = str(category or name)
    return Field(CATEGORY_OF.get(category, category), shown, element, text_of(element))
