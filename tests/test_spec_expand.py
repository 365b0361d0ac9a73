"""The literate cases of `expand`: a text, and what it becomes (tests/spec/expand-*.md)."""

from __future__ import annotations

import unicodedata
from collections import Counter

import pytest

import khihau
from built_in import built_in
from khihau.engine import expansion_of
from khihau.languages.known_acronyms import known_acronyms
from khihau.model import Label
from spec_tables import SPEC, Row, each_row, rows

pytestmark = pytest.mark.usefixtures("analyser")

FILES = sorted(SPEC.glob("expand-*.md"))
ROWS = [row for file in FILES for row in rows(file)]


@each_row("row", ROWS)
def test_case(row: Row) -> None:
    text = row.cells["text"]
    expected = text if row.cells["expanded"] == "=" else row.cells["expanded"]
    assert khihau.expand(text, built_in()) == expected, row.cells["why"]


@each_row("row", ROWS)
def test_twice_is_once(row: Row) -> None:
    once = khihau.expand(row.cells["text"], built_in())
    assert khihau.expand(once, built_in()) == once


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_good_part_of_each_file_stays(file: object) -> None:
    own = [row for row in ROWS if row.place.startswith(f"{file.name}:")]  # type: ignore[attr-defined]
    assert len(own) >= 40
    assert 0.25 <= sum(row.cells["expanded"] == "=" for row in own) / len(own) <= 0.75


# --- every acronym of the glossary with every particle --------------------------------------------

# Written independently of khihau: (after a consonant, after a vowel); after ㄹ only 로 is "open".
PARTICLES = {
    **dict.fromkeys(("은", "는"), ("은", "는")),
    **dict.fromkeys(("이", "가"), ("이", "가")),
    **dict.fromkeys(("을", "를"), ("을", "를")),
    **dict.fromkeys(("과", "와"), ("과", "와")),
    **dict.fromkeys(("으로", "로"), ("으로", "로")),
    "이다": ("이다", "이다"),
    "다": ("이다", "다"),
    "이며": ("이며", "이며"),
    "라는": ("이라는", "라는"),
    "의": ("의", "의"),
    "에서": ("에서", "에서"),
    "상향안": ("상향안", "상향안"),
}


def oracle(label: str, particle: str) -> str:
    final = (ord(label[-1]) - ord("가")) % 28
    closed, opened = PARTICLES[particle]
    return opened if final == 0 or (final == 8 and closed == "으로") else closed


def korean_names() -> list[tuple[str, str]]:
    """Each preferred acronym with its preferred Korean name, that every text may have alone."""
    owners = Counter(label.text for label in acronyms())
    found = []
    for concept in built_in().concepts:
        names = [
            label.text
            for label in concept.labels
            if label.lang == "ko" and label.status == "preferred" and label.kind == "full"
        ]
        for label in concept.labels:
            is_acronym = label.kind == "acronym" and label.lang == "mul"
            if not is_acronym or label.status != "preferred" or label.near:
                continue
            if owners[label.text] == 1 and label.text not in known_acronyms():
                own = [
                    name
                    for name in names
                    if ("{n}" in name) == label.numbered and label.text not in name.split()
                ]
                found += [
                    (label.text.replace("{n}", "29"), name.replace("{n}", "29"))
                    for name in own
                    if "가" <= name[-1] <= "힣"
                ]
    return found


def acronyms() -> list[Label]:
    return [x for one in built_in().concepts for x in one.labels if x.kind == "acronym"]


@pytest.mark.parametrize("numbered", [False, True])
@pytest.mark.parametrize("particle", PARTICLES)
def test_the_particle_agrees_with_every_name(particle: str, numbered: bool) -> None:
    """One paragraph an acronym; COP29 after COP is no first use, so sessions have their own text."""
    names = {one: name for one, name in korean_names() if one.endswith("29") == numbered}
    text = "\n\n".join(f"이번에 {acronym}{particle} 함께 논의하였다." for acronym in names)
    expected = "\n\n".join(
        f"이번에 {name}({acronym}){oracle(name, particle)} 함께 논의하였다."
        for acronym, name in names.items()
    )
    assert khihau.expand(text, built_in()).split("\n\n") == expected.split("\n\n")


def test_there_are_names_to_try() -> None:
    finals = {(ord(name[-1]) - ord("가")) % 28 == 0 for _, name in korean_names()}
    assert len(korean_names()) >= 25
    assert finals == {True, False}


def test_decomposed_text_keeps_its_particles_right() -> None:
    text = unicodedata.normalize("NFD", "양측은 CBAM을 논의하였다.")
    expected = "양측은 탄소국경조정제도(CBAM)를 논의하였다."
    assert unicodedata.normalize("NFC", khihau.expand(text, built_in())) == expected


def test_decomposed_text_doubles_no_noun() -> None:
    text = unicodedata.normalize("NFD", "Quốc hội bàn về cơ chế CBAM của châu Âu.")
    expected = "Quốc hội bàn về cơ chế điều chỉnh biên giới các-bon (CBAM) của châu Âu."
    assert unicodedata.normalize("NFC", khihau.expand(text, built_in())) == expected


def test_why_a_use_stays_is_said_once() -> None:
    text = "The NDC-aligned plan, an NDC/BTR paper and the NDC's annex came late."
    left = expansion_of(text, built_in()).left
    assert [(item.acronym, item.reason) for item in left] == [
        ("NDC", "it is part of a compound"),
        ("BTR", "it is part of a compound"),
        ("NDC", "it is possessive"),
    ]
