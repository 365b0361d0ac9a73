"""Excel workbooks as bitexts."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from khihau.documents.archive import BIG
from khihau.documents.bitexts import xlsx
from khihau.documents.bitexts.tags import Languages
from khihau.documents.tables import sheets
from test_bitexts import EN, KO, VI, langs, on_one_line, read, refused, units

SHEET = "xl/worksheets/sheet1.xml"


def fill(sheet: Worksheet, rows: Iterable[Sequence[object]]) -> Worksheet:
    for row in rows:
        sheet.append(list(row))
    return sheet


def first_sheet(workbook: Workbook) -> Worksheet:
    sheet = workbook.active
    assert isinstance(sheet, Worksheet)
    return sheet


def saved(workbook: Workbook) -> bytes:
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def workbook_of(*rows: Sequence[object], merged: Sequence[str] = ()) -> bytes:
    workbook = Workbook()
    sheet = fill(first_sheet(workbook), rows)
    for cells in merged:
        sheet.merge_cells(cells)
    return saved(workbook)


def with_part(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """A workbook with one of its parts changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for part in old.namelist():
            new.writestr(part, change(old.read(part)) if part == name else old.read(part))
    return out.getvalue()


def test_a_workbook(tmp_path: Path) -> None:
    data = workbook_of(["Tiếng Việt", "한국어"], [VI, KO], [None, None], ["NDC", None])
    bitext = read(tmp_path, "a.xlsx", data)
    assert units(bitext) == [("row 2", VI, KO), ("row 4", "NDC", "")]
    assert langs(bitext) == ({"vi"}, {"ko"})
    assert bitext.source.path == str(tmp_path / "a.xlsx")


def test_a_table_that_does_not_begin_in_a1(tmp_path: Path) -> None:
    workbook = Workbook()
    sheet = first_sheet(workbook)
    sheet["C5"], sheet["F5"], sheet["C7"], sheet["F7"] = VI, KO, EN, "x"
    assert units(read(tmp_path, "a.xlsx", saved(workbook))) == [
        ("row 5", VI, KO),
        ("row 7", EN, "x"),
    ]


def test_values_are_read_as_shown(tmp_path: Path) -> None:
    data = workbook_of(
        [2030, 2030.5],
        [datetime.datetime(2030, 1, 31), datetime.datetime(2030, 1, 31, 14, 5)],
        [datetime.time(14, 0), datetime.date(2050, 12, 1)],
        [True, 0.1 + 0.2],
        ["a\nb", 1e12],
        [CellRichText("khí ", TextBlock(InlineFont(b=True), "hậu")), "\u200b기후"],
    )
    assert [row[1:] for row in units(read(tmp_path, "a.xlsx", data))] == [
        ("2030", "2030.5"),
        ("2030-01-31", "2030-01-31 14:05"),
        ("14:00", "2050-12-01"),
        ("TRUE", "0.3"),
        ("a b", "1000000000000"),
        ("khí hậu", "\u200b기후"),
    ]


def test_a_formula_is_its_value(tmp_path: Path) -> None:
    data = workbook_of([VI, "=B9"], [EN, "=1+1"])
    data = with_part(
        data,
        SHEET,
        lambda part: part.replace(b"<v></v>", b"<v>2</v>").replace(b"<v />", b"<v>2</v>"),
    )
    assert units(read(tmp_path, "a.xlsx", data)) == [("row 1", VI, "2"), ("row 2", EN, "2")]


def test_shared_strings_with_runs_and_phonetics(tmp_path: Path) -> None:
    """As Excel writes them: the runs of a text, and how to pronounce it, which is none of it."""
    shared = (
        '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><r><t xml:space='
        f'"preserve">탄소 </t></r><r><rPr><b/></rPr><t>중립</t></r><rPh sb="0" eb="1"><t>x</t></rPh>'
        f"</si><si><t>{VI}</t></si></sst>"
    )
    sheet = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        '<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c></row>'
        "</sheetData></worksheet>"
    )
    workbook = Workbook()
    first_sheet(workbook)["A1"] = "x"
    data = with_part(saved(workbook), SHEET, lambda _: sheet.encode())
    parts = {name: zipfile.ZipFile(io.BytesIO(data)).read(name) for name in names(data)}
    parts["xl/sharedStrings.xml"] = shared.encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as new:
        for name, part in parts.items():
            new.writestr(name, part)
    assert units(read(tmp_path, "a.xlsx", out.getvalue())) == [("row 1", VI, "탄소 중립")]


def names(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.namelist()


def test_several_sheets(tmp_path: Path) -> None:
    workbook = Workbook()
    fill(first_sheet(workbook), [["Ghi chú"], ["một cột"]])
    fill(workbook.create_sheet("Khí hậu"), [["vi", "ko"], [VI, KO]])
    fill(workbook.create_sheet("ẩn"), [["a", "b"]]).sheet_state = "hidden"
    fill(workbook.create_sheet("ẩn hẳn"), [["a", "b"]]).sheet_state = "veryHidden"
    workbook.create_sheet("trống")
    workbook.create_chartsheet("biểu đồ")
    assert units(read(tmp_path, "a.xlsx", saved(workbook))) == [("row 2", VI, KO)]
    fill(workbook.create_sheet("번역"), [["en", "ko"], [EN, KO]])
    bitext = read(tmp_path, "a.xlsx", saved(workbook))
    assert units(bitext) == [
        ("sheet “Khí hậu”, row 2", VI, KO),
        ("sheet “번역”, row 2", EN, KO),
    ]
    assert [segment.lang for segment in bitext.source.segments] == ["vi", "en"]
    fill(workbook.create_sheet("ba cột"), [["a", "b", "c"]])
    assert refused(tmp_path, "a.xlsx", saved(workbook)) == (
        "sheet “ba cột”: has 3 columns; name the two to compare in the first row, such as vi and "
        "ko or Source and Target, and say --from and --to; or hide the sheet, and it is left out"
    )


def test_merged_cells(tmp_path: Path) -> None:
    data = workbook_of(
        ["Bảng đối chiếu / 대조표"],
        ["STT", "Nguồn", "Đích", "Lĩnh vực"],
        [1, "A. B. C.", "가.", "khí hậu"],
        [None, None, "나."],
        [None, None, "다."],
        [2, "D.", "라. 마."],
        [3, "E.", None],
        [4, "F.", "바."],
        merged=["A1:D1", "B3:B5", "C6:C7", "D3:D8"],
    )
    assert units(read(tmp_path, "a.xlsx", data)) == [
        ("rows 3–5, “1”", "A. B. C.", "가. 나. 다."),
        ("rows 6–7, “2 3”", "D. E.", "라. 마."),
        ("row 8, “4”", "F.", "바."),
    ]


def test_merges_that_overlap(tmp_path: Path) -> None:
    data = workbook_of(
        ["A.", "가."],
        [None, "나."],
        ["B.", None],
        ["C.", "다."],
        merged=["A1:A2", "B2:B3"],
    )
    assert units(read(tmp_path, "a.xlsx", data)) == [
        ("rows 1–3", "A. B.", "가. 나."),
        ("row 4", "C.", "다."),
    ]


def test_columns_by_header(tmp_path: Path) -> None:
    data = workbook_of(["id", "ko", "vi", "en"], ["k1", KO, VI, EN])
    assert units(read(tmp_path, "a.xlsx", data, source="vi", target="ko")) == [
        ("row 2, “k1”", VI, KO)
    ]
    assert refused(tmp_path, "a.xlsx", data).startswith("has 4 columns; name the two")
    data = workbook_of(["원문 (ko)", "번역문 (vi)"], [KO, VI])
    assert "did you swap --from and --to?" in refused(tmp_path, "a.xlsx", data, source="vi")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty; save the table as .xlsx again"),
        (b"rubbish", "is no Excel file; save the table as .xlsx again"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "is an old Excel file (.xls) or has a"),
        (workbook_of(), "its visible sheets are empty"),
        (workbook_of(["vi", "ko"]), "has no translation unit"),
        (workbook_of([VI], [EN]), "has one column"),
        (workbook_of(["x"] * 20), "has 20 columns"),
    ],
)
def test_bad_workbooks(tmp_path: Path, data: bytes, words: str) -> None:
    assert words in refused(tmp_path, "a.xlsx", data)


@pytest.mark.parametrize("cut", [10, 100, -10, -100])
def test_a_damaged_archive(tmp_path: Path, cut: int) -> None:
    assert "a.xlsx" not in refused(tmp_path, "a.xlsx", workbook_of([VI, KO])[:cut])


@pytest.mark.parametrize(
    "part",
    [
        b"",
        b"<worksheet",
        b"rubbish",
        b"\0\xff",
        b"<worksheet><sheetData><row><c t='s'><v>x</v></c>",
    ],
)
def test_a_damaged_sheet(tmp_path: Path, part: bytes) -> None:
    data = with_part(workbook_of([VI, KO]), SHEET, lambda _: part)
    assert refused(tmp_path, "a.xlsx", data)


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    def declare(part: bytes) -> bytes:
        return b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>' + part.replace(
            b"BOMB", b"&e;"
        )

    data = with_part(workbook_of([VI, "BOMB"], [VI, KO]), SHEET, declare)
    message = refused(tmp_path, "a.xlsx", data)
    assert "is no Excel workbook that can be read" in message


def test_a_bomb(tmp_path: Path) -> None:
    data = with_part(workbook_of([VI, KO]), SHEET, lambda part: part + b" " * 2 * BIG)
    assert "grows beyond" in refused(tmp_path, "a.xlsx", data)


def far(place: str) -> bytes:
    new = f'<c r="{place}"><v>1</v></c></row></sheetData>'.encode()
    return with_part(
        workbook_of([VI, KO]), SHEET, lambda part: part.replace(b"</row></sheetData>", new)
    )


def test_cells_that_lie_far_apart(tmp_path: Path) -> None:
    assert refused(tmp_path, "a.xlsx", far("XFD1048576")) == (
        "its cells lie too far apart (one is in row 1048576, column 16384); "
        "copy the table into a new workbook and save that"
    )
    for place in ("A99999999999", "ZZZZZZZ1", "A-1"):
        assert "a cell has a place that no sheet has" in refused(tmp_path, "a.xlsx", far(place))


def test_styled_empty_cells_are_no_harm(tmp_path: Path) -> None:
    workbook = Workbook()
    sheet = fill(first_sheet(workbook), [[VI, KO]])
    sheet["XFD1048576"].font = Font(b=True)
    assert units(read(tmp_path, "a.xlsx", saved(workbook))) == [("row 1", VI, KO)]


def test_texts_repeated_without_end() -> None:
    long = b"<sst><si><t>" + b"x" * 2**20 + b"</t></si></sst>"
    sheet = b'<row r="1">' + b'<c t="s"><v>0</v></c>' * 1000 + b"</row>"
    fault = "its texts are repeated beyond what any table holds"
    assert sheets.fault_of({"xl/sharedStrings.xml": long, SHEET: sheet}) == fault
    assert sheets.fault_of({"xl/a.xml": long, SHEET: sheet[:2000]}) == ""


def test_ten_thousand_rows(tmp_path: Path) -> None:
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet()
    for _ in range(10_000):
        sheet.append([VI, KO])
    bitext = read(tmp_path, "a.xlsx", saved(workbook))
    assert len(bitext.alignments) == 10_000
    assert units(bitext)[-1] == ("row 10000", VI, KO)


# Excel writes control characters as _x0000_, and what begins with = is a formula, with # an error.
TEXTS = st.text(st.characters(exclude_categories=["C"], exclude_characters="_")).map("a".__add__)


@settings(max_examples=50)
@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=5))
def test_written_workbooks_are_read_back(rows: list[tuple[str, str]]) -> None:
    data = workbook_of(["source", "target"], *rows)
    bitext = xlsx.read(data, "a.xlsx", None, Languages())
    assert [row[1:] for row in units(bitext)] == [
        (on_one_line(source), on_one_line(target)) for source, target in rows
    ]
