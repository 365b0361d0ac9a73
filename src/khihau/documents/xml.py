"""XML read safely: no DOCTYPE, no entities, nothing fetched, bounded depth."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from khihau.documents.extras import required
from khihau.errors import InputError

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["DEPTH", "SAFE", "cause", "has_doctype", "line_of_doctype", "parse", "too_deep"]

# Elements within each other. No file that a person made comes near it, and readers may recurse.
DEPTH = 200

# What a parser is told: it declares no entity, opens no other file, and bounds what one text may hold.
SAFE: Mapping[str, bool] = MappingProxyType(
    {
        "resolve_entities": False,
        "load_dtd": False,
        "no_network": True,
        "huge_tree": False,
        "remove_comments": True,
        "remove_pis": True,
    }
)

_TOO_DEEP = f"boolean({'/*' * (DEPTH + 1)})"
_DOCTYPE = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?(?:\s|<\?.*?\?>|<!--.*?-->)*+<!DOCTYPE", re.S
)
_AGAIN = "save it again in the program that made it"


def parse(data: bytes, path: str, extra: str = "office") -> _Element:
    """The root element of an XML file, without comments and processing instructions.

    `path` is its name in messages, `extra` the one of ours that brings lxml. Raises InputError for
    XML that is broken, that has a DOCTYPE (the door to entities and other files) or that is deeper
    than DEPTH, and where lxml is missing.
    """
    etree = required("lxml.etree", extra, path)
    # Looked for before the parser runs, so that no entity is ever declared.
    line = line_of_doctype(data)
    if line is not None:
        raise has_doctype(path, line)
    parser = etree.XMLParser(**SAFE)
    try:
        root: _Element = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise InputError(
            f"{path}: line {error.lineno or 1}: is no well-formed XML ({cause(error)}); {_AGAIN}"
        ) from error
    # In encodings such as UTF-7 the DOCTYPE looks different; the parser has seen it.
    if root.getroottree().docinfo.internalDTD is not None:
        raise has_doctype(path, None)
    if root.xpath(_TOO_DEEP):
        raise too_deep(path)
    return root


def line_of_doctype(data: bytes) -> int | None:
    """The line of the DOCTYPE in the first bytes of a file; None where they have none."""
    opening = _DOCTYPE.match(data.replace(b"\0", b"") if b"\0" in data[:4] else data)
    return None if opening is None else 1 + opening[0].count(b"\n")


def too_deep(path: str) -> InputError:
    """The error of a file whose elements are nested beyond all that a person makes."""
    return InputError(f"{path}: has more than {DEPTH} elements within each other; {_AGAIN}")


def has_doctype(path: str, line: int | None, step: str = f"remove it or {_AGAIN}") -> InputError:
    """The error of a file with a DOCTYPE, the door to entities and other files.

    `line` is None where the parser met it, which does not tell.
    """
    place = path if line is None else f"{path}: line {line}"
    return InputError(f"{place}: has a DOCTYPE, which is not read; {step}")


def cause(error: SyntaxError) -> str:
    """What the parser says, without the place, which we name ourselves."""
    return re.sub(r", line \d+, column \d+.*\Z", "", error.msg or "unknown fault", flags=re.S)
