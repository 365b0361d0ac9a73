"""The names of Word's XML, and what the style of a paragraph makes of it: heading, item, quote."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from khihau.documents.office.blocks import kind_of_style, lineage, namer
from khihau.model import SegmentKind

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Styles", "kind_of", "name_of", "setting", "styles_of", "value_of"]

# The namespaces of ECMA-376 as Word writes them, and as "Strict Open XML" does.
_NAMES = namer(
    {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
        "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
        "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
        "http://purl.oclc.org/ooxml/officeDocument/math": "m",
        "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    }
)

_BODY_LEVEL = 9  # of the outline: no heading


class Style(NamedTuple):
    """What a style or a paragraph says itself; None where it says nothing."""

    name: str
    level: int | None
    numbering: str | None


# By id, each style with those that it extends, the nearest first.
Styles: TypeAlias = Mapping[str, tuple[Style, ...]]


def name_of(element: _Element) -> str:
    """The short name of an element, "w:p"."""
    return _NAMES(element.tag)


def value_of(element: _Element | None, attribute: str = "val") -> str | None:
    """An attribute in the namespace of its element, None without the element or the attribute."""
    if element is None:
        return None
    namespace, brace, _ = element.tag.rpartition("}")
    return element.get(f"{namespace}{brace}{attribute}")


def setting(element: _Element | None, *names: str) -> _Element | None:
    """The element that a path of names leads to, such as "w:pPr", "w:numPr"; None if none is there."""
    for name in names:
        if element is None:
            return None
        element = next((one for one in element if name_of(one) == name), None)
    return element


def styles_of(root: _Element | None) -> Styles:
    """The styles that a part defines."""
    found = {
        key: style
        for style in (root if root is not None else ())
        if name_of(style) == "w:style" and (key := value_of(style, "styleId"))
    }
    bases = {key: value_of(setting(style, "w:basedOn")) or "" for key, style in found.items()}
    own = {
        key: _style(value_of(setting(style, "w:name")) or "", style) for key, style in found.items()
    }
    return {key: tuple(own[one] for one in lineage(key, bases)) for key in found}


def kind_of(paragraph: _Element, styles: Styles) -> SegmentKind:
    """Whether a paragraph is a heading, a quote, an item of a list, or plain text.

    What stands in the paragraph wins over its style, and that over the styles which it extends.
    """
    style = value_of(setting(paragraph, "w:pPr", "w:pStyle")) or ""
    line = (_style("", paragraph), *styles.get(style, ()))
    level = next((one.level for one in line if one.level is not None), None)
    if level is not None and level < _BODY_LEVEL:
        return "heading"
    kind = kind_of_style(one.name for one in line)
    if kind is not None and not (kind == "heading" and level == _BODY_LEVEL):
        return kind
    # A list called "0" is none: a paragraph leaves the list of its style by it.
    numbering = next((one.numbering for one in line if one.numbering is not None), "0")
    return "body" if numbering == "0" else "item"


def _style(name: str, element: _Element) -> Style:
    settings = setting(element, "w:pPr")
    level = value_of(setting(settings, "w:outlineLvl")) or ""
    return Style(
        name,
        int(level) if re.fullmatch(r"[0-9]{1,2}", level) else None,
        value_of(setting(settings, "w:numPr", "w:numId")),
    )
