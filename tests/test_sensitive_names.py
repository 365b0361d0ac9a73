"""The table of sensitive names: every line is used, and what each side writes is never told."""

from __future__ import annotations

import unicodedata

import pytest

import khihau
from built_in import built_in
from khihau.languages import LANGUAGES
from khihau.languages.data import data_lines
from khihau.languages.sensitive_names import SensitiveName, country_order, sensitive_names
from khihau.model import LANGS, Lang
from khihau.profiles.table import rows_of

NAMES = [(lang, name) for lang in LANGS for name in sensitive_names(lang)]
KEYS = "write wrong before behind unless near why aspect first second not".split()


def told(text: str, lang: Lang) -> list[str]:
    return [one.text for one in khihau.check(text, built_in(), lang, rules=["sensitive-name"])]


@pytest.mark.parametrize(("lang", "name"), NAMES, ids=lambda one: getattr(one, "thing", one))
def test_each_wrong_name_is_told_and_the_right_one_is_not(lang: Lang, name: SensitiveName) -> None:
    near = name.near[0] if name.near else "—"
    for form in name.wrong:
        for written in (form, unicodedata.normalize("NFD", form)):
            assert told(f"2024: {near}, {written}.", lang), form
        assert not told(f"1965: {near}, {form}.", lang), form
    assert not told(f"2024: {name.write}.", lang)


@pytest.mark.parametrize(("lang", "name"), NAMES, ids=lambda one: getattr(one, "thing", one))
def test_its_own_words_excuse_a_name(lang: Lang, name: SensitiveName) -> None:
    near = name.near[0] if name.near else "—"
    for form in name.wrong:
        for word in name.unless:
            assert not told(f"2024: {near}, {form}, {word}.", lang), (form, word)
        for word in name.before:
            assert not told(f"2024: {near}, {word} {form}.", lang), (form, word)
        for word in name.behind:
            assert not told(f"2024: {near}, {form} {word}.", lang), (form, word)


def test_lines_are_well_formed() -> None:
    for line in data_lines("mul", "sensitive-names.txt"):
        assert unicodedata.is_normalized("NFC", line)
        if line.startswith("["):
            lang, _, thing = line.strip("[]").partition(" ")
            assert lang in LANGUAGES
            assert thing
        else:
            assert line.split(" = ")[0] in (*KEYS, "head before", "head behind"), line
    rows = rows_of("sensitive-name")
    assert {f"sensitive-name/{name.aspect}".removesuffix("/") for _, name in NAMES} <= set(rows)
    assert any(country_order(lang) for lang in LANGS)
