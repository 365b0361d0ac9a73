"""`khihau pair`: two documents or a bilingual file, settings, formats, bad input, and its laws."""

from __future__ import annotations

import datetime
import io
import json
import re
import unicodedata
from base64 import b64encode
from collections.abc import Callable, Iterator, Sequence
from csv import DictReader
from hashlib import sha256
from itertools import permutations
from pathlib import Path
from typing import Any

import docx
import jsonschema  # type: ignore[import-untyped]
import polib
import pytest
from hwpx import HwpxDocument
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from built_in import built_in
from khihau.cli.main import main
from khihau.engine import pair, paired_of, read
from khihau.errors import ConfigError, InputError
from khihau.languages import LANGUAGES
from khihau.model import LANGS, Concept, Finding, Label, Lang, Options
from khihau.model.domains import PLACES
from khihau.render.compared_html import render_compared
from khihau.render.views import Compared, View
from khihau.render.visible import visible
from khihau.termbase.official import official_label, text_of
from spec_tables import SPEC, rows
from test_render_records import hold
from test_render_reports import Page, cut, sarif_schema

pytestmark = pytest.mark.usefixtures("one_base")

OPTIONS = Options(usual_date=datetime.date(2026, 6, 1))

KO = "양측은 파리협정 이행을 논의했다."
VI = "Hai bên trao đổi việc thực hiện Công ước Paris."
GOOD = "Hai bên trao đổi việc thực hiện Thỏa thuận Paris."
KO_2 = "정부는 탄소시장 협력을 논의했다."
VI_2 = "Chính phủ trao đổi về hợp tác thị trường các-bon."
WRONG = {
    "vi": "Hai bên thực hiện Công ước Paris.\n",
    "ko": "양측은 파리협약을 이행한다.\n",
    "en": "The two sides implement the Paris Convention to protect the climate.\n",
}
RIGHT = {
    "vi": "Hai bên thực hiện Thỏa thuận Paris.\n",
    "ko": "양측은 파리협정을 이행한다.\n",
    "en": "The two sides implement the Paris Agreement.\n",
}
# Three severities: another session, a term that is missing, an acronym that is gone.
SEVERAL_KO = "COP29 결과를 설명했다.\n\n정부는 녹색기후기금 협력을 논의했다.\n\n양측은 국가결정기여(NDC)를 논의했다.\n"
SEVERAL_VI = (
    "Đã thông báo kết quả COP30.\n\nChính phủ trao đổi về hợp tác.\n\n"
    "Hai bên trao đổi về đóng góp do quốc gia tự quyết định.\n"
)
NOTED = ("--severity", "dropped-acronym=info")  # of which the press is not told
SEVERAL = ["wrong-session", "missing-equivalent", "dropped-acronym"]
DIRECTIONS = list(permutations(LANGS, 2))


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def two(folder: Path) -> tuple[str, str]:
    """A source and a target with an error, a warning and a note."""
    (folder / "s.txt").write_text(SEVERAL_KO, "utf-8")
    (folder / "t.txt").write_text(SEVERAL_VI, "utf-8")
    return "s.txt", "t.txt"


def records(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, Any]]:
    """The findings of a run that ends well or with findings."""
    capsys.readouterr()
    assert main(["pair", *arguments, *NOTED, "-f", "jsonl", "--date", "2026-06-01"]) in (0, 1)
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def found(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    return [record["rule"] for record in records(capsys, *arguments)]


def message(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What a run that ends with 2 says on standard error."""
    capsys.readouterr()
    assert main(["pair", *arguments]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "Traceback" not in err
    assert err.count("\n") == 1
    return err


def written(name: str, text: str | bytes) -> str:
    Path(name).write_bytes(text.encode() if isinstance(text, str) else text)
    return name


def type_in(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))


# --- files ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("source", "target"), DIRECTIONS)
def test_six_directions(source: str, target: str, capsys: pytest.CaptureFixture[str]) -> None:
    paths = written("s.txt", RIGHT[source]), written("t.txt", WRONG[target])
    (record,) = records(capsys, *paths)
    assert (record["rule"], record["concept"]) == ("wrong-equivalent", "paris-agreement")
    assert (record["severity"], record["path"], record["line"]) == ("error", "t.txt", 1)
    assert record["text"] in WRONG[target]
    said = re.search("“([^”]*)” \\(source line 1\\)", record["message"])
    assert said
    assert said[1] in RIGHT[source]
    assert main(["pair", *paths]) == 1
    written("t.txt", RIGHT[target])
    capsys.readouterr()
    assert main(["pair", *paths]) == 0
    assert capsys.readouterr() == (
        f"1 document checked: no findings.\n  by profile: {target}-press 1\n",
        "",
    )


def word(name: str, *paragraphs: str) -> str:
    file = docx.Document()
    for paragraph in paragraphs:
        file.add_paragraph(paragraph)
    file.save(name)
    return name


def hangul(name: str, *paragraphs: str) -> str:
    file = HwpxDocument.new()
    for paragraph in paragraphs:
        file.add_paragraph(paragraph)
    Path(name).write_bytes(file.to_bytes())
    return name


def text(name: str, *paragraphs: str) -> str:
    return written(name, "\n\n".join(paragraphs))


WRITERS: dict[str, Callable[..., str]] = {
    ".txt": text,
    ".md": text,
    ".docx": word,
    ".hwpx": hangul,
}


@pytest.mark.parametrize(
    ("source", "target", "place"),
    [
        (".docx", ".txt", (3, 33, None)),
        (".hwpx", ".docx", (None, None, "paragraph 2")),
        (".txt", ".hwpx", (None, None, "paragraph")),
        (".md", ".docx", (None, None, "paragraph 2")),
        (".docx", ".md", (3, 33, None)),
        (".hwpx", ".hwpx", (None, None, "paragraph")),
    ],
)
def test_kinds_of_documents_mix(
    source: str,
    target: str,
    place: tuple[int | None, int | None, str | None],
    capsys: pytest.CaptureFixture[str],
) -> None:
    paths = WRITERS[source](f"s{source}", KO_2, KO), WRITERS[target](f"t{target}", VI_2, VI)
    (record,) = records(capsys, *paths)
    assert (record["text"], record["path"]) == ("Công ước Paris", f"t{target}")
    line, column, unit = place
    if unit is None:
        assert (record["line"], record["column"]) == (line, column)
        assert "unit" not in record
    else:
        assert record["unit"].startswith(unit)
    where = "(source line 3)" if source in (".txt", ".md") else "(source paragraph "
    assert where in record["message"]


def tsv(name: str, *pairs: tuple[str, str]) -> str:
    return written(name, "".join(f"{one}\t{two}\n" for one, two in (("ko", "vi"), *pairs)))


def csv(name: str, *pairs: tuple[str, str]) -> str:
    lines = (f'"{one}","{two}"\r\n' for one, two in (("ko", "vi"), *pairs))
    return written(name, "\ufeff" + "".join(lines))


def first_sheet(workbook: Workbook) -> Worksheet:
    sheet = workbook.active
    assert isinstance(sheet, Worksheet)
    return sheet


def xlsx(name: str, *pairs: tuple[str, str]) -> str:
    workbook = Workbook()
    for row in (("Korean", "Vietnamese"), *pairs):
        first_sheet(workbook).append(row)
    workbook.save(name)
    return name


def po(name: str, *pairs: tuple[str, str]) -> str:
    file = polib.POFile()
    file.metadata = {"Language": "vi", "Content-Type": "text/plain; charset=UTF-8"}
    file.extend(polib.POEntry(msgid=one, msgstr=two) for one, two in pairs)
    file.save(name)
    return name


def xliff(name: str, *pairs: tuple[str, str]) -> str:
    units = "".join(
        f'<trans-unit id="u{number}"><source>{one}</source><target>{two}</target></trans-unit>'
        for number, (one, two) in enumerate(pairs, 1)
    )
    return written(
        name,
        '<?xml version="1.0"?><xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">'
        '<file original="a" source-language="ko-KR" target-language="vi-VN" datatype="plaintext">'
        f"<body>{units}</body></file></xliff>",
    )


BILINGUAL: list[tuple[Callable[..., str], str, str]] = [
    (tsv, "b.tsv", "row 3"),
    (csv, "b.csv", "row 3"),
    (xlsx, "b.xlsx", "row 3"),
    (po, "b.po", "line 10"),
    (xliff, "b.xliff", "unit “u2”"),
]


@pytest.mark.parametrize(("write", "name", "unit"), BILINGUAL)
def test_one_file_that_holds_both(
    write: Callable[..., str], name: str, unit: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write(name, (KO_2, VI_2), (KO, VI))
    (record,) = records(capsys, name)
    assert (record["rule"], record["text"]) == ("wrong-equivalent", "Công ước Paris")
    assert (record["path"], record["unit"]) == (name, unit)
    assert f"(source {unit})" in record["message"]
    write(name, (KO_2, VI_2), (KO, GOOD))
    assert main(["pair", name]) == 0


@pytest.mark.parametrize(("write", "name", "unit"), BILINGUAL)
def test_a_unit_without_translation_has_one_finding(
    write: Callable[..., str], name: str, unit: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write(name, (KO_2, VI_2), (f"{KO} {KO_2}", ""))
    (record,) = records(capsys, name)
    assert (record["rule"], record["severity"]) == ("missing-equivalent", "warning")
    assert (record["concept"], record["text"], record["unit"]) == (None, "", unit)
    assert "“양측은 파리협정 이행을 논의했다." in record["message"]
    assert "has no translation; write one" in record["message"]


def test_columns_are_taken_in_the_order_that_is_asked_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    name = tsv("b.tsv", ("양측은 파리협약 이행을 논의했다.", GOOD))
    assert found(capsys, name) == []
    (record,) = records(capsys, name, "--from", "vi", "--to", "ko")
    assert record["text"] == "파리협약"


def test_standard_input_is_the_target_or_the_source(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    source, target = written("s.txt", KO), written("t.txt", VI)
    type_in(monkeypatch, VI.encode())
    (record,) = records(capsys, source, "-")
    assert (record["path"], record["line"], record["column"]) == ("<stdin>", 1, 33)
    type_in(monkeypatch, KO.encode())
    (record,) = records(capsys, "-", target)
    assert record["path"] == "t.txt"


def test_places_are_those_of_the_target(capsys: pytest.CaptureFixture[str]) -> None:
    target = f"---\ntitle: a\n---\n# Tin\n\n- {VI_2}\n- Rồi: {VI}\n"
    source = f"# 소식\n\n- {KO_2}\n- {KO}\n"
    (record,) = records(capsys, written("s.md", source), written("t.md", target))
    assert (record["line"], record["column"]) == (7, 40)
    assert target[record["start"] : record["end"]] == record["text"] == "Công ước Paris"
    assert "(source line 4)" in record["message"]


# --- exit codes, severities, rules ----------------------------------------------------------------


def test_exit_codes_and_severities(
    two: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert found(capsys, *two) == SEVERAL
    assert [one["severity"] for one in records(capsys, *two)] == ["error", "warning", "info"]
    assert found(capsys, *two, "--severity", "warning") == SEVERAL[:2]
    assert found(capsys, *two, "--severity", "error") == SEVERAL[:1]
    assert main(["pair", *two]) == 1
    assert main(["pair", *two, "--ignore", "wrong-session"]) == 1
    assert main(["pair", *two, "--ignore", "wrong-session", "--fail-on", "error"]) == 0
    note = ["pair", *two, "--select", "dropped-acronym"]
    assert main(note) == 0
    assert main([*note, "--fail-on", "info"]) == 1
    assert main([*note, "--fail-on", "info", "--severity", "warning"]) == 0


def test_rules_are_selected_and_ignored(
    two: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert found(capsys, *two, "--select", SEVERAL[2]) == SEVERAL[2:]
    assert found(capsys, *two, "--select", f"{SEVERAL[0]},{SEVERAL[2]}") == SEVERAL[::2]
    assert found(capsys, *two, "--ignore", SEVERAL[1]) == SEVERAL[::2]
    assert found(capsys, *two, "--select", SEVERAL[0], "--ignore", SEVERAL[0]) == []
    assert found(capsys, *two, "--ignore", "forbidden-label, near-miss") == SEVERAL
    assert found(capsys, *two, "--select", "forbidden-label", "--select", SEVERAL[0]) == SEVERAL[:1]


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_an_unknown_rule(
    option: str, two: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    told = message(capsys, *two, option, "wrong-sesion")
    assert told == "khihau: no rule is called 'wrong-sesion'; did you mean wrong-session?\n"
    assert "did you mean forbidden-label?" in message(capsys, *two, option, "forbiden-label")


def test_settings_hold(
    two: tuple[str, str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    toml = folder / "khihau.toml"
    toml.write_text(f'ignore = ["{SEVERAL[1]}", "near-miss"]\n')
    assert found(capsys, *two) == SEVERAL[::2]
    assert found(capsys, *two, "--select", SEVERAL[1]) == SEVERAL[1:2]
    toml.write_text(f'select = ["{SEVERAL[0]}", "mixed-labels"]\n')
    assert found(capsys, *two) == SEVERAL[:1]
    assert found(capsys, *two, "--select", SEVERAL[2]) == SEVERAL[2:]
    toml.write_text(f'[per-file-ignores]\n"t.txt" = ["{SEVERAL[1]}"]\n"s.txt" = ["{SEVERAL[0]}"]\n')
    assert found(capsys, *two) == SEVERAL[::2]  # the path is that of the target
    toml.write_text('ignore = ["wrong-sesion"]\n')
    told = message(capsys, *two)
    assert told.startswith("khihau: ")
    assert "khihau.toml:1: ignore: no rule is called 'wrong-sesion'; did you mean wrong-s" in told
    (folder / "other.toml").write_text(f'ignore = ["{SEVERAL[1]}"]\n')
    assert found(capsys, *two, "--config", "other.toml") == SEVERAL[::2]


def test_an_extra_glossary_holds(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "g" / "law").mkdir(parents=True)
    labels = ("ko", "이상한기금", "preferred"), ("vi", "Quỹ lạ", "preferred")
    lines = [
        f'[[label]]\nlang = "{lang}"\ntext = "{words}"\nstatus = "{status}"'
        for lang, words, status in (*labels, ("vi", "Quỹ kỳ cục", "forbidden"))
    ]
    (folder / "g" / "law" / "odd.toml").write_text("\n".join(('id = "odd"', *lines)))
    paths = written("s.txt", "이상한기금을 논의했다."), written("t.txt", "Bàn về Quỹ kỳ cục.")
    (record,) = records(capsys, *paths, "--glossary", "g")
    assert (record["concept"], record["text"]) == ("odd", "Quỹ kỳ cục")
    assert "“Quỹ lạ”" in record["message"]


@pytest.mark.parametrize(
    ("comment", "lines"),
    [
        ("", [3, 5]),
        ("<!-- khihau: ignore wrong-equivalent -->\n", [6]),
        ("<!-- khihau: ignore wrong-equivalent[paris-agreement] -->\n", [6]),
        ("<!-- khihau: ignore wrong-equivalent[ndc] -->\n", [4, 6]),
        ("<!-- khihau: ignore wrong-session -->\n", [4, 6]),
        ("<!-- khihau: ignore-file wrong-equivalent -->\n", []),
        ("[//]: # (khihau: ignore-start wrong-equivalent)\n", []),
    ],
)
def test_comments_in_the_target_silence(
    comment: str, lines: list[int], capsys: pytest.CaptureFixture[str]
) -> None:
    source = written("s.md", f"# 소식\n\n{KO}\n\n{KO}\n")
    target = written("t.md", f"# Tin\n\n{comment}{VI}\n\n{VI}\n")
    assert [one["line"] for one in records(capsys, source, target)] == lines


def test_a_comment_in_the_source_silences_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    source = written("s.md", f"<!-- khihau: ignore-file wrong-equivalent -->\n\n{KO}\n")
    assert found(capsys, source, written("t.md", VI)) == ["wrong-equivalent"]


# --- formats --------------------------------------------------------------------------------------


def shown(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    capsys.readouterr()
    assert main(["pair", *arguments, *NOTED]) == 1
    out, err = capsys.readouterr()
    assert err == ""
    return out


def test_text(two: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    lines = shown(capsys, *two).splitlines()
    assert lines[0].startswith("t.txt:1:22: error: “COP30” is another session than “COP29” (source")
    assert lines[0].endswith("(wrong-session[cop])")
    assert lines[1] == "    Đã thông báo kết quả COP30."
    assert lines[2] == " " * (4 + 21) + "^" * 5
    assert "    silence: <!-- khihau: ignore wrong-session[cop] -->" in lines
    assert "1 document checked: 1 error, 1 warning, 1 note." in lines
    quiet = shown(capsys, *two, "--quiet")
    assert "silence:" not in quiet
    assert "document checked" not in quiet
    assert quiet.splitlines()[:3] == lines[:3]


def test_json_holds_to_the_schema(two: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    whole = json.loads(shown(capsys, *two, "-f", "json"))
    hold(whole)
    (document,) = whole["documents"]
    assert (document["path"], document["lang"]) == ("t.txt", "vi")
    assert [one["rule"] for one in document["findings"]] == SEVERAL
    for one in document["findings"]:
        assert SEVERAL_VI[one["start"] : one["end"]] == one["text"]
    lines = [json.loads(line) for line in shown(capsys, *two, "-f", "jsonl").splitlines()]
    for line in lines:
        hold(line, "finding_line")
    assert lines == [{"path": "t.txt", **one} for one in document["findings"]]


@pytest.mark.parametrize(("write", "name", "unit"), BILINGUAL)
@pytest.mark.parametrize("form", ["text", "json", "tsv", "github", "sarif"])
def test_units_stand_for_lines(
    form: str,
    write: Callable[..., str],
    name: str,
    unit: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    out = shown(capsys, write(name, (KO_2, VI_2), (KO, VI)), "-f", form)
    if form == "text":
        assert out.startswith(f"{name}: {unit}: error: ")
    elif form == "json":
        whole = json.loads(out)
        hold(whole)
        assert whole["documents"][0]["findings"][0]["unit"] == unit
    elif form == "tsv":
        (row,) = DictReader(io.StringIO(out), delimiter="\t")
        assert (row["path"], row["unit"], row["severity"]) == (name, unit, "error")
    elif form == "github":
        command = out.splitlines()[0]
        assert command.startswith(f"::error file={name},title=khihau%3A wrong-equivalent[")
        assert f"::{name}: {unit}: “Công ước Paris”" in command
    else:
        log = json.loads(out)
        jsonschema.validate(log, sarif_schema())
        (place,) = log["runs"][0]["results"][0]["locations"]
        assert place["logicalLocations"] == [{"name": unit, "kind": "element"}]
        assert "region" not in place["physicalLocation"]


def test_units_of_a_word_file(capsys: pytest.CaptureFixture[str]) -> None:
    paths = written("s.txt", KO), word("t.docx", VI)
    assert shown(capsys, *paths).startswith("t.docx: paragraph 1: error: ")
    assert "::t.docx: paragraph 1: " in shown(capsys, *paths, "-f", "github")
    assert "paragraph 1" in shown(capsys, *paths, "-f", "html")
    page = Page(shown(capsys, *paths, "--report", "html"))
    assert page.texts("span", class_="meta") == ["wrong-equivalent[paris-agreement] · paragraph 1"]


def test_tsv(two: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    table = list(DictReader(io.StringIO(shown(capsys, *two, "-f", "tsv")), delimiter="\t"))
    assert [row["rule"] for row in table] == SEVERAL
    assert [(row["path"], row["line"]) for row in table] == [("t.txt", n) for n in ("1", "3", "5")]
    assert {row["unit"] for row in table} == {""}


def test_sarif(two: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    log = json.loads(shown(capsys, *two, "-f", "sarif"))
    jsonschema.validate(log, sarif_schema())
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [one["ruleId"] for one in run["results"]] == SEVERAL
    assert [one["level"] for one in run["results"]] == ["error", "warning", "note"]
    for one in run["results"]:
        assert rules[one["ruleIndex"]]["id"] == one["ruleId"]
        place = one["locations"][0]["physicalLocation"]
        region = place["region"]
        assert place["artifactLocation"]["uri"] == "t.txt"
        assert cut(SEVERAL_VI, region) == region["snippet"]["text"]
        assert SEVERAL_VI[region["charOffset"] :][: region["charLength"]] == cut(SEVERAL_VI, region)
    assert [one["location"]["uri"] for one in run["artifacts"]] == ["t.txt"]


def test_github(two: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    lines = shown(capsys, *two, "-f", "github").splitlines()
    assert [line.split(" ")[0] for line in lines[:3]] == ["::error", "::warning", "::notice"]
    assert lines[0].startswith("::error file=t.txt,line=1,endLine=1,col=22,endColumn=27,")


def test_html(two: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    page = Page(shown(capsys, *two, "-f", "html"))
    assert page.texts("p", class_="message") == [one["message"] for one in records(capsys, *two)]
    assert {href[1:] for href in page.values("href") if href[0] == "#"} <= set(page.values("id"))


@pytest.mark.parametrize("form", ["text", "json", "jsonl", "tsv", "sarif", "github", "html"])
def test_the_same_input_gives_the_same_report(
    form: str, two: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert shown(capsys, *two, "-f", form) == shown(capsys, *two, "-f", form)


# --- where the answer goes ------------------------------------------------------------------------


@pytest.mark.parametrize("form", [["-f", "json"], ["-f", "text"], ["--report", "html"]])
def test_output_goes_to_a_file(
    form: list[str], two: tuple[str, str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    printed = shown(capsys, *two, *form)
    assert shown(capsys, *two, *form, "-o", "out") == ""
    assert (folder / "out").read_text("utf-8") == printed
    assert {one.name for one in folder.iterdir()} == {"s.txt", "t.txt", "out"}


def test_nothing_is_half_written(
    two: tuple[str, str],
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (folder / "out").write_text("old")
    names = {one.name for one in folder.iterdir()}
    message(capsys, "s.txt", "s.txt", "-o", "out")
    message(capsys, *two, "--select", "none-such", "-o", "out")
    assert "no/out: its folder does not exist; create it first" in message(
        capsys, *two, "-o", "no/out"
    )

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", full)
    assert "out: cannot be written: No space left on device; check the disk" in message(
        capsys, *two, "-o", "out"
    )
    assert (folder / "out").read_text() == "old"
    assert {one.name for one in folder.iterdir()} == names


# --- the page with both sides ---------------------------------------------------------------------

HOSTILE_KO = (
    "제29차 당사국총회(COP29)에서 파리협정과 국가결정기여(NDC)를 논의했다.\n\n"
    '녹색기후기금이 <b onclick="x()">라오스</b> & "캄보디아"를 지원한다.\n\n유엔기후변화협약이다.\n'
)
HOSTILE_VI = (
    "COP29 đã thảo luận Công ước Paris và NDC.\n\n"
    "Quỹ Khí hậu xanh hỗ trợ <script>alert(1)</script> \x1b[31m\u202e Ngân hàng Thế giới.\n\n"
    "Đó là Công ước khung của Liên hợp quốc về biến đổi khí hậu.\n"
)


def report(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    return shown(capsys, *arguments, "--report", "html")


def joined(page: Page) -> list[dict[str, str | None]]:
    return [
        attrs
        for tag, attrs, _ in page.elements
        if tag == "a" and str(attrs.get("class")).startswith("joined")
    ]


def hold_together(page: Page) -> None:
    """Every link leads somewhere, and every number stands for a term of the list."""
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    hrefs = page.values("href")
    assert all(href.startswith(("#", "https://", "http://")) for href in hrefs)
    assert {href[1:] for href in hrefs if href.startswith("#")} <= set(ids)
    numbers = page.texts("span", class_="number")
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]
    assert [one for one in ids if one[0] == "t" and one[1:].isdigit()] == [
        f"t{number}" for number in numbers
    ]
    for attrs in joined(page):
        assert attrs["href"] == f"#t{attrs['data-term']}"
        assert attrs["data-term"] in numbers
    assert page.texts("sup") == [attrs["data-term"] for attrs in joined(page)]


def cells_of(html: str) -> list[str]:
    """The cells of the table without the numbers of the terms."""
    return Page(re.sub(r"<sup>\d+</sup>", "", html)).texts("td")


def test_the_report(capsys: pytest.CaptureFixture[str]) -> None:
    html = report(capsys, written("s.txt", HOSTILE_KO), written("t.txt", HOSTILE_VI))
    page = Page(html)
    hold_together(page)
    assert "3 passages: 1 error (wrong-equivalent 1)." in page.texts("header")[0]
    places = page.texts("span", class_="message")
    assert len(places) == 1
    assert "“Công ước Paris” is a wrong name for “파리협정” (source line 1)" in places[0]
    cells = cells_of(html)
    assert cells[0::3] == [visible(one) for one in HOSTILE_KO.strip().split("\n\n")]
    assert cells[1::3] == [visible(one) for one in HOSTILE_VI.strip().split("\n\n")]
    terms = page.texts("h3")
    assert "1 제29차 당사국총회, COP29 → COP29" in terms
    assert "2 파리협정 → Công ước Paris" in terms
    assert {"Thỏa thuận Paris", "Quỹ Khí hậu xanh"} <= set(
        page.texts("span", class_="official", lang="vi")
    )


def test_the_report_tells_languages(capsys: pytest.CaptureFixture[str]) -> None:
    html = report(capsys, written("s.txt", HOSTILE_KO), written("t.txt", HOSTILE_VI))
    page = Page(html)
    assert page.elements[0][:2] == ("html", {"lang": "en"})
    sides = [attrs.get("lang") for tag, attrs, _ in page.elements if tag == "td"]
    assert sides == ["ko", "vi", None] * 3
    assert page.texts("th", scope="col")[1:3] == ["Source (Korean)", "Target (Vietnamese)"]
    official = [
        attrs.get("lang")
        for tag, attrs, _ in page.elements
        if tag == "span" and attrs.get("class") == "official"
    ]
    assert official
    assert set(official) <= {"vi", "ko"}


def test_the_report_loads_nothing_and_runs_its_own_script(
    capsys: pytest.CaptureFixture[str],
) -> None:
    html = report(capsys, written("s.txt", HOSTILE_KO), written("t.txt", HOSTILE_VI))
    page = Page(html)
    (script,) = page.texts("script")
    (policy,) = [value for value in page.values("content") if "default-src" in value]
    digest = b64encode(sha256(script.encode()).digest()).decode()
    assert policy.split("; ") == [
        "default-src 'none'",
        "style-src 'unsafe-inline'",
        f"script-src 'sha256-{digest}'",
    ]
    assert not {"link", "img", "iframe", "object", "base", "form", "b"} & {
        tag for tag, _, _ in page.elements
    }
    assert not page.values("src")
    assert not [name for _, attrs, _ in page.elements for name in attrs if name.startswith("on")]
    assert not re.search(r"url\(|@import|javascript:", html)
    assert not re.search("[\u202e\x1b]", html)


def test_the_quiet_report_has_counts_only(capsys: pytest.CaptureFixture[str]) -> None:
    paths = written("s.txt", HOSTILE_KO), written("t.txt", HOSTILE_VI)
    html = report(capsys, *paths, "-q")
    page = Page(html)
    assert "3 passages: 1 error" in page.texts("header")[0]
    assert not page.texts("table") + page.texts("script") + page.texts("h3")
    assert "script-src" not in html


@pytest.mark.parametrize(("write", "name", "unit"), BILINGUAL)
def test_the_report_of_a_bilingual_file(
    write: Callable[..., str], name: str, unit: str, capsys: pytest.CaptureFixture[str]
) -> None:
    page = Page(report(capsys, write(name, (KO_2, VI_2), (KO, VI))))
    hold_together(page)
    assert page.texts("p", class_="summary")[:2] == [f"Source: {name}", f"Target: {name}"]
    assert page.texts("span", class_="meta") == [f"wrong-equivalent[paris-agreement] · {unit}"]


def page_of(source: str, target: str) -> tuple[str, Compared]:
    here, there = read(source), read(target)
    paired = paired_of(here, there, built_in(), OPTIONS)
    compared = Compared(paired, pair(here, there, built_in(), OPTIONS))
    return "".join(render_compared(compared, built_in(), View())), compared


def hold_page(source: str, target: str) -> None:
    """A page of any two texts shows every word of the passages and every finding, once."""
    html, compared = page_of(source, target)
    html.encode()
    page = Page(html)
    hold_together(page)
    cells = cells_of(html)
    for column, document, side in ((0, source, "source"), (1, target, "target")):
        spans = [getattr(one.alignment, side) for one in compared.paired.passages]
        assert cells[column::3] == [visible(document[slice(*one)]) or "–" for one in spans]
    assert sorted(page.texts("span", class_="message")) == sorted(
        visible(one.message) for one in compared.findings
    )


@pytest.mark.parametrize("file", sorted((SPEC / "pair").glob("*.md")), ids=lambda file: file.stem)
def test_the_report_shows_all_words_and_findings(file: Path) -> None:
    for row in rows(file):
        hold_page(row.cells["source"], row.cells["target"])


# --- bad input ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "target", "told"),
    [
        (VI, GOOD, "t.txt: source and target are both Vietnamese; give a text and its translation"),
        (KO, KO, "t.txt: source and target are both Korean; give a text and its translation"),
        (KO, "", "t.txt: the target has no text; give the target of a translation"),
        (KO, "\ufeff", "t.txt: the target has no text; give the target of a translation"),
        (KO, " \t\r\n \n", "t.txt: the target has no text; give the target of a translation"),
        (" \n\n ", VI, "s.txt: the source has no text; give the source of a translation"),
        ("", VI, "s.txt: the source has no text; give the source of a translation"),
        (KO, "a\x00b", "t.txt: "),
        (KO, "khí hậu".encode() + b"\xed\xa0\x80", "t.txt: "),
        (b"%PDF-1.7\n\x00\x01", VI, "s.txt: "),
    ],
)
def test_texts_that_cannot_be_compared(
    source: str | bytes, target: str | bytes, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    err = message(capsys, written("s.txt", source), written("t.txt", target))
    assert err.startswith(f"khihau: {told}")
    assert ";" in err


@pytest.mark.parametrize(
    "said", [["--from", "ko", "--to", "vi"], ["--from", "ko"], ["--to", "vi"]], ids=" ".join
)
@pytest.mark.parametrize("kind", ["two files", "a table without a header"])
def test_swapped(kind: str, said: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    paths = [written("t.txt", GOOD), written("s.txt", KO)]
    if kind != "two files":
        paths = [written("b.tsv", f"{GOOD}\t{KO}\n{VI_2}\t{KO_2}\n")]
    err = message(capsys, *paths, *said)
    assert "did you swap source and target?" in err
    assert any(err.startswith(f"khihau: {path}: ") for path in paths)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (["--from", "en"], "the source looks like Korean, not English"),
        (["--to", "en"], "the target looks like Vietnamese, not English"),
        (["--from", "en", "--to", "ko"], "the source looks like Korean, not English"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
@pytest.mark.parametrize("kind", ["two files", "a table without a header"])
def test_another_language_than_said(
    kind: str, said: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = [written("s.txt", KO), written("t.txt", GOOD)]
    if kind != "two files":
        paths = [written("b.tsv", f"{KO}\t{GOOD}\n{KO_2}\t{VI_2}\n")]
    err = message(capsys, *paths, *said)
    assert told in err
    assert "leave out" in err


def test_another_language_than_a_file_says(capsys: pytest.CaptureFixture[str]) -> None:
    name = xliff("b.xliff", (KO, VI))
    err = message(capsys, name, "--from", "vi", "--to", "ko")
    assert err.startswith(
        "khihau: b.xliff: its source is Korean and its target Vietnamese; did you"
    )
    assert "leave out --to" in message(capsys, name, "--to", "en")
    name = tsv("b.tsv", (KO, VI))
    assert "b.tsv: no column is named en, only vi and ko" in message(capsys, name, "--to", "en")


@pytest.mark.parametrize(
    ("paths", "told"),
    [
        (["none.txt", "t.txt"], "none.txt: no such file; check the path"),
        (["s.txt", "none.txt"], "none.txt: no such file; check the path"),
        (["none.tsv"], "none.tsv: no such file; check the path"),
        (
            ["s.txt", "t.txt", "s.txt"],
            "give a source and its target, or one bilingual file: khihau",
        ),
        (["-", "-"], "give a source and its target, or one bilingual file: khihau pair"),
        (
            ["s.txt"],
            's.txt: khihau reads no translation units from ".txt" files; give a file in .c',
        ),
        (["-"], "give a file in .csv"),
        (["s.txt", "."], ".: is a folder, not a file; name a file in it"),
        (["s.txt", "t.txt", "--encoding", "nonsense"], 's.txt: unknown encoding "nonsense"; use'),
        (["s.txt", "b.xlsx"], "b.xlsx: is an Excel file, not text; "),
        (["s.txt", "t.txt", "--config", "none.toml"], "none.toml: "),
        (["s.txt", "t.txt", "--glossary", "none"], "none: "),
    ],
    ids=" ".join,
)
def test_wrong_paths(paths: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    written("s.txt", KO)
    written("t.txt", VI)
    xlsx("b.xlsx", (KO, VI))
    assert told in message(capsys, *paths)


def test_without_a_path_there_is_the_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pair"]) == 2
    assert "Usage: khihau pair [OPTIONS] SOURCE TARGET" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.xliff", '<xliff version="1.2"><file>', "line 1: is no well-formed XML"),
        ("a.xliff", "", ""),
        (
            "a.xliff",
            '<!DOCTYPE x [<!ENTITY a "b">]><xliff version="1.2"><file/></xliff>',
            "line 1: has a DOCTYPE, which is not read; remove it",
        ),
        ("a.xliff", "<tmx/>", "is no XLIFF"),
        ("a.tsv", f"{KO}\n{KO_2}\n", "has one column; khihau needs two"),
        ("a.tsv", "ko\tvi\n", "has no translation unit; check that it is the right file"),
        ("a.tsv", "", "is empty; give a table"),
        ("a.tsv", "ko\tvi\n \t \n", "; check that it is the right file"),
        ("a.csv", f'"{KO}","{VI}\n', "broken quotation marks"),
        ("a.po", 'msgid "x\nmsgstr ""\n', "line 1: is no PO that can be read"),
        ("a.po", "", "has no message (msgid); check that it is the right file"),
        ("a.xlsx", b"PK\x03\x04", ""),
        ("a.xlsx", b"", "is empty; save the table"),
        ("a.tsv", f"{KO}\t\n{KO_2}\t \n", ""),
    ],
)
def test_bilingual_files_that_are_none(
    name: str, data: str | bytes, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    err = message(capsys, written(name, data))
    assert err.startswith(f"khihau: {name}: ")
    assert told in err
    assert ";" in err


def test_ten_thousand_units(capsys: pytest.CaptureFixture[str]) -> None:
    every = [VI if number % 100 == 7 else GOOD for number in range(10_000)]
    name = tsv("b.tsv", *((KO, one) for one in every))
    lines = records(capsys, name)
    assert len(lines) == 100
    assert {one["rule"] for one in lines} == {"wrong-equivalent"}
    assert [one["unit"] for one in lines] == [f"row {number}" for number in range(9, 10_002, 100)]


def test_merged_cells(capsys: pytest.CaptureFixture[str]) -> None:
    workbook = Workbook()
    sheet = first_sheet(workbook)
    half = VI.index("Công")
    for row in (
        ("Bảng dịch", None),
        ("ko", "vi"),
        (KO, VI[:half]),
        (None, VI[half:]),
        (KO_2, VI_2),
    ):
        sheet.append(row)
    sheet.merge_cells("A1:B1")
    sheet.merge_cells("A3:A4")
    workbook.save("a.xlsx")
    (record,) = records(capsys, "a.xlsx")
    assert (record["unit"], record["text"]) == ("rows 3–4", "Công ước Paris")


def test_a_unit_in_the_language_of_the_source(capsys: pytest.CaptureFixture[str]) -> None:
    left = "The carbon market of the country opens to foreign buyers next year."
    rows = f"en\tvi\n{left}\t{left}\nCarbon market\tThị trường các-bon\nGitHub Actions\tGitHub Actions\n"
    (record,) = records(capsys, written("u.tsv", rows))
    assert (record["rule"], record["severity"]) == ("missing-equivalent", "warning")
    assert "stands here in English; translate it" in record["message"]


@pytest.mark.parametrize(
    ("second", "told"),
    [("Delete this report?", True), ("The data of yours have been saved.", False)],
)
def test_a_unit_with_the_words_of_the_one_before(
    capsys: pytest.CaptureFixture[str], second: str, *, told: bool
) -> None:
    words = "Dữ liệu của bạn đã được lưu."
    rows = f"en\tvi\nYour data have been saved.\t{words}\n{second}\t{words}\nWind\tGió\n"
    found = [one["message"] for one in records(capsys, written("d.tsv", rows))]
    assert bool(found) == told
    assert all("renders “Your data have been saved.” (source row 2) too" in one for one in found)


def test_plural_forms(capsys: pytest.CaptureFixture[str]) -> None:
    header = (
        'msgid ""\nmsgstr ""\n"Language: {}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    )
    forms = 'msgid "%d carbon market"\nmsgid_plural "%d carbon markets"\nmsgstr[0] "자동차 %d개"\n'
    (record,) = records(capsys, written("ko.po", header.format("ko") + forms))
    assert (record["concept"], record["unit"]) == ("carbon-market", "line 6")
    forms = (
        'msgid "Bàn về thị trường các-bon %d lần"\nmsgid_plural "Năng lượng tái tạo tăng %d lần"\n'
        'msgstr[0] "The carbon market was discussed %d time"\nmsgstr[1] "It came %d times"\n'
    )
    (record,) = records(capsys, written("en.po", header.format("en") + forms))
    assert (record["concept"], record["unit"]) == ("renewable-energy", "line 6, plural form 1")


STRANGER_KO = (
    "파리협정 이행 회의가 서울에서 열렸다.\n\n2035년 감축 목표는 53%다.\n\n"
    "해상풍력 단지가 울산에 들어선다.\n\n탄소시장 협력을 논의했다.\n\n"
    "제29차 당사국총회는 바쿠에서 열렸다.\n\n녹색기후기금이 라오스를 지원한다.\n"
)
STRANGER_VI = (
    "Đội tuyển bóng đá thắng 3-0 tối qua.\n\nGiá vàng tăng mạnh trong tuần này, nhiều người xếp "
    "hàng mua.\n\nNhạc sĩ trẻ ra mắt album mới gồm 12 bài hát.\n\nQuán phở mở cửa lúc 6 giờ.\n\n"
    "Học sinh nghỉ hè từ tháng sau.\n\nTàu hỏa đến ga chậm 40 phút.\n"
)


def test_texts_that_have_nothing_to_do_with_each_other(
    capsys: pytest.CaptureFixture[str],
) -> None:
    paths = written("s.txt", STRANGER_KO), written("t.txt", STRANGER_VI)
    assert main(["pair", *paths, "-f", "jsonl"]) == 0
    out, err = capsys.readouterr()
    assert re.fullmatch(
        r"khihau: t\.txt: only \d of \d passages surely render the source; .+\n", err
    )
    assert "are these two texts translations of each other?" in err
    severities = {json.loads(line)["severity"] for line in out.splitlines()}
    assert severities == {"info"}
    assert main(["pair", *paths, "-q"]) == 0
    assert capsys.readouterr().err == ""


def test_texts_that_agree_are_no_strangers(
    two: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    main(["pair", *two])
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("source", "target", "rules"),
    [
        (KO, "😀🎉👨\u200d👩\u200d👧", {"missing-equivalent", "uncertain-alignment"}),
        ("😀🎉", VI, {"uncertain-alignment"}),
        ("12 35", "12 36", {"wrong-number"}),
        ("12 35", "35 12", set()),
        ("NDC", "NDC", set()),
        (KO, "<!-- chưa dịch -->", {"missing-equivalent", "uncertain-alignment"}),
    ],
)
def test_texts_without_words(
    source: str, target: str, rules: set[str], capsys: pytest.CaptureFixture[str]
) -> None:
    lines = records(capsys, written("s.md", source), written("t.md", target))
    assert {one["rule"] for one in lines} <= rules
    assert bool(lines) >= ("missing-equivalent" in rules or "wrong-number" in rules)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_decomposed_text(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    source, target = (unicodedata.normalize(form, one) for one in (KO, VI))  # type: ignore[arg-type]
    (record,) = records(capsys, written("s.txt", source), written("t.txt", target))
    assert target[record["start"] : record["end"]] == record["text"]
    assert unicodedata.normalize("NFC", record["text"]) == "Công ước Paris"
    good = unicodedata.normalize(form, GOOD)  # type: ignore[arg-type]
    assert records(capsys, "s.txt", written("t.txt", good)) == []


@pytest.mark.parametrize(
    "code",
    [
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: b"\xef\xbb\xbf" + text.encode(),
        lambda text: text.replace("\n", "\r\n").encode("utf-16"),
    ],
    ids=["crlf", "bom", "utf-16"],
)
def test_line_ends_and_marks_move_no_place(
    code: Callable[[str], bytes], two: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    def places() -> list[tuple[object, ...]]:
        keys = ("rule", "line", "column", "text", "message")
        return [tuple(one[key] for key in keys) for one in records(capsys, *two)]

    plain = places()
    written("s.txt", code(SEVERAL_KO))
    written("t.txt", code(SEVERAL_VI))
    assert places() == plain


def test_a_line_of_a_megabyte(capsys: pytest.CaptureFixture[str]) -> None:
    target = "biến đổi khí hậu, " * 45_000 + "Công ước Paris."
    assert len(target.encode()) > 1_000_000
    lines = records(
        capsys, written("s.txt", "기후변화와 파리협정을 논의했다."), written("t.txt", target)
    )
    assert [one for one in lines if one["text"] == "Công ước Paris"]


@pytest.mark.parametrize("bad", ["\ud800", "a\x00b", "\udc80\ud800", "\ufffe"])
def test_letters_that_are_none(bad: str) -> None:
    for source, target in ((f"{bad} {KO}", VI), (KO, f"{bad} {VI}"), (f"{KO}{bad}", f"{VI}{bad}")):
        findings = pair(source, target, built_in(), OPTIONS)
        assert [one.rule for one in findings] == ["wrong-equivalent"]
        hold_page(source, target)


# --- laws -----------------------------------------------------------------------------------------

WORDS = [
    *("파리협정", "Công ước Paris", "Thỏa thuận Paris", "국가결정기여", "NDC", "(NDC)", "COP29"),
    *(
        "제29차 당사국총회",
        "lần thứ 30",
        "2035",
        "53%",
        "1,5°C",
        "đóng góp do quốc gia tự quyết định",
    ),
    *("양측은", "논의했다.", "Hai bên", "thảo luận.", "The Paris Agreement", "carbon market", ". "),
    *("\n", "\n\n", "\r\n", "# ", "- ", "| a | b |\n|---|---|\n", "`x`", "“", "”", "---\n", "<b>"),
    *("<!-- khihau: ignore wrong-equivalent -->", "\u0301", "\ufeff", "\x00", "\ud800", "😀", "&"),
]
LISTS = st.lists(st.sampled_from(WORDS), max_size=20)
TEXTS = st.one_of(st.text(max_size=60), LISTS.map(" ".join), LISTS.map("".join))


def answered(source: str, target: str) -> list[Finding] | None:
    """The findings, or None where the two cannot be compared."""
    try:
        return pair(source, target, built_in(), OPTIONS)
    except (InputError, ConfigError):
        return None


@settings(max_examples=150)
@given(TEXTS, TEXTS)
def test_any_two_texts_are_answered(source: str, target: str) -> None:
    findings = answered(source, target)
    assert findings == answered(source, target)
    for one in findings or ():
        assert 0 <= one.start <= one.end <= len(target)
        assert one.text == target[one.start : one.end]
    places = [(one.start, one.end) for one in findings or ()]
    assert places == sorted(places)


@settings(max_examples=60)
@given(TEXTS, TEXTS)
def test_any_two_texts_have_a_page(source: str, target: str) -> None:
    if answered(source, target) is not None:
        hold_page(source, target)


FRAMES = {
    "vi": "Hai bên trao đổi về {}.",
    "ko": "양측은 {} 문제를 논의했다.",
    "en": "The two sides discussed {}.",
}


def own_label(concept: Concept, lang: Lang) -> Label | None:
    """The official name in a language itself, where it needs no words around it to be one."""
    label = official_label(concept, lang)
    is_plain = label and label.lang == lang and not label.near and not label.not_near
    return label if is_plain else None


def named(
    source: Lang, target: Lang, is_wanted: Callable[[Concept], bool] = lambda _: True
) -> list[tuple[str, str]]:
    """The official names of every wanted concept that has one in both languages."""
    wanted = filter(is_wanted, built_in().concepts)
    labels = ((own_label(one, source), own_label(one, target)) for one in wanted)
    return [
        (text_of(a, 29 if a.numbered else None), text_of(b, 29 if b.numbered else None))
        for a, b in labels
        if a and b and a.numbered == b.numbered
    ]


def is_asked_for(concept: Concept) -> bool:
    labels = (official_label(concept, lang) for lang in LANGS)
    is_plain = any(
        LANGUAGES[label.lang].translation.is_plain(label.text)
        for label in labels
        if label and label.lang != "mul"
    )
    return not is_plain and concept.domain != PLACES


def sentences(lang: str, terms: Sequence[str]) -> str:
    return "\n".join(FRAMES[lang].format(term) for term in terms)


def grave(source: str, target: str) -> list[str]:
    found = pair(source, target, built_in(), OPTIONS)
    return [one.message for one in found if one.severity != "info"]


def groups(pairs: Sequence[tuple[str, str]], size: int) -> Iterator[Sequence[tuple[str, str]]]:
    return (pairs[at : at + size] for at in range(0, len(pairs), size))


@pytest.mark.parametrize(("source", "target"), DIRECTIONS)
def test_official_names_are_no_fault(source: Lang, target: Lang) -> None:
    pairs = named(source, target)
    assert len(pairs) > 300
    for some in groups(pairs, 5):
        here, there = zip(*some, strict=True)
        assert grave(sentences(source, here), sentences(target, there)) == []


@settings(max_examples=40)
@given(st.data())
def test_official_names_in_any_order_are_no_fault(data: st.DataObject) -> None:
    source, target = data.draw(st.sampled_from(DIRECTIONS))
    some = data.draw(st.lists(st.sampled_from(named(source, target)), min_size=1, max_size=8))
    here, there = zip(*some, strict=True)
    assert grave(sentences(source, here), sentences(target, there)) == []


@pytest.mark.parametrize(("source", "target"), DIRECTIONS)
def test_a_term_that_is_left_out_is_told(source: Lang, target: Lang) -> None:
    """The law above has teeth: the same sentences with the term gone are not clean.

    Plain words are varied, nobody knows whether the words that are left stand for one; and a place may
    be left out.
    """
    missed = 0
    pairs = named(source, target, is_asked_for)[::5]
    for term, _ in pairs:
        missed += not pair(
            FRAMES[source].format(term), FRAMES[target].format("…"), built_in(), OPTIONS
        )
    assert missed < len(pairs) / 20
