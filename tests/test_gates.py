"""The gate of `near` (rule M8): a document opens what it is about."""

from __future__ import annotations

from typing import Any

import pytest

import khihau
from khihau.model import Concept, Label, LabelLang, Termbase


def label(lang: LabelLang, text: str, **more: Any) -> Label:
    return Label(lang=lang, text=text, status="admitted", **more)


def acronym(text: str, **more: Any) -> Label:
    return label("mul", text, kind="acronym", **more)


BASE = Termbase(
    (
        Concept(
            id="paris-agreement",
            domain="talks",
            labels=(
                label("vi", "Thỏa thuận Paris"),
                label("ko", "파리협정"),
                label("vi", "Nghị định thư Paris", near=("khí hậu", "phát thải")),
                label("vi", "Hiệp định Paris", not_near=("1973", "chiến tranh")),
                label("ko", "파리협약", not_near=("특허", "상표")),
            ),
        ),
        Concept(
            id="etf",
            domain="talks",
            labels=(
                label("vi", "khung minh bạch tăng cường"),
                acronym("ETF", near=("BTR", "minh bạch")),
            ),
        ),
        Concept(id="ndc", domain="talks", labels=(acronym("NDC"),)),
        Concept(id="cop", domain="talks", labels=(acronym("COP{n}"),)),
        Concept(
            id="article-6",
            domain="markets",
            labels=(
                label("ko", "파리협정 제6조"),
                label("ko", "제6조", near=("ITMO",), homonym="Article 6 of a law"),
            ),
        ),
        Concept(id="carbon-credit", domain="markets", labels=(label("vi", "tín chỉ các-bon"),)),
        Concept(id="covered-entity", domain="markets", labels=(label("ko", "할당대상업체"),)),
        Concept(
            id="additionality",
            domain="markets",
            labels=(label("vi", "tính bổ sung", near=("CDM",)),),
        ),
        Concept(
            id="finance-ministry",
            domain="bodies",
            labels=(label("en", "Ministry of Finance", near=("Viet Nam", "Hanoi")),),
        ),
        Concept(id="un", domain="bodies", labels=(label("en", "United Nations"),)),
        Concept(
            id="vulnerability",
            domain="adaptation",
            labels=(label("ko", "취약성"), label("ko", "취약성평가", near=("기후",))),
        ),
    )
)

OPEN = [
    (
        "paris-agreement",
        "Nghị định thư Paris",
        "{} được nhắc nhiều.\n\nViệt Nam nộp NDC trước COP29.",
    ),
    (
        "paris-agreement",
        "Nghị định thư Paris",
        "Việt Nam nộp NDC trước COP29.\n\n{} được nhắc nhiều.",
    ),
    ("etf", "ETF", "Khung minh bạch tăng cường có hiệu lực.\n\nCác nước báo cáo theo {}."),
    ("additionality", "tính bổ sung", "Khái niệm “{}”\n\nTín chỉ các-bon phải là thật."),
    ("article-6", "제6조", "파리협정 제6조는 국제 협력을 다룬다.\n\n{}의 규칙이 정해졌다."),
]
SHUT = [
    ("paris-agreement", "Nghị định thư Paris", "{} được nhắc nhiều."),
    ("paris-agreement", "Nghị định thư Paris", "{} được nhắc nhiều, {} nữa."),
    ("etf", "ETF", "Quỹ {} vàng mua thêm hai tấn.\n\nGiá vàng tăng."),
    ("etf", "ETF", "Quỹ {} vàng mua thêm.\n\nQuỹ {} bạc bán ra."),
    (
        "article-6",
        "제6조",
        "할당대상업체는 배출권을 제출한다.\n\n##### {} (할당위원회의 위원의 해촉)",
    ),
    ("finance-ministry", "Ministry of Finance", "The United Nations met.\n\nThe {} spoke."),
    ("vulnerability", "취약성평가", "은행은 전산망 {}를 마쳤다."),
]
ONE_CLAUSE = [
    ("paris-agreement", "파리협약", "{}은 특허와 상표를 보호한다.", False),
    ("paris-agreement", "파리협약", "이 조약은 특허를 다루지만, {}은 온실가스를 줄인다.", True),
    ("paris-agreement", "Hiệp định Paris", "{} năm 1973 chấm dứt chiến tranh.", False),
    (
        "paris-agreement",
        "Hiệp định Paris",
        "Người dân nhớ chiến tranh, còn {} nói về khí hậu.",
        True,
    ),
]


def names(text: str) -> set[tuple[str, str]]:
    return {(match.concept, match.text) for match in khihau.annotate(text, BASE)}


@pytest.mark.parametrize(("concept", "name", "text"), OPEN)
def test_the_document_opens_what_it_is_about(concept: str, name: str, text: str) -> None:
    assert (concept, name) in names(text.format(name, name))


@pytest.mark.parametrize(("concept", "name", "text"), SHUT)
def test_other_documents_leave_it_shut(concept: str, name: str, text: str) -> None:
    assert (concept, name) not in names(text.format(name, name))


@pytest.mark.parametrize(("concept", "name", "text", "stands"), ONE_CLAUSE)
def test_what_switches_a_name_off_stands_in_its_clause(
    concept: str, name: str, text: str, stands: bool
) -> None:
    assert ((concept, name) in names(text.format(name))) == stands
