"""Tables in plain text as bitexts, and what all files of translation units share."""

from __future__ import annotations

import csv
import io
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import khihau
from built_in import built_in
from khihau.documents.bitexts import BITEXTS, delimited, read_bitext
from khihau.documents.bitexts.headings import heading, is_header
from khihau.documents.bitexts.tags import Languages
from khihau.errors import InputError
from khihau.model import Bitext

VI = "Biến đổi khí hậu làm nước biển dâng."
KO = "기후변화로 해수면이 상승한다."
EN = "Climate change makes the sea level rise."
Row = tuple[str, str, str]


def units(bitext: Bitext) -> list[Row]:
    """Name, source and target of each unit, by way of the alignments."""
    assert len(bitext.alignments) == len(bitext.source.units) == len(bitext.target.units)
    rows = []
    for pair, here, there in zip(
        bitext.alignments, bitext.source.units, bitext.target.units, strict=True
    ):
        assert pair.source == (here.start, here.end)
        assert pair.target == (there.start, there.end)
        assert here.name == there.name
        source = bitext.source.text[here.start : here.end]
        rows.append((here.name, source, bitext.target.text[there.start : there.end]))
    return rows


def langs(bitext: Bitext) -> tuple[set[str | None], set[str | None]]:
    return (
        {segment.lang for segment in bitext.source.segments},
        {segment.lang for segment in bitext.target.segments},
    )


def read(tmp_path: Path, name: str, data: str | bytes, **options: Any) -> Bitext:
    file = tmp_path / name
    file.write_bytes(data.encode() if isinstance(data, str) else data)
    return read_bitext(file, **options)


def refused(tmp_path: Path, name: str, data: str | bytes, **options: Any) -> str:
    """The message about a file that cannot be read, without the folder that it is in."""
    with pytest.raises(InputError) as error:
        read(tmp_path, name, data, **options)
    message = str(error.value)
    assert message.startswith(f"{tmp_path / name}: ")
    return message.removeprefix(f"{tmp_path / name}: ")


def test_a_tsv(tmp_path: Path) -> None:
    bitext = read(tmp_path, "a.tsv", f"vi\tko\n{VI}\t{KO}\n\t\n\nNDC\t\n")
    assert units(bitext) == [("row 2", VI, KO), ("row 5", "NDC", "")]
    assert bitext.source.path == bitext.target.path == str(tmp_path / "a.tsv")
    assert bitext.source.text == f"{VI}\n\nNDC"
    assert bitext.target.text == f"{KO}\n\n"
    assert langs(bitext) == ({"vi"}, {"ko"})
    assert {pair.confidence for pair in bitext.alignments} == {1.0}


def test_no_term_runs_on_from_one_row_to_the_next(tmp_path: Path) -> None:
    bitext = read(tmp_path, "a.tsv", "biến đổi\t기후\nkhí hậu\t변화\n")
    base = built_in()
    assert [one.text for one in khihau.annotate(bitext.source, base)] == []
    assert [one.text for one in khihau.annotate(bitext.target, base)] == []


def test_a_tsv_without_header_says_no_language(tmp_path: Path) -> None:
    bitext = read(tmp_path, "a.TSV", f"{VI}\t{KO}\r\n{EN}\t{KO}\r\n")
    assert units(bitext) == [("row 1", VI, KO), ("row 2", EN, KO)]
    assert langs(bitext) == ({None}, {None})
    told = read(tmp_path, "a.tsv", f"{VI}\t{KO}", source="vi", target="ko")
    assert langs(told) == ({None}, {None})  # what the user says is held against the words later on


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Khí hậu"\tx\n"a\nb"\ty', [("row 1", "Khí hậu", "x"), ("row 2", "a b", "y")]),
        ('"Khí" hậu\tx\n"b\ty', [("row 1", '"Khí" hậu', "x"), ("row 2", '"b', "y")]),
        ('a "b"\tx', [("row 1", 'a "b"', "x")]),
        ("a\u2028b\x85c\tx\ny\tz", [("row 1", "a b c", "x"), ("row 2", "y", "z")]),
    ],
    ids=["quoted", "not-csv", "inside", "other-breaks"],
)
def test_quotation_marks_of_a_tsv(tmp_path: Path, text: str, expected: list[Row]) -> None:
    assert units(read(tmp_path, "a.tsv", text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        f'Nguồn,Đích\n"{VI}\nHạn hán, lũ lụt.",{KO}\n',
        f"Nguồn;Đích\n{VI} Hạn hán, lũ lụt.;{KO}\n",
        f'sep=;\r\nNguồn;Đích\r\n"{VI}\r\nHạn hán, lũ lụt.";{KO}\r\n',
        f"Nguồn\tĐích\n{VI} Hạn hán, lũ lụt.\t{KO}\n",
    ],
    ids=["comma", "semicolon", "sep", "tab"],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_delimiters_of_a_csv(tmp_path: Path, text: str, encoding: str) -> None:
    (row,) = units(read(tmp_path, "a.csv", text.encode(encoding)))
    name, source, target = row
    assert (name, " ".join(source.split()), target) == ("row 2", f"{VI} Hạn hán, lũ lụt.", KO)


def test_punctuation_is_no_delimiter(tmp_path: Path) -> None:
    text = f"{EN[:-1]}, yes;{KO}\nA heat wave, a flood;폭염, 홍수\n"
    assert [row[1] for row in units(read(tmp_path, "a.csv", text))] == [
        f"{EN[:-1]}, yes",
        "A heat wave, a flood",
    ]
    one_each = "A heat wave, a flood;폭염\nhạn hán, lũ;가뭄\n"
    assert units(read(tmp_path, "a.csv", one_each))[1] == ("row 2", "hạn hán, lũ", "가뭄")


def test_a_csv_that_two_delimiters_fit(tmp_path: Path) -> None:
    message = refused(tmp_path, "a.csv", "a;b,c\nd;e,f\n")
    assert message == (
        "commas, semicolons or tabs may part its columns; save it as .tsv or .xlsx, or write sep=, "
        "or sep=; into its first line"
    )
    assert units(read(tmp_path, "a.csv", "sep=,\na;b,c\nd;e,f\n"))[0] == ("row 1", "a;b", "c")


def test_a_short_row_has_an_empty_target(tmp_path: Path) -> None:
    assert units(read(tmp_path, "a.csv", f"vi,ko\n{VI}\nx,y\n"))[0] == ("row 2", VI, "")


def test_cp949(tmp_path: Path) -> None:
    text = f"원문,번역문\n{KO},{EN}\n".encode("cp949")
    assert units(read(tmp_path, "a.csv", text, encoding="cp949")) == [("row 2", KO, EN)]
    assert units(read(tmp_path, "a.csv", f"{KO}\r\n,{KO}".encode("cp949")))[1] == ("row 2", "", KO)


@pytest.mark.parametrize(
    ("cell", "says"),
    [
        ("vi", "vi"),
        ("vi-VN", "vi"),
        ("ko_KR", "ko"),
        ("ENG", "en"),
        ("Tiếng Việt", "vi"),
        (unicodedata.normalize("NFD", "Tiếng Việt"), "vi"),
        ("베트남어", "vi"),
        ("Nguồn", "source"),
        ("Bản dịch", "target"),
        ("원문 (베트남어)", "source vi"),
        ("Source: ko-KR", "source ko"),
        ("English / 영어", "en"),
        ("English (United States)", "en"),
        ("한국어(대한민국)", "ko"),
        ("STT", "name"),
        ("zh-Hant", "other"),
        ("tiếng Nhật", "other"),
        ("Korean government", ""),
        ("Vietnamese: xin chào", ""),
        ("", ""),
    ],
)
def test_heads_of_columns(cell: str, says: str) -> None:
    assert heading(cell) == frozenset(says.split())


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["vi", "ko"], True),
        (["", "Source", "Target"], True),
        (["STT", "Nguồn", "Đích", "Ghi chú"], True),
        (["Korean", "한국어"], False),
        (["Original", "원문"], False),
        (["English", "ngôn ngữ"], False),
        (["Vietnamese", ""], False),
        ([VI, KO], False),
    ],
)
def test_headers(cells: list[str], expected: bool) -> None:
    assert is_header(cells) is expected


def test_columns_by_side_id_and_language(tmp_path: Path) -> None:
    text = f"STT\tBản gốc (tiếng Việt)\tGhi chú\t번역문\n1\t{VI}\txem lại\t{KO}\n\t{EN}\t\t\n"
    bitext = read(tmp_path, "a.tsv", text)
    assert units(bitext) == [("row 2, “1”", VI, KO), ("row 3", EN, "")]
    assert langs(bitext) == ({"vi"}, {None})
    three = f"key\tvi\tko\ten\nhome.title\t{VI}\t{KO}\t{EN}\n"
    bitext = read(tmp_path, "b.tsv", three, source="en", target="vi")
    assert units(bitext) == [("row 2, “home.title”", EN, VI)]
    assert langs(bitext) == ({"en"}, {"vi"})
    assert refused(tmp_path, "b.tsv", three) == (
        "has 4 columns; name the two to compare in the first row, such as vi and ko or Source and "
        "Target, and say --from and --to"
    )


def test_columns_by_language_follow_the_user(tmp_path: Path) -> None:
    text = f"ko\tvi\n{KO}\t{VI}\n"
    assert units(read(tmp_path, "a.tsv", text)) == [("row 2", KO, VI)]
    assert units(read(tmp_path, "a.tsv", text, source="vi")) == [("row 2", VI, KO)]
    assert units(read(tmp_path, "a.tsv", text, target="ko")) == [("row 2", VI, KO)]
    assert refused(tmp_path, "a.tsv", text, source="en") == (
        "no column is named en, only vi and ko"
    )


def test_target_may_stand_first(tmp_path: Path) -> None:
    assert units(read(tmp_path, "a.csv", f"Target,Source\n{KO},{VI}\n")) == [("row 2", VI, KO)]


def test_languages_that_the_user_swapped(tmp_path: Path) -> None:
    text = f"원문(한국어)\t번역문(베트남어)\n{KO}\t{VI}\n"
    swapped = "its source is Korean and its target Vietnamese; did you swap --from and --to?"
    assert refused(tmp_path, "a.tsv", text, source="vi", target="ko") == swapped
    assert refused(tmp_path, "a.tsv", text, source="vi") == swapped
    assert refused(tmp_path, "a.tsv", text, source="en") == (
        "its source is Korean, not English; leave out --from or say --from ko"
    )
    assert refused(tmp_path, "a.tsv", text, target="en") == (
        "its target is Vietnamese, not English; leave out --to or say --to vi"
    )


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.csv", b"", "is empty"),
        ("a.tsv", b"\xef\xbb\xbf\n\n", "is empty"),
        ("a.csv", b"vi,ko\n", "has no translation unit"),
        ("a.csv", VI.encode(), "has one column"),
        ("a.tsv", f"{VI}\n{KO}\n".encode(), "has one column"),
        ("a.csv", b"id,source\n1,x\n", "has one column of text beside its ids"),
        ("a.csv", b"a,b,c\n", "has 3 columns; name the two"),
        ("a.csv", b"vi,fr\nx,y\n", "in a language that khihau does not know"),
        ("a.csv", b"a,b\n" + b"c," * 19 + b"d\n", "row 2: has 20 columns, row 1 has 2"),
        ("a.tsv", b"a\tb\n" + b"c\t" * 19 + b"d\n", "row 2: has 20 columns, row 1 has 2"),
        ("a.csv", b'vi,ko\na,b\n"c" d,e\n', "line 3: broken quotation marks"),
        ("a.csv", b'a;b\nc,"d";e\n"f;g\nh;i\n', "line 4: broken quotation marks"),
        ("a.csv", b'a,"' + b"b" * 200_000 + b'"\n', "more than 131,072 characters"),
        ("a.csv", b"a,b\0\n", "NUL"),
        ("a.tsv", b"a\tb\xff\xfe\xfa\n", "not valid UTF-8"),
        ("a.csv", b"PK\x03\x04rubbish", "ZIP archive"),
        ("a.tsv", b"%PDF-1.7", "PDF"),
        ("a.csv", bytes(range(1, 256)), "not valid UTF-8"),
    ],
)
def test_bad_tables(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    assert words in refused(tmp_path, name, data)


def test_other_files(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read_bitext(tmp_path / "none.tsv")
    (tmp_path / "folder.po").mkdir()
    with pytest.raises(InputError, match="is a folder"):
        read_bitext(tmp_path / "folder.po")
    message = refused(tmp_path, "a.tmx", "x")
    assert '".tmx"' in message
    assert all(suffix in message for suffix in BITEXTS)
    assert '"README"' in refused(tmp_path, "README", "x")


def test_ten_thousand_rows(tmp_path: Path) -> None:
    for name, delimiter in (("a.tsv", "\t"), ("a.csv", ","), ("b.csv", ";")):
        bitext = read(tmp_path, name, f"{VI}{delimiter}{KO}\n" * 10_000)
        assert len(bitext.alignments) == 10_000
        assert units(bitext)[-1] == ("row 10000", VI, KO)


def on_one_line(text: str) -> str:
    return "".join(" " if c in "\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029" else c for c in text)


CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1)
ROWS = st.lists(st.tuples(CELLS, CELLS).filter(lambda row: all(map(str.strip, row))), min_size=1)


@given(ROWS)
def test_written_tables_are_read_back(rows: list[tuple[str, str]]) -> None:
    for name, dialect, delimiter in (("a.csv", "excel", ","), ("a.tsv", "excel-tab", "\t")):
        out = io.StringIO()
        writer = csv.writer(out, dialect=dialect, quoting=csv.QUOTE_ALL)
        writer.writerows([("source", "target"), *rows])
        data = (f"sep={delimiter}\r\n" if name == "a.csv" else "") + out.getvalue()
        bitext = delimited.read(data.encode(), name, "utf-8", Languages())
        assert [row[1:] for row in units(bitext)] == [
            (on_one_line(source), on_one_line(target)) for source, target in rows
        ]
