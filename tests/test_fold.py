"""The fold: equal words fold alike, and every folded character maps back exactly."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from khihau.text.fold import BARRIER, Squeezed, fold

ALPHABET = (
    "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"
    "ABĐÊÔƠƯNDCOPREDWX0123456789 \u00a0\t\n\r-–—‑·ㆍ•*_'\"“”‘’.,;:()[]+%₂℃ＮＤＣ１"
    "기후변화온실가스탄소중립가각힣\u1100\u1161\u11a8\u0301\u0302\u0323\u031b\u200b\u00ad\ufeff\u2029🌏ðНС"
)
TEXT = st.text(st.sampled_from(ALPHABET), max_size=60) | st.text(max_size=30)

EQUAL = [
    ("Khí Hậu", "khí hậu"),
    ("kh\u00ed h\u1eadu", unicodedata.normalize("NFD", "khí hậu")),
    ("hậu", "ha\u0302\u0323u"),
    ("các-bon", "các bon"),
    ("các‑bon", "các–bon"),
    ("a  b", "a\u00a0b"),
    ("a\n   b", "a b"),
    ("CO₂", "co2"),
    ("℃", "°C"),
    ("ＮＤＣ", "ndc"),
    ("측정 · 보고", "측정ㆍ보고"),
    ("측정・보고", "측정•보고"),
    ("“0”", '"0"'),
    ("기후**변화**가", "기후변화가"),
    ("**khí** hậu", "**khí hậu"),
    ("kh\u200bí", "khí"),
    ("ðổi", "đổi"),
    ("Bộ Ngoại giao – Hàn", "Bộ Ngoại giao - Hàn"),
    (unicodedata.normalize("NFD", "기후"), "기후"),
]
DIFFERENT = [
    ("khí", "khi"),
    ("thuế", "thuê"),
    ("khí hậu", "khí – hậu"),
    ("khí hậu", "khí\n\nhậu"),
    ("khí hậu", "khí\u2029hậu"),
    ("hòa", "hoà"),
]


@pytest.mark.parametrize(("one", "other"), EQUAL)
def test_same_word(one: str, other: str) -> None:
    assert fold(one).text == fold(other).text


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_other_word(one: str, other: str) -> None:
    assert fold(one).text != fold(other).text


def test_no_other_letter_changes_its_length_in_lower_case() -> None:
    longer = [c for c in map(chr, range(sys.maxunicode + 1)) if len(c.lower()) != 1]
    assert longer == ["İ"]


@example("\n\n")
@example("\n\n\u0301")
@example("*\n\u0301")
@given(TEXT)
def test_every_folded_character_maps_to_a_range_whose_fold_is_that_piece(text: str) -> None:
    folded = fold(text)
    position = 0
    while position < len(folded.text):
        start, end = folded.source_range(position)
        last = position + 1
        while last < len(folded.text) and folded.source_range(last) == (start, end):
            last += 1
        piece = folded.text[position:last]
        if text[start:end] in ("-", "‐", "‑", "‒", "–", "−"):
            assert piece == " "
        elif set(text[start:end]) == {"\n"}:  # line breaks, alone or those of a blank line
            barrier = "\n\n" in text[max(0, start - 1) : end + 1]
            assert piece == BARRIER if barrier and end - start > 1 else piece in (" ", BARRIER)
            assert barrier or piece == " "
        else:
            assert fold(text[start:end]).text == piece
        position = last


@given(TEXT)
def test_ranges_go_forward_and_stay_inside(text: str) -> None:
    folded = fold(text)
    ranges = [folded.source_range(index) for index in range(len(folded.text))]
    assert all(0 <= start < end <= len(text) for start, end in ranges)
    assert ranges == sorted(ranges)


@given(TEXT)
def test_a_span_runs_from_its_first_range_to_its_last(text: str) -> None:
    folded = fold(text)
    for start in range(len(folded.text)):
        for end in range(start + 1, len(folded.text) + 1):
            first, last = folded.source_range(start), folded.source_range(end - 1)
            assert folded.source_span(start, end) == (first[0], last[1])


def test_many_unusual_characters_fold_like_few() -> None:
    word, words = "ＧＤＰ·ㆍ*C*ách\u3000", 400
    assert fold(word * words).text == fold(word).text * words


@given(TEXT)
def test_folding_twice_changes_nothing_more_than_joiners(text: str) -> None:
    once = fold(text).text
    assert fold(once, keep_case=True).text == fold(once).text


@given(st.text(st.sampled_from("khíậuhbãoừngấđáơnK ."), max_size=30))
def test_composed_and_decomposed_text_fold_alike(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    assert fold(unicodedata.normalize("NFD", composed)).text == fold(composed).text


@given(TEXT)
def test_squeezed_spans_lead_back(text: str) -> None:
    folded = fold(text).text
    squeezed = Squeezed(folded)
    assert squeezed.text == folded.replace(" ", "")
    for start in range(len(squeezed.text)):
        low, high = squeezed.unsqueezed(start, start + 1)
        assert folded[low:high].strip(" ") == squeezed.text[start]
