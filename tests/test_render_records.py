"""JSON, JSON Lines and TSV: real output, held to the published schema."""

from __future__ import annotations

import csv
import io
import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest

from khihau.cli.main import main
from khihau.engine import annotate, read
from khihau.model import Concept, Label, Termbase
from khihau.render.json import dumps
from khihau.render.tsv import COLUMNS, render_annotated
from khihau.render.views import Annotated, View

pytestmark = pytest.mark.usefixtures("one_base")

SCHEMA = json.loads(files("khihau.render").joinpath("schema.json").read_text("utf-8"))
DRAFT = """Bộ Tài nguyên và Môi trường dự COP29 và nộp mục tiêu quốc gia giảm khí nhà kính (NDC).
Thỏa thuận cơ bản về hợp tác biến đổi khí hậu; Công ước Paris; Nhóm công tác chung; XYZW.

파리협약은 온실 가스 감축을 다룬다.
"""


@pytest.fixture
def draft(tmp_path: Path) -> str:
    file = tmp_path / "draft.txt"
    file.write_text(DRAFT, "utf-8")
    return str(file)


def output(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    main(arguments)
    return capsys.readouterr().out


def hold(record: Any, name: str | None = None) -> None:
    schema = SCHEMA if name is None else {**SCHEMA["$defs"][name], "$defs": SCHEMA["$defs"]}
    jsonschema.validate(record, schema, jsonschema.Draft202012Validator)


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("options", [[], ["--explain"], ["--to", "ko"], ["--first-only"]])
def test_annotate_json(draft: str, options: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    record = json.loads(output(capsys, "annotate", draft, "-f", "json", *options))
    hold(record)
    assert len(record["documents"][0]["matches"]) >= 6


def test_check_json(draft: str, capsys: pytest.CaptureFixture[str]) -> None:
    record = json.loads(output(capsys, "check", draft, "-f", "json"))
    hold(record)
    findings = record["documents"][0]["findings"]
    assert any(finding["fix"] for finding in findings)


def test_the_schema_refuses_what_it_does_not_name(
    draft: str, capsys: pytest.CaptureFixture[str]
) -> None:
    record = json.loads(output(capsys, "annotate", draft, "-f", "json"))
    record["documents"][0]["matches"][0]["more"] = 1
    with pytest.raises(jsonschema.ValidationError):
        hold(record)


def test_annotate_jsonl(draft: str, capsys: pytest.CaptureFixture[str]) -> None:
    whole = json.loads(output(capsys, "annotate", draft, "-f", "json"))
    lines = output(capsys, "annotate", draft, "-f", "jsonl").splitlines()
    records = [json.loads(line) for line in lines]
    for record in records:
        hold(record, "match_line")
    assert records == [{"path": draft, **match} for match in whole["documents"][0]["matches"]]


def test_check_jsonl(draft: str, capsys: pytest.CaptureFixture[str]) -> None:
    whole = json.loads(output(capsys, "check", draft, "-f", "json"))
    records = [json.loads(x) for x in output(capsys, "check", draft, "-f", "jsonl").splitlines()]
    for record in records:
        hold(record, "finding_line")
    assert records == [{"path": draft, **x} for x in whole["documents"][0]["findings"]]
    assert records


def test_a_lone_surrogate_is_escaped() -> None:
    text = dumps({"path": "a\udc80.txt"})
    text.encode("utf-8")
    assert json.loads(text) == {"path": "a\udc80.txt"}


def test_tsv(draft: str, capsys: pytest.CaptureFixture[str]) -> None:
    made = output(capsys, "annotate", draft, "-f", "tsv", "--to", "ko")
    header, *rows = csv.reader(io.StringIO(made), dialect="excel-tab")
    assert header == "path line column text concept status lang vi ko en unit sense".split()
    assert {len(row) for row in rows} == {len(header)}
    cop = next(row for row in rows if row[3] == "COP29")
    assert cop[4:] == [
        "cop",
        "preferred",
        "mul",
        "",
        "제29차 유엔기후변화협약 당사국총회",
        "",
        "",
        "",
    ]


def test_cells_are_one_line_and_no_formula() -> None:
    labels = (
        Label(lang="vi", text="khí hậu", status="preferred"),
        Label(lang="ko", text='=1+1 "x"', status="preferred"),
    )
    base = Termbase((Concept(id="c", labels=labels),))
    document = read("Về khí\nhậu\tnày.")
    annotated = Annotated(document, annotate(document, base), ("ko",))
    rows = "".join(render_annotated([annotated], base, View())).splitlines()
    assert rows == [
        "\t".join(COLUMNS),
        '<text>\t1\t4\tkhí hậu\tc\tpreferred\tvi\t\t"\'=1+1 ""x"""\t\t\t',
    ]
