"""Records of a table in plain text, .csv and .tsv, and what parts their cells."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeAlias

from khihau.documents.encodings import decode
from khihau.errors import InputError

__all__ = ["read_records"]

# Whether a first row names the columns.
IsHeader: TypeAlias = Callable[[Sequence[str]], bool]

# Excel writes the list separator of the country: a semicolon where the comma is decimal, as in
# Vietnam.
_DELIMITERS = (",", ";", "\t")
_SEPARATOR_LINE = re.compile(r"""\A"?sep=([,;\t])"?(?:\r\n?|\n)""", re.I)  # Excel's own way to say
_VIETNAMESE = frozenset("àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ")
_SIGNS = frozenset("\xa0–—‘’“”„…•«»°±²³·§©®€™")
_LINE_BREAK = re.compile(r"\r\n?|\n")
_MARK = re.compile(r"^\ufeff+", re.M)  # before each line of files that were joined, too


class _Table(NamedTuple):
    """The records of a text under one delimiter, up to the line of an error, 0 when there is none."""

    delimiter: str
    records: Sequence[Sequence[str]]
    error: str = ""
    line: int = 0

    @property
    def filled(self) -> list[Sequence[str]]:
        return [record for record in self.records if any(map(str.strip, record))]


def read_records(
    data: bytes, path: str, encoding: str | None, is_header: IsHeader
) -> Sequence[Sequence[str]]:
    """The records of a table in order, empty ones too; the delimiter is found out.

    `encoding` is None where the user named none. Raises InputError where the bytes are no text, the
    quotation marks are broken, or more than one delimiter would do.
    """
    text = _decoded(data, path, encoding)
    table = _read_tabs(text) if path.lower().endswith(".tsv") else _sniffed(text, path, is_header)
    if "limit" in table.error:
        raise InputError(
            f"{path}: line {table.line}: a cell has more than {csv.field_size_limit():,} characters; "
            "shorten it, or look for a quotation mark before it that is not closed"
        )
    if table.error:
        raise InputError(
            f"{path}: line {table.line}: broken quotation marks ({table.error}); save the table "
            "again from a spreadsheet, or write each quotation mark in a quoted cell twice"
        )
    return table.records


def _decoded(data: bytes, path: str, encoding: str | None) -> str:
    """The text of a table; Windows-1258, which older Vietnamese programs write, is told by name."""
    try:
        return _MARK.sub("", decode(data, path, encoding).text)
    except InputError as error:
        if encoding is None and _is_windows_1258(data):
            raise InputError(
                f"{path}: looks like Windows-1258 (old Vietnamese), not UTF-8; "
                "say --encoding windows-1258, or save it as CSV UTF-8"
            ) from error
        raise


def _is_windows_1258(data: bytes) -> bool:
    """Whether all letters are Vietnamese once the tones are put on the vowels before them.

    Bytes of UTF-8, or of another encoding, become letters here that Vietnamese does not have; é and à
    alone are no sign of it, since other languages have them.
    """
    try:
        text = unicodedata.normalize("NFC", data.decode("windows-1258"))
    except UnicodeDecodeError:
        return False
    strange = {character.lower() for character in text if character > "\x7f"}
    only_vietnamese = any("\u1ea0" <= character <= "\u1ef9" for character in strange)
    return only_vietnamese and strange <= _VIETNAMESE | _SIGNS


def _read_tabs(text: str) -> _Table:
    """Records parted by tabs: quoted as in CSV where that is well-formed, else as they stand."""
    table = _parsed(text, "\t")
    if not table.error:
        return table
    return _Table("\t", [line.split("\t") for line in _LINE_BREAK.split(text)])


def _sniffed(text: str, path: str, is_header: IsHeader) -> _Table:
    """The records of a CSV under the delimiter that gives every row the same number of columns.

    Where several do (or none does, since rows are short or torn), the one that the first row
    has; last, the one that no space follows, as it does punctuation.
    """
    if line := _SEPARATOR_LINE.match(text):
        table = _parsed(text[line.end() :], line[1])
        return table._replace(line=table.line + 1)  # `line` is read only beside an error
    tables = [_parsed(text, delimiter) for delimiter in _DELIMITERS]
    fitting = [table for table in tables if _fits(table)] or [
        table for table in tables if table.filled and len(table.filled[0]) > 1
    ]
    for prefer in (lambda table: is_header(table.filled[0]), _has_no_space):
        fitting = list(filter(prefer, fitting)) or fitting
    if len(fitting) > 1:
        raise InputError(
            f"{path}: commas, semicolons or tabs may part its columns; save it as .tsv or .xlsx, "
            "or write sep=, or sep=; into its first line"
        )
    return fitting[0] if fitting else next((t for t in tables if t.error), tables[0])


def _parsed(text: str, delimiter: str) -> _Table:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    records: list[list[str]] = []
    try:
        records.extend(reader)
    except csv.Error as error:
        return _Table(delimiter, records, str(error), reader.line_num)
    return _Table(delimiter, records)


def _fits(table: _Table) -> bool:
    widths = {len(record) for record in table.filled}
    return not table.error and len(widths) == 1 and min(widths) > 1


def _has_no_space(table: _Table) -> bool:
    return not any(cell.startswith(" ") for record in table.filled for cell in record[1:])
