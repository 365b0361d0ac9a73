"""The literate cases of `pair`: tests/spec/pair/*.md, and the examples of the rules' docstrings.

A case is a source, its translation, and the findings that it must give, no more, no fewer.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

import pytest

import khihau
from built_in import built_in
from khihau.pairing.rule import PairRule
from khihau.pairing.rules import RULES
from khihau.review.documentation import documentation
from spec_tables import SPEC, Row, each_row, rows

pytestmark = pytest.mark.usefixtures("analyser")

FILES = sorted((SPEC / "pair").glob("*.md"))
ROWS = [row for file in FILES for row in rows(file)]
OPTIONS = khihau.Options(usual_date=datetime.date(2026, 6, 1))
NAMES = [rule.name for rule in RULES]  # also what the press is not told
NONE = "–"
TOLD_WITH_WORDS = (
    "wrong-equivalent",
    "wrong-session",
    "wrong-place",
    "wrong-number",
    "dropped-acronym",
)


def pair(source: str, target: str) -> list[khihau.Finding]:
    return khihau.pair(source, target, built_in(), OPTIONS, rules=NAMES)


def said(finding: khihau.Finding, expected: str) -> str:
    concept = f"[{finding.concept}]" if finding.concept and "[" in expected else ""
    words = f" “{finding.text}”" if "“" in expected else ""
    return f"{finding.severity} {finding.rule}{concept}{words}"


@each_row("row", ROWS)
def test_case(row: Row) -> None:
    expected = [] if row.cells["findings"] == NONE else row.cells["findings"].split("; ")
    found = pair(row.cells["source"], row.cells["target"])
    shown = [
        said(one, next((each for each in expected if f" {one.rule}" in each), "[“"))
        for one in found
    ]
    assert sorted(shown) == sorted(expected), row.cells["why"]


def test_there_are_enough_cases_and_half_of_them_are_clean() -> None:
    clean = [row for row in ROWS if row.cells["findings"] == NONE]
    assert len(ROWS) >= 150
    assert len(clean) >= len(ROWS) / 2


def test_places_are_those_of_the_target() -> None:
    for row in ROWS:
        for one in pair(row.cells["source"], row.cells["target"]):
            assert row.cells["target"][one.start : one.end] == one.text


def examples() -> Iterator[tuple[PairRule, str, str, str]]:
    for rule in RULES:
        for line in documentation(rule).table.splitlines()[2:]:
            cells = [cell.strip().replace("¶", "\n\n") for cell in line.strip("| ").split(" | ")]
            yield rule, cells[1], cells[2], cells[3]


@pytest.mark.parametrize(("rule", "source", "wrong", "right"), list(examples()))
def test_example_of_a_docstring(rule: PairRule, source: str, wrong: str, right: str) -> None:
    found = [one for one in pair(source, wrong) if one.rule == rule.name]
    assert found
    assert rule.has_concepts or not any(one.concept for one in found)
    assert pair(source, right) == []


def test_every_rule_has_cases() -> None:
    told = {
        name for row in ROWS for name in re.findall(r"(?:^|; )\w+ ([a-z-]+)", row.cells["findings"])
    }
    assert told == {rule.name for rule in RULES}
