"""The literate cases of the rules: tests/spec/rules/<rule>.md, and the examples of their docstrings.

A case is a text and the findings that it must give, no more, no fewer, with all rules on that are on
by default and the rule of the file. A column `mended` holds the text with every fix made.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest

import khihau
from built_in import built_in
from khihau.languages.house_spelling import choices_of
from khihau.model.house import House
from khihau.review.base import Rule
from khihau.rules import RULES
from spec_tables import SPEC, Row, each_row, rows

pytestmark = pytest.mark.usefixtures("analyser")

FILES = sorted((SPEC / "rules").glob("*.md"))
ROWS = [(file, row) for file in FILES for row in rows(file)]
OPTIONS = khihau.Options(usual_date=datetime.date(2026, 6, 1))
# What the house of the cases has chosen: of it house-spelling alone speaks.
HOUSE = House(
    spelling={
        family: form
        for word in ("các-bon", "thủy", "메탄", "decarbonisation")
        for family, form in choices_of(word).items()
    }
)
NONE = "–"
# What most texts are not asked for: each of them runs in its own cases alone.
OTHERS = {
    "bare-foreign-letters",
    "capitals",
    "house-spelling",
    "mixed-names",
    "number-style",
    "preferred-only",
    "sensitive-name",
}
NAMES = [rule.name for rule in RULES if rule.name not in OTHERS]


def options(rule: str) -> khihau.Options:
    return replace(OPTIONS, house=HOUSE) if rule == "house-spelling" else OPTIONS


def check(text: str, rule: str) -> list[khihau.Finding]:
    return khihau.check(text, built_in(), rules=[*NAMES, rule], options=options(rule))


def said(findings: list[khihau.Finding]) -> str:
    return "; ".join(f"{finding.rule} “{finding.text}”" for finding in findings) or NONE


@each_row("file, row", ROWS)
def test_case(file: Path, row: Row) -> None:
    assert said(check(row.cells["text"], file.stem)) == row.cells["findings"], row.cells["why"]


@each_row("file, row", ROWS)
def test_every_fix_made_mends(file: Path, row: Row) -> None:
    text, rules = row.cells["text"], [*NAMES, file.stem]
    mended = khihau.fix(text, built_in(), rules=rules, options=options(file.stem), suggested=True)
    if row.cells.get("mended"):
        assert mended == (text if row.cells["mended"] == NONE else row.cells["mended"])
    left = {(one.rule, one.concept) for one in check(mended, file.stem) if one.fix}
    assert not left, mended


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_has_cases_for_and_against(rule: Rule) -> None:
    own = [row for file, row in ROWS if file.stem == rule.name]
    clean = [row for row in own if row.cells["findings"] == NONE]
    hits = [row for row in own if rule.name in row.cells["findings"]]
    assert len(own) >= 12
    assert len(hits) >= 6
    assert len(clean) >= len(own) // 2


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_examples_of_its_documentation_hold(rule: Rule) -> None:
    module = import_module(f"khihau.rules.{rule.name.replace('-', '_')}")
    table = re.findall(r"^\| (vi|ko|en) \| (.+) \| (.+) \|$", module.__doc__ or "", re.MULTILINE)
    assert {lang for lang, _, _ in table} == {"vi", "ko", "en"}
    concepts = set()
    for _, found, left_alone in table:
        findings = check(found.replace(" ¶ ", "\n\n"), rule.name)
        assert rule.name in said(findings), found
        concepts |= {one.concept for one in findings if one.rule == rule.name}
        assert rule.name not in said(check(left_alone.replace(" ¶ ", "\n\n"), rule.name))
    assert rule.has_concepts or not any(concepts)
