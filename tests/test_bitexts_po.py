"""Catalogues of gettext as bitexts."""

from __future__ import annotations

from pathlib import Path

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from khihau.documents.bitexts import po
from khihau.documents.bitexts.tags import Languages
from test_bitexts import CELLS, EN, KO, VI, langs, on_one_line, read, refused, units

HEADER = 'msgid ""\nmsgstr ""\n"Language: {}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def catalogue(language: str, *entries: polib.POEntry) -> str:
    file = polib.POFile()
    file.metadata = {"Language": language, "Content-Type": "text/plain; charset=UTF-8"}
    file.extend(entries)
    return str(file)


def test_a_catalogue(tmp_path: Path) -> None:
    text = catalogue(
        "vi",
        polib.POEntry(msgid=EN, msgstr=VI, comment="heading", occurrences=[("a.py", "1")]),
        polib.POEntry(msgid="Net zero", msgstr="Phát thải ròng bằng không", flags=["fuzzy"]),
        polib.POEntry(msgid="Save", msgctxt="button", msgstr=""),
        polib.POEntry(msgid="Old", msgstr="Cũ", obsolete=True),
    )
    bitext = read(tmp_path, "vi.po", text)
    lines = text.split("\n")
    first = lines.index(f'msgid "{EN}"') + 1
    fuzzy = lines.index("#, fuzzy") + 1
    context = lines.index('msgctxt "button"') + 1
    assert units(bitext) == [
        (f"line {first}", EN, VI),
        (f"line {fuzzy}", "Net zero", "Phát thải ròng bằng không"),
        (f"line {context}", "Save", ""),
    ]
    assert [pair.confidence for pair in bitext.alignments] == [1.0, 0.3, 1.0]
    assert langs(bitext) == ({None}, {"vi"})


def test_plural_forms(tmp_path: Path) -> None:
    ko = polib.POEntry(msgid="%d flood", msgid_plural="%d floods", msgstr_plural={0: "홍수 %d건"})
    assert units(read(tmp_path, "ko.po", catalogue("ko_KR", ko))) == [
        ("line 7", "%d flood", "홍수 %d건")
    ]
    forms = {0: "%d flood", 1: "%d floods"}
    en = polib.POEntry(msgid="%d trận lũ", msgid_plural="%d trận lũ (nhiều)", msgstr_plural=forms)
    assert units(read(tmp_path, "en.po", catalogue("en-US", en))) == [
        ("line 7", "%d trận lũ", "%d flood"),
        ("line 7, plural form 1", "%d trận lũ (nhiều)", "%d floods"),
    ]


def test_what_gettext_allows_and_polib_does_not(tmp_path: Path) -> None:
    text = (
        '#A comment without a space\n#|\n#~| msgid "x\n#~ broken\n#,fuzzy, c-format\n'
        'msgid ""\n"Khí "\n  "hậu\\n"\nmsgstr "기\u2028후\x85"\n#: a b:c\n\n#, fuzzy\n'
    )
    bitext = read(tmp_path, "a.po", text)
    assert units(bitext) == [("line 5", "Khí hậu ", "기 후 ")]
    assert bitext.alignments[0].confidence == 0.3


def test_old_line_ends_and_escapes(tmp_path: Path) -> None:
    text = HEADER.format("ko") + 'msgid "a \\"b\\" \\\\n"\nmsgstr "가\\t나"\n'
    for line_break in ("\n", "\r\n", "\r"):
        data = text.replace("\n", line_break)
        assert units(read(tmp_path, "a.po", data)) == [("line 6", 'a "b" \\n', "가\t나")]


@pytest.mark.parametrize("charset", ["EUC-KR", "cp949", "UTF-16", "UTF-8"])
def test_the_header_names_the_encoding(tmp_path: Path, charset: str) -> None:
    text = HEADER.format("ko").replace("UTF-8", charset) + f'msgid "{EN}"\nmsgstr "{KO}"\n'
    assert units(read(tmp_path, "a.po", text.encode(charset))) == [("line 6", EN, KO)]


def test_a_template_and_a_wrong_charset(tmp_path: Path) -> None:
    text = HEADER.format("").replace("UTF-8", "CHARSET") + f'msgid "{VI}"\nmsgstr ""\n'
    assert units(read(tmp_path, "a.po", text)) == [("line 6", VI, "")]
    assert "not valid ASCII" in refused(tmp_path, "a.po", text.replace("CHARSET", "us-ascii"))
    assert units(read(tmp_path, "a.po", text.replace("CHARSET", "ascii"), encoding="utf-8"))


def test_languages(tmp_path: Path) -> None:
    entry = f'msgid "{KO}"\nmsgstr "{VI}"\n'
    source = HEADER.format("vi").replace('"Language', '"X-Source-Language: ko\\n"\n"Language')
    assert langs(read(tmp_path, "a.po", source + entry)) == ({"ko"}, {"vi"})
    assert refused(tmp_path, "a.po", source + entry, source="vi", target="ko") == (
        "its source is Korean and its target Vietnamese; did you swap --from and --to?"
    )
    assert refused(tmp_path, "a.po", HEADER.format("fr") + entry).startswith(
        'says that its language is "fr"; khihau knows vi, ko and en'
    )
    assert langs(read(tmp_path, "a.po", HEADER.format("und") + entry, source="ko")) == (
        {None},
        {None},
    )


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "has no message"),
        (b"# only a comment\n", "has no message"),
        (b"/etc/passwd", "line 1: is no PO"),
        (b'#~ msgid "a"\n#~ msgstr "b"\n', "has no message"),
        (HEADER.format("vi").encode(), "has no translation unit"),
        (b'msgid "a"\nmsgstr "b\n', "line 2: is no PO"),
        (b"msgid a\nmsgstr b\n", "line 1: is no PO"),
        (b'msgid "a "quoted" word"\nmsgstr ""\n', "line 1: is no PO"),
        (b'msgid "a"\nmsgid "b"\n', "line 2: is no PO"),
        (b'msgid "a"\nmsgstr[x] "b"\n', "line 2: is no PO"),
        (b'msgid "a"\nmsgid_plural "b"\nmsgstr "c"\n<<<<<<< HEAD\n', "line 4: is no PO"),
        (b'"a"\nmsgid "a"\n', "line 1: is no PO"),
        (b'msgid "a\0"\nmsgstr "b"\n', "NUL"),
        (b"<?xml version='1.0'?><xliff/>", "line 1: is no PO"),
        (b"PK\x03\x04", "ZIP"),
        (b"\xde\x12\x04\x95" + bytes(40), "NUL"),
        (bytes(range(1, 256)), "not valid UTF-8"),
    ],
)
def test_bad_catalogues(tmp_path: Path, data: bytes, words: str) -> None:
    assert words in refused(tmp_path, "a.po", data)


def test_a_broken_line_says_what_to_do(tmp_path: Path) -> None:
    assert refused(tmp_path, "a.po", 'msgid "a"\nmsgstr "b\n') == (
        "line 2: is no PO that can be read (neither a comment nor a keyword with a quoted text); "
        "mend the line, or run msgfmt -c on the file"
    )


def test_ten_thousand_messages(tmp_path: Path) -> None:
    text = "".join(f'msgid "{VI} {n}"\nmsgstr "{KO} {n}"\n\n' for n in range(10_000))
    bitext = read(tmp_path, "a.po", text)
    assert len(bitext.alignments) == 10_000
    assert units(bitext)[-1] == ("line 29998", f"{VI} 9999", f"{KO} 9999")


@given(st.lists(st.tuples(CELLS, CELLS).filter(lambda row: any(map(str.strip, row))), min_size=1))
def test_written_catalogues_are_read_back(rows: list[tuple[str, str]]) -> None:
    entries = [polib.POEntry(msgid=source, msgstr=target) for source, target in rows]
    bitext = po.read(catalogue("", *entries).encode(), "a.po", None, Languages())
    assert [row[1:] for row in units(bitext)] == [
        (on_one_line(source), on_one_line(target)) for source, target in rows
    ]
