"""Excel workbooks: nothing lost on the way out and back, and what is refused."""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from openpyxl import Workbook, load_workbook

from built_in import built_in
from khihau.documents.archive import BIG
from khihau.errors import InputError, Problem
from khihau.exchange.base import Entry, Ignored, Item, Wanted
from khihau.exchange.tables import xlsx
from khihau.exchange.tables.by_concept import COLUMNS as WIDE
from khihau.exchange.tables.by_label import COLUMNS
from khihau.model import STATUSES, Concept, Label, Source, SourceRef, Termbase
from test_bitexts_xlsx import SHEET, fill, first_sheet, saved, with_part
from test_tables import HOW, TIDY, built, entries, in_columns, without_examples, without_sessions

HEADING = ["id", "lang", "text", "status"]
ROW = ["a", "en", "b", "preferred"]


def exported(base: Termbase, *, wide: bool = False) -> bytes:
    content = xlsx.export(base, Wanted("terms.xlsx", wide=wide)).content
    assert isinstance(content, bytes)
    return content


def read(folder: Path, data: bytes) -> list[Item]:
    file = folder / "a.xlsx"
    file.write_bytes(data)
    return list(xlsx.read(file, None))


def workbook_of(*rows: Sequence[object], merged: Sequence[str] = ()) -> bytes:
    workbook = Workbook()
    sheet = fill(first_sheet(workbook), rows)
    for cells in merged:
        sheet.merge_cells(cells)
    return saved(workbook)


def problems(folder: Path, data: bytes) -> list[str]:
    found = [str(item) for item in read(folder, data) if isinstance(item, Problem)]
    return [one.removeprefix(f"{folder / 'a.xlsx'}: ") for one in found]


def refused(folder: Path, data: bytes) -> str:
    with pytest.raises(InputError) as error:
        read(folder, data)
    return str(error.value).removeprefix(f"{folder / 'a.xlsx'}: ")


def a_label(text: str, **values: Any) -> Label:
    return Label(lang="en", text=text, status="preferred", **values)


# --- there and back -------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def builtin() -> Termbase:
    return built_in()


def test_the_builtin_glossary_comes_back(builtin: Termbase, tmp_path: Path) -> None:
    content, losses = xlsx.export(builtin, Wanted("terms.xlsx"))
    assert [(loss.what, loss.why) for loss in losses] == [
        ("session", "tables have no place for them")
    ]
    assert isinstance(content, bytes)
    items = read(tmp_path, content)
    found = entries(items)
    assert [built(found[one.id]) for one in builtin.concepts] == [
        without_sessions(one) for one in builtin.concepts
    ]
    assert {one.id: one for one in items if isinstance(one, Source)} == dict(builtin.sources)


def test_the_builtin_names_come_back(builtin: Termbase, tmp_path: Path) -> None:
    items = read(tmp_path, exported(builtin, wide=True))
    found = entries(items)
    assert [in_columns(built(found[one.id])) for one in builtin.concepts] == [
        in_columns(without_sessions(one)) for one in builtin.concepts
    ]
    assert {one.id: one for one in items if isinstance(one, Source)} == dict(builtin.sources)


@given(TIDY)
@settings(deadline=None, max_examples=50)
def test_any_concept_comes_back(concept: Concept) -> None:
    with tempfile.TemporaryDirectory() as folder:
        found = entries(read(Path(folder), exported(Termbase([concept]))))
    assert built(found[concept.id]) == concept


@given(TIDY)
@settings(deadline=None, max_examples=50)
def test_any_names_come_back(concept: Concept) -> None:
    with tempfile.TemporaryDirectory() as folder:
        found = entries(read(Path(folder), exported(Termbase([concept]), wide=True)))
    assert in_columns(built(found[concept.id])) == in_columns(concept)


def test_texts_that_excel_reads_otherwise(tmp_path: Path) -> None:
    texts = ["_x0041_", "_x005F_x0041_", "#N/A", "'=1", "=1", "TRUE", "1.50", "2025-03-01", "'tis"]
    base = Termbase([Concept(id="a", labels=tuple(map(a_label, texts)))])
    found = built(entries(read(tmp_path, exported(base)))["a"])
    assert [label.text for label in found.labels] == texts


def test_keys_of_sources_that_are_words(tmp_path: Path) -> None:
    label = a_label("b", source=(SourceRef("Luật BVMT", "Điều 91, khoản 2"),))
    base = Termbase([Concept(id="a", labels=(label,))], {"Luật BVMT": Source("Luật BVMT", "Luật")})
    assert built(entries(read(tmp_path, exported(base)))["a"]).labels == (label,)


# --- out ------------------------------------------------------------------------------------------


def test_the_same_termbase_is_the_same_bytes(builtin: Termbase) -> None:
    base = Termbase(builtin.concepts[:5], builtin.sources)
    first = exported(base)
    assert exported(base) == first
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_sheets(builtin: Termbase) -> None:
    book = load_workbook(io.BytesIO(exported(Termbase([builtin["btr"]], builtin.sources))))
    assert book.sheetnames == ["Labels", "Sources", "Examples", "Read me"]
    sheet = book["Labels"]
    assert [cell.value for cell in sheet[1]] == list(COLUMNS)
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == f"A1:AP{len(builtin['btr'].labels) + 1}"
    assert {str(one.formula1) for one in sheet.data_validations.dataValidation} == {
        '"vi,ko,en,mul"',
        f'"{",".join(STATUSES)}"',
        '"full,acronym,short,symbol"',
        '"noun,proper-noun,verb,adjective,adverb,other"',
    }
    rules = [rule for each in sheet.conditional_formatting for rule in each.rules]
    assert [rule.formula for rule in rules] == [[f'$E2="{status}"'] for status in STATUSES]
    urls = [row[4] for row in book["Sources"].iter_rows(min_row=2) if row[4].value]
    links = [(cell.hyperlink and cell.hyperlink.target) or "" for cell in urls]
    assert len(links) > 500
    assert list(map(unquote, links)) == [unquote(str(cell.value)) for cell in urls]
    assert all(map(str.isascii, links))
    wide = load_workbook(io.BytesIO(exported(Termbase([builtin["btr"]]), wide=True)))
    assert wide.sheetnames == ["Concepts", "Sources", "Examples", "Read me"]
    assert [cell.value for cell in wide["Concepts"][1]] == list(WIDE)


def test_no_cell_is_a_formula() -> None:
    texts = ["=1+1", "+1", "-1", "@a", "＝1", '=HYPERLINK("http://x.y")', "plain"]
    source = Source("s", "=cmd|' /C calc'!A0", url="=1+2")
    base = Termbase([Concept(id="a", labels=tuple(map(a_label, texts)))], {"s": source})
    book = load_workbook(io.BytesIO(exported(base)))
    for sheet in book.worksheets:
        assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {
            "s",
            "n",
            "inlineStr",
        }
    cells = [row[3] for row in book["Labels"].iter_rows(min_row=2)]
    assert [cell.value for cell in cells] == texts
    assert [bool(cell.quotePrefix) for cell in cells] == [True] * 6 + [False]


def test_a_text_longer_than_a_cell() -> None:
    concept = Concept(id="a", labels=(a_label("b", note={"en": "🌏" * 16_384}),))
    with pytest.raises(InputError) as error:
        exported(Termbase([concept]))
    assert str(error.value) == (
        "terms.xlsx: a: note.en has 16384 characters, and a cell of Excel holds 32767; shorten it, or "
        "export as csv"
    )
    concept = replace(concept, labels=(a_label("b", note={"en": "a" * 32_767}),))
    assert exported(Termbase([concept]))


# --- in -------------------------------------------------------------------------------------------


def test_values_are_read_as_shown(tmp_path: Path) -> None:
    data = workbook_of(
        [*HEADING, "until", "note"], ["a", "en", 2030, "deprecated", date(2025, 3, 1), True]
    )
    (label,) = built(entries(read(tmp_path, data))["a"]).labels
    assert (label.text, label.until, label.note) == ("2030", date(2025, 3, 1), {"en": "TRUE"})


def test_a_title_above_the_heading(tmp_path: Path) -> None:
    data = workbook_of(["Thuật ngữ"], [], HEADING, ROW, merged=["A1:D1"])
    assert entries(read(tmp_path, data))["a"].place == "row 4"


def test_several_sheets(tmp_path: Path) -> None:
    workbook = Workbook()
    fill(first_sheet(workbook), [HEADING, ROW]).title = "영어"
    fill(workbook.create_sheet("ghi chú"), [["Tên", "Nghĩa"], ["a", "b"]])
    fill(workbook.create_sheet("ẩn"), [HEADING, ROW]).sheet_state = "hidden"
    workbook.create_sheet("trống")
    fill(workbook.create_sheet("Tiếng Việt"), [[*HEADING, "Owner"], ["a", "vi", "c", "preferred"]])
    items = read(tmp_path, saved(workbook))
    assert items[:3] == [
        Ignored("sheet “ẩn”", "it is hidden"),
        Ignored("sheet “ghi chú”", "it has no heading that names columns of ours"),
        Ignored("column “Owner”", "sheet “Tiếng Việt”"),
    ]
    (entry,) = items[3:]
    assert isinstance(entry, Entry)
    assert entry.label_places == ("sheet “영어”, row 2", "sheet “Tiếng Việt”, row 2")


def test_rows_that_are_hidden_are_read(tmp_path: Path) -> None:
    workbook = Workbook()
    sheet = fill(first_sheet(workbook), [HEADING, ROW])
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["C"].hidden = True
    assert built(entries(read(tmp_path, saved(workbook)))["a"]).labels == (a_label("b"),)


def test_formulas_and_errors(tmp_path: Path) -> None:
    data = workbook_of(
        HEADING,
        ["a", "en", '="b"', "preferred"],
        ["a", "en", "#N/A", "preferred"],
        ["a", "en", "c", "preferred", "=1"],
    )
    assert problems(tmp_path, data) == [
        "row 2: text: is a formula (paste its value)",
        "row 3: text: shows an error (correct it or empty it)",
    ]
    found = [item for item in read(tmp_path, data) if isinstance(item, Entry)]
    assert built(found[0]).labels == (a_label("c"),)


def shared_formula(part: bytes) -> bytes:
    return part.replace(b"<f>1</f>", b"<f t='shared' si='0'/>").replace(b"<v></v>", b"<v>7</v>")


@pytest.mark.parametrize(
    "change", [shared_formula, lambda part: part.replace(b"<f>", b"<f aca='0'>")]
)
def test_formulas_in_other_words(tmp_path: Path, change: Callable[[bytes], bytes]) -> None:
    data = with_part(workbook_of(HEADING, ["a", "en", "=1", "preferred"]), SHEET, change)
    assert problems(tmp_path, data) == ["row 2: text: is a formula (paste its value)"]


def test_formulas_on_the_second_sheet(tmp_path: Path) -> None:
    """The parts of sheets are named in any way; the workbook says which is which."""
    workbook = Workbook()
    fill(first_sheet(workbook), [HEADING, ["a", "en", "=1", "preferred"]]).title = "sau"
    fill(workbook.create_sheet("trước", 0), [HEADING, ROW])
    assert problems(tmp_path, saved(workbook)) == [
        "sheet “sau”, row 2: text: is a formula (paste its value)"
    ]


def test_merged_cells(tmp_path: Path) -> None:
    data = workbook_of(
        [*HEADING, "Owner", "x"],
        ROW,
        ["a", "en", "c", "admitted", "me"],
        ["a", "en", "d", "admitted", "me"],
        merged=["D2:D3", "E4:F4"],
    )
    assert problems(tmp_path, data) == [
        "row 2: has merged cells (unmerge them and fill each cell)",
        "row 3: has merged cells (unmerge them and fill each cell)",
    ]


def test_merges_over_each_other(tmp_path: Path) -> None:
    rows = [["a", "en", str(number), "admitted"] for number in range(8)]
    data = workbook_of(HEADING, *rows, merged=["D3:D6", "C4:C5", "D8:D9", "A1:A1"])
    assert [one.partition(":")[0] for one in problems(tmp_path, data)] == [
        f"row {number}" for number in (3, 4, 5, 6, 8, 9)
    ]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is empty; save the table as .xlsx again, or as .csv or .tsv"),
        (b"id,lang\n", "is no Excel file; save the table as .xlsx again, or as .csv or .tsv"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
            (
                "is an old Excel file (.xls) or has a password; open it and save it as .xlsx without a "
                "password"
            ),
        ),
        (workbook_of(), f"is empty; {HOW}"),
        (
            workbook_of(HEADING),
            "has a heading and no rows below it; check that it is the right file",
        ),
        (workbook_of(["a", "b"], ["c", "d"]), f"has no heading that khihau knows; {HOW}"),
        (
            workbook_of(HEADING[:3], ROW[:3]),
            (
                "sheet “Sheet”, row 1: no column is named status; each row is one label: id, lang, text, "
                "status"
            ),
        ),
    ],
)
def test_workbooks_that_are_refused(tmp_path: Path, data: bytes, message: str) -> None:
    assert refused(tmp_path, data) == message


def test_a_bomb(tmp_path: Path) -> None:
    data = with_part(workbook_of(HEADING, ROW), SHEET, lambda part: part + b" " * 2 * BIG)
    assert "grows beyond" in refused(tmp_path, data)


def test_cells_that_lie_far_apart(tmp_path: Path) -> None:
    far = b'<c r="XFD1048576"><v>1</v></c></row></sheetData>'
    data = with_part(
        workbook_of(HEADING, ROW), SHEET, lambda part: part.replace(b"</row></sheetData>", far)
    )
    assert "its cells lie too far apart" in refused(tmp_path, data)


def test_a_row_of_two_tables_says_where_it_is(builtin: Termbase, tmp_path: Path) -> None:
    base = Termbase([builtin["btr"]], builtin.sources)
    found = entries(read(tmp_path, exported(base)))["btr"]
    assert found.place == "sheet “Labels”, row 2"
    assert built(found) == builtin["btr"]
    assert built(found) != without_examples(builtin["btr"])
