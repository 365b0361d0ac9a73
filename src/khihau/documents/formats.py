"""The formats of documents: which reader a suffix has; one more is one module and one line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from khihau.documents.encodings import decode
from khihau.documents.prose.markup import scan
from khihau.loading import load
from khihau.model import Document

__all__ = ["FORMATS", "read_markup"]


def read_markup(data: bytes, name: str, encoding: str | None) -> Document:
    """A text or Markdown file as a document."""
    return scan(decode(data, name, encoding).text, name)


# A reader takes the bytes of a file, its name for messages, and the encoding the user named.
Reader: TypeAlias = Callable[[bytes, str, "str | None"], Document]


def _read_by(module: str) -> Reader:
    """The reader `read` of a module, which is imported when such a file comes."""

    def read(data: bytes, name: str, encoding: str | None) -> Document:
        reader: Reader = load(module, "read")
        return reader(data, name, encoding)

    return read


# Suffix (small letters) to reader. Folders are searched for these; "" reads any other file that is
# named, and is not searched for.
FORMATS: Mapping[str, Reader] = {
    ".txt": read_markup,
    ".md": read_markup,
    ".markdown": read_markup,
    ".docx": _read_by("khihau.documents.office.docx"),
    ".odt": _read_by("khihau.documents.office.odt"),
    ".hwpx": _read_by("khihau.documents.office.hwpx"),
    "": read_markup,
}
