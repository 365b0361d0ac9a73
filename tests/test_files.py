"""Files in and out: encodings, bad input, folders, atomic writes."""

from __future__ import annotations

import io
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khihau.documents.encodings import Decoded, decode
from khihau.documents.files import (
    find_files,
    make_folder,
    read_document,
    read_stdin,
    read_text,
    write_fresh,
    write_new,
    write_text,
)
from khihau.documents.formats import FORMATS
from khihau.errors import InputError
from khihau.model import Document

KOREAN = "정부는 온실가스 감축목표(NDC)를 상향하였다.\r\n"
VIETNAMESE = "Biến đổi khí hậu\n"

# --- decoding -------------------------------------------------------------------------------------

READABLE = [
    (b"", None, "", "utf-8"),
    (VIETNAMESE.encode(), None, VIETNAMESE, "utf-8"),
    (VIETNAMESE.encode("utf-8-sig"), None, VIETNAMESE, "utf-8"),
    (VIETNAMESE.encode("utf-8-sig"), "utf8", VIETNAMESE, "utf-8"),
    (VIETNAMESE.encode("utf-16"), None, VIETNAMESE, "utf-16-le"),
    (b"\xfe\xff" + KOREAN.encode("utf-16-be"), None, KOREAN, "utf-16-be"),
    (b"\xfe\xff" + KOREAN.encode("utf-16-be"), "utf-16", KOREAN, "utf-16-be"),
    (KOREAN.encode("utf-16-le"), "utf-16", KOREAN, "utf-16-le"),
    (KOREAN.encode("utf-16-be"), "UTF-16BE", KOREAN, "utf-16-be"),
    (KOREAN.encode("utf-32"), None, KOREAN, "utf-32-le"),
    (KOREAN.encode("cp949"), None, KOREAN, "cp949"),
    (KOREAN.encode("cp949"), "euc-kr", KOREAN, "euc_kr"),
    (b"caf\xe9", "latin-1", "café", "iso8859-1"),
    (b"a\r\nb\rc\n", None, "a\r\nb\rc\n", "utf-8"),
]


@pytest.mark.parametrize(("data", "encoding", "text", "codec"), READABLE)
def test_decode(data: bytes, encoding: str | None, text: str, codec: str) -> None:
    decoded = decode(data, "a.txt", encoding)
    assert (decoded.text, decoded.encoding) == (text, codec)
    assert decoded.encode(decoded.text) == data


_ASK = "save the file as UTF-8 or name its encoding with --encoding"
_OPTION = "--encoding, such as utf-16-le"
_SAVE = "save its text as .txt or .md and give that file"
BAD = [
    ("a.txt", b"a\nb\xff", None, f"line 2, byte offset 3: not valid UTF-8; {_ASK}"),
    ("a.txt", VIETNAMESE.encode()[:4], None, f"line 1, byte offset 2: not valid UTF-8; {_ASK}"),
    (
        "a.txt",
        KOREAN.encode()[:-4] + b"\xec",
        None,
        f"line 1, byte offset 56: not valid UTF-8; {_ASK}",
    ),
    (
        "a.txt",
        "Biến đổi".encode("cp1258", "ignore"),
        None,
        f"line 1, byte offset 4: not valid UTF-8; {_ASK}",
    ),
    (
        "a.txt",
        b"\xef\xbb\xbfa\xff",
        None,
        "line 1, byte offset 4: not valid UTF-8; save the file as UTF-8 again",
    ),
    (
        "a.txt",
        b"\xff\xfea\x00\n\x00b",
        None,
        "line 2, byte offset 6: not valid UTF-16-LE; save the file as UTF-16-LE again",
    ),
    (
        "a.txt",
        b"\xff",
        "ascii",
        "line 1, byte offset 0: not valid ASCII; name its encoding with --encoding",
    ),
    (
        "a.txt",
        b"",
        "klingon",
        'unknown encoding "klingon"; use a name such as utf-8, utf-16 or cp949',
    ),
    ("a.txt", b"", "hex", 'unknown encoding "hex"; use a name such as utf-8, utf-16 or cp949'),
    ("a.txt", b"", "a\0b", 'unknown encoding "a\0b"; use a name such as utf-8, utf-16 or cp949'),
    (
        "a.txt",
        KOREAN.encode("utf-16-le"),
        None,
        f"is a binary file (NUL at byte offset 7); if it is text, name its encoding with {_OPTION}",
    ),
    ("NDC.pdf", b"%PDF-1.7 \x00", None, f"is a PDF file, not text; {_SAVE}"),
    ("NDC.DOCX", b"PK\x03\x04\x14", None, f"is a Word file, not text; {_SAVE}"),
    ("NDC.hwpx", b"PK\x03\x04\x14", "cp949", f"is an HWPX file, not text; {_SAVE}"),
    ("NDC", b"PK\x03\x04\x14", None, f"is a ZIP archive, not text; {_SAVE}"),
    (
        "a.doc",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        None,
        f"is an old Office or HWP file, not text; {_SAVE}",
    ),
    ("a.rtf", b"{\\rtf1", None, f"is an RTF file, not text; {_SAVE}"),
    ("a.png", b"\x89PNG\r\n", None, f"is a PNG image, not text; {_SAVE}"),
    ("a.jpg", b"\xff\xd8\xff\xe0", None, f"is a JPEG image, not text; {_SAVE}"),
    ("a.gz", b"\x1f\x8b\x08", None, f"is a gzip archive, not text; {_SAVE}"),
]


@pytest.mark.parametrize(("name", "data", "encoding", "message"), BAD)
def test_bad_bytes(name: str, data: bytes, encoding: str | None, message: str) -> None:
    with pytest.raises(InputError) as caught:
        decode(data, name, encoding)
    assert str(caught.value) == f"{name}: {message}"


CODECS = st.sampled_from([None, "utf-8", "utf-16", "utf-7", "cp949", "idna", "punycode", "rot13"])


@given(st.binary(max_size=60), CODECS)
def test_any_bytes_give_text_or_an_input_error(data: bytes, encoding: str | None) -> None:
    try:
        decoded = decode(data, "a.txt", encoding)
    except InputError as error:
        assert str(error).startswith("a.txt: ")  # noqa: PT017 (most bytes raise nothing)
    else:
        if encoding is None:
            assert decoded.encode(decoded.text) == data


@pytest.mark.parametrize(
    ("text", "encoding", "message"),
    [
        ("Biến", "cp949", 'a.txt: "ế" cannot be written in cp949; save the file as UTF-8'),
        ("\ud800", "utf-8", "a.txt: U+D800 cannot be written in utf-8; save the file as UTF-8"),
    ],
)
def test_text_that_cannot_be_encoded(text: str, encoding: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        Decoded("", encoding, name="a.txt").encode(text)
    assert str(caught.value) == message


# --- reading --------------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", [".txt", ".md", ".markdown", "", ".MD", ".rst"])
def test_every_suffix_of_text_is_read(tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"a{suffix}"
    file.write_bytes("# Khí hậu\r\n".encode())
    document = read_document(file)
    assert (document.text, document.path) == ("# Khí hậu\r\n", str(file))
    assert [segment.kind for segment in document.segments] == ["heading"]


def test_empty_file(tmp_path: Path) -> None:
    (tmp_path / "a.md").touch()
    document = read_document(tmp_path / "a.md")
    assert (document.text, document.segments) == ("", ())


@pytest.mark.parametrize("encoding", [None, "cp949"])
def test_stdin(monkeypatch: pytest.MonkeyPatch, encoding: str | None) -> None:
    reads: tuple[Callable[[], Document], ...] = (
        lambda: read_document("-", encoding),
        lambda: read_stdin(encoding),
    )
    for read in reads:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(KOREAN.encode("cp949"))))
        document = read()
        assert (document.text, document.path) == (KOREAN, "<stdin>")


def test_missing_file_and_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read_document(tmp_path / "a.md")
    assert str(caught.value) == f"{tmp_path / 'a.md'}: no such file; check the path"
    with pytest.raises(InputError) as caught:
        read_document(tmp_path)
    assert str(caught.value) == f"{tmp_path}: is a folder, not a file; name a file in it"


def test_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(InputError) as caught:
        read_text(tmp_path / "a.md")
    expected = f"{tmp_path / 'a.md'}: cannot be read: permission denied; check its permissions"
    assert str(caught.value) == expected


# --- finding --------------------------------------------------------------------------------------


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with ignored, hidden and foreign files; it is the current folder."""
    files = {
        ".gitignore": "build/\n*.bak.md\n/top.txt\n!keep.bak.md\n",
        "b.md": "",
        "a.txt": "",
        "top.txt": "",
        "x.bak.md": "",
        "keep.bak.md": "",
        "LICENSE": "",
        "data.csv": "",
        ".hidden.md": "",
        "~$report.docx": "",
        ".venv/a.md": "",
        "build/a.md": "",
        "docs/.gitignore": "draft*\n!x.bak.md\n",
        "docs/draft.md": "",
        "docs/top.txt": "",
        "docs/x.bak.md": "",
        "docs/vi/Z.MD": "",
        "docs/vi/draft2.md": "",
        "empty/data.csv": "",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    (tmp_path / ".git").mkdir()
    (tmp_path / "link.md").symlink_to(tmp_path / "b.md")
    (tmp_path / "linked").symlink_to(tmp_path / "docs")
    monkeypatch.chdir(tmp_path)
    return tmp_path


_DOCS = ["docs/top.txt", "docs/vi/Z.MD", "docs/x.bak.md"]
FOUND: list[tuple[list[str], list[str], list[str]]] = [
    (["."], [], ["a.txt", "b.md", *_DOCS, "keep.bak.md"]),
    (["docs"], [], _DOCS),
    (["docs/vi"], [], ["docs/vi/Z.MD"]),
    (["build"], [], ["build/a.md"]),
    (["b.md", ".", "./b.md"], [], ["b.md", "a.txt", *_DOCS, "keep.bak.md"]),
    (["LICENSE", "x.bak.md", ".hidden.md"], [], ["LICENSE", "x.bak.md", ".hidden.md"]),
    (["link.md"], [], ["link.md"]),
    (["."], ["docs/", "*.txt"], ["b.md", "keep.bak.md"]),
    (["b.md", "a.txt"], ["*.md"], ["a.txt"]),
    (["docs/top.txt"], ["/top.txt"], ["docs/top.txt"]),
    (["docs"], ["docs"], []),
    (["docs/vi"], ["*.MD"], []),
    (["."], ["**/*.md", "!b.md"], ["a.txt", "b.md", "docs/top.txt", "docs/vi/Z.MD"]),
    ([], [], []),
]


@pytest.mark.parametrize(("paths", "exclude", "expected"), FOUND)
def test_find_files(tree: Path, paths: list[str], exclude: list[str], expected: list[str]) -> None:
    assert [file.as_posix() for file in find_files(paths, exclude)] == expected
    absolute = find_files([tree / path for path in paths], exclude)
    assert absolute == [tree / name for name in expected]


def test_exclude_is_read_from_its_root(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tree / "docs")
    found = find_files([".", "../a.txt"], ["/docs/vi/", "a.txt"], root=tree)
    assert [file.as_posix() for file in found] == ["top.txt", "x.bak.md"]


def test_paths_without_documents(tree: Path) -> None:
    assert tree.is_dir()
    with pytest.raises(InputError) as caught:
        find_files(["b.md", "missing"])
    assert str(caught.value) == "missing: no such file or folder; check the path"
    with pytest.raises(InputError) as caught:
        find_files(["empty"])
    known = ", ".join(sorted(FORMATS.keys() - {""}))
    expected = f"empty: no document in this folder; it needs a file in {known}"
    assert str(caught.value) == expected


def test_folder_that_may_not_be_read(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(InputError) as caught:
        find_files([tree])
    expected = f"{tree}: cannot be read: Permission denied; check its permissions or exclude it"
    assert str(caught.value) == expected


# --- writing --------------------------------------------------------------------------------------


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp949"])
def test_write_keeps_encoding_line_breaks_and_permissions(tmp_path: Path, codec: str) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(KOREAN.encode(codec))
    file.chmod(0o640)
    old = read_text(file)
    write_text(file, old.text.replace("NDC", "BTR"), old)
    assert file.read_bytes() == KOREAN.replace("NDC", "BTR").encode(codec)
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert names(tmp_path) == ["a.md"]


def test_a_text_that_cannot_be_encoded_leaves_the_file(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(KOREAN.encode("cp949"))
    with pytest.raises(InputError, match="cannot be written in cp949"):
        write_text(file, "Biến", read_text(file))
    assert file.read_bytes() == KOREAN.encode("cp949")


def test_a_failed_write_leaves_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    file = tmp_path / "a.md"
    file.write_text("a")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(InputError) as caught:
        write_text(file, "b", read_text(file))
    assert str(caught.value) == (
        f"{file}: cannot be written: No space left on device; check the disk"
    )
    assert file.read_text() == "a"
    assert names(tmp_path) == ["a.md"]


def test_a_link_inside_the_tree_is_written_through(tmp_path: Path) -> None:
    (tmp_path / "vi").mkdir()
    target = tmp_path / "vi" / "b.md"
    target.write_text("a")
    link = tmp_path / "a.md"
    link.symlink_to(target)
    write_text(link, "b", read_text(link))
    assert (link.is_symlink(), target.read_text()) == (True, "b")


def test_a_link_out_of_the_tree_is_refused(tmp_path: Path) -> None:
    target = tmp_path / "b.md"
    target.write_text("a")
    (tmp_path / "vi").mkdir()
    link = tmp_path / "vi" / "a.md"
    link.symlink_to(target)
    with pytest.raises(InputError) as caught:
        write_text(link, "b", read_text(link))
    assert str(caught.value) == (
        f"{link}: is a link to {target}, outside {tmp_path / 'vi'}; name that itself"
    )
    assert target.read_text() == "a"
    write_text(link, "b", read_text(link), root=tmp_path)
    assert (link.is_symlink(), target.read_text()) == (True, "b")


def test_a_file_that_may_not_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.md"
    file.write_text("a")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(InputError) as caught:
        write_text(file, "b", read_text(file))
    expected = f"{file}: cannot be written: permission denied; check its permissions"
    assert str(caught.value) == expected
    assert file.read_text() == "a"


def test_write_new(tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    write_new(file, "khí\r\n")
    assert file.read_bytes() == "khí\r\n".encode()
    write_new(file, "hậu")
    assert file.read_bytes() == "hậu".encode()
    assert names(tmp_path) == ["a.html"]
    write_new(os.devnull, "khí")
    assert not Path(os.devnull).is_file()


def test_write_fresh_leaves_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "link.txt").symlink_to("nowhere")
    assert write_fresh(tmp_path / "a.txt", "một")
    assert not write_fresh(tmp_path / "a.txt", "hai")
    assert not write_fresh(tmp_path / "link.txt", "hai")
    assert (tmp_path / "a.txt").read_text("utf-8") == "một"
    assert not (tmp_path / "nowhere").exists()
    with pytest.raises(InputError, match="cannot be written in utf-8"):
        write_fresh(tmp_path / "b.txt", "\udcff")
    assert not (tmp_path / "b.txt").exists()


def test_make_folder(tmp_path: Path) -> None:
    make_folder(tmp_path / "a" / "b")
    make_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()
    (tmp_path / "file").write_text("", "utf-8")
    for name in ("file", "file/below"):
        with pytest.raises(InputError, match=f"{name}: cannot be made: a file is where a folder"):
            make_folder(tmp_path / name)


def test_write_new_where_no_file_can_be(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        write_new(tmp_path, "a")
    assert str(caught.value) == f"{tmp_path}: is a folder, not a file; name a file in it"
    file = tmp_path / "missing" / "a.md"
    with pytest.raises(InputError) as caught:
        write_new(file, "a")
    assert str(caught.value) == f"{file}: its folder does not exist; create it first"
