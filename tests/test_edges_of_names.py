"""Where words beside a candidate make it a part of something else (rules M4, M5 and M6)."""

from __future__ import annotations

import unicodedata
from typing import Literal

import pytest

import khihau
from khihau.model import Concept, Label, LabelLang, Options, Termbase
from spec_tables import marked

Form = Literal["NFC", "NFD"]

OFF = Options(analyser="off")
FORMS: tuple[Form, ...] = ("NFC", "NFD")


def found(text: str, base: Termbase, form: Form) -> list[str]:
    """The words that are marked, composed, in a text of one form."""
    text = unicodedata.normalize(form, text)
    spans = [(match.start, match.end) for match in khihau.annotate(text, base, options=OFF)]
    return [unicodedata.normalize("NFC", text[start:end]) for start, end in spans]


def hits(text: str) -> list[str]:
    """The words between the marks of a case."""
    plain, spans = marked(text)
    return [plain[start:end] for start, end in spans]


# --- words that cover a term -----------------------------------------------------------------------

MINISTRY = Termbase(
    (
        Concept(
            id="ministry",
            labels=(
                Label(
                    lang="ko",
                    text="외교부",
                    status="preferred",
                    covered_by=("이란 외교부", "외교부장"),
                ),
                Label(lang="vi", text="Quốc hội", status="preferred"),
                Label(lang="en", text="Ministry of Environment", status="preferred"),
            ),
        ),
    )
)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "text",
    [
        "“관계 중앙행정기관”이란 ⟦외교부⟧와 산림청을 말한다.",
        '"관계 중앙행정기관"이란 ⟦외교부⟧와 산림청을 말한다.',
        "「정부조직법」이란 ⟦외교부⟧를 둔 법이다.",
        "중앙행정기관이란 ⟦외교부⟧와 산림청을 말한다.",
        "이란 외교부가 성명을 냈다.",
        '"이란 외교부가 성명을 냈다."',
        "미국과 이란 외교부가 만났다.",
        "미국(이란 외교부 제외)이 만났다.",
        "“기관”이란 중국 외교부장이 만든 말이다.",
        # of a third country
        "독일 외교부와 ⟦외교부⟧가 만났다.",
        "일본의 외교부가 성명을 냈다.",
        "일본에서 ⟦외교부⟧가 회의를 열었다.",
        "Quốc hội Brazil họp cùng lúc với ⟦Quốc hội⟧.",
        "⟦Quốc hội⟧ tại Brazil họp, Quốc hội của Lào cũng họp.",
        "The German Ministry of Environment and the ⟦Ministry of Environment⟧ met.",
    ],
)
def test_a_particle_is_no_country(text: str, form: Form) -> None:
    assert found(marked(text)[0], MINISTRY, form) == hits(text)


# --- parts of longer names -------------------------------------------------------------------------


def base_of(*labels: tuple[LabelLang, str]) -> Termbase:
    return Termbase(
        Concept(id=f"c{number}", labels=(Label(lang=lang, text=text, status="preferred"),))
        for number, (lang, text) in enumerate(labels)
    )


TERMS = base_of(
    ("en", "coal"),
    ("en", "energy transition"),
    ("en", "loss and damage"),
    ("en", "greenhouse gas"),
    ("en", "greenhouse gas emissions"),
    ("en", "minister"),
    ("en", "Green Growth Fund"),
    ("en", "green growth"),
    ("vi", "biến đổi khí hậu"),
    ("vi", "tiêu chuẩn các-bon"),
    ("vi", "tăng trưởng xanh"),
    ("vi", "Viện Tăng trưởng xanh"),
)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "text",
    [
        # the head noun of an English name stands behind
        "The Coal Transition Accelerator was launched in Dubai.",
        "Coal Transition Accelerator was launched in Dubai.",
        "Experts of the Southeast Asia Energy Transition Partnership said so.",
        "The Greenhouse Gas Emissions Reporting Service said so.",
        "Quỹ do Energy Transition Partnership lập ra.",
        # no head noun of a body, no capital, or no name at all
        "The ⟦coal⟧ transition has begun, said the ⟦minister⟧.",
        "⟦Coal⟧ India reported a loss.",
        "⟦Energy Transition⟧ in Viet Nam was the topic.",
        "The ⟦Minister⟧ Kim Hyun-mee said so.",
        "the ⟦coal⟧ Partnership said so.",
        # a line without words in lower case tells no names
        "⟦Coal⟧ Partnership Hits Wall",
        "THE ⟦COAL⟧ PARTNERSHIP WAS LAUNCHED.",
        # what is itself a name keeps what is in it
        "The ⟦Green Growth Fund⟧ Board said so.",
        # in Vietnamese it stands before
        "Cục Biến đổi khí hậu vừa thông báo.",
        "Thành lập Quỹ Loss and Damage tại COP27.",
        "Ông là viện trưởng ⟦Viện Tăng trưởng xanh⟧ ở đây.",
        "Cục ⟦biến đổi khí hậu⟧ vừa thông báo.",
        "⟦Biến đổi khí hậu⟧ đe dọa đồng bằng.",
        "Chống ⟦Biến đổi khí hậu⟧ là việc chung.",
        "Đối phó ⟦Loss and Damage⟧ là việc chung.",
        # or capitals go on behind the last syllable, which has one too
        "Dự án theo Tiêu chuẩn Carbon Xác minh đã bán tín chỉ.",
        "Dự án theo ⟦Tiêu chuẩn Carbon⟧ Việt Nam đã bán tín chỉ.",
        "Dự án theo ⟦Tiêu chuẩn carbon⟧ Gold đã bán tín chỉ.",
    ],
)
def test_a_part_of_a_longer_name_is_no_term(text: str, form: Form) -> None:
    assert found(marked(text)[0], TERMS, form) == hits(text)


def test_the_longer_name_is_told() -> None:
    (fell,) = khihau.explain(
        "The Coal Transition Accelerator was launched.", base_of(("en", "coal"))
    )
    assert (fell.reason, fell.detail) == ("covered", "“Coal Transition Accelerator”")


def test_a_name_answers_in_a_translation() -> None:
    base = Termbase(
        (
            Concept(
                id="renewable-energy",
                labels=(
                    Label(lang="vi", text="năng lượng tái tạo", status="preferred"),
                    Label(lang="en", text="renewable energy", status="preferred"),
                ),
            ),
        )
    )
    source = "Liên minh năng lượng tái tạo họp hôm nay."
    assert not khihau.pair(source, "The Renewable Energy Alliance met today.", base)
    assert khihau.pair(source, "The Alliance met today.", base)
