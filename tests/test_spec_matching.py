"""The literate matching cases: one or a few labels, one text, its hits marked."""

from __future__ import annotations

from pathlib import Path

import pytest

import khihau
from khihau.languages.ko import vote as ko_kiwi
from khihau.model import Concept, Options, Termbase
from spec_tables import SPEC, Row, each_row, labels, marked, rows

SPECS = sorted(
    file for file in SPEC.glob("*.md") if file.name.split("-")[0] in ("vi", "ko", "en", "mixed")
)
UNDECIDED = SPEC / "traps" / "ko-undecided.md"  # what only the Korean analyser can know
TRAPS = sorted(file for file in (SPEC / "traps").glob("*.md") if file != UNDECIDED)
ROWS = [row for file in (*SPECS, *TRAPS) for row in rows(file)]
OFF = Options(analyser="off")


def base_of(row: Row) -> Termbase:
    """A base of the labels of a case alone, a concept each."""
    return Termbase(
        Concept(id=f"case-{number}", labels=(label,)) for number, label in enumerate(labels(row))
    )


def hits(text: str, base: Termbase, options: Options = OFF) -> list[tuple[int, int]]:
    return [(match.start, match.end) for match in khihau.annotate(text, base, options=options)]


@each_row("row", ROWS)
def test_case(row: Row) -> None:
    text, spans = marked(row.cells["text"])
    assert bool(spans) == (row.cells["hit"] == "yes"), "the marks and the hit column disagree"
    base = base_of(row)
    fallen = [(r.text, r.reason, r.detail) for r in khihau.explain(text, base, options=OFF)]
    assert hits(text, base) == spans, f"{row.cells['why']}; fell: {fallen}"


@each_row("row", list(rows(UNDECIDED)))
def test_only_the_analyser_knows(row: Row) -> None:
    text, spans = marked(row.cells["text"])
    base = base_of(row)
    assert hits(text, base) == []
    if ko_kiwi.available():
        assert hits(text, base, Options()) == spans, row.cells["why"]


@pytest.mark.parametrize("file", SPECS, ids=lambda file: file.name)
def test_a_good_part_of_each_spec_is_negative(file: Path) -> None:
    answers = [row.cells["hit"] for row in rows(file)]
    assert len(answers) >= 30
    assert 0.25 <= answers.count("–") / len(answers) <= 0.75


@pytest.mark.parametrize("file", TRAPS, ids=lambda file: file.name)
def test_half_of_each_group_of_traps_is_negative(file: Path) -> None:
    answers = [row.cells["hit"] for row in rows(file)]
    assert 0.4 <= answers.count("–") / len(answers) <= 0.6


def test_there_are_traps_enough_in_each_language() -> None:
    counts = dict.fromkeys(("vi", "ko", "en", "mixed"), 0)
    for file in TRAPS:
        counts[file.name.split("-")[0]] += len(list(rows(file)))
    assert counts["vi"] >= 180
    assert counts["ko"] >= 180
    assert counts["en"] + counts["mixed"] >= 90
