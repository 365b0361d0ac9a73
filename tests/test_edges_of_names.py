"""Where words beside a candidate make it a part of something else (rules M4, M5 and M6)."""

from __future__ import annotations

import unicodedata
from typing import Literal

import pytest

import khihau
from khihau.model import Concept, Label, Options, Termbase
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
    ],
)
def test_a_particle_is_no_country(text: str, form: Form) -> None:
    assert found(marked(text)[0], MINISTRY, form) == hits(text)
