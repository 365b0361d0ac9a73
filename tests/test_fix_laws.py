"""Laws of `check` and its fixes: twice is once, what is not prose stays, one mistake is one finding.

The texts are sentences of the literate cases, put together in any order and markup.
"""

from __future__ import annotations

import datetime
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import khihau
from built_in import built_in
from khihau.engine import read
from khihau.model import Document
from khihau.rules import RULES
from spec_tables import SPEC, rows

SENTENCES = sorted(
    {
        cell
        for file in sorted(SPEC.rglob("*.md"))
        for row in rows(file)
        if (cell := row.cells.get("text", "").replace("⟦", "").replace("⟧", "")) and len(cell) < 300
    }
)
LEADS = ("", "", "", "# ", "- ", "> ", "□ ", " ○ ", "1. ", "| ", "**", "    ", "<!-- ", "`", "“")
JOINTS = (" ", "\n", "\n\n", "\r\n", " — ", '" ', "\t")
OPTIONS = khihau.Options(usual_date=datetime.date(2026, 6, 1))
laws = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def texts(draw: st.DrawFn) -> str:
    parts = draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6))
    return "".join(
        draw(st.sampled_from(LEADS)) + part + draw(st.sampled_from(JOINTS)) for part in parts
    )


@pytest.mark.parametrize("suggested", [False, True])
@given(text=texts())
@laws
def test_fixing_twice_is_fixing_once(suggested: bool, text: str) -> None:
    once = khihau.fix(text, built_in(), options=OPTIONS, suggested=suggested)
    assert khihau.fix(once, built_in(), options=OPTIONS, suggested=suggested) == once


@given(text=texts())
@laws
def test_code_addresses_and_quotes_are_never_edited(text: str) -> None:
    document = read(text)
    whole = khihau.fix(document, built_in(), options=OPTIONS, suggested=True)
    assert guarded(read(whole)) == guarded(document)


def guarded(document: Document) -> list[str]:
    """The protected stretches and the quotes of a document."""
    spans = [*((region.start, region.end) for region in document.protected), *document.quoted]
    return [document.text[start:end] for start, end in sorted(spans)]


@given(text=texts())
@laws
def test_one_mistake_is_one_finding(text: str) -> None:
    competing = {rule.name for rule in RULES if rule.competes}
    found = khihau.check(text, built_in(), options=OPTIONS)
    assert [finding.start for finding in found] == sorted(finding.start for finding in found)
    for one, other in pairwise([one for one in found if one.rule in competing]):
        assert one.end <= other.start
    for finding in found:
        assert finding.text == text[finding.start : finding.end]
        assert finding.message
        assert len(finding.fingerprint) == 16


@given(text=texts())
@laws
def test_the_edits_of_a_fix_do_not_overlap(text: str) -> None:
    for finding in khihau.check(text, built_in(), options=OPTIONS):
        edits = sorted(finding.fix.edits if finding.fix else (), key=lambda edit: edit.start)
        for edit in edits:
            assert 0 <= edit.start <= edit.end <= len(text)
            assert text[edit.start : edit.end] != edit.text
        for one, other in pairwise(edits):
            assert one.end <= other.start


@given(text=texts())
@laws
def test_a_text_behind_a_blank_line_keeps_its_wrong_names(text: str) -> None:
    """What a rule about single names finds does not depend on what stands elsewhere."""
    names = ["forbidden-label"]
    alone = khihau.check(text, built_in(), rules=names, options=OPTIONS)
    after = khihau.check("Xin chào.\n\n" + text, built_in(), rules=names, options=OPTIONS)
    assert [(one.text, one.concept) for one in alone] == [(one.text, one.concept) for one in after]
