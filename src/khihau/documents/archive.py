"""The ZIP archives that word processors write, opened so that no file can do harm.

Nothing is written to disk, and what a header says of a size is not believed: bytes are counted while
they are decompressed.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from khihau.documents.encodings import OLE
from khihau.errors import InputError

__all__ = ["Archive"]

MEMBERS = 20_000
TOTAL = 256 * 2**20  # bytes of all members that are read
BIG = 8 * 2**20  # a member beyond it may not be more than RATIO times its compressed size
RATIO = 300

_KINDS = {
    ".docx": "a Word file",
    ".odt": "an OpenDocument text",
    ".hwpx": "an HWPX file",
    ".xlsx": "an Excel workbook",
}
_ENTRY = b"PK\x01\x02"  # what each entry of the table of contents begins with
_ENCRYPTED = 0x1  # a bit of `flag_bits`
_CHUNK = 2**16
_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)


class Archive:
    """The members of a ZIP archive; what has been read of it is counted over all members.

    `suffix` says what the file at `path` should be, ".docx". Raises InputError when its bytes are no
    such archive, or one with too many members.
    """

    def __init__(self, data: bytes, path: str, suffix: str) -> None:
        self.path = path
        self.suffix = suffix
        self._left = TOTAL
        if not data.startswith(b"PK"):
            raise _no_archive(data, path, suffix)
        if data.count(_ENTRY) > MEMBERS:
            raise self.broken(f"more than {MEMBERS} members")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _FAULTS as error:
            raise self.broken("the ZIP archive is cut off or damaged") from error
        self._size = len(data)
        self.names = frozenset(self._zip.namelist())

    def read(self, name: str) -> bytes:
        """The bytes of a member.

        Raises InputError when there is none, when it is encrypted or damaged, and when it grows to
        a size that no document has.
        """
        if name not in self.names:
            raise self.broken(f"it has no {name}")
        info = self._zip.getinfo(name)
        if info.flag_bits & _ENCRYPTED:
            raise self.encrypted()
        # The other methods hand out whatever a block grows to; no word processor uses them.
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise self.broken(f"{name} is compressed in a way that is not read")
        most = max(BIG, RATIO * min(info.compress_size, self._size))
        chunks: list[bytes] = []
        size = 0
        try:
            with self._zip.open(info) as member:
                while chunk := member.read(_CHUNK):
                    size += len(chunk)
                    if size > min(most, self._left):
                        break
                    chunks.append(chunk)
        except _FAULTS as error:
            raise self.broken(f"{name} is damaged") from error
        if size > min(most, self._left):
            raise self.broken(f"{name} grows beyond any document when it is unpacked")
        self._left -= size
        return b"".join(chunks)

    def broken(self, cause: str) -> InputError:
        """The error for an archive that is not what its suffix says."""
        return InputError(
            f"{self.path}: is {_KINDS[self.suffix]} that cannot be read: {cause}; open it in its "
            f"program and save it as {self.suffix} again"
        )

    def encrypted(self) -> InputError:
        """The error for an archive that only opens with a password."""
        return InputError(
            f"{self.path}: is {_KINDS[self.suffix]} with a password; save it without one"
        )


def _no_archive(data: bytes, path: str, suffix: str) -> InputError:
    if not data:
        return InputError(f"{path}: is empty, not {_KINDS[suffix]}; save the document again")
    if data.startswith(OLE):
        return InputError(
            f"{path}: is an old or an encrypted Office or HWP file, not {_KINDS[suffix]}; open it and "
            f"save it as {suffix} without a password"
        )
    return InputError(
        f"{path}: is not {_KINDS[suffix]}; open it in its program and save it as {suffix}, or if it "
        "is a text, name it .txt"
    )
