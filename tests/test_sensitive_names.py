"""Sensitive names of the glossary: each is told in a text of its language, what that side writes never is."""

from __future__ import annotations

import unicodedata

import pytest

import khihau
from built_in import built_in
from khihau.languages import LANGUAGES
from khihau.languages.country_order import country_order
from khihau.languages.data import data_lines
from khihau.model import LANGS, Concept, Label, Lang
from khihau.profiles.table import rows_of
from khihau.termbase.official import official_label

NAMES = [(one, label) for one in built_in().concepts for label in one.labels if label.sensitive]
KEYS = ("first", "second", "not", "why", "head before", "head behind")


def told(text: str, lang: Lang) -> list[str]:
    return [one.text for one in khihau.check(text, built_in(), lang, rules=["sensitive-name"])]


@pytest.mark.parametrize(("concept", "label"), NAMES, ids=lambda one: getattr(one, "text", ""))
def test_each_wrong_name_is_told_and_the_right_one_is_not(concept: Concept, label: Label) -> None:
    assert label.lang != "mul"
    near = label.near[0] if label.near else "—"
    for written in (label.text, unicodedata.normalize("NFD", label.text)):
        assert told(f"2024: {near}, {written}.", label.lang)
    assert not told(f"1965: {near}, {label.text}.", label.lang)
    if label.text not in near:
        assert not told(f"2024: {near}, “{label.text}”.", label.lang)
    right = official_label(concept, label.lang)
    assert right
    assert not told(f"2024: {label.write or right.text}.", label.lang)


@pytest.mark.parametrize(("concept", "label"), NAMES, ids=lambda one: getattr(one, "text", ""))
def test_its_own_words_excuse_a_name(concept: Concept, label: Label) -> None:
    assert label.lang != "mul"
    near = label.near[0] if label.near else "—"
    for word in label.not_near:
        assert not told(f"2024: {near}, {label.text}, {word}.", label.lang), word
    for word in label.covered_by:
        assert not told(f"2024: {near}, {word}.", label.lang), (concept.id, word)


def test_no_other_rule_tells_them() -> None:
    for _, label in NAMES:
        assert label.lang != "mul"
        found = khihau.check(f"2024: {label.text}.", built_in(), label.lang)
        assert "forbidden-label" not in {one.rule for one in found}


def test_every_side_of_the_base_has_some_and_each_aspect_a_row() -> None:
    assert {label.lang for _, label in NAMES} == set(LANGS)
    rows = rows_of("sensitive-name")
    assert {f"sensitive-name/{label.sensitive}" for _, label in NAMES} - {*rows} == {
        "sensitive-name/offends"  # which is the rule itself
    }


def test_the_lines_of_the_order_are_well_formed() -> None:
    for line in data_lines("mul", "country-order.txt"):
        assert unicodedata.is_normalized("NFC", line)
        if line.startswith("["):
            assert line.strip("[]") in LANGUAGES
        else:
            assert line.split(" = ")[0] in KEYS, line
    assert any(country_order(lang) for lang in LANGS)
