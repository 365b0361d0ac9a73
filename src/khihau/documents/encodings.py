"""Bytes to text and back: which encoding a file is in, decided only where it is sure.

UTF-8 and whatever a byte order mark says are read; Korean cp949 is taken when the whole file decodes
and reads as Hangul. Everything else asks for `--encoding`: a guess that is wrong would be written back.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from typing import NamedTuple

from khihau.errors import InputError

__all__ = ["OLE", "Decoded", "decode"]

# UTF-32 stands before UTF-16: the mark of one begins with that of the other.
_BYTE_ORDER_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UNICODE = ("utf-8", "utf-16", "utf-32")
# The names of UTF-8 and UTF-16 that leave the byte order to the mark.
_PLAIN_NAMES = {"utf-8-sig": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # how the old Office and HWP files begin, and encrypted ones

_KINDS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF file"),
    (OLE, "an old Office or HWP file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
)
_ZIP = b"PK\x03\x04"
_ZIP_KINDS = {
    ".docx": "a Word file",
    ".pptx": "a PowerPoint file",
    ".xlsx": "an Excel file",
    ".odt": "an OpenDocument file",
    ".hwpx": "an HWPX file",
    ".epub": "an EPUB file",
}
_SAVE_AS_TEXT = "save its text as .txt or .md and give that file"
# A letter with a mark behind a plain one: "kh\xc3\xad". Where the whole line is UTF-8, it is Vietnamese,
# and a file with such lines is written in two encodings.
_VIETNAMESE_WORD = re.compile(rb"[A-Za-z](?:[\xc3-\xc6][\x80-\xbf]|\xe1[\xba\xbb][\x80-\xbf])")
# Of the characters beyond ASCII in a Korean file, this share is Hangul of everyday use.
_SHARE_OF_HANGUL = 0.8


class Decoded(NamedTuple):
    """The text of a file, and how to turn an edited text back into bytes like those it came from.

    Line breaks stand in `text` as they are in the file. `encoding` is a codec name without a byte
    order mark; `bom` the mark, empty when there was none; `name` the file in messages.
    """

    text: str
    encoding: str = "utf-8"
    bom: bytes = b""
    name: str = "<text>"

    def encode(self, text: str) -> bytes:
        """The bytes of another text in the same encoding; InputError names what cannot be written."""
        try:
            return self.bom + text.encode(self.encoding)
        except UnicodeEncodeError as error:
            bad = text[error.start]
            shown = f"U+{ord(bad):04X}" if "\ud800" <= bad <= "\udfff" else f'"{bad}"'
            raise InputError(
                f"{self.name}: {shown} cannot be written in {self.encoding}; save the file as UTF-8"
            ) from error


def decode(data: bytes, name: str, encoding: str | None = None) -> Decoded:
    """Decode the bytes of a file called `name`; `encoding` None finds out.

    Raises InputError when the bytes are no text, broken, or in an encoding that nobody named.
    """
    _refuse_other_kinds(data, name)
    bom, marked = next(
        ((mark, codec) for mark, codec in _BYTE_ORDER_MARKS if data.startswith(mark)), (b"", "")
    )
    if encoding is not None:
        return _decode_as(data, name, encoding, bom, marked)
    if marked:
        return _strict(data, name, marked, bom, f"save the file as {marked.upper()} again")
    nul = data.find(b"\0")
    if nul >= 0:
        raise InputError(
            f"{name}: is a binary file (NUL at byte offset {nul}); if it is text, name its encoding "
            "with --encoding, such as utf-16-le"
        )
    korean = None if _is_utf8(data) else _korean(data)
    if korean is not None:
        return Decoded(korean, "cp949", b"", name)
    return _strict(
        data, name, "utf-8", b"", "save the file as UTF-8 or name its encoding with --encoding"
    )


def _refuse_other_kinds(data: bytes, name: str) -> None:
    kind = next((kind for magic, kind in _KINDS if data.startswith(magic)), None)
    if data.startswith(_ZIP):
        suffix = name[name.rfind(".") :].lower() if "." in name else ""
        kind = _ZIP_KINDS.get(suffix, "a ZIP archive")
    if kind is not None:
        raise InputError(f"{name}: is {kind}, not text; {_SAVE_AS_TEXT}")


def _decode_as(data: bytes, name: str, encoding: str, bom: bytes, marked: str) -> Decoded:
    """Decode as the user says; a byte order mark of the same family gives the byte order."""
    try:
        codec = codecs.lookup(encoding).name
        "a".encode(encoding)  # codecs such as hex and rot13 are no encodings of text
    except (LookupError, ValueError) as error:
        raise InputError(
            f'{name}: unknown encoding "{encoding}"; use a name such as utf-8, utf-16 or cp949'
        ) from error
    family = next((family for family in _UNICODE if codec.startswith(family)), None)
    if marked and family is not None and marked.startswith(family):
        codec = marked
    else:
        codec, bom = _PLAIN_NAMES.get(codec, codec), b""
    return _strict(data, name, codec, bom, "name its encoding with --encoding")


def _strict(data: bytes, name: str, encoding: str, bom: bytes, next_step: str) -> Decoded:
    try:
        text = data[len(bom) :].decode(encoding)
    except UnicodeDecodeError as error:
        offset = len(bom) + error.start
        line = 1 + data[:offset].count("\n".encode(encoding))
        raise InputError(
            f"{name}: line {line}, byte offset {offset}: not valid {encoding.upper()}; {next_step}"
        ) from error
    except UnicodeError as error:
        raise InputError(f"{name}: not valid {encoding.upper()}; {next_step}") from error
    return Decoded(text, encoding, bom, name)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _korean(data: bytes) -> str | None:
    """The text of a cp949 file, None when it does not read as Korean.

    Bytes of other encodings decode too, but to Hanja and to the 8,822 syllables that are hardly
    ever written; everyday Hangul lies in the rows B0 to C8 of KS X 1001.
    """
    try:
        text = data.decode("cp949")
    except UnicodeDecodeError:
        return None
    if any(map(_is_vietnamese, data.splitlines())):
        return None
    beyond_ascii = Counter(character for character in text if character > "\x7f")
    hangul = sum(n for character, n in beyond_ascii.items() if _is_everyday_hangul(character))
    return text if hangul > _SHARE_OF_HANGUL * beyond_ascii.total() else None


def _is_vietnamese(line: bytes) -> bool:
    """Whether a line of a file that is no UTF-8 is UTF-8 all the same, with Vietnamese in it."""
    return bool(_VIETNAMESE_WORD.search(line)) and _is_utf8(line)


def _is_everyday_hangul(character: str) -> bool:
    if not "가" <= character <= "힣":
        return False
    lead, trail = character.encode("cp949")
    return 0xB0 <= lead <= 0xC8 and trail >= 0xA1
