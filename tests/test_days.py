"""Days that are guessed, and those that files tell: tests/spec/days.md, as if today were one day."""

from __future__ import annotations

import datetime
import re
import unicodedata
from typing import Literal

import pytest

import khihau
from built_in import built_in
from khihau.dating.days import Days
from khihau.engine import read
from khihau.model import Document
from khihau.render.met import met
from spec_tables import SPEC, Row, each_row, rows

ROWS = list(rows(SPEC / "days.md"))
OFF = khihau.Options(analyser="off")


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Days, "today", datetime.date(2026, 6, 1))


@each_row("row", ROWS)
def test_case(row: Row) -> None:
    found = khihau.check(row.cells["text"], built_in(), options=OFF, rules=["deprecated-label"])
    told = "; ".join(f"{one.rule} “{one.text}”" for one in found) or "–"
    assert told == row.cells["findings"], row.cells["why"]
    guessed = [one for one in found if one.day and one.day.source == "text"]
    assert all(one.severity == "info" and not one.fix for one in guessed)


@pytest.mark.parametrize(
    ("document", "source"),
    [
        (Document("x", modified=datetime.date(2024, 6, 14)), "modified"),
        (Document("x", path="release-20240614.txt"), "file-name"),
        (Document("x", path="20241399.txt"), "today"),
        (Document("x", path="20240614.txt", front_matter={"date": "2026-01-01"}), "front-matter"),
    ],
)
def test_what_a_file_tells(document: Document, source: str) -> None:
    assert Days(document, OFF).of_text.source == source


def test_a_day_that_is_asked_for_comes_before_all_but_the_clause() -> None:
    text = "---\ndate: 2026-05-01\n---\nNăm 2021, Bộ Tài nguyên và Môi trường trình kế hoạch."
    options = khihau.Options(date=datetime.date(2025, 5, 1))
    days = Days(read(text), options)
    at = text.index("Bộ")
    assert days.document.source == "option"
    assert days.at(at, at + 27).written == "2021"


def test_names_of_one_day_render_each_other() -> None:
    text = "2024년 6월 환경부는 계획을 발표했다. 기후에너지환경부는 어제 회의를 열었다."
    (entry,) = met(khihau.annotate(text, built_in(), options=OFF)[:1], built_in(), ("vi",))
    assert [(one.text, one.standing) for one in entry.renderings] == [
        ("Bộ Môi trường Hàn Quốc", "until 1 October 2025"),
        ("Bộ Khí hậu, Năng lượng và Môi trường Hàn Quốc", "preferred"),
    ]


def test_a_text_of_no_known_day_is_glossed_once() -> None:
    text = "Bộ Tài nguyên và Môi trường chủ trì hội thảo.\n\nBộ Tài nguyên và Môi trường kết luận."
    (unknown,) = khihau.check(text, built_in(), options=OFF, rules=["deprecated-label"])
    assert unknown.fix
    assert [edit.text for edit in unknown.fix.edits] == [" (nay là Bộ Nông nghiệp và Môi trường)"]
    dated = khihau.check(f"{text}\n\nHà Nội, ngày 20/5/2026", built_in(), options=OFF)
    fixes = [one.fix.edits[0].text for one in dated if one.rule == "deprecated-label" and one.fix]
    assert fixes == [" (nay là Bộ Nông nghiệp và Môi trường)", "Bộ Nông nghiệp và Môi trường"]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_supplement_has_its_own_day(form: Literal["NFC", "NFD"]) -> None:
    text = "제1조 환경부\n\n부칙 <제11713호,2013.3.23>\n\n환경부\n\n## 부칙\n부칙 <2025.13.1>\n환경부\n\n별표\n환경부"
    text = unicodedata.normalize(form, text)
    name = unicodedata.normalize(form, "환경부")
    days = Days(read(text), khihau.Options(date=datetime.date(2026, 5, 1)))
    places = [found.span() for found in re.finditer(name, text)]
    assert [days.at(*place).written for place in places] == [
        "1 May 2026",
        "23 March 2013",
        "23 March 2013",  # no such day
        "1 May 2026",
    ]
    place = days.at(*places[1]).place
    assert place
    assert text[slice(*place)] == "2013.3.23"


@pytest.mark.parametrize(
    "text",
    [
        "# Bộ Tài nguyên và Môi trường và biến đổi khí hậu",
        "| Bộ Tài nguyên và Môi trường | |",
        "Ngày 8-5 tại Hà Nội, Bộ Tài nguyên và Môi trường chủ trì hội thảo.",
    ],
)
def test_what_may_be_of_its_time_is_not_glossed(text: str) -> None:
    (found,) = khihau.check(text, built_in(), options=OFF, rules=["deprecated-label"])
    assert found.fix is None


@each_row(
    "text, aspect",
    (
        (
            "The Ministry of Natural Resources and Environment chairs the workshop.",
            "assumed-day",
        ),
        (
            "On August 11 officials of the Ministry of Natural Resources and Environment spoke.",
            "some-day",
        ),
        ("Ngày 11 tháng 8, Bộ Tài nguyên và Môi trường họp tại Hà Nội.", "some-day"),
        ("8월 11일 환경부는 대책을 발표했다.", "some-day"),
        ("환경부 대표단이 COP28에 참석한다.", "some-day"),
        ("환경부 대표단이 COP30에 참석한다.", "assumed-day"),
    ),
)
def test_what_looks_past_is_told_least(text: str, aspect: str) -> None:
    found = khihau.check(text, built_in(), options=OFF, rules=["deprecated-label"])
    assert [one.aspect for one in found] == [aspect]


def test_of_a_text_of_no_known_day_a_thing_is_told_once_by_all_its_names() -> None:
    text = "Bộ Tài nguyên và Môi trường (Bộ TN&MT) chủ trì hội thảo. Bộ TN&MT kết luận."
    (found,) = khihau.check(text, built_in(), options=OFF, rules=["deprecated-label"])
    assert "(2 more places)" in found.message


def test_a_text_is_read_once_for_a_day_without_a_year(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[Document] = []

    def counted(document: Document) -> bool:
        read.append(document)
        return False

    monkeypatch.setattr("khihau.dating.days.has_bare_day", counted)
    text = "\n\n".join(f"Bộ Tài nguyên và Môi trường chủ trì hội thảo {n}." for n in range(9))
    khihau.check(text, built_in(), options=OFF, rules=["deprecated-label"])
    assert len(read) == 1
