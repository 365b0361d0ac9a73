"""Names that hold another one, with what else that is called (rule M2)."""

from __future__ import annotations

from typing import Any

import pytest

import khihau
from khihau.model import Concept, Label, LabelLang, Termbase


def label(lang: LabelLang, text: str, status: Any = "admitted", **more: Any) -> Label:
    return Label(lang=lang, text=text, status=status, **more)


BASE = Termbase(
    (
        Concept(
            id="paris-agreement",
            labels=(
                label("en", "Paris Agreement", "preferred"),
                label("mul", "PA", kind="acronym", near=("Paris",)),
                label("vi", "Thỏa thuận Paris"),
                label("vi", "Hiệp định Paris", not_near=("1973",)),
                label("vi", "Công ước Paris", "forbidden"),
                label("ko", "파리협정"),
                label("ko", "파리기후협정"),
            ),
        ),
        Concept(
            id="article-6",
            labels=(label("vi", "Điều 6 của Thỏa thuận Paris"), label("ko", "파리협정 제6조")),
        ),
        Concept(
            id="climate-change",
            labels=(
                label("en", "climate change", "preferred"),
                label("vi", "biến đổi khí hậu"),
                label("vi", "thay đổi về khí hậu"),
                label("vi", "BĐKH", kind="short"),
            ),
        ),
        Concept(
            id="response",
            labels=(
                label("vi", "ứng phó với biến đổi khí hậu"),
                label("vi", "chống biến đổi khí hậu"),
                label("vi", "chống BĐKH", "forbidden"),
            ),
        ),
    )
)


@pytest.mark.parametrize(
    ("concept", "name", "text"),
    [
        ("article-6", "Điều 6 của Hiệp định Paris", "Việt Nam áp dụng {}."),
        ("article-6", "파리기후협정 제6조", "한국은 {}를 이행한다."),
        ("response", "ứng phó với BĐKH", "Kế hoạch {} năm nay."),
    ],
)
def test_a_name_in_a_name_may_be_another_right_one(concept: str, name: str, text: str) -> None:
    (match,) = khihau.annotate(text.format(name), BASE)
    assert (match.concept, match.text) == (concept, name)


@pytest.mark.parametrize(
    "text",
    [
        "Điều 6 của Công ước Paris.",  # a wrong name
        "Điều 6 của Hiệp định Paris 1973.",  # what switches the name off
        "ứng phó với thay đổi về khí hậu",  # a synonym that is no name
    ],
)
def test_nothing_else_stands_in_its_place(text: str) -> None:
    assert not {match.concept for match in khihau.annotate(text, BASE)} & {"article-6", "response"}


def test_what_is_a_label_itself_keeps_its_status() -> None:
    (match,) = khihau.annotate("Kế hoạch chống BĐKH năm nay.", BASE)
    assert match.status == "forbidden"
