"""Applying edits, and words beside a name that agree (Korean particles: tests/spec/particles.md)."""

from __future__ import annotations

import re

import pytest

from khihau.languages import LANGUAGES, language_of
from khihau.languages.grammar import Agreement, Beside, Spot
from khihau.languages.ko.agreement import agreeing, is_doubtful, particle_edits, sound
from khihau.model import Edit
from khihau.text.edits import apply
from spec_tables import SPEC, Row, each_row, rows

ROWS = list(rows(SPEC / "particles.md"))


@each_row("row", ROWS)
def test_particle(row: Row) -> None:
    found = re.fullmatch(r"(.*?)(?: \[(.+)\])?", row.cells["word"])
    assert found
    word, reading = found.groups()
    particle = row.cells["particle"]
    result = particle if row.cells["result"] == "=" else row.cells["result"]
    assert agreeing(particle, sound(word, reading)) == result, row.cells["why"]
    assert agreeing(result, sound(word, reading)) == result, "agreeing twice"


def test_the_file_has_enough_rows_that_change_nothing() -> None:
    assert len(ROWS) >= 60
    assert 0.25 <= sum(row.cells["result"] == "=" for row in ROWS) / len(ROWS) <= 0.75


@pytest.mark.parametrize(
    ("text", "word", "before", "result"),
    [
        ("CBAM을", "CBAM", "vowel", "CBAM를"),
        ("'CBAM'을", "CBAM", "vowel", "'CBAM'를"),
        ("**CBAM**을", "CBAM", "vowel", "**CBAM**를"),
        ("<b>CBAM</b>을", "CBAM", "vowel", "<b>CBAM</b>를"),
        ("CBAM[^1]을", "CBAM", "vowel", "CBAM[^1]를"),
        ("CBAM을(를)", "CBAM", "vowel", "CBAM을(를)"),
        ("CBAM 을", "CBAM", "vowel", "CBAM 을"),
        ("CBAM, 을", "CBAM", "vowel", "CBAM, 을"),
        ("CBAM", "CBAM", "vowel", "CBAM"),
    ],
)
def test_the_particle_behind_a_word(text: str, word: str, before: str, result: str) -> None:
    end = text.index(word) + len(word)
    assert apply(text, particle_edits(text, end, before)) == result  # type: ignore[arg-type]


def test_doubt() -> None:
    assert is_doubtful("MRV론", 3, "consonant")
    assert not is_doubtful("MRV론", 3, "vowel")
    assert is_doubtful("CBAM 을 논의", 4, "vowel")
    assert not is_doubtful("CBAM 를 논의", 4, "vowel")
    assert not is_doubtful("CBAM 이행", 4, "vowel")
    assert not is_doubtful("CBAM을", 4, "vowel")


def test_edits_apply_together() -> None:
    assert apply("abc", [Edit(2, 3, "C"), Edit(0, 0, "> "), Edit(3, 3, "!")]) == "> abC!"
    with pytest.raises(ValueError, match="overlap at 1"):
        apply("abc", [Edit(0, 2, "x"), Edit(1, 3, "y")])


@pytest.mark.parametrize(
    ("text", "name", "result"),
    [
        ("an old plan", "new plan", "a old plan"),
        ("a *old plan*", "emission plan", "an *old plan*"),
        ("a “old plan”", "emission plan", "an “old plan”"),
        ("and/a old plan", "emission plan", "and/a old plan"),
        ("In Plan A old plan", "emission plan", "In Plan A old plan"),
        ("So it is. A old plan", "emission plan", "So it is. An old plan"),
        ("the old plan", "emission plan", "the old plan"),
    ],
)
def test_the_article_before_a_name(text: str, name: str, result: str) -> None:
    start = text.index("old plan")
    spot = Spot(text, start, start + len("old plan"), 0)
    assert apply(text, LANGUAGES["en"].grammar.agreement(spot, name).edits) == result


def test_a_language_without_a_grammar_leaves_the_words_as_they_are() -> None:
    grammar = language_of(None).grammar
    spot = Spot("an old plan", 3, 11, 0)
    assert grammar.agreement(spot, "new plan") == Agreement()
    assert grammar.fits(spot, "methane")
    assert grammar.with_article("in ", "Green Fund", " met", is_numbered=False) == "Green Fund"
    assert grammar.in_number_of("plans", "fund", is_plural=True) == "fund"
    assert (
        grammar.doubled(Beside("green fund", ("green fund",), ["a", "fund"], "", False)) == "fund"
    )
    assert not grammar.doubled(Beside("green fund", ("green fund",), ["a"], " fund", False))
