"""Which sentences of a translation `align` finds for those of its source, and the laws it keeps."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from built_in import built_in
from khihau.engine import annotate, read
from khihau.languages.sentences import sentences
from khihau.model import Alignment, Document, Lang, Segment, Termbase
from khihau.pairing.alignment.align import align
from khihau.pairing.alignment.anchors import Anchor, anchors_of
from khihau.pairing.alignment.names import shared_names
from khihau.pairing.passages import numbers_of

VI = """# Việt Nam nộp NDC 3.0

Ngày 12 tháng 5 năm 2026, Bộ Nông nghiệp và Môi trường đã nộp NDC 3.0. Việt Nam cam kết giảm 15,8% lượng phát thải khí nhà kính vào năm 2035.

Ngân hàng Thế giới (WB) sẽ cho vay 300 triệu USD. Tỉnh Cà Mau trồng mới 4.500 héc-ta rừng ngập mặn.

Thị trường các-bon vận hành thí điểm từ năm 2028. Sàn giao dịch đặt tại Hà Nội."""
EN = """# Viet Nam submits its NDC 3.0

On 12 May 2026 the Ministry of Agriculture and Environment submitted the NDC 3.0. Viet Nam pledges to cut greenhouse gas emissions by 15.8 per cent by 2035.

The World Bank (WB) will lend US$300 million. Ca Mau province is planting 4,500 hectares of mangroves.

The carbon market runs as a pilot from 2028. The exchange will be in Ha Noi."""
KO = """# 베트남, NDC 3.0 제출

베트남 농업환경부는 2026년 5월 12일 NDC 3.0을 제출했다. 베트남은 2035년까지 온실가스 배출량을 15.8% 줄이기로 약속했다.

세계은행(WB)은 3억 달러를 빌려준다. 까마우성은 맹그로브 4,500헥타르를 새로 심는다.

탄소시장은 2028년부터 시범 운영된다. 거래소는 하노이에 들어선다."""
TEXTS: dict[Lang, str] = {"vi": VI, "en": EN, "ko": KO}
DIRECTIONS: list[tuple[Lang, Lang]] = [(a, b) for a in TEXTS for b in TEXTS if a != b]


@pytest.fixture(scope="module")
def base() -> Termbase:
    return built_in()


def aligned(
    base: Termbase, source: str, target: str, langs: tuple[Lang, Lang]
) -> list[tuple[str, str]]:
    """The texts of the alignments."""
    return [
        (source[slice(*one.source)], target[slice(*one.target)])
        for one in alignments(base, source, target, langs)
    ]


def alignments(
    base: Termbase, source: str, target: str, langs: tuple[Lang, Lang]
) -> tuple[Alignment, ...]:
    here, there = (read(text, lang) for text, lang in zip((source, target), langs, strict=True))
    anchors = (
        anchors_of(one, annotate(one, base), numbers_of(one), names)
        for one, names in zip((here, there), shared_names(here, there), strict=True)
    )
    return align(here, there, *anchors)


def sentences_of(text: str, lang: Lang) -> list[str]:
    document = read(text, lang)
    return [
        text[start:end]
        for segment in document.segments
        for start, end in sentences(text, segment.start, segment.end, lang)
    ]


@pytest.mark.parametrize("langs", DIRECTIONS)
def test_a_faithful_translation_is_aligned_one_to_one(
    base: Termbase, langs: tuple[Lang, Lang]
) -> None:
    source, target = (TEXTS[lang] for lang in langs)
    wanted = list(zip(*(sentences_of(TEXTS[lang], lang) for lang in langs), strict=True))
    assert len(wanted) == 7
    assert aligned(base, source, target, langs) == wanted
    assert min(one.confidence for one in alignments(base, source, target, langs)) >= 0.7


@pytest.mark.parametrize("langs", DIRECTIONS)
def test_a_sentence_left_out_stands_against_an_empty_span(
    base: Termbase, langs: tuple[Lang, Lang]
) -> None:
    source, target = (TEXTS[lang] for lang in langs)
    here, there = (sentences_of(TEXTS[lang], lang) for lang in langs)
    shorter = target.replace(" " + there[4], "")
    found = alignments(base, source, shorter, langs)
    lone = [one for one in found if one.target[0] == one.target[1]]
    assert [source[slice(*one.source)] for one in lone] == [here[4]]
    assert shorter[: lone[0].target[0]].endswith(there[3])
    assert len(found) == 7


@pytest.mark.parametrize("langs", DIRECTIONS)
def test_a_sentence_added_stands_against_an_empty_span(
    base: Termbase, langs: tuple[Lang, Lang]
) -> None:
    source, target = (TEXTS[lang] for lang in langs)
    here, there = (sentences_of(TEXTS[lang], lang) for lang in langs)
    shorter = source.replace(here[3] + " ", "")
    found = alignments(base, shorter, target, langs)
    lone = [one for one in found if one.source[0] == one.source[1]]
    assert [target[slice(*one.target)] for one in lone] == [there[3]]
    assert shorter[lone[0].source[0] :].startswith(here[4])
    assert [one.source for one in found] == sorted(one.source for one in found)


@pytest.mark.parametrize("langs", DIRECTIONS)
def test_swapped_paragraphs_are_aligned_out_of_order(
    base: Termbase, langs: tuple[Lang, Lang]
) -> None:
    source, target = (TEXTS[lang] for lang in langs)
    title, first, second, third = target.split("\n\n")
    swapped = "\n\n".join((title, first, third, second))
    wanted = list(zip(*(sentences_of(TEXTS[lang], lang) for lang in langs), strict=True))
    assert aligned(base, source, swapped, langs) == wanted


def test_two_sentences_may_become_one(base: Termbase) -> None:
    source = "Bộ đã trình đề án. Đề án gồm 12 nhiệm vụ và cần 300 triệu USD. Hạn là năm 2030."
    target = (
        "The ministry submitted a plan of 12 tasks that needs US$300 million. It is due in 2030."
    )
    first, second, third = sentences_of(source, "vi")
    one, other = sentences_of(target, "en")
    wanted = [(f"{first} {second}", one), (third, other)]
    assert aligned(base, source, target, ("vi", "en")) == wanted


def test_paragraphs_may_be_merged(base: Termbase) -> None:
    merged = KO.replace("심는다.\n\n", "심는다. ")
    wanted = list(zip(sentences_of(VI, "vi"), sentences_of(KO, "ko"), strict=True))
    assert aligned(base, VI, merged, ("vi", "ko")) == wanted


def test_a_wholly_different_text_gets_low_confidences(base: Termbase) -> None:
    other = """# Football: the cup final

The home side won by four goals. Their captain was injured in the first half and left the field early.

Tickets had been sold out for weeks. Fans waited in the rain until the gates opened at noon.

A parade will follow on Sunday."""
    assert all(one.confidence < 0.5 for one in alignments(base, VI, other, ("vi", "en")))


# --- laws -----------------------------------------------------------------------------------------

Row = list[tuple[int, str, int]]  # sentences: their words, kind of paragraph, and key
ROWS: st.SearchStrategy[Row] = st.lists(
    st.tuples(
        st.integers(1, 30), st.sampled_from(["body", "heading", "item", "code"]), st.integers(0, 9)
    ),
    max_size=12,
)


def document(rows: Row, lang: Lang = "en") -> tuple[Document, list[Anchor]]:
    """A paragraph for each row, with one to three sentences and an anchor."""
    texts = [
        " ".join(["Word" + " word" * (words % 17) + "."] * (1 + words % 3)) for words, *_ in rows
    ]
    starts = list(accumulate((len(text) + 2 for text in texts), initial=0))
    segments = tuple(
        Segment(start, start + len(text), kind, lang)  # type: ignore[arg-type]
        for start, text, (_, kind, _) in zip(starts, texts, rows, strict=False)
    )
    anchors = [
        Anchor(start, start + 4, str(key)) for start, (*_, key) in zip(starts, rows, strict=False)
    ]
    return Document("\n\n".join(texts), segments), anchors


def spans_of(one: Document) -> list[tuple[int, int]]:
    return [
        span
        for segment in one.segments
        if segment.kind != "code"
        for span in sentences(one.text, segment.start, segment.end, segment.lang)
    ]


def covered(one: Document, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The sentences that lie in spans: twice what lies in two."""
    every = spans_of(one)
    starts = [start for start, _ in every]
    places = ((bisect_left(starts, start), bisect_left(starts, end)) for start, end in spans)
    return sorted(span for first, last in places for span in every[first:last])


@given(ROWS, ROWS)
def test_every_sentence_stands_in_one_alignment_in_the_order_of_the_source(
    source_rows: Row, target_rows: Row
) -> None:
    source, source_anchors = document(source_rows)
    target, target_anchors = document(target_rows, "ko")
    found = align(source, target, source_anchors, target_anchors)
    assert covered(source, [one.source for one in found]) == spans_of(source)
    assert covered(target, [one.target for one in found]) == spans_of(target)
    assert [one.source for one in found] == sorted(one.source for one in found)
    for one in found:
        assert 0 <= one.source[0] <= one.source[1] <= len(source.text)
        assert 0 <= one.target[0] <= one.target[1] <= len(target.text)
        assert one.source[0] < one.source[1] or one.target[0] < one.target[1]
        assert 0 <= one.confidence <= 1


@given(ROWS)
def test_a_text_is_aligned_with_itself(rows: Row) -> None:
    same, anchors = document(rows)
    for given_anchors in (anchors, []):
        found = align(same, same, given_anchors, given_anchors)
        assert [(one.source, one.target) for one in found] == [(s, s) for s in spans_of(same)]


# --- sizes ----------------------------------------------------------------------------------------

LONG: Row = [(at * 7 % 30 + 1, "body", at) for at in range(3000)]
NOTHING = Document("")


@pytest.mark.parametrize("keys", [3000, 40, 1])
def test_long_texts_are_aligned_around_what_is_left_out(keys: int) -> None:
    rows = [(words, kind, key % keys) for words, kind, key in LONG]
    source, source_anchors = document(rows)
    target, target_anchors = document(rows[:1500] + rows[1600:])
    found = align(source, target, source_anchors, target_anchors)
    assert covered(source, [one.source for one in found[:1500]]) == spans_of(source)[:1500]
    if keys == 3000:
        lone = [one.source for one in found if one.target[0] == one.target[1]]
        gone = source.segments[1500].start, source.segments[1599].end
        assert lone == [span for span in spans_of(source) if gone[0] <= span[0] < gone[1]]


def test_a_giant_paragraph_is_aligned_with_itself() -> None:
    text = "".join(f"Word{' word' * (at % 13)}. " for at in range(3000))
    giant = Document(text, (Segment(0, len(text), "body", "en"),))
    found = align(giant, giant, [], [])
    assert [one.source for one in found] == [one.target for one in found] == spans_of(giant)


def test_what_has_no_translation_at_all_stands_alone() -> None:
    source, anchors = document(LONG[:300])
    found = align(source, NOTHING, anchors, [])
    assert [one.source for one in found] == spans_of(source)
    assert {one.target for one in found} == {(0, 0)}
    back = align(NOTHING, source, [], anchors)
    assert [one.target for one in back] == spans_of(source)
    assert align(NOTHING, NOTHING, [], []) == ()


def test_one_paragraph_against_many_and_a_storm_of_anchors() -> None:
    source, _ = document(LONG[:1])
    target, _ = document(LONG)
    storm = [Anchor(at, at + 1, str(key)) for at in range(0, 3000, 5) for key in range(20)]
    assert len(align(source, target, storm, storm)) >= 3000
