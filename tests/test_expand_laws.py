"""Laws of `expand`: it only adds, what is not prose stays, and twice is once."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import khihau
from built_in import built_in
from khihau.engine import expansion_of, read
from khihau.model import Concept, Edit, Label, Termbase
from khihau.text.edits import apply

# Not WB: it counts near ADB and the like only, so it depends on what else is written.
ACRONYMS = (
    *"NDC NDCs BTR CBAM MRV ETS ETF GCF IPCC ITMOs JETP NAP NCQG SAF REDD+ UNFCCC ADB".split(),
    *"COP COP29 CMA6 CMP19 EU XYZ BĐKH".split(),
    "COP 30",
)
DEFINITIONS = (
    (
        "đóng góp do quốc gia tự quyết định (NDC)",
        "báo cáo minh bạch hai năm một lần (BTR 1)",
        "Cơ chế điều chỉnh biên giới các-bon (CBAM 2.0)",
    ),
    (
        "국가 온실가스 감축목표(NDC)",
        "탄소국경조정제도(이하 CBAM)",
        "측정·보고·검증(Measurement, Reporting and Verification, MRV)",
    ),
    (
        "emissions trading system (ETS)",
        "exchange-traded fund (ETF)",
        "national climate target (NDC)",
        "nationally determined\ncontribution (NDC)",
    ),
)
FRAMES = (
    (
        "Việt Nam đã nộp {} và sẽ cập nhật {} trong năm nay.",
        "Hội nghị {} bàn về cơ chế {}: {} của các nước.",
        "Hội nghị thượng đỉnh {} đã kết thúc; {} được thông qua.",
        "Theo Quỹ {}, các nước phát triển (trong đó có {}) đã góp vốn.",
        "Ông nói: “Chúng tôi sẽ nộp {} trong năm nay.” Sau đó {} được duyệt.",
    ),
    (
        "정부는 {}를 제출하고 {}으로 확인하였다.",
        "핵심은 {}이며 '{}'는 {}다.",
        "정부는 **{}**을 논의하고 2035 {}의 이행을 점검한다.",
        '장관은 "{}을 상향하겠다"고 말했다. 이후 {} 이행이 시작되었다.',
        "국가 {} 목표와 {} 2035를 검토하였다.",
    ),
    (
        "Each country submits an {} and a {} every five years.",
        "Delegates met at {} in Baku. The {} agreed on {}'s rules.",
        "{} was discussed ({}, {}) with {}-aligned plans.",
        "The {} {} and {}/{} are due; {} 3.0 follows.",
        "See [the {} registry](https://example.org/{}) and `{}` for {}.",
    ),
)
LEADS = ("", "# ", "- ", "> ", "□ ", " ○ ", "△", "1. ", "**", "| ")


@st.composite
def paragraphs(draw: st.DrawFn) -> str:
    """Some sentences of one language, run on or line by line."""
    language = draw(st.integers(0, len(FRAMES) - 1))
    pieces = st.sampled_from(ACRONYMS) | st.sampled_from(ACRONYMS + DEFINITIONS[language])
    frames = draw(st.lists(st.sampled_from(FRAMES[language]), min_size=1, max_size=3))
    filled = [re.sub(r"\{\}", lambda _: draw(pieces), frame) for frame in frames]
    return draw(st.sampled_from(LEADS)) + draw(st.sampled_from(("\n", " "))).join(filled)


texts = st.lists(paragraphs(), min_size=1, max_size=4).map("\n\n".join)
laws = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@laws
@given(texts)
def test_twice_is_once(text: str) -> None:
    once = khihau.expand(text, built_in())
    assert khihau.expand(once, built_in()) == once, f"from {text!r}"


@laws
@given(texts)
def test_it_only_adds(text: str) -> None:
    """Every edit inserts a full form or its bracket, or mends an article or a Korean particle."""
    for edit in expansion_of(text, built_in()).edits:
        old = text[edit.start : edit.end]
        if not old:
            assert edit.text == ")" or edit.text.endswith("(")
        elif old.isascii():
            assert re.fullmatch("an?|An?", old)
            assert re.fullmatch("an?|An?", edit.text)
        else:
            assert re.fullmatch("[가-힣]+", old)
            assert re.fullmatch("[가-힣]+", edit.text)


@laws
@given(texts)
def test_without_what_was_added_the_text_is_the_old_one(text: str) -> None:
    edits = expansion_of(text, built_in()).edits
    inserted = [edit for edit in edits if edit.start == edit.end]
    once = apply(text, inserted)
    shift, back = 0, []
    for edit in inserted:
        back.append(Edit(edit.start + shift, edit.start + shift + len(edit.text), ""))
        shift += len(edit.text)
    assert apply(once, back) == text


@laws
@given(texts)
def test_edits_are_disjoint_and_leave_quotations_and_code_alone(text: str) -> None:
    document = read(text)
    edits = expansion_of(text, built_in()).edits
    assert all(first.end <= second.start for first, second in pairwise(edits))
    kept = [*document.quoted, *((region.start, region.end) for region in document.protected)]
    for edit in edits:
        for start, end in kept:
            assert edit.end <= start or end <= edit.start


@laws
@given(texts)
def test_what_stays_has_a_reason_and_a_place(text: str) -> None:
    result = expansion_of(text, built_in())
    for left in result.left:
        assert text[left.start :].startswith(left.acronym)
        assert left.reason
    assert [left.start for left in result.left] == sorted(left.start for left in result.left)


@pytest.mark.parametrize("number", [2, 4, 7, 12])
def test_full_forms_that_hold_the_word_another_acronym_waits_for(number: int) -> None:
    """Written out one by one, the last acronym of the text first; in a circle they end as well."""
    names = [f"Q{chr(ord('A') + at)}Z" for at in range(number)]
    words = [f"wallop {name.lower()} office" for name in names]
    chain = Termbase(tuple(map(_waiting, names, words, (*words[1:], ""))))
    circle = Termbase(tuple(map(_waiting, names, words, (*words[1:], words[0]))))
    text = f"The {' and '.join(names)} met.\n"
    once = khihau.expand(text, chain)
    assert all(f"{full} ({name})" in once for full, name in zip(words, names, strict=True))
    assert khihau.expand(once, chain) == once
    seen = text.replace("met", f"met a {words[0]}")
    once = khihau.expand(seen, circle)
    assert khihau.expand(once, circle) == once != seen


def _waiting(name: str, full: str, near: str) -> Concept:
    """A concept whose acronym counts beside some words only, where any are given."""
    return Concept(
        id=name.lower(),
        labels=(
            Label(lang="en", text=full, status="preferred"),
            Label(
                lang="mul",
                text=name,
                kind="acronym",
                status="preferred",
                near=(near,) if near else (),
            ),
        ),
    )


@pytest.mark.parametrize(
    "text", ["", " ", "NDC", "(NDC", "NDC)", "**NDC", "NDC\r\nNDC", "\ufeffNDC"]
)
def test_odd_texts(text: str) -> None:
    once = khihau.expand(text, built_in())
    assert khihau.expand(once, built_in()) == once
