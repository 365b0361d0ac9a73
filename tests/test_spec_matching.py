"""The literate matching cases: one label, one text, its hits marked."""

from __future__ import annotations

import re

import pytest

import khihau
from khihau.model import Concept, Label, LabelLang, Termbase
from spec_tables import SPEC, Row, marked, rows

FILES = sorted(
    file for file in SPEC.glob("*.md") if file.name.split("-")[0] in ("vi", "ko", "en", "mixed")
)
ROWS = [row for file in FILES for row in rows(file)]


def one_label(cell: str, file: str) -> Label:
    """The label of a case: "en: can", "NDC (acronym)", or its text alone."""
    found = re.fullmatch(r"(?:(vi|ko|en|mul): )?(.*?)( \((?:acronym|symbol)\))?", cell)
    assert found
    lang, text, kind = found.groups()
    if not lang:
        own = file.split("-")[0]
        hangul = re.search("[가-힣\u1100-\u11ff]", text)
        lang = "ko" if hangul else "mul" if kind else own if own in ("vi", "en") else "vi"
    lang_of: dict[str, LabelLang] = {"vi": "vi", "ko": "ko", "en": "en", "mul": "mul"}
    return Label(
        lang=lang_of[lang],
        text=text,
        status="preferred",
        kind="acronym" if kind or lang == "mul" else "full",
    )


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.place)
def test_case(row: Row) -> None:
    text, spans = marked(row.cells["text"])
    assert bool(spans) == (row.cells["hit"] == "yes"), "the marks and the hit column disagree"
    label = one_label(row.cells["label"], row.place)
    base = Termbase((Concept(id="case", labels=(label,)),))
    hits = [(match.start, match.end) for match in khihau.annotate(text, base)]
    fallen = [(r.text, r.reason, r.detail) for r in khihau.explain(text, base)]
    assert hits == spans, f"{row.cells['why']}; fell: {fallen}"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_half_of_each_file_is_negative(file: object) -> None:
    hits = [row.cells["hit"] for row in ROWS if row.place.startswith(f"{file.name}:")]  # type: ignore[attr-defined]
    assert len(hits) >= 30
    assert 0.25 <= hits.count("–") / len(hits) <= 0.75
