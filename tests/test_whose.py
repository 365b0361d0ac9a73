"""Names of a country's own thing, and whose thing a text speaks of (rule M14)."""

from __future__ import annotations

import unicodedata
from typing import Literal

import pytest

import khihau
from khihau.model import Options

BASE = khihau.load_glossary()
OWN, COMMON = "국가 온실가스 감축목표", "국가결정기여"


def _ndc(text: str, options: Options | None = None) -> list[khihau.Match]:
    return [one for one in khihau.annotate(text, BASE, options=options) if one.concept == "ndc"]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Việt Nam cập nhật NDC năm 2022.", "VN"),
        ("NDC của Hàn Quốc có mục tiêu 2035.", "KR"),
        ("Theo Thỏa thuận Paris, Việt Nam nộp NDC.", "VN"),
        ("Việt Nam và Hàn Quốc trao đổi. Phía Hàn Quốc giới thiệu NDC.", "KR"),
        ("NDC của Việt Nam và của Hàn Quốc đều được cập nhật.", None),
        ("Hai nước trao đổi về NDC.", None),
        ("Các Bên nộp NDC.", None),
        ("Korea's updated NDC covers waste.", "KR"),
        ("한국은 베트남의 NDC를 지원한다.", "VN"),
        ("한국과 베트남의 NDC를 논의했다.", None),
        ("우리나라 NDC를 제출했다.", "KR"),
        ("EU의 NDC를 논의했다.", "EU"),
    ],
)
def test_whose(form: Literal["NFC", "NFD"], text: str, country: str | None) -> None:
    (match,) = _ndc(unicodedata.normalize(form, text))
    assert match.country == country
    assert match.equivalents["ko"] == (OWN if country == "KR" else COMMON)


def test_what_nobody_tells_is_shown_beside() -> None:
    (match,) = _ndc("Hai nước trao đổi về NDC.")
    assert match.own == {"KR": {"ko": OWN}}
    (match,) = _ndc("Các Bên nộp NDC.")
    assert not match.own
    (match,) = _ndc("Bộ trưởng trình NDC.", Options(country="KR"))
    assert (match.country, match.equivalents["ko"]) == ("KR", OWN)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("당사국의 NDC 이행을 점검했다.", None),
        ("당사국총회에서 NDC를 발표했다.", "KR"),
    ],
)
def test_of_parties_no_country_of_the_text_is_the_owner(text: str, country: str | None) -> None:
    (match,) = _ndc(text, Options(country="KR"))
    assert match.country == country


@pytest.mark.parametrize(
    ("source", "target", "told"),
    [
        ("NDC của Việt Nam có hợp phần thích ứng.", f"베트남의 {OWN}에는 적응이 있다.", True),
        ("NDC của Việt Nam có hợp phần thích ứng.", f"베트남의 {COMMON}에는 적응이 있다.", False),
        ("NDC năm 2030 của Hàn Quốc giảm 40%.", f"한국의 2030 {OWN}는 40% 감축이다.", False),
        ("NDC năm 2030 của Hàn Quốc giảm 40%.", f"한국의 2030년 {COMMON}는 40% 감축이다.", False),
        ("NDC của Việt Nam và của Hàn Quốc.", f"베트남의 {COMMON}와 한국의 {OWN}.", False),
    ],
)
def test_another_countrys_own_name_is_told(source: str, target: str, told: bool) -> None:
    found = [one for one in khihau.pair(source, target, BASE) if one.rule == "wrong-equivalent"]
    assert [(one.severity, one.text) for one in found] == ([("warning", OWN)] if told else [])


@pytest.mark.parametrize(
    ("source", "target", "told"),
    [
        ("Hà Nội mở vùng phát thải thấp.", "하노이는 공해차량 운행제한지역을 연다.", True),
        ("Việt Nam công bố NDC năm 2035.", f"베트남은 2035 {OWN}를 발표했다.", True),
        (
            "The EU's market stability reserve changed.",
            "유럽연합의 한국형 시장안정화제도는 바뀌었다.",
            True,
        ),
        (
            "Vietnam's pavilion opened.",
            "베트남의 홍보관이 열렸다.",
            False,
        ),  # 한국홍보관 but for 한국
    ],
)
def test_a_name_without_its_country_is_nobodys_own(source: str, target: str, told: bool) -> None:
    found = [one for one in khihau.pair(source, target, BASE) if one.rule == "wrong-equivalent"]
    assert bool(found) == told


def test_names_of_two_countries_are_no_mix() -> None:
    text = f"한국의 {OWN}를 제출했다. 베트남의 {COMMON}도 제출됐다."
    assert not [one for one in khihau.check(text, BASE) if one.rule == "mixed-labels"]


def test_a_profile_says_whose_things_a_text_means_that_speaks_of_no_country() -> None:
    for profile, country in (("ko-gov", "KR"), ("vi-press", "VN"), ("en-un", None)):
        (match,) = _ndc("NDC를 논의했다.", Options(profile=profile))
        assert match.country == country
