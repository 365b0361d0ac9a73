"""Changed texts: shown as a diff, or written over their files."""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO

from khihau.documents.files import read_text, write_text
from khihau.errors import InputError
from khihau.model import Document

__all__ = ["diff", "write_back"]


def diff(document: Document, changed: str) -> Iterator[str]:
    """The change of a document as `patch` takes it, a line each."""
    import difflib  # only a diff pays for it

    old, new = map(_lines, (document.text, changed))
    lines = difflib.unified_diff(old, new, document.path, document.path)
    for line in lines:
        yield line if line.endswith("\n") else line + "\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    """The lines of a text as `patch` counts them: other breaks than LF are letters to it."""
    return StringIO(text, newline="\n").readlines()


def write_back(document: Document, changed: str, encoding: str | None) -> None:
    """Write a changed text over the file that the document was read from.

    Raises InputError for a file that cannot be written, one whose text was taken out of another
    format, and one that was changed by someone else in the meantime: nothing of that may be lost.
    """
    if document.units:
        raise InputError(
            f"{document.path}: is read only; see the changes with --diff and make them in the program "
            "that wrote the file"
        )
    now = read_text(document.path, encoding)
    if now.text != document.text:
        raise InputError(
            f"{document.path}: was changed while it was read; nothing was written, run again"
        )
    write_text(document.path, changed, now)
