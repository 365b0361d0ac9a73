"""`khihau suggest`: a phrase, phrases from a pipe, and the near misses of a draft."""

from __future__ import annotations

import io
import json
from csv import DictReader
from pathlib import Path
from typing import Any

import docx
import pytest

from khihau.cli.main import main
from test_render_records import hold

COLUMNS = [
    "phrase",
    "score",
    "confident",
    "concept",
    "label",
    "lang",
    "near",
    "status",
    "source",
    "sense",
]
DRAFT = "Hai bên bàn về biến đỗi khí hậu.\n\nHọ thực hiện Công ước Paris về khí hậu.\n"


pytestmark = pytest.mark.usefixtures("one_base")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def shown(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    capsys.readouterr()
    assert main(["suggest", *arguments]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


def message(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    capsys.readouterr()
    assert main(["suggest", *arguments]) == 2
    err = capsys.readouterr().err
    assert "Traceback" not in err
    return err


class Pipe:
    """Runs `suggest -` with something to read."""

    def __init__(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self.capsys, self.monkeypatch = capsys, monkeypatch

    def fill(self, data: str | bytes) -> None:
        raw = data.encode() if isinstance(data, str) else data
        self.monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(raw)))

    def shown(self, data: str | bytes, *arguments: str) -> str:
        self.fill(data)
        return shown(self.capsys, "-", *arguments)

    def rows(self, data: str | bytes, *arguments: str) -> list[dict[str, str]]:
        return table(self.shown(data, *arguments))

    def message(self, data: str | bytes, *arguments: str) -> str:
        self.fill(data)
        return message(self.capsys, "-", *arguments)


@pytest.fixture
def pipe(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Pipe:
    return Pipe(capsys, monkeypatch)


def table(out: str) -> list[dict[str, str]]:
    lines = DictReader(io.StringIO(out), delimiter="\t")
    found = list(lines)
    assert list(lines.fieldnames or ()) == COLUMNS
    return found


# --- a phrase -------------------------------------------------------------------------------------


def test_text(capsys: pytest.CaptureFixture[str]) -> None:
    out = shown(capsys, "mục tiêu quốc gia giảm khí nhà kính", "--to", "vi", "--limit", "1")
    first, second = out.splitlines()
    assert "  ndc  đóng góp do quốc gia tự quyết định  [vi, " in first
    assert second.startswith("       near “")
    assert shown(capsys, "net", "zero") == shown(capsys, "net zero")


def test_a_name_itself_is_near_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    out = shown(capsys, "Thỏa thuận Paris", "--limit", "1")
    assert out.startswith("  100  paris-agreement  Thỏa thuận Paris  [vi, ")
    assert "near" not in out


def test_no_confident_match(capsys: pytest.CaptureFixture[str]) -> None:
    out = shown(capsys, "chính sách quốc gia")
    lines = out.splitlines()
    assert lines[0] == "No confident match; nearest:"
    assert len([line for line in lines[1:] if not line.startswith("       ")]) == 5
    rows = table(shown(capsys, "chính sách quốc gia", "-f", "tsv"))
    assert {one["confident"] for one in rows} == {"no"}
    assert "No confident match" not in shown(capsys, "net zero")


def test_nothing_near(capsys: pytest.CaptureFixture[str]) -> None:
    assert shown(capsys, "zzzqqq") == "No concept of the glossary comes near.\n"
    (row,) = table(shown(capsys, "zzzqqq", "-f", "tsv"))
    assert (row["phrase"], row["confident"]) == ("zzzqqq", "no")
    assert {row[name] for name in COLUMNS if name not in ("phrase", "confident")} == {""}
    assert json.loads(shown(capsys, "zzzqqq", "-f", "json")) == {
        "schema": 1,
        "phrase": "zzzqqq",
        "suggestions": [],
    }


def test_tsv(capsys: pytest.CaptureFixture[str]) -> None:
    rows = table(shown(capsys, "Hiệp ước Paris", "-f", "tsv"))
    assert len(rows) == 5
    assert {one["phrase"] for one in rows} == {"Hiệp ước Paris"}
    first = rows[0]
    assert (first["score"], first["confident"], first["concept"]) == (
        "100",
        "yes",
        "paris-agreement",
    )
    assert (first["label"], first["lang"]) == ("Thỏa thuận Paris", "vi")
    assert (first["near"], first["status"]) == ("Hiệp ước Paris", "forbidden")
    assert first["source"].startswith("Nghị định 112/2026")
    scores = [float(one["score"]) for one in rows]
    assert scores == sorted(scores, reverse=True)


def test_json(capsys: pytest.CaptureFixture[str]) -> None:
    record = json.loads(shown(capsys, "국가결정기여", "--to", "vi", "-f", "json", "--limit", "2"))
    assert (record["schema"], record["phrase"]) == (1, "국가결정기여")
    assert len(record["suggestions"]) == 2
    first = record["suggestions"][0]
    assert (first["concept"], first["label"], first["lang"]) == (
        "ndc",
        "đóng góp do quốc gia tự quyết định",
        "vi",
    )
    assert (first["matched"], first["confident"], first["score"]) == ("국가결정기여", True, 100.0)
    assert first["equivalents"]["ko"] == "국가 온실가스 감축목표"


@pytest.mark.parametrize("form", ["text", "json", "tsv"])
def test_the_limit(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    def count(*arguments: str) -> int:
        out = shown(capsys, "net zero", "-f", form, *arguments)
        if form == "json":
            return len(json.loads(out)["suggestions"])
        lines = [line for line in out.splitlines() if not line.startswith("       ")]
        return len(lines) - (form == "tsv")

    assert [count(), count("--limit", "1"), count("--limit", "3")] == [5, 1, 3]
    assert count("--limit", "1000") > 5


def test_languages(capsys: pytest.CaptureFixture[str]) -> None:
    for lang, label in (("ko", "파리협정"), ("en", "Paris Agreement"), ("vi", "Thỏa thuận Paris")):
        first = table(shown(capsys, "Hiệp ước Paris", "--to", lang, "-f", "tsv"))[0]
        assert (first["label"], first["lang"]) == (label, lang)


def test_a_label_is_no_formula(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "g" / "law").mkdir(parents=True)
    lines = [
        f'[[label]]\nlang = "{lang}"\ntext = "{words}"\nstatus = "preferred"'
        for lang, words in (("vi", "=SUM(A1:A9)"), ("ko", "이상한기금"))
    ]
    (folder / "g" / "law" / "odd.toml").write_text("\n".join(('id = "odd"', *lines)), "utf-8")
    run = ("이상한기금", "--to", "vi", "--glossary", "g", "--limit", "1")
    assert table(shown(capsys, *run, "-f", "tsv"))[0]["label"] == "'=SUM(A1:A9)"
    assert "odd  =SUM(A1:A9)  [vi, unverified]" in shown(capsys, *run)
    assert json.loads(shown(capsys, *run, "-f", "json"))["suggestions"][0]["label"] == "=SUM(A1:A9)"


# --- phrases from a pipe --------------------------------------------------------------------------


def test_a_row_for_each_phrase(pipe: Pipe) -> None:
    rows = pipe.rows("net zero\nzzzqqq\nHiệp ước Paris\nchính sách quốc gia\n")
    assert [one["phrase"] for one in rows] == [
        "net zero",
        "zzzqqq",
        "Hiệp ước Paris",
        "chính sách quốc gia",
    ]
    assert [one["confident"] for one in rows] == ["yes", "no", "yes", "no"]
    assert [one["concept"] for one in rows[:3]] == ["net-zero", "", "paris-agreement"]


@pytest.mark.parametrize(
    "data",
    [
        "net zero\n\n \t \nNDC",
        "net zero\r\n\r\nNDC\r\n",
        "\ufeffnet zero\nNDC\n",
        "  net zero \t\n\tNDC\n\n\n",
        "\n\n\ufeff\nnet zero\nNDC",
    ],
    ids=["blank", "crlf", "bom", "spaces", "blank-first"],
)
def test_lines(data: str, pipe: Pipe) -> None:
    rows = pipe.rows(data)
    assert [(one["phrase"], one["concept"]) for one in rows] == [
        ("net zero", "net-zero"),
        ("NDC", "ndc"),
    ]
    assert {one["score"] for one in rows} == {"100"}


@pytest.mark.parametrize("data", ["", "\n", " \r\n\t\n", "\ufeff"])
def test_nothing_in_the_pipe(data: str, pipe: Pipe) -> None:
    assert pipe.shown(data) == "\t".join(COLUMNS) + "\n"
    assert json.loads(pipe.shown(data, "-f", "json")) == {"schema": 1, "phrases": []}
    assert pipe.shown(data, "-f", "text") == ""


@pytest.mark.parametrize(
    ("data", "line", "bad"),
    [
        (b"net zero\nk\xff\n", 2, b"\xff"),
        (b"\xff\n", 1, b"\xff"),
        (b"net zero\r\n\r\n\r\nNDC\n\xed\xa0\x80\n", 5, b"\xed"),
    ],
)
def test_bytes_that_are_no_utf_8(data: bytes, line: int, bad: bytes, pipe: Pipe) -> None:
    told = pipe.message(data)
    assert told == (
        f"khihau: <stdin>: line {line}, byte offset {data.index(bad)}: not valid UTF-8; save the file "
        "as UTF-8 or name its encoding with --encoding\n"
    )


@pytest.mark.parametrize("encoding", ["cp949", "euc-kr", "utf-8", "utf-16", "utf-16-le"])
def test_an_encoding_that_is_named(encoding: str, pipe: Pipe) -> None:
    rows = pipe.rows("국가결정기여\n\nNDC\n".encode(encoding), "--encoding", encoding)
    assert [one["phrase"] for one in rows] == ["국가결정기여", "NDC"]
    assert [one["concept"] for one in rows] == ["ndc", "ndc"]


def test_a_mark_is_no_part_of_the_phrase_when_utf_8_is_named(pipe: Pipe) -> None:
    (row,) = pipe.rows("\ufeffnet zero\n", "--encoding", "utf-8")
    assert (row["phrase"], row["score"]) == ("net zero", "100")


def test_an_encoding_that_is_none(pipe: Pipe) -> None:
    told = pipe.message("net zero\n", "--encoding", "nonsense")
    assert 'unknown encoding "nonsense"; use a name such as utf-8, utf-16 or cp949' in told


def test_the_limit_in_a_pipe(pipe: Pipe) -> None:
    data = "net zero\nzzzqqq\nHiệp ước Paris\n"
    assert [one["phrase"] for one in pipe.rows(data, "--limit", "2")] == [
        *("net zero", "net zero", "zzzqqq", "Hiệp ước Paris", "Hiệp ước Paris")
    ]


def test_json_for_several(pipe: Pipe) -> None:
    record = json.loads(pipe.shown("net zero\nzzzqqq\n", "-f", "json", "--limit", "2"))
    assert record["schema"] == 1
    assert [one["phrase"] for one in record["phrases"]] == ["net zero", "zzzqqq"]
    assert [len(one["suggestions"]) for one in record["phrases"]] == [2, 0]
    assert record["phrases"][0]["suggestions"][0]["concept"] == "net-zero"


def test_json_for_several_that_nothing_comes_near(pipe: Pipe) -> None:
    record = json.loads(pipe.shown("zzzqqq\nqqqzzz\n", "-f", "json"))
    assert record["phrases"] == [
        {"phrase": "zzzqqq", "suggestions": []},
        {"phrase": "qqqzzz", "suggestions": []},
    ]


def test_text_for_several_tells_them_apart(pipe: Pipe) -> None:
    out = pipe.shown("Hiệp ước Paris\nmục tiêu quốc gia giảm khí nhà kính\n", "-f", "text")
    assert "“mục tiêu quốc gia giảm khí nhà kính”" in out


def test_a_phrase_from_a_pipe_stays_on_its_line(pipe: Pipe) -> None:
    rows = pipe.rows('=1+1\n"net\tzero"\nnet zero\x1b[31m\n')
    assert [one["phrase"] for one in rows][:2] == ["'=1+1", '"net zero"']
    assert len(rows) == 3
    assert not set("\x1b") & set(str(rows))


def test_ten_thousand_letters(pipe: Pipe) -> None:
    rows = pipe.rows("biến đổi khí hậu " * 600 + "\nNDC\n")
    assert len(rows) == 2
    assert rows[1]["concept"] == "ndc"


# --- a draft --------------------------------------------------------------------------------------


def draft(suffix: str) -> str:
    name = f"draft{suffix}"
    if suffix == ".docx":
        file = docx.Document()
        for paragraph in DRAFT.split("\n\n"):
            file.add_paragraph(paragraph.strip())
        file.save(name)
    else:
        Path(name).write_text(DRAFT, "utf-8")
    return name


RULES = ["near-miss", "forbidden-label"]
PLACES = {".txt": ("", ""), ".docx": ("paragraph 1", "paragraph 2")}


@pytest.mark.parametrize("suffix", [".txt", ".docx"])
def test_near_misses_as_json(suffix: str, capsys: pytest.CaptureFixture[str]) -> None:
    record: Any = json.loads(shown(capsys, "--file", draft(suffix), "-f", "json"))
    hold(record)
    (document,) = record["documents"]
    assert document["path"] == f"draft{suffix}"
    assert [one["rule"] for one in document["findings"]] == RULES
    assert [one["text"] for one in document["findings"]] == ["biến đỗi khí hậu", "Công ước Paris"]
    assert tuple(one.get("unit", "") for one in document["findings"]) == PLACES[suffix]


@pytest.mark.parametrize("suffix", [".txt", ".docx"])
def test_near_misses_as_tsv(suffix: str, capsys: pytest.CaptureFixture[str]) -> None:
    out = shown(capsys, "--file", draft(suffix), "-f", "tsv")
    rows = list(DictReader(io.StringIO(out), delimiter="\t"))
    assert [one["rule"] for one in rows] == RULES
    assert tuple(one["unit"] for one in rows) == PLACES[suffix]
    assert "“biến đổi khí hậu”" in rows[0]["message"]


@pytest.mark.parametrize("suffix", [".txt", ".docx"])
def test_near_misses_as_text(suffix: str, capsys: pytest.CaptureFixture[str]) -> None:
    out = shown(capsys, "--file", draft(suffix))
    where = [":1:16", ":3:14"] if suffix == ".txt" else [": paragraph 1", ": paragraph 2"]
    assert out.startswith(f"draft{suffix}{where[0]}: info: “biến đỗi khí hậu” is almost ")
    assert f"\ndraft{suffix}{where[1]}: error: “Công ước Paris” is a wrong name" in out
    assert "1 document checked: 1 error, 1 note." in out


def test_names_that_a_draft_should_not_have(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "Bộ Tài nguyên và Môi trường nhận vốn của Quỹ Khí hậu Màu xanh."
    (folder / "a.txt").write_text(text, "utf-8")
    out = shown(capsys, "--file", "a.txt")
    assert "“Bộ Tài nguyên và Môi trường” is an outdated name" in out
    assert "write “Quỹ Khí hậu xanh”" in out


def test_a_draft_without_near_misses(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.txt").write_text("Hai bên bàn về biến đổi khí hậu.", "utf-8")
    assert shown(capsys, "--file", "a.txt") == "1 document checked: no findings.\n"
    assert shown(capsys, "--file", "a.txt", "-f", "tsv").count("\n") == 1


def test_a_draft_from_a_pipe(pipe: Pipe, capsys: pytest.CaptureFixture[str]) -> None:
    pipe.fill(DRAFT)
    assert shown(capsys, "--file", "-").startswith("<stdin>:1:16: info: ")


# --- bad input ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "give a phrase, or --file DRAFT: khihau suggest"),
        (["net zero", "--file", "a.txt"], "give a phrase, or --file DRAFT: khihau suggest"),
        (["--file", "none.txt"], "none.txt: no such file or folder; check the path"),
        (["net zero", "--limit", "0"], "0 is not in the range x>=1"),
        (["net zero", "--to", "fr"], "'fr' is not one of 'vi', 'ko', 'en'"),
        (["net zero", "-f", "xlsx"], "'xlsx' is not one of 'text', 'json', 'tsv'"),
        (["net zero", "--glossary", "none"], "none"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_arguments(
    arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert told in message(capsys, *arguments)


@pytest.mark.parametrize("phrase", ["   ", "()", "—", "\x00", "\u0301" * 300, "😀"])
def test_a_phrase_without_words(phrase: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert "No concept of the glossary comes near" in shown(capsys, phrase)
    assert len(table(shown(capsys, phrase, "-f", "tsv"))) == 1
