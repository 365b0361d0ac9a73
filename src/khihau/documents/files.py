"""Files in and out: whole reads, atomic writes."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from khihau.atomic import append_to_file, replace_file
from khihau.documents.encodings import OLE, Decoded, decode
from khihau.documents.folders import excluder, walk
from khihau.documents.formats import FORMATS, read_markup
from khihau.errors import InputError
from khihau.model import Document

__all__ = [
    "MOST",
    "STDIN",
    "append_text",
    "find_files",
    "link_target",
    "make_folder",
    "parse_document",
    "read_bytes",
    "read_document",
    "read_stdin",
    "read_text",
    "refuse_names",
    "write_fresh",
    "write_new",
    "write_text",
]

STDIN = "<stdin>"  # the path of a document that came in there


# Bytes that are read at most: a device gives them without end, and no document comes near it.
MOST = 1 << 28

# The forms that word processors wrote before, which no reader knows, and those to save them in.
_OLD_FORMS: Mapping[str, str] = {".doc": ".docx", ".hwp": ".hwpx"}
_OLD_STARTS = (OLE, b"HWP Document File")


def find_files(
    paths: Sequence[str | Path], exclude: Sequence[str] = (), root: Path | None = None
) -> list[Path]:
    """The documents that paths stand for: files as named, folders searched, each file once.

    In the order of `paths`; within a folder sorted, without what git ignores, hidden files, links
    and suffixes that FORMATS does not know. `exclude` are patterns as in a .gitignore file in
    `root` (the current folder by default); they win over names. Raises InputError for a path that
    is not there, and for a folder with nothing to read that `exclude` did not empty.
    """
    excluded = excluder(tuple(exclude), root or Path.cwd())
    suffixes = FORMATS.keys() - {""}
    found: dict[Path, Path] = {}
    for path in map(Path, paths):
        if not path.exists():
            raise InputError(f"{path}: no such file or folder; check the path")
        if not path.is_dir():
            files = [] if excluded(path) else [path]
        else:
            files = [] if excluded(path) else list(walk(path, suffixes, excluded))
            if not files and next(walk(path, suffixes), None) is None:
                known = ", ".join(sorted(suffixes))
                raise InputError(f"{path}: no document in this folder; it needs a file in {known}")
        for file in files:
            found.setdefault(file.resolve(), file)
    return list(found.values())


def read_document(path: str | Path, encoding: str | None = None) -> Document:
    """Read a file by the reader of its suffix; "-" is standard input.

    `encoding` None finds out (`encodings`). Raises InputError when it cannot be read as text.
    """
    if str(path) == "-":
        return read_stdin(encoding)
    return parse_document(read_bytes(Path(path)), str(path), encoding)


def parse_document(data: bytes, path: str, encoding: str | None = None) -> Document:
    """The document in the bytes that a file had; InputError as for `read_document`."""
    suffix = Path(path).suffix.lower()
    if suffix in _OLD_FORMS and data.startswith(_OLD_STARTS):
        raise InputError(
            f"{path}: is an old {suffix} file, which is not read; open it in its program and save it "
            f"as {_OLD_FORMS[suffix]}"
        )
    return FORMATS.get(suffix, FORMATS[""])(data, path, encoding)


def read_stdin(encoding: str | None = None) -> Document:
    """Read standard input to its end, like a file; InputError as for `read_document`."""
    return read_markup(sys.stdin.buffer.read(), STDIN, encoding)


def read_text(path: str | Path, encoding: str | None = None) -> Decoded:
    """Read a text file with all that `write_text` needs to write it back; InputError likewise."""
    return decode(read_bytes(Path(path)), str(path), encoding)


def write_text(path: str | Path, text: str, like: Decoded, root: Path | None = None) -> None:
    """Write an edited text over its file: all or nothing, as it was encoded, same permissions.

    A symbolic link is written through when its target lies below `root` (the folder of the link by
    default). Raises InputError when the text cannot be encoded or the file not be written, and for
    one of several hard links, which writing would part; the file is then as it was.
    """
    file = Path(path)
    _replace(link_target(file, root or file.parent), like.encode(text), file)


def write_new(path: str | Path, content: str | bytes) -> None:
    """Write a text (in UTF-8) or bytes to a new or old file, all or nothing; InputError if it cannot.

    What is no file (a pipe, /dev/stdout) is written to as it is.
    """
    file = Path(path)
    data = (
        content if isinstance(content, bytes) else Decoded(content, name=str(file)).encode(content)
    )
    if file.exists() and not file.is_file() and not file.is_dir():
        try:
            file.write_bytes(data)
        except OSError as error:
            raise _refusal(file, "written", error) from error
        return
    _replace(link_target(file, file.parent), data, file)


def write_fresh(path: Path, text: str) -> bool:
    """Write a text as `write_new` does where nothing is yet; False, and nothing done, where something is.

    Of several programs at once one gets the name.
    """
    try:
        path.touch(exist_ok=False)
    except FileExistsError:
        return False
    except OSError as error:
        raise _refusal(path, "written", error) from error
    try:
        write_new(path, text)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return True


def make_folder(path: Path) -> None:
    """Make a folder and those above it, where they are not there; InputError if it cannot."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _refusal(path, "made", error) from error


def append_text(path: str | Path, lines: str) -> None:
    """Add lines to the end of a text file in UTF-8, or to a new one, all of them or none.

    Raises InputError where that cannot be, for a link out of the file's folder, for what is no file,
    and for a file of several names.
    """
    file = Path(path)
    target = link_target(file, file.parent)
    try:
        if target.exists():
            refuse_names(target.stat(), file)
            if not target.is_file() and not target.is_dir():
                raise InputError(f"{file}: is no file; name one")
        append_to_file(target, Decoded(lines, name=str(file)).encode(lines))
    except OSError as error:
        raise _refusal(file, "written", error) from error


def read_bytes(path: Path) -> bytes:
    try:
        if not _is_endless(path):
            return path.read_bytes()
        with path.open("rb") as file:
            data = file.read(MOST + 1)
    except OSError as error:
        raise _refusal(path, "read", error) from error
    if len(data) > MOST:
        raise InputError(f"{path}: is larger than {MOST >> 20} MB; part it into smaller files")
    return data


def _is_endless(path: Path) -> bool:
    """Whether what a path stands for may fill the memory: a huge file, a pipe, /dev/zero."""
    try:
        state = path.stat()
    except OSError:  # which reading it tells
        return False
    return not stat.S_ISREG(state.st_mode) or state.st_size > MOST


def _refusal(path: Path, done: str, error: OSError) -> InputError:
    """What the system said about a file, and the next step; `done` is "read", "written" or "made"."""
    match error:
        case FileNotFoundError() if done == "read":
            return InputError(f"{path}: no such file; check the path")
        case FileNotFoundError():
            return InputError(f"{path}: its folder does not exist; create it first")
        case IsADirectoryError():
            return InputError(f"{path}: is a folder, not a file; name a file in it")
        case NotADirectoryError() | FileExistsError():
            return InputError(
                f"{path}: cannot be {done}: a file is where a folder must be; move it"
            )
        case PermissionError():
            return InputError(f"{path}: cannot be {done}: permission denied; check its permissions")
        case _:
            return InputError(f"{path}: cannot be {done}: {error.strerror}; check the disk")


def link_target(file: Path, root: Path) -> Path:
    """The file or folder that a path stands for; InputError when a link leads out of `root`, or nowhere."""
    if not file.is_symlink():
        return file
    target = Path(os.path.realpath(file))
    if target.is_symlink():
        raise InputError(f"{file}: is a link that leads in a circle; remove it")
    if not target.is_relative_to(os.path.realpath(root)):
        raise InputError(f"{file}: is a link to {target}, outside {root}; name that itself")
    return target


def _replace(target: Path, data: bytes, shown: Path) -> None:
    """Put a whole new file in the place of an old one, with its owner and permissions.

    One that has other names is refused: under those it would stay as it was.
    """
    try:
        old = target.stat() if target.exists() else None
        if old is not None and stat.S_ISDIR(old.st_mode):
            raise IsADirectoryError
        if old is not None and not os.access(target, os.W_OK):
            raise PermissionError
        if old is not None:
            refuse_names(old, shown)
        replace_file(target, data, old)
    except OSError as error:
        raise _refusal(shown, "written", error) from error


def refuse_names(old: os.stat_result, shown: Path) -> None:
    """Raise InputError for a file that has other names."""
    if stat.S_ISREG(old.st_mode) and old.st_nlink > 1:
        raise InputError(
            f"{shown}: has {old.st_nlink} names (hard links), and the others would keep the old "
            "text; nothing was written; give the file one name (cp it and move the copy over it)"
        )
