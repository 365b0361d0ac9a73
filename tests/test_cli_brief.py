"""`khihau brief`: the terms of a source with their renderings, in each format and from each file."""

from __future__ import annotations

import io
import json
from csv import DictReader
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from khihau.cli.main import main
from khihau.render.brief.entries import HEADINGS

pytestmark = pytest.mark.usefixtures("one_base")

SOURCE = (
    "제29차 당사국총회(COP29)에서 파리협정과 국가결정기여(NDC)를 논의했다.\n"
    "COP29 다음은 COP30이다. 파리협정도 중요하다.\n"
)
NAMES = {
    "cop 29": "Hội nghị lần thứ 29 các Bên tham gia Công ước khung của Liên hợp quốc về biến đổi khí hậu",
    "cop 30": "Hội nghị lần thứ 30 các Bên tham gia Công ước khung của Liên hợp quốc về biến đổi khí hậu",
    "paris-agreement": "Thỏa thuận Paris",
    "ndc": "đóng góp do quốc gia tự quyết định",
}
ORDER = ["cop", "paris-agreement", "ndc", "cop"]
OFFICIAL = [NAMES["cop 29"], NAMES["paris-agreement"], NAMES["ndc"], NAMES["cop 30"]]
ODD = """id = "odd"
definition.vi = "=HYPERLINK(1)"
note.en = "+1 | hai\\nba"
[[label]]
lang = "vi"
text = "=SUM(A1:A9)"
status = "preferred"
[[label]]
lang = "vi"
text = "-quỹ | lạ"
status = "admitted"
[[label]]
lang = "vi"
text = "@quỹ sai"
status = "forbidden"
[[label]]
lang = "ko"
text = "이상한기금"
status = "preferred"
"""
DIGITS = """id = "digits"
[[label]]
lang = "vi"
text = "0080"
status = "preferred"
[[label]]
lang = "ko"
text = "숫자기금"
status = "preferred"
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "s.txt").write_text(SOURCE, "utf-8")
    return tmp_path


@pytest.fixture
def odd(folder: Path) -> list[str]:
    """A source of odd terms, and where they stand."""
    law = folder / "g" / "law"
    law.mkdir(parents=True)
    (law / "odd.toml").write_text(ODD, "utf-8")
    (law / "digits.toml").write_text(DIGITS, "utf-8")
    (folder / "odd.txt").write_text("이상한기금과 숫자기금을 논의했다.\n", "utf-8")
    return ["odd.txt", "--to", "vi", "--glossary", "g"]


def shown(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    capsys.readouterr()
    assert main(["brief", *arguments]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


def message(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    capsys.readouterr()
    assert main(["brief", *arguments]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "Traceback" not in err
    return err


def terms(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, Any]]:
    record = json.loads(shown(capsys, *arguments, "-f", "json"))
    found: list[dict[str, Any]] = record["terms"]
    return found


def sheets(name: str) -> tuple[Worksheet, Worksheet]:
    first, second = openpyxl.load_workbook(name).worksheets
    return first, second


# --- what it lists --------------------------------------------------------------------------------


def test_each_term_once_in_order_of_first_mention(capsys: pytest.CaptureFixture[str]) -> None:
    found = terms(capsys, "s.txt", "--to", "vi")
    assert [one["number"] for one in found] == [1, 2, 3, 4]
    assert [one["concept"] for one in found] == ORDER
    assert [one["official"] for one in found] == OFFICIAL
    assert [one["times"] for one in found] == [3, 2, 2, 1]
    assert [one["place"] for one in found] == ["line 1", "line 1", "line 1", "line 2"]
    assert found[0]["forms"] == ["제29차 당사국총회", "COP29"]
    assert {one["status"] for one in found} == {"preferred"}
    assert all(one["sources"] for one in found)


def test_sessions_have_their_numbers(capsys: pytest.CaptureFixture[str]) -> None:
    for lang, name in (
        ("vi", NAMES["cop 29"]),
        ("en", "29th Conference of the Parties"),
    ):
        first, *_, last = terms(capsys, "s.txt", "--to", lang)
        assert first["official"] == name
        assert last["official"] == name.replace("29", "30")
        assert "COP29" in first["others"]
        assert "COP30" in last["others"]
        assert "{n" not in json.dumps([first, last])
        assert not any("30" in one for one in first["others"] + first["wrong"])
    Path("v.txt").write_text("Việt Nam dự COP29 tại Baku.", "utf-8")
    (found,) = terms(capsys, "v.txt", "--to", "ko")
    assert found["official"] == "제29차 유엔기후변화협약 당사국총회"


def test_wrong_names_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    _, paris, ndc, _ = terms(capsys, "s.txt", "--to", "vi")
    assert "Công ước Paris (forbidden)" in paris["wrong"]
    assert any(one.endswith("(mistranslation)") for one in ndc["wrong"])
    assert paris["official"] not in paris["others"]
    assert not {one.rpartition(" (")[0] for one in paris["wrong"]} & {*paris["others"]}
    out = shown(capsys, "s.txt", "--to", "vi")
    row = next(line for line in out.splitlines() if line.startswith("| 2 |"))
    assert "Công ước Paris" in row.split("|")[5]
    assert "forbidden" in row.split("|")[5]


def test_wrong_names_in_the_source_need_a_look(capsys: pytest.CaptureFixture[str]) -> None:
    Path("v.txt").write_text("Hai bên thực hiện Công ước Paris về khí hậu.", "utf-8")
    out = shown(capsys, "v.txt", "--to", "ko")
    assert "## Needs a look" in out
    assert "Công ước Paris" in out.partition("## Needs a look")[2].partition("## Terms")[0]
    shown(capsys, "v.txt", "--to", "ko", "-o", "b.xlsx")
    assert "Công ước Paris" in str(sheets("b.xlsx")[1].cell(2, 1).value)


def test_several_sources_give_one_brief(capsys: pytest.CaptureFixture[str]) -> None:
    Path("t.txt").write_text("탄소시장과 파리협정을 논의했다.", "utf-8")
    found = {one["concept"]: one for one in terms(capsys, "s.txt", "t.txt", "--to", "vi")}
    assert (found["paris-agreement"]["times"], found["paris-agreement"]["place"]) == (
        3,
        "s.txt, line 1",
    )
    assert found["carbon-market"]["place"] == "t.txt, line 1"
    record = json.loads(shown(capsys, "s.txt", "t.txt", "--to", "vi", "-f", "json"))
    assert (record["schema"], record["sources"], record["to"]) == (1, ["s.txt", "t.txt"], "vi")
    assert "# Translation brief: s.txt, t.txt into Vietnamese" in shown(
        capsys, "s.txt", "t.txt", "--to", "vi"
    )
    assert terms(capsys, "s.txt", "./s.txt", "--to", "vi")[1]["times"] == 2  # a file counts once


def test_a_folder_is_read(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "docs").mkdir()
    (folder / "docs" / "a.md").write_text("# 탄소시장\n", "utf-8")
    (one,) = terms(capsys, "docs", "--to", "en")
    assert (one["official"], one["place"]) == ("carbon market", "line 1")


def test_a_word_file(capsys: pytest.CaptureFixture[str]) -> None:
    file = docx.Document()
    file.add_paragraph("회의가 열렸다.")
    file.add_paragraph("양측은 파리협정을 논의했다.")
    file.save("s.docx")
    (one,) = terms(capsys, "s.docx", "--to", "vi")
    assert (one["concept"], one["place"]) == ("paris-agreement", "paragraph 2")
    assert "- first place: paragraph 2" in shown(capsys, "s.docx", "--to", "vi")


def test_standard_input(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("파리협정".encode())))
    record = json.loads(shown(capsys, "-", "--to", "vi", "-f", "json"))
    assert record["sources"] == ["<stdin>"]
    assert [one["official"] for one in record["terms"]] == ["Thỏa thuận Paris"]


# --- formats --------------------------------------------------------------------------------------


def test_markdown(capsys: pytest.CaptureFixture[str]) -> None:
    out = shown(capsys, "s.txt", "--to", "vi")
    lines = out.splitlines()
    assert lines[0] == "# Translation brief: s.txt into Vietnamese"
    assert lines[2] == "8 mentions of 4 terms."
    table = [line for line in lines if line.startswith("| ")]
    assert table[0] == "| no. | source term | Vietnamese | status | do not write |"
    assert [line.split(" | ")[2] for line in table[1:]] == OFFICIAL
    assert f"### 2. 파리협정 → {NAMES['paris-agreement']}" in lines
    assert "- term id: paris-agreement" in lines
    assert "## Needs a look" not in out


def test_markup_in_names_is_escaped(odd: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    out = shown(capsys, *odd)
    for line in out.splitlines():
        if line.startswith("| "):
            assert line.replace("\\|", "").count("|") == 6
    assert "- also right: -quỹ \\| lạ" in out
    assert "- note: +1 \\| hai ba" in out


def test_tsv(capsys: pytest.CaptureFixture[str]) -> None:
    out = shown(capsys, "s.txt", "--to", "vi", "-f", "tsv")
    table = list(DictReader(io.StringIO(out), delimiter="\t"))
    assert tuple(table[0]) == HEADINGS
    assert [one["rendering"] for one in table] == OFFICIAL
    assert [one["term id"] for one in table] == ORDER
    assert "Công ước Paris (forbidden)" in table[1]["do not write"].split("; ")
    assert out.count("\n") == 5


def test_no_cell_of_a_tsv_is_a_formula(odd: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    out = shown(capsys, *odd, "-f", "tsv")
    table = list(DictReader(io.StringIO(out), delimiter="\t"))
    cells = [cell for one in table for cell in one.values()]
    assert "'=SUM(A1:A9)" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


def test_json_of_a_term_without_a_name(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    (folder / "g" / "law").mkdir(parents=True)
    text = ODD.replace('lang = "vi"', 'lang = "en"')
    (folder / "g" / "law" / "odd.toml").write_text(text, "utf-8")
    (folder / "odd.txt").write_text("이상한기금을 논의했다.\n", "utf-8")
    (one,) = terms(capsys, "odd.txt", "--to", "vi", "--glossary", "g")
    assert (one["official"], one["status"], one["sources"]) == (None, "no rendering", [])
    assert "| 1 | 이상한기금 | – | no rendering |" in shown(
        capsys, "odd.txt", "--to", "vi", "--glossary", "g"
    )


def test_a_workbook(capsys: pytest.CaptureFixture[str]) -> None:
    assert shown(capsys, "s.txt", "--to", "vi", "-o", "b.xlsx") == ""
    first, second = sheets("b.xlsx")
    assert (first.title, second.title) == ("Terms in Vietnamese", "Needs a look")
    assert [cell.value for cell in first[1]] == list(HEADINGS)
    assert all(cell.font.bold for cell in first[1])
    assert first.freeze_panes == "A2"
    assert first.auto_filter.ref == first.dimensions == "A1:M5"
    assert [first.cell(row, 5).value for row in range(2, 6)] == OFFICIAL
    assert [first.cell(row, 1).value for row in range(2, 6)] == [1, 2, 3, 4]
    assert [first.cell(row, 3).value for row in range(2, 6)] == [3, 2, 2, 1]
    assert "Công ước Paris (forbidden)" in str(first.cell(3, 8).value)


def test_another_program_reads_the_workbook(capsys: pytest.CaptureFixture[str]) -> None:
    shown(capsys, "s.txt", "--to", "vi", "-o", "b.xlsx")
    book = CalamineWorkbook.from_path("b.xlsx")
    assert book.sheet_names == ["Terms in Vietnamese", "Needs a look"]
    table = book.get_sheet_by_index(0).to_python()
    assert table[0] == list(HEADINGS)
    assert [row[4] for row in table[1:]] == OFFICIAL
    assert [row[11] for row in table[1:]] == ORDER


def test_workbook_and_table_say_the_same(
    odd: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    Path("odd.txt").write_text("이상한기금을 논의했다.", "utf-8")
    out = shown(capsys, *odd, "s.txt", "-f", "tsv")
    shown(capsys, *odd, "s.txt", "-o", "b.xlsx")
    first, _ = sheets("b.xlsx")
    told = [[str(cell.value or "") for cell in row] for row in first.iter_rows()]
    table = [line.split("\t") for line in out.splitlines()]
    assert [[cell.strip("'\"") for cell in row] for row in table] == [
        [" ".join(cell.split()).strip("'\"") for cell in row] for row in told
    ]


def test_no_cell_of_a_workbook_is_a_formula(
    odd: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    shown(capsys, *odd, "-o", "b.xlsx")
    first, _ = sheets("b.xlsx")
    assert first.cell(2, 5).value == "=SUM(A1:A9)"
    assert "f" not in {cell.data_type for row in first.iter_rows() for cell in row}
    table = CalamineWorkbook.from_path("b.xlsx").get_sheet_by_index(0).to_python()
    assert table[1][4] == "=SUM(A1:A9)"
    assert table[1][7] == "@quỹ sai (forbidden)"
    assert table[1][8] == "=HYPERLINK(1)"


def test_a_name_in_figures_stays_a_name(odd: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    shown(capsys, *odd, "-o", "b.xlsx")
    first, _ = sheets("b.xlsx")
    assert first.cell(3, 5).value == "0080"


@pytest.mark.parametrize(
    ("name", "begin"),
    [
        ("b.md", b"# Translation brief: "),
        ("b.tsv", b"no.\tsource term\t"),
        ("b.json", b'{\n "schema": 1,'),
        ("b.xlsx", b"PK"),
        ("B.XLSX", b"PK"),
        ("b.txt", b"# Translation brief: "),
        ("b", b"# Translation brief: "),
    ],
)
def test_the_suffix_tells_the_format(
    name: str, begin: bytes, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert shown(capsys, "s.txt", "--to", "vi", "-o", name) == ""
    assert (folder / name).read_bytes().startswith(begin)
    assert {one.name for one in folder.iterdir()} == {"s.txt", name}


@pytest.mark.parametrize("form", ["markdown", "tsv", "json"])
def test_a_format_that_is_named_wins(
    form: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    printed = shown(capsys, "s.txt", "--to", "vi", "-f", form)
    assert shown(capsys, "s.txt", "--to", "vi", "-f", form, "-o", "b.md") == ""
    assert (folder / "b.md").read_text("utf-8") == printed
    assert printed == shown(capsys, "s.txt", "--to", "vi", "-f", form)


# --- bad input ------------------------------------------------------------------------------------


def test_no_terms_at_all(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for words in ("안녕하세요.\n", "", " \n"):
        (folder / "s.txt").write_text(words, "utf-8")
        run = ("s.txt", "--to", "vi")
        assert shown(capsys, *run).endswith("\n0 mentions of 0 terms.\n")
        assert shown(capsys, *run, "-f", "tsv") == "\t".join(HEADINGS) + "\n"
        assert terms(capsys, *run) == []
        shown(capsys, *run, "-o", "b.xlsx")
        table = CalamineWorkbook.from_path("b.xlsx").get_sheet_by_index(0).to_python()
        assert table == [list(HEADINGS)]


def test_a_source_in_the_target_language(capsys: pytest.CaptureFixture[str]) -> None:
    told = message(capsys, "s.txt", "--to", "ko")
    assert told == (
        "khihau: s.txt: is in Korean already; --to is the language of the translation\n"
    )
    Path("v.txt").write_text("Hai bên bàn về thị trường các-bon.", "utf-8")
    assert "v.txt: is in Vietnamese already" in message(capsys, "v.txt", "--to", "vi")
    assert "carbon-market" in [one["concept"] for one in terms(capsys, "v.txt", "--to", "en")]


def test_a_workbook_is_not_printed(capsys: pytest.CaptureFixture[str]) -> None:
    told = message(capsys, "s.txt", "--to", "vi", "-f", "xlsx")
    assert told == "khihau: a workbook is no text to print; add --output brief.xlsx\n"


@pytest.mark.parametrize("name", ["b.xlsx", "b.md"])
def test_a_folder_that_does_not_exist(
    name: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = message(capsys, "s.txt", "--to", "vi", "-o", f"no/{name}")
    assert told == f"khihau: no/{name}: its folder does not exist; create it first\n"
    assert [one.name for one in folder.iterdir()] == ["s.txt"]


def test_nothing_is_half_written(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "b.xlsx").write_text("old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    message(capsys, "s.txt", "none.txt", "--to", "vi", "-o", "b.xlsx")
    monkeypatch.setattr("os.replace", full)
    told = message(capsys, "s.txt", "--to", "vi", "-o", "b.xlsx")
    assert told == "khihau: b.xlsx: cannot be written: No space left on device; check the disk\n"
    assert (folder / "b.xlsx").read_text() == "old"
    assert {one.name for one in folder.iterdir()} == {"s.txt", "b.xlsx"}


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["s.txt"], "Missing option '--to'"),
        (["s.txt", "--to", "fr"], "'fr' is not one of 'vi', 'ko', 'en'"),
        (["--to", "vi"], "Missing argument"),
        (["none.txt", "--to", "vi"], "none.txt: no such file or folder; check the path"),
        (["s.txt", "--to", "vi", "-f", "html"], "'html' is not one of"),
        (["s.txt", "--to", "vi", "-o", "."], ".: is a folder, not a file; name a file in it"),
        (["s.txt", "--to", "vi", "--encoding", "nonsense"], 's.txt: unknown encoding "nonsense"'),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_arguments(
    arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert told in message(capsys, *arguments)


def test_hostile_words(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "s.txt").write_text("파리협정\x1b[31m을 COP29\u202e에서 | <b> NDC.\r\n", "utf-8")
    for form in ("markdown", "tsv", "json"):
        out = shown(capsys, "s.txt", "--to", "vi", "-f", form)
        assert "\x1b" not in out
        assert "Thỏa thuận Paris" in out
    shown(capsys, "s.txt", "--to", "vi", "-o", "b.xlsx")
    assert sheets("b.xlsx")[0].max_row == 4


def test_a_name_of_a_file_that_acts_stays_words(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a\x1b[31m_b_.txt").write_text(SOURCE, "utf-8")
    out = shown(capsys, "a\x1b[31m_b_.txt", "--to", "vi")
    assert "\x1b" not in out
    assert "\\_b\\_" in out.splitlines()[0]
