"""`khihau lookup`: one concept in full, by id or any name."""

from __future__ import annotations

import json
import unicodedata

import pytest

from built_in import built_in
from khihau.cli.lookup import find_concepts
from khihau.cli.main import main
from khihau.model import Concept, Label, Termbase

pytestmark = pytest.mark.usefixtures("one_base")


@pytest.mark.parametrize(
    ("words", "concept"),
    [
        ("btr", "btr"),
        ("BTR", "btr"),
        ("Báo cáo minh bạch hai năm một lần", "btr"),
        ("báo  cáo minh bạch HAI năm một lần", "btr"),
        (unicodedata.normalize("NFD", "báo cáo minh bạch hai năm một lần"), "btr"),
        ("thoả thuận Paris", "paris-agreement"),
        ("trung hoà carbon", "carbon-neutrality"),
        ("온실 가스", "greenhouse-gas"),
        (unicodedata.normalize("NFD", "온실가스"), "greenhouse-gas"),
        ("biannual transparency report", "btr"),  # forbidden
        ("체약국회의", "cop"),  # a mistranslation
        ("COP30", "cop"),
        ("29th Conference of the Parties", "cop"),
        ("greenhouse gases", "greenhouse-gas"),
    ],
)
def test_any_name_finds_its_concept(words: str, concept: str) -> None:
    assert [found.id for found in find_concepts(words, built_in())] == [concept]


LABELS = [(concept, label) for concept in built_in().concepts for label in concept.labels]


@pytest.mark.parametrize(
    ("concept", "label"), LABELS[::250], ids=lambda value: getattr(value, "id", "")
)
def test_a_label_of_any_status_finds_its_concept(concept: Concept, label: Label) -> None:
    assert concept in find_concepts(label.text.replace("{n:ordinal}", "5th"), built_in())


def test_all_concepts_that_carry_a_name() -> None:
    label = Label(lang="vi", text="bộ", status="admitted")
    base = Termbase(tuple(Concept(id=name, labels=(label,)) for name in ("a", "b")))
    assert [found.id for found in find_concepts("Bộ", base)] == ["a", "b"]
    assert find_concepts(" ", base) == []


def test_text(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lookup", "BTR", "--to", "ko"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("btr  (negotiations)\n  당사국이 강화된")
    assert (
        "  ko   반년 투명성 보고서  [mistranslation; unverified]\n         note: 반년 is half"
        in out
    )
    assert "제77조제1항제3호" in out
    assert "  mul  BTR  [preferred, acronym; " in out
    assert "  related: etf (" in out
    assert "⟦격년투명성보고서⟧(⟦BTR⟧)를" in out
    assert "báo cáo minh bạch" not in out


def test_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lookup", "btr", "-f", "json"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert (record["schema"], record["query"]) == (1, "btr")
    (concept,) = record["concepts"]
    assert concept["id"] == "btr"
    assert len(concept["labels"]) == len(built_in()["btr"].labels)
    assert concept["labels"][0]["text"] == "báo cáo minh bạch hai năm một lần"
    assert concept["labels"][0]["source"][0] == {"id": "dcc-2024-11-11", "at": None, "quote": None}


def test_an_unknown_name_is_told_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lookup", "dong", "gop", "do", "quoc", "gia", "tu", "quyet", "dinh"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "no concept has the name or id “dong gop do quoc gia tu quyet dinh”" in err
    assert "nearest: ndc (“đóng góp do quốc gia tự quyết định”)" in err
    assert main(["lookup", "zzzz"]) == 2
    assert "nothing comes near; khihau glossary list shows all" in capsys.readouterr().err
