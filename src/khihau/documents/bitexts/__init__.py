"""Files that hold a text and its translation, unit by unit: which reader a suffix has."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from khihau.documents.bitexts.tags import Languages
from khihau.documents.files import read_bytes
from khihau.errors import InputError
from khihau.loading import load

if TYPE_CHECKING:
    from khihau.model import Bitext, Lang

__all__ = ["BITEXTS", "read_bitext"]

# Suffix (small letters) to the module that reads it, imported when such a file comes. Each has
# read(data, path, encoding, said): the bytes of a file, its name for messages, the encoding and the
# languages that the user named.
BITEXTS: Mapping[str, str] = {
    ".csv": "khihau.documents.bitexts.delimited",
    ".tsv": "khihau.documents.bitexts.delimited",
    ".xlsx": "khihau.documents.bitexts.xlsx",
    ".po": "khihau.documents.bitexts.po",
    ".xliff": "khihau.documents.bitexts.xliff",
    ".xlf": "khihau.documents.bitexts.xliff",
    ".mqxliff": "khihau.documents.bitexts.xliff",
    ".mxliff": "khihau.documents.bitexts.xliff",
    ".sdlxliff": "khihau.documents.bitexts.xliff",
}


def read_bitext(
    path: str | Path,
    encoding: str | None = None,
    source: Lang | None = None,
    target: Lang | None = None,
) -> Bitext:
    """Read a file of translation units: each side on a unit of its own, and what renders what.

    `encoding` is for files of plain text (.csv, .tsv, .po), None finds out; `source` and `target`
    are the languages the user named. Languages that neither the user nor the file says stay None.
    Raises InputError when the file cannot be read, holds no unit or is in other languages.
    """
    file = Path(path)
    suffix = file.suffix.lower()
    module = BITEXTS.get(suffix)
    if module is None:
        known = ", ".join(sorted(BITEXTS))
        raise InputError(
            f'{path}: khihau reads no translation units from "{suffix or file.name}" files; '
            f"give a file in {known}, or two files: a text and its translation"
        )
    read: Callable[[bytes, str, str | None, Languages], Bitext]
    read = load(module, "read")
    return read(read_bytes(file), str(path), encoding, Languages(source, target))
