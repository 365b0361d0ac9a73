"""`suggest` and `align` over the built-in glossary: the cases of tests/spec/suggest.md, and laws."""

from __future__ import annotations

import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from built_in import built_in
from khihau.fuzzy import align, suggest
from khihau.fuzzy.acronym_likeness import acronym_likeness, is_acronym
from khihau.model import Concept, Label, Lang, Suggestion, Termbase
from spec_tables import SPEC, Row, each_row, marked, rows

ROWS = list(rows(SPEC / "suggest.md"))
PHRASES = [row for row in ROWS if "phrase" in row.cells]
BEFORE_BRACKETS = [row for row in ROWS if "before the bracket" in row.cells]


def confident(found: list[Suggestion]) -> list[str]:
    return [suggestion.concept for suggestion in found if suggestion.confident]


@each_row("row", PHRASES)
def test_phrase(row: Row) -> None:
    found = suggest(row.cells["phrase"], built_in())
    if row.cells["first"] == "–":
        assert confident(found) == []
    else:
        assert [suggestion.concept for suggestion in found][:1] == [row.cells["first"]]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@each_row("row", BEFORE_BRACKETS)
def test_words_before_a_bracket(row: Row, form: str) -> None:
    marked_text = unicodedata.normalize(form, row.cells["before the bracket"])  # type: ignore[arg-type]
    text, spans = marked(marked_text)
    span = align(text, row.cells["concept"], built_in())
    assert ([text[slice(*span)]] if span else []) == [text[slice(*span)] for span in spans]


def test_the_tables_are_large_enough() -> None:
    assert len(PHRASES) >= 60
    assert len(BEFORE_BRACKETS) >= 25


# --- what a suggestion holds ----------------------------------------------------------------------


def test_a_literal_rendering_leads_to_the_official_name() -> None:
    first = suggest("mục tiêu quốc gia giảm khí nhà kính", built_in(), to="vi")[0]
    assert (first.concept, first.label) == ("ndc", "đóng góp do quốc gia tự quyết định")
    assert first.confident
    assert first.equivalents["ko"] == "국가 온실가스 감축목표"


@pytest.mark.parametrize(
    ("phrase", "lang", "to", "label"),
    [
        ("국가결정기여", None, "vi", "đóng góp do quốc gia tự quyết định"),
        ("국가결정기여", "ko", None, "국가 온실가스 감축목표"),
        ("dong gop do quoc gia tu quyet dinh", None, None, "đóng góp do quốc gia tự quyết định"),
        ("nationally determined contribution", None, "ko", "국가 온실가스 감축목표"),
        ("NDCG", None, None, "NCQG"),
        ("COP29", None, "ko", "제29차 유엔기후변화협약 당사국총회"),
    ],
)  # fmt: skip
def test_label_is_in_the_language_asked_for(
    phrase: str, lang: Lang | None, to: Lang | None, label: str
) -> None:
    first = suggest(phrase, built_in(), lang=lang, to=to)[0]
    assert first.label == label
    assert first.confident


def test_status_and_source_are_told() -> None:
    first = suggest("Hiệp ước Paris", built_in())[0]
    assert (first.matched, first.status, first.score) == ("Hiệp ước Paris", "forbidden", 100.0)
    assert first.source
    assert first.source.startswith("nghi-dinh-112-2026")


def test_mistyped_acronym() -> None:
    assert [suggestion.concept for suggestion in suggest("NDCG", built_in())] == [
        "ncqg",
        "indc",
        "ndc",
    ]
    assert acronym_likeness("MVR", "MRV") > acronym_likeness("MVR", "MRB")
    assert not is_acronym("UNDP")
    assert not is_acronym("Paris")


def test_unmarked_vietnamese_is_whole_and_wrong_marks_are_not() -> None:
    labels = (Label(lang="vi", text="thuế các-bon", status="preferred"),)
    base = Termbase((Concept(id="tax", labels=labels),))
    unmarked, wrong = suggest("thue carbon", base)[0], suggest("thuê carbon", base)
    assert unmarked.confident
    assert confident(wrong) == []
    assert confident(suggest("thuê", base)) == []


@pytest.mark.parametrize("phrase", ["", "   ", "\n", "()", "—"])
def test_nothing_asked(phrase: str) -> None:
    assert suggest(phrase, built_in()) == []
    assert align(phrase, "ndc", built_in()) is None


def test_limit_and_empty_base() -> None:
    assert len(suggest("mục tiêu quốc gia", built_in(), limit=2)) == 2
    assert suggest("mục tiêu quốc gia", built_in(), limit=0) == []
    assert suggest("mục tiêu quốc gia", Termbase(())) == []
    assert align("mục tiêu quốc gia", "ndc", Termbase(())) is None


# --- laws -----------------------------------------------------------------------------------------

TEXTS = st.text(
    alphabet="aăâđếậ khínhàuốcg 가각감축목표의를 NDCG0129.,-()“”+{}", max_size=40
) | st.text(max_size=30)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_best_first_one_a_concept(phrase: str) -> None:
    found = suggest(phrase, built_in())
    scores = [suggestion.score for suggestion in found]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 100 for score in scores)
    assert len({suggestion.concept for suggestion in found}) == len(found) <= 5


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_a_span_ends_with_the_words(text: str) -> None:
    span = align(text, "ndc", built_in())
    if span:
        start, end = span
        assert 0 <= start < end <= len(text)
        assert not any(letter.isalnum() for letter in text[end:])


@each_row("row", PHRASES[::5])
def test_decomposed_phrases_find_the_same(row: Row) -> None:
    phrase = row.cells["phrase"]
    composed = suggest(unicodedata.normalize("NFC", phrase), built_in())
    decomposed = suggest(unicodedata.normalize("NFD", phrase), built_in())
    assert [found.concept for found in decomposed] == [found.concept for found in composed]


def test_importing_loads_no_rapidfuzz() -> None:
    code = "import khihau.fuzzy, sys; sys.exit('rapidfuzz' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
