"""Exchanged names and sessions beside their cases: decomposed texts, hostile texts, bases made by hand."""

from __future__ import annotations

import unicodedata

import pytest

import khihau
from built_in import built_in
from khihau.model import Concept, Label, Session, Termbase
from spec_tables import SPEC, Row, each_row, rows

RULES = ("inexact-name", "session-mismatch")
ROWS = [row for rule in RULES for row in rows(SPEC / "rules" / f"{rule}.md")]


def found(text: str, base: Termbase | None = None) -> list[khihau.Finding]:
    return khihau.check(text, base or built_in(), rules=RULES)


@each_row("row", ROWS)
def test_decomposed_texts_have_the_same_findings(row: Row) -> None:
    composed = found(row.cells["text"])
    decomposed = found(unicodedata.normalize("NFD", row.cells["text"]))
    assert [(one.rule, unicodedata.normalize("NFC", one.text)) for one in decomposed] == [
        (one.rule, one.text) for one in composed
    ]


def test_a_base_without_sessions_has_no_mismatch() -> None:
    labels = (Label(lang="mul", text="COP{n}", status="preferred", kind="acronym"),)
    sessions = (Session(number=28, years=(2023,), places={"en": ("Dubai",)}),)
    text = "They met at COP28 in Dubai and at COP29 in Dubai."
    assert found(text, Termbase([Concept(id="cop", labels=labels)])) == []
    assert found(text, Termbase([Concept(id="cop", labels=labels, sessions=sessions)])) == []


def test_a_label_says_that_a_concept_has_a_proper_name() -> None:
    def base(part_of_speech: str | None) -> Termbase:
        label = Label(
            lang="ko",
            text="푸른환경기금",
            status="preferred",
            part_of_speech=part_of_speech,  # type: ignore[arg-type]
        )
        return Termbase([Concept(id="fund", labels=(label,))])

    assert [one.text for one in found("푸른환경펀드가 생겼다.", base("proper-noun"))] == [
        "푸른환경펀드"
    ]
    assert found("푸른환경펀드가 생겼다.", base(None)) == []


@pytest.mark.parametrize(
    "unit", ["COP28 in Dubai ", "도쿄의정서 ", "COP28 (", "제29차 (COP28", "Quỹ Khí hậu Màu xanh, "]
)
def test_a_long_text_is_read_whole(unit: str) -> None:
    assert len(found(unit * 300)) == len(found(unit)) * 300
