"""Which labels are one label in two spellings (rules C2 and C3), and how a term reads in another one."""

from __future__ import annotations

import unicodedata

import pytest

from khihau.languages.choices import joints, parts, respelled, same_spelling
from khihau.model import LabelLang

SAME: tuple[tuple[LabelLang, str, str], ...] = (
    ("vi", "trung hòa các-bon", "Trung hoà carbon"),
    ("vi", "quản lý rừng", "quản lí rừng"),
    ("vi", "khí mê-tan", "khí methane"),
    ("vi", "phát thải ròng bằng 0", "phát thải ròng bằng “0”"),
    ("vi", "đối thoại Việt Nam - Hàn Quốc", "đối thoại Việt Nam–Hàn Quốc"),
    ("vi", "biến đổi khí hậu", unicodedata.normalize("NFD", "biến đổi khí hậu")),
    ("ko", "온실가스", "온실 가스"),
    ("ko", "측정·보고·검증", "측정ㆍ보고ㆍ검증"),
    ("ko", "글로벌 메탄 서약", "글로벌 메테인서약"),
    ("en", "low-carbon economy", "low carbon economy"),
    ("en", "decarbonisation", "decarbonization"),
    ("en", "work programme", "work program"),
    ("mul", "COP{n}", "COP {n}"),
)
OTHER: tuple[tuple[LabelLang, str, str], ...] = (
    ("vi", "khí", "khi"),
    ("vi", "thuế các-bon", "thuê các-bon"),
    ("vi", "khí nhà kính", "khí gây hiệu ứng nhà kính"),
    ("ko", "온실가스 배출", "온실가스 배출량"),
    ("ko", "파리협정", "파리협약"),
    ("en", "carbon market", "carbon markets"),
    ("en", "enterprise", "enterprize"),
    ("mul", "NDC", "NDCs"),
)


@pytest.mark.parametrize(("lang", "label", "other"), SAME)
def test_one_label_in_two_spellings(lang: LabelLang, label: str, other: str) -> None:
    assert same_spelling(label, other, lang)
    assert same_spelling(other, label, lang)


@pytest.mark.parametrize(("lang", "label", "other"), OTHER)
def test_two_labels(lang: LabelLang, label: str, other: str) -> None:
    assert not same_spelling(label, other, lang)


@pytest.mark.parametrize(
    ("lang", "text", "form", "new"),
    [
        ("vi", "Carbon", "các-bon", "Các-bon"),
        ("vi", "CÁC-BON", "carbon", "CARBON"),
        ("vi", "thoả", "first", "thỏa"),
        ("vi", unicodedata.normalize("NFD", "thoả"), "first", unicodedata.normalize("NFD", "thỏa")),
        ("vi", "HÒA", "second", "HOÀ"),
        ("vi", "kĩ", "kỹ", "kỹ"),
        ("ko", "메탄", "메테인", "메테인"),
        ("en", "Decarbonised", "z", "Decarbonized"),
        ("en", "Centers", "centre", "Centres"),
    ],
)
def test_a_word_keeps_its_case_and_composition(
    lang: LabelLang, text: str, form: str, new: str
) -> None:
    (part,) = parts(text, text, lang)
    assert respelled(part, text, form) == [new]


def test_what_joins_the_words_is_compared_and_nothing_else() -> None:
    spaced = joints("탄소\u00a0중립", "탄소중립", "ko")
    closed = joints("탄소중립", "탄소중립", "ko")
    assert spaced
    assert closed
    assert spaced.family == closed.family
    assert spaced.stored == closed.form != spaced.form
    assert respelled(spaced, "탄소\u00a0중립", closed.form) == ["", "", ""]
    assert respelled(spaced, "탄소\u00a0중립", spaced.form) == ["", "\u00a0", ""]


def test_emphasis_inside_a_term_leaves_its_joints_alone() -> None:
    assert joints("**탄소** 중립", "탄소중립", "ko") is None
