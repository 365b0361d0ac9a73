"""Laws of the rules on letters: capitals of names, and foreign letters in Korean prose."""

from __future__ import annotations

import unicodedata

import khihau
from built_in import built_in
from spec_tables import SPEC, each_row, rows

RULES = ("capitals", "bare-foreign-letters")
TEXTS = [
    (rule, unicodedata.normalize("NFC", row.cells["text"]))
    for rule in RULES
    for row in rows(SPEC / "rules" / f"{rule}.md")
]


def told(text: str, rule: str) -> list[tuple[str, str]]:
    found = khihau.check(text, built_in(), rules=[rule])
    return [
        (unicodedata.normalize("NFC", one.text), unicodedata.normalize("NFC", one.message))
        for one in found
    ]


def mended(text: str, rule: str) -> str:
    return khihau.fix(text, built_in(), rules=[rule], suggested=True)


@each_row("rule, text", TEXTS)
def test_composition_changes_nothing(rule: str, text: str) -> None:
    apart = unicodedata.normalize("NFD", text)
    assert told(apart, rule) == told(text, rule)
    assert unicodedata.normalize("NFC", mended(apart, rule)) == mended(text, rule)


@each_row("rule, text", TEXTS)
def test_fixing_twice_changes_nothing_more(rule: str, text: str) -> None:
    once = mended(text, rule)
    assert mended(once, rule) == once


@each_row("rule, text", TEXTS)
def test_a_text_twice_is_told_once(rule: str, text: str) -> None:
    twice = {written for written, _ in told(f"{text}\n\n{text}", rule)}
    assert twice == {written for written, _ in told(text, rule)}


@each_row("rule, text", [one for one in TEXTS if one[0] == "capitals"])
def test_a_fix_of_capitals_changes_case_alone(rule: str, text: str) -> None:
    assert mended(text, rule).casefold() == text.casefold()
