"""NFC and NFD texts are read alike (rule M2): what is protected, what a heading is, what rules find."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from itertools import accumulate

import pytest

import khihau
from built_in import built_in
from khihau.engine import read
from khihau.model import Options
from khihau.text.compose import recomposed

OPTIONS = Options(analyser="off")
TEXTS = (
    "https://example.kr/기후변화 참조",
    "Xem http://x.kr/탄소국경조정제도에서 và báo-cáo-khí-hậu.pdf.",
    "Viết cho tên@khíhậu.vn về biến đổi khí hậu.",
    "□ 국가 온실가스 감축목표를 위한 국가 온실가스 감축목표 설정 방안 마련과 온실가스 감축",
    "Áо của họ là đồ cũ.",
    "İMO họp về biến đổi khí hậu; еİ.",
    "Mỗi năm có hàng trăm thiên tai hay còn gọi là thảm họa tự nhiên xảy ra ở đây, và thiên tai nữa.",
)


def forms(text: str) -> tuple[str, str, list[int]]:
    """A text in NFC and NFD, and where each offset of the first is in the second."""
    whole = unicodedata.normalize("NFC", text)
    parts = [unicodedata.normalize("NFD", letter) for letter in whole]
    return whole, "".join(parts), [0, *accumulate(map(len, parts))]


def moved(spans: Iterable[tuple[int, int, str]], places: list[int]) -> list[tuple[int, int, str]]:
    return [(places[start], places[end], kind) for start, end, kind in spans]


@pytest.mark.parametrize("text", TEXTS)
def test_structure_and_findings_are_those_of_the_composed_text(text: str) -> None:
    whole, apart, places = forms(text)
    for found in (protected, segments, findings):
        assert found(apart) == moved(found(whole), places)


def protected(text: str) -> list[tuple[int, int, str]]:
    return [(one.start, one.end, one.kind) for one in read(text).protected]


def segments(text: str) -> list[tuple[int, int, str]]:
    return [(one.start, one.end, one.kind) for one in read(text).segments]


def findings(text: str) -> list[tuple[int, int, str]]:
    found = khihau.check(text, built_in(), options=OPTIONS)
    return [(one.start, one.end, one.rule) for one in found]


@pytest.mark.parametrize("text", [*TEXTS, "", "abc", "한글x\u0323\u0301"])
def test_a_composed_text_leads_back(text: str) -> None:
    whole, apart, places = forms(text)
    composed = recomposed(apart)
    assert composed.text == whole
    letters = [at for at, one in enumerate(whole) if not unicodedata.combining(one)]
    assert [composed.origin(at) for at in letters] == [places[at] for at in letters]
