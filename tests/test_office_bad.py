"""Office files that are broken, hostile or something else: one clear line, and never a long wait."""

from __future__ import annotations

import io
import struct
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from khihau.documents import archive
from khihau.documents.archive import Archive
from khihau.documents.files import find_files, read_document
from khihau.documents.formats import FORMATS
from khihau.documents.xml import DEPTH, parse
from khihau.errors import InputError
from khihau.model import Document
from office_files import FOLDER, members, zipped

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OPEN = f'<w:document xmlns:w="{_W}"><w:body>'
_CLOSE = "</w:body></w:document>"
_AGAIN = "open it in its program and save it as .docx again"
_SAVE = "save it again in the program that made it"


def read(data: bytes, suffix: str = ".docx") -> Document:
    return FORMATS[suffix](data, f"a{suffix}", None)


def refusal(data: bytes, suffix: str = ".docx") -> str:
    with pytest.raises(InputError) as caught:
        read(data, suffix)
    return str(caught.value)


def word(body: str | bytes) -> bytes:
    """The smallest Word file: a body and nothing else."""
    return zipped({"word/document.xml": body})


DRAFTS = {suffix: (FOLDER / f"draft{suffix}").read_bytes() for suffix in (".docx", ".odt")}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)


# --- other files under the name -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("suffix", "kind"),
    [(".docx", "a Word file"), (".odt", "an OpenDocument text"), (".hwpx", "an HWPX file")],
)
def test_files_that_are_something_else(suffix: str, kind: str) -> None:
    name = f"a{suffix}"
    assert refusal(b"", suffix) == f"{name}: is empty, not {kind}; save the document again"
    assert refusal(_OLE, suffix) == (
        f"{name}: is an old or an encrypted Office or HWP file, not {kind}; open it and save it as "
        f"{suffix} without a password"
    )
    assert refusal("Khí hậu\n".encode(), suffix) == (
        f"{name}: is not {kind}; open it in its program and save it as {suffix}, or if it is a text, "
        "name it .txt"
    )
    assert refusal(zipped({"a.txt": "x"}), suffix).startswith(
        f"{name}: is {kind} that cannot be read: it has no "
    )


@pytest.mark.parametrize(
    ("suffix", "new"), [(".doc", ".docx"), (".hwp", ".hwpx"), (".DOC", ".docx")]
)
def test_old_forms_name_the_new_one(tmp_path: Path, suffix: str, new: str) -> None:
    file = tmp_path / f"a{suffix}"
    for data in (_OLE, b"HWP Document File V3.00 \x1a\1\2\3\4\5"):
        file.write_bytes(data)
        with pytest.raises(InputError) as caught:
            read_document(file)
        assert str(caught.value) == (
            f"{file}: is an old {suffix.lower()} file, which is not read; open it in its program and "
            f"save it as {new}"
        )
    file.write_text("khí hậu", "utf-8")
    assert read_document(file).text == "khí hậu"


def test_a_spreadsheet_is_no_text() -> None:
    sheet = members(DRAFTS[".odt"]) | {"content.xml": "<a/>"}
    assert "content.xml holds no text, but a table or a drawing" in refusal(zipped(sheet), ".odt")
    assert f"word/document.xml holds no text of Word; {_AGAIN}" in refusal(word("<a/>"))
    package = {"Contents/content.hpf": "<a/>"}
    assert "its contents name no section" in refusal(zipped(package), ".hwpx")


def test_lock_files_of_word_are_skipped(tmp_path: Path) -> None:
    for name in ("~$draft.docx", "draft.docx"):
        (tmp_path / name).write_bytes(b"")
    assert find_files([tmp_path]) == [tmp_path / "draft.docx"]


def test_texts_do_not_wait_for_libraries_of_office_files() -> None:
    code = "import sys, khihau.documents.files; print({'lxml', 'zipfile'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout == "set()\n"


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "lxml.etree", None)
    assert refusal(DRAFTS[".docx"]) == (
        "a.docx: needs the library lxml; install it with: pip install 'khihau[office]'"
    )


# --- archives -------------------------------------------------------------------------------------


def test_a_file_that_was_cut_off() -> None:
    data = DRAFTS[".docx"]
    expected = (
        "a.docx: is a Word file that cannot be read: the ZIP archive is cut off or damaged; "
        + _AGAIN
    )
    for size in (2, 4, 100, len(data) // 2, len(data) - 1):
        assert refusal(data[:size]) == expected


def test_damaged_bytes_of_a_member() -> None:
    data = bytearray(DRAFTS[".docx"])
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        info = file.getinfo("word/document.xml")
    start = info.header_offset + 30 + len(info.filename) + 20
    data[start : start + 40] = bytes(40)
    assert refusal(bytes(data)) == (
        f"a.docx: is a Word file that cannot be read: word/document.xml is damaged; {_AGAIN}"
    )


def test_a_missing_member() -> None:
    contents = members(DRAFTS[".docx"])
    del contents["word/document.xml"]
    assert refusal(zipped(contents)) == (
        f"a.docx: is a Word file that cannot be read: it has no word/document.xml; {_AGAIN}"
    )


@pytest.mark.parametrize("suffix", [".docx", ".odt"])
def test_encrypted_members(suffix: str) -> None:
    data = bytearray(DRAFTS[suffix])
    # The flag of a password, in each local header and in each entry of the table of contents.
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(mark)
        while place >= 0:
            data[place + flags] |= 1
            place = data.find(mark, place + 4)
    assert "with a password; save it without one" in refusal(bytes(data), suffix)


@pytest.mark.parametrize("suffix", [".odt", ".hwpx"])
def test_files_encrypted_as_their_manifest_says(suffix: str) -> None:
    manifest = (
        '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry '
        'm:full-path="content.xml"><m:encryption-data/></m:file-entry></m:manifest>'
    )
    data = zipped({"content.xml": b"\x8a\x01", "META-INF/manifest.xml": manifest})
    assert refusal(data, suffix).endswith("with a password; save it without one")
    assert refusal(zipped({"encrypted-package": b"\x8a"}), suffix).endswith("save it without one")


def test_zip_bombs() -> None:
    grows = "word/document.xml grows beyond any document when it is unpacked; " + _AGAIN
    zeros = word(bytes(10 * 2**20))
    assert len(zeros) < 20_000
    assert refusal(zeros).endswith(grows)
    # A bomb in a bomb is only bytes: nothing is unpacked twice.
    assert "is no well-formed XML" in refusal(word(zeros))
    # A header that lies of the size: what is read ends where it says, and its check fails.
    small = bytearray(zeros)
    for mark, field in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = small.find(mark) + field
        small[place : place + 4] = struct.pack("<I", 1000)
    assert "word/document.xml" in refusal(bytes(small))
    large = bytearray(word(bytes(100)))
    for mark, field in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = large.find(mark) + field
        large[place : place + 4] = struct.pack("<I", 2**32 - 2)
    assert "word/document.xml" in refusal(bytes(large))


def test_the_sum_of_members_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "TOTAL", 1000)
    file = Archive(zipped({"a": bytes(600), "b": bytes(400), "c": b"1"}), "a.docx", ".docx")
    assert (len(file.read("a")), len(file.read("b"))) == (600, 400)
    with pytest.raises(InputError, match="c grows beyond any document"):
        file.read("c")


def test_too_many_members(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MEMBERS", 3)
    assert "more than 3 members" in refusal(zipped(dict.fromkeys("abcd", b"")))


def test_ways_to_compress_that_no_word_processor_uses() -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_BZIP2) as file:
        file.writestr("word/document.xml", f"{_OPEN}{_CLOSE}")
    assert "word/document.xml is compressed in a way that is not read" in refusal(data.getvalue())


@settings(max_examples=200)
@given(st.data())
def test_any_damage_gives_a_document_or_an_input_error(data: st.DataObject) -> None:
    suffix = data.draw(st.sampled_from(sorted(DRAFTS)))
    damaged = bytearray(DRAFTS[suffix])
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(damaged) - 1))
        damaged[place] = data.draw(st.integers(0, 255))
    try:
        read(bytes(damaged), suffix)
    except InputError as error:
        assert str(error).startswith(f"a{suffix}: ")  # noqa: PT017 (some damage is not seen)


# --- XML ------------------------------------------------------------------------------------------

_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
DOCTYPES = [
    '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
    "<!DOCTYPE html><a/>",
    f'<!DOCTYPE a [<!ENTITY l0 "haha">{_LAUGHS}]><a b="&l9;">&l9;</a>',
    '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
    '<!DOCTYPE a SYSTEM "http://example.org/a.dtd"><a/>',
    '<!DOCTYPE a [<!ENTITY % b SYSTEM "file:///etc/passwd"> %b;]><a/>',
]


@pytest.mark.parametrize("text", DOCTYPES)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_doctype_is_refused(text: str, encoding: str) -> None:
    with pytest.raises(InputError) as caught:
        parse(text.encode(encoding), "a.xml")
    assert str(caught.value) == (
        f"a.xml: line 1: has a DOCTYPE, which is not read; remove it or {_SAVE}"
    )


@pytest.mark.parametrize("text", DOCTYPES)
def test_a_doctype_that_an_encoding_hides_is_refused_too(text: str) -> None:
    head = b'<?xml version="1.0" encoding="UTF-7"?>'
    with pytest.raises(InputError) as caught:
        parse(head + text.replace("<!DOCTYPE", "+ADwAIQ-DOCTYPE", 1).encode(), "a.xml")
    # The laughs end the parser before it has a document to ask.
    laughs = "a.xml: line 1: is no well-formed XML (Maximum entity amplification"
    assert str(caught.value).startswith(("a.xml: has a DOCTYPE, which is not read; ", laughs))


def test_the_line_of_a_doctype_in_an_office_file() -> None:
    data = word('<?xml version="1.0"?>\n<!-- <a> -->\n<!DOCTYPE a><a/>')
    assert refusal(data) == (
        f"a.docx: word/document.xml: line 3: has a DOCTYPE, which is not read; remove it or {_SAVE}"
    )


BROKEN: list[tuple[str | bytes, int]] = [
    ("<a>\n<b></a>", 2),
    ("", 1),
    ("<a>\n\n&nbsp;</a>", 3),
    ("<a>\n&#xD800;</a>", 2),
    ("<a>&#0;</a>", 1),
    ("<a>\0</a>", 1),
    ('<?xml version="1.0" encoding="nonsense"?><a/>', 1),
    (b"<a>\n\xff</a>", 2),
]


@pytest.mark.parametrize(("text", "line"), BROKEN)
def test_broken_xml(text: str | bytes, line: int) -> None:
    shown = refusal(word(text))
    assert shown.startswith(f"a.docx: word/document.xml: line {line}: is no well-formed XML (")
    assert shown.endswith(f"); {_SAVE}")


def test_no_other_file_is_included() -> None:
    include = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>'
    text = f"<w:p><w:r><w:t>a</w:t>{include}</w:r></w:p>"
    assert read(word(f"{_OPEN}{text}{_CLOSE}")).text == "a"


def test_comments_and_instructions_do_not_split_a_text() -> None:
    text = "<w:p><w:r><w:t>khí<!-- a --> h<?b?>ậu<![CDATA[ <c>]]></w:t></w:r></w:p>"
    assert read(word(f"{_OPEN}{text}{_CLOSE}")).text == "khí hậu <c>"


@pytest.mark.parametrize("levels", [DEPTH, 10_000])
@pytest.mark.parametrize("tag", ["w:sdtContent", "w:txbxContent", "w:tbl", "w:r"])
def test_deep_nesting_is_refused(tag: str, levels: int) -> None:
    data = word(f"{_OPEN}<w:p>{f'<{tag}>' * levels}{f'</{tag}>' * levels}</w:p>{_CLOSE}")
    shown = refusal(data)
    assert shown.startswith("a.docx: word/document.xml: ")
    assert "depth" in shown.lower() or "within each other" in shown


def test_the_deepest_nesting_is_read() -> None:
    table = ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>")
    levels = (DEPTH - 6) // 3
    inner = f"{table[0] * levels}<w:p><w:r><w:t>x</w:t></w:r></w:p>{table[1] * levels}"
    document = read(word(f"{_OPEN}{inner}{_CLOSE}"))
    assert document.text == "x"
    assert document.units[0].name == ", ".join(["table 1, row 1, cell 1"] * levels)


# --- size -----------------------------------------------------------------------------------------


def test_a_hundred_thousand_paragraphs() -> None:
    file = docx.Document()
    data = io.BytesIO()
    file.save(data)
    contents = members(data.getvalue())
    body = "".join(f"<w:p><w:r><w:t>Khí hậu {n}</w:t></w:r></w:p>" for n in range(100_000))
    xml = contents["word/document.xml"].decode().replace("<w:body>", f"<w:body>{body}")
    document = read(zipped(contents | {"word/document.xml": xml.encode()}))
    assert len(document.units) == 100_000
    assert document.units[-1].name == "paragraph 100000"


_MARK = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
LONG = [
    ("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>", 50_000),
    (f"<w:p>{(_MARK.format('begin') + _MARK.format('separate')) * 50_000}</w:p>", 1),
    ('<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>', 50_000),
    (
        '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr></w:tc></w:tr></w:tbl>',
        9999,
    ),
]


@pytest.mark.parametrize(("block", "times"), LONG, ids=["run-on", "fields", "notes", "tables"])
def test_what_repeats_is_read_in_linear_time(block: str, times: int) -> None:
    end = "<w:p><w:r><w:t>hết</w:t></w:r></w:p>"
    assert read(word(f"{_OPEN}{block * times}{end}{_CLOSE}")).text.endswith("hết")


def test_the_checksum_is_looked_at() -> None:
    data = bytearray(word(f"{_OPEN}{_CLOSE}"))
    checksum = struct.pack("<I", zlib.crc32(f"{_OPEN}{_CLOSE}".encode()))
    place = data.rfind(checksum)
    data[place : place + 4] = b"abcd"
    assert "word/document.xml is damaged" in refusal(bytes(data))
