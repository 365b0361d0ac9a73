"""Persons and firms spelled in two ways (rule C15): what sounds alike, and what holds for any text."""

from __future__ import annotations

import time
import unicodedata

import pytest

from built_in import built_in
from khihau.engine import check
from khihau.languages import LANGUAGES

ONE = (
    ("Kim Sang-hyup", "Kim Xang Hiếp"),
    ("Kim Sang-hyup", "Kim Sang Hyeop"),
    ("Kim Sung-hwan", "Kim Sunghwan"),
    ("Kim Sung-hwan", "Kim Seong-hwan"),
    ("Kim Sung-hwan", "Kim Xơng Hoan"),
    ("Lee Jae-myung", "Yi Jae-myeong"),
    ("Yoon Suk-yeol", "Yun Seok-yeol"),
    ("Moon Jae-in", "Mun Che In"),
    ("Han Duck-soo", "Han Deok-su"),
)
TWO = (
    ("Kim Sang-hyup", "Kim Sang-woo"),
    ("Kim Sung-hwan", "Kim Sung-han"),
    ("Kim Sung-hwan", "Kim Sang-hwan"),
    ("Kim Sung-hwan", "Lee Sung-hwan"),
    ("Kim Min-sung", "Kim Min-sun"),
    ("Lee Jae-myung", "Lee Jae-yong"),
    ("Park Jin", "Park Jin-soo"),
)


def heard(name: str) -> set[str]:
    return set(LANGUAGES["ko"].persons.heard(name))


@pytest.mark.parametrize(("one", "other"), ONE)
def test_one_name_sounds_alike(one: str, other: str) -> None:
    assert heard(one) & heard(other)


@pytest.mark.parametrize(("one", "other"), TWO)
def test_two_names_do_not(one: str, other: str) -> None:
    assert not heard(one) & heard(other)


@pytest.mark.parametrize(
    "name", ["Kim Anh", "Kim Phượng", "Nam Định", "Nguyễn Văn Hùng", "Kim", "Park Jin"]
)
def test_other_names_and_those_of_two_syllables_are_not_heard(name: str) -> None:
    assert not heard(name)


@pytest.mark.parametrize(
    "text",
    [
        "Bộ trưởng Kim Sung-hwan đến Hà Nội. Ông Phạm Minh Chính tiếp Bộ trưởng Kim Sung Hwan.",
        "베트남 팜 민 찐 총리가 방한했다. 팜민찐 총리는 회의에 참석했다.",
    ],
)
def test_composition_moves_offsets_only(text: str) -> None:
    found = [
        [
            unicodedata.normalize("NFC", one.text)
            for one in check(form, built_in(), rules=["mixed-names"])
        ]
        for form in (unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text))
    ]
    assert len(found[0]) == 1
    assert found[0] == found[1]


def test_each_language_of_a_text_is_for_itself() -> None:
    text = (
        "Thủ tướng Phạm Minh Chính đã phát biểu khai mạc hội nghị tại Hà Nội vào sáng nay.\n\n"
        "Prime Minister Pham Minh Chinh gave the opening address of the conference this morning.\n"
    )
    assert not check(text, built_in(), rules=["mixed-names"])


def test_the_time_is_linear() -> None:
    def taken(times: int) -> float:
        words = " ".join(
            f"Ông Kim Sung-{'abcdefghij'[n % 10]}{'aeiou'[n // 10 % 5]}n gặp Bà Anna Berg{n}."
            for n in range(times)
        )
        start = time.perf_counter()
        check(words, built_in(), rules=["mixed-names"])
        return time.perf_counter() - start

    taken(200)
    assert taken(4000) < 16 * max(taken(500), 0.02)
