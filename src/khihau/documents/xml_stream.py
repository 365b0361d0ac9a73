"""XML read piece by piece: as safe as `xml.parse`, for files that do not fit into memory.

Of the tree only the piece is there that the reader looks at, and what encloses it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from khihau.documents.extras import required
from khihau.documents.xml import SAFE, cause, has_doctype, line_of_doctype, too_deep
from khihau.errors import InputError

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["elements"]

_CHUNK = 1 << 16  # bytes
_HEAD = 1 << 20  # bytes in which a DOCTYPE is looked for before the parser runs
# Between two pieces nothing is freed. No entry of a termbase and no header comes near it.
_LONGEST = 1 << 24  # bytes
_REMOVE = "remove that line"
_INCLUDE = "{http://www.w3.org/2001/XInclude}*"


def elements(path: Path, tags: Sequence[str]) -> Iterator[_Element]:
    """The elements of a file that have one of `tags`, as lxml writes them ("{*}entry"); last the root.

    Each is complete; when the next one is asked for it is emptied, and what came before it removed:
    what encloses it, and the root, have their attributes only. Of two within each other the inner
    one comes first, and the outer one is without it then. Raises InputError as `xml.parse` does, for XInclude elements, for files that
    cannot be read and where pieces lie too far apart.
    """
    etree = required("lxml.etree", "xml", str(path))
    try:
        with path.open("rb") as file:
            line = line_of_doctype(file.read(_HEAD))
            if line is not None:
                raise has_doctype(str(path), line, _REMOVE)
            file.seek(0)
            yield from _pieces(file, str(path), [*tags, _INCLUDE], etree)
    except OSError as error:
        if error.strerror is None:  # of a pipe, when it is to be read from the beginning again
            raise InputError(f"{path}: can be read only once; save it as a file first") from error
        raise InputError(f"{path}: cannot be read: {error.strerror}; check the path") from error


def _pieces(file: Any, path: str, tags: Sequence[str], etree: Any) -> Iterator[_Element]:
    parser = etree.XMLPullParser(
        events=("end",),
        tag=tags,
        collect_ids=False,
        **SAFE,
    )
    since = 0
    try:
        while chunk := file.read(_CHUNK):
            parser.feed(chunk)
            since += len(chunk)
            for _, element in parser.read_events():
                since = 0
                _check(element, path)
                yield element
                _forget(element)
            if since > _LONGEST:
                raise InputError(
                    f"{path}: has {_LONGEST >> 20} MB without the end of an entry; "
                    "save it again in the program that made it"
                )
        root = parser.close()
    except etree.XMLSyntaxError as error:
        raise _broken(error, parser.feed_error_log, path) from error
    _check(root, path)
    yield root


def _check(element: _Element, path: str) -> None:
    """InputError for what a safe file does not have."""
    # In encodings such as UTF-7, and behind long comments, the parser alone has seen the DOCTYPE.
    if element.getroottree().docinfo.internalDTD is not None:
        raise has_doctype(path, None, "remove it")
    if str(element.tag).startswith(_INCLUDE[:-1]):
        raise InputError(
            f"{path}: line {element.sourceline}: includes another file (XInclude), which is not "
            "read; put its content there, or remove the line"
        )


def _forget(element: _Element) -> None:
    """Empty an element and remove what lies before it, there and in all that encloses it."""
    element.clear()
    around: _Element | None = element
    while around is not None:
        parent = around.getparent()
        while parent is not None and around.getprevious() is not None:
            del parent[0]
        around = parent


def _broken(error: SyntaxError, log: Sequence[Any], path: str) -> InputError:
    """The error of XML that is not well-formed; the log knows some faults that the exception does not."""
    line, words = (log[0].line, log[0].message) if log else (error.lineno, cause(error))
    if "depth" in words.lower():
        return too_deep(path)
    return InputError(
        f"{path}: line {line or 1}: is no well-formed XML ({words.strip()}); "
        "save it again in the program that made it"
    )
