"""The laws of rule M11, on generated text, against a slow and obvious matcher."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import khihau
from khihau.dating.days import Days
from khihau.engine import explain, read
from khihau.languages.vi import vote as vi_vote
from khihau.match.index import index_of
from khihau.match.resolve import resolve
from khihau.match.scan import Hit
from khihau.model import (
    Concept,
    Finding,
    Label,
    LabelLang,
    Lang,
    Match,
    Options,
    Rejection,
    Termbase,
)
from khihau.text.compose import composed
from khihau.text.fold import BARRIER, Folded, fold
from slow_matcher import Node, SlowHit, slow_fold, slow_hits, slow_tree

DATE = datetime.date(2026, 1, 1)
NO_VOTE = Options(
    analyser="off", usual_date=DATE
)  # analysers take seconds, and have their own tests


@pytest.fixture(scope="module", autouse=True)
def _quick_vote() -> Iterator[None]:
    """A vote that is quick and sure to be the same always: every two words are a token."""
    with pytest.MonkeyPatch.context() as patch:
        vi_vote._cuts.cache_clear()
        patch.setattr(vi_vote, "_tokenizer", lambda: two_words)
        yield
    vi_vote._cuts.cache_clear()


def two_words(text: str, **_: bool) -> list[str]:
    return re.findall(r" *[^ ]+(?: +[^ ]+)?", text)


OPENERS = frozenset({"NDC", "COP29", "COP{n}"})  # names in a text what opens a gate (rule M8)
TALKS = OPENERS | {"change"}


def base_of(*labels: tuple[LabelLang, str] | Label) -> Termbase:
    return Termbase(
        tuple(
            Concept(
                id=f"c{number}",
                labels=(label if isinstance(label, Label) else plain_label(*label),),
                domain="talks" if text_of(label) in TALKS else "",
            )
            for number, label in enumerate(labels)
        )
    )


def text_of(label: tuple[LabelLang, str] | Label) -> str:
    return label.text if isinstance(label, Label) else label[1]


def plain_label(lang: LabelLang, text: str) -> Label:
    kind = "acronym" if lang == "mul" else "full"
    return Label(lang=lang, text=text, status="preferred", kind=kind)  # type: ignore[arg-type]


BASE = base_of(
    ("vi", "khí hậu"),
    ("vi", "biến đổi khí hậu"),
    ("vi", "thỏa thuận"),
    ("vi", "khí"),
    ("vi", "hậu khí"),
    ("vi", "các-bon thấp"),
    ("vi", "khóa {n}"),
    ("vi", "báo cáo"),
    ("vi", "tờ báo cáo"),
    ("ko", "기후"),
    ("ko", "기후변화"),
    ("ko", "온실가스 감축"),
    ("ko", "측정·보고"),
    ("ko", "제{n}차 총회"),
    ("en", "climate change"),
    ("en", "{n:ordinal} session"),
    ("mul", "NDC"),
    ("mul", "COP29"),
    ("mul", "COP{n}"),
    Label(lang="vi", text="quả", status="forbidden", covered_by=("hậu quả",), not_near=("sai",)),
    Label(lang="ko", text="감축", status="deprecated", until=DATE),
    Label(lang="en", text="change", status="admitted", near=("climate", "ndc")),
)
PIECES = (
    "khí hậu|biến đổi|khí|hậu|thỏa thuận|thoả|thuận|không|quả|sai|tờ báo|tờ|báo cáo|cáo|buộc|Khí|KHÍ HẬU|các-bon thấp|carbon|thấp|khoá 3|khóa|"
    "기후|변화|기후변화|기후 변화|온실|가스|온실가스감축|감축|는|에서|하는|정|원|측정|보고|제3차|총회|·|ㆍ| · |"
    "climate change|climate|change|changes|NDC|NDCs|ndc|COP29|COP|29|COP-29|cop 3|s|3rd session|third session|"
    "khi\u0301|a\u0302\u0323|\u1100\u1175|\u1112\u116e|ＮＤＣ|ð| |  |\u00a0|\n|\n\n|-|–|—|.|,|**|_|(|)|'|“|”|\u200b|🌏|1|>|\n> |://|\ud800"
).split("|")
LETTERS = (
    "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạấầẩẫậắặéèẻếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵABĐÊÔƠƯNDCOP"
    "0123456789기후변화온실가스각힣\u1100\u1161\u11a8"
)
SIGNS = " \u00a0\t\n-–—‑·ㆍ•*_'\"“”‘’.,;:()[]+%₂℃ＮＤ１ﬁ\u200b\u00ad\ufeff\u2029🌏👩\u200d👧НС<>#|`~@/\\&"
LETTER = st.sampled_from(LETTERS) | st.tuples(
    st.sampled_from("aeiouyAEO기"),
    st.text("\u0300\u0301\u0302\u0303\u0309\u0323\u031b", max_size=2),
).map("".join)
WORDS = st.lists(st.sampled_from(PIECES), max_size=14).map("".join) | st.lists(
    st.sampled_from(PIECES), max_size=10
).map(" ".join)
RAW = st.lists(
    LETTER | st.sampled_from(SIGNS) | st.sampled_from(PIECES) | st.sampled_from(PIECES), max_size=24
).map("".join)
TEXT = WORDS | RAW
LANG: st.SearchStrategy[Lang | None] = st.sampled_from((None, "vi", "ko", "en"))


Moved: TypeAlias = tuple[Sequence[int], Sequence[int]]
_LONGEST = 10_000


def annotate(text: str, base: Termbase = BASE, lang: Lang | None = None) -> list[Match]:
    return khihau.annotate(text, base, lang, NO_VOTE)


def spans(matches: Sequence[Match]) -> list[tuple[int, int]]:
    return [(match.start, match.end) for match in matches]


def tree(matches: Sequence[Match]) -> tuple[Node, ...]:
    return tuple(Node(match.start, match.end, tree(match.inner)) for match in matches)


def flat(matches: Sequence[Match]) -> list[Match]:
    return [item for match in matches for item in (match, *flat(match.inner))]


def facts(matches: Sequence[Match], moved: Moved | None = None) -> list[tuple[object, ...]]:
    """What matches say without their wording; `moved` maps the offsets of starts and of ends."""
    starts, ends = moved or (range(_LONGEST), range(_LONGEST))
    return [(starts[m.start], ends[m.end], m.concept, m.label, m.number) for m in flat(matches)]


# --- against the slow one -------------------------------------------------------------------------


@settings(max_examples=400)
@given(TEXT)
@example("khí hậu**\nkhí hậu")
@example("온실\u11a8")  # a closed syllable takes no more: in NFD the two are apart as well
@example("온\u1109\u1175\u11af\u11a8")
def test_the_fold_is_the_slow_ones(text: str) -> None:
    for keep_case in (False, True):
        fast, slow = fold(text, keep_case=keep_case), slow_fold(text, keep_case=keep_case)
        assert characters(fast) == characters(slow)
        assert fast.hangul == slow.hangul


def characters(folded: Folded) -> list[tuple[str, tuple[int, int]]]:
    """The characters with their ranges; how many barriers stand between two words is no matter."""
    found = [(c, folded.source_range(at)) for at, c in enumerate(folded.text)]
    gaps = [
        stop.span() for stop in re.finditer(f"[ {BARRIER}]*{BARRIER}[ {BARRIER}]*", folded.text)
    ]
    inside = {at for start, end in gaps for at in range(start, end)}
    borders = {start: (BARRIER, (0, 0)) for start, _ in gaps}
    return [
        borders.get(at, one) for at, one in enumerate(found) if at not in inside or at in borders
    ]


@settings(max_examples=400)
@given(TEXT, LANG)
def test_the_result_is_the_slow_matchers(text: str, lang: Lang | None) -> None:
    found = annotate(text, lang=lang)
    accepted, _ = slow_hits(read(text, lang), BASE)
    assert tree(found) == slow_tree((hit.start, hit.end) for hit in accepted)
    named = {(hit.start, hit.end, hit.term.concept, hit.term.text) for hit in accepted}
    assert {(m.start, m.end, m.concept, m.label) for m in flat(found)} <= named


@given(TEXT, LANG)
def test_what_falls_is_what_the_slow_matcher_lets_fall(text: str, lang: Lang | None) -> None:
    accepted, fallen = slow_hits(read(text, lang), BASE)
    told = explain(text, BASE, lang, NO_VOTE)
    edges = {key(one) for one in told if one.reason != "inside-longer"}
    assert edges == {(hit.start, hit.end, hit.term.concept, hit.term.text) for hit in fallen}
    overlapped = {(one.start, one.end) for one in told if one.reason == "inside-longer"}
    standing = {(node.start, node.end) for node in every(slow_tree(map(span, accepted)))}
    assert overlapped == set(map(span, accepted)) - standing


def key(one: Match | Rejection) -> tuple[int, int, str, str]:
    return one.start, one.end, one.concept, one.label


def span(hit: SlowHit) -> tuple[int, int]:
    return hit.start, hit.end


def every(nodes: Sequence[Node]) -> list[Node]:
    return [one for node in nodes for one in (node, *every(node.inner))]


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9)), max_size=14))
def test_any_overlap_is_resolved_longest_first(raw: list[tuple[int, int]]) -> None:
    term = next(index_of(BASE).spaced.entries())[1].term
    hits = [Hit(start, start + size, term, "", None) for start, size in raw]
    resolved = resolve(hits, "x" * 60, index_of(BASE), Days(khihau.model.Document(""), NO_VOTE))
    assert tree(resolved.matches) == slow_tree((hit.start, hit.end) for hit in hits)
    covered = {(match.start, match.end) for match in flat(resolved.matches)}
    fallen = {(rejection.start, rejection.end) for rejection in resolved.rejections}
    assert covered | fallen == {(hit.start, hit.end) for hit in hits}


# --- offsets --------------------------------------------------------------------------------------


@given(TEXT, LANG)
def test_offsets_are_sorted_apart_and_nested(text: str, lang: Lang | None) -> None:
    found = annotate(text, lang=lang)
    assert_apart(found, 0, len(text))
    for match in flat(found):
        assert text[match.start : match.end] == match.text


def assert_apart(matches: Sequence[Match], low: int, high: int) -> None:
    for match in matches:
        assert low <= match.start < match.end <= high
        low = match.end
        assert_apart(match.inner, match.start, match.end)
        assert all((one.start, one.end) != (match.start, match.end) for one in match.inner)


@given(TEXT, LANG)
def test_what_is_told_to_fall_does_not_stand(text: str, lang: Lang | None) -> None:
    told = explain(text, BASE, lang, NO_VOTE)
    assert not set(map(key, told)) & set(map(key, flat(annotate(text, lang=lang))))
    assert all(text[one.start : one.end] == one.text and one.reason for one in told)
    assert told == sorted(told, key=lambda one: (one.start, one.end))


@given(TEXT)
def test_the_text_at_a_hit_is_a_spelling_of_its_label(text: str) -> None:
    index = index_of(BASE)
    spellings: dict[str, set[str]] = {}
    for patterns in (index.spaced, index.squeezed):
        for pattern, entry in patterns.entries():
            spellings.setdefault(entry.term.concept, set()).add(pattern.replace(" ", ""))
    for match in flat(annotate(text)):
        written = slow_fold(match.text).text.replace(" ", "")
        if match.number is None:
            assert written in spellings[match.concept]
        else:
            assert any(spelling in written for spelling in spellings[match.concept])


# --- the same text in other bytes -----------------------------------------------------------------


@settings(max_examples=200)
@example("온실가스 감축\u11a8", None)  # a jamo that composes with nothing
@given(TEXT, LANG)
def test_decomposed_text_has_the_same_hits(text: str, lang: Lang | None) -> None:
    text = unicodedata.normalize("NFC", text)
    decomposed = unicodedata.normalize("NFD", text)
    moved = [len(unicodedata.normalize("NFD", text[:at])) for at in range(len(text) + 1)]
    assert facts(annotate(decomposed, lang=lang)) == facts(
        annotate(text, lang=lang), (moved, moved)
    )


@settings(max_examples=200)
@given(TEXT, LANG)
@example("·\nNDC", None)
def test_line_breaks_of_windows_change_nothing(text: str, lang: Lang | None) -> None:
    windows = text.replace("\n", "\r\n")
    moved = [at + text.count("\n", 0, at) for at in range(len(text) + 1)]
    assert facts(annotate(windows, lang=lang)) == facts(annotate(text, lang=lang), (moved, moved))
    there, here = (khihau.check(one, BASE, lang, None, NO_VOTE) for one in (text, windows))
    assert list(map(told, here)) == [
        (moved[start], moved[end], *rest) for start, end, *rest in map(told, there)
    ]


def told(finding: Finding) -> tuple[int, int, str, str | None]:
    return finding.start, finding.end, finding.rule, finding.concept


@settings(max_examples=200)
@given(TEXT, st.data())
def test_zero_width_characters_inside_a_hit_change_only_offsets(
    text: str, data: st.DataObject
) -> None:
    text = unicodedata.normalize("NFC", text)
    found = annotate(text, lang="vi")
    if any(one.reason == "inside-longer" for one in explain(text, BASE, "vi", NO_VOTE)):
        return  # which of two overlapping hits is longer is counted in original code points (rule M7)
    inside = [
        at for match in found for at in range(match.start + 1, match.end) if is_border(text, at)
    ]
    if not inside:
        return
    chosen = data.draw(st.sets(st.sampled_from(inside)))
    sign = data.draw(st.sampled_from("\u200b\u200c\u200d\u2060\u00ad\ufeff"))
    starts = [at + sum(place <= at for place in chosen) for at in range(len(text) + 1)]
    ends = [at + sum(place < at for place in chosen) for at in range(len(text) + 1)]
    longer = "".join(sign * (at in chosen) + c for at, c in enumerate(text))
    assert facts(annotate(longer, lang="vi")) == facts(found, (starts, ends))


def is_border(text: str, at: int) -> bool:
    """Whether a character may be put in without parting a letter from its marks, jamo from each
    other, or the mark of a block quote from the start of its line."""
    parts = unicodedata.combining(text[at]) or "\u1100" <= text[at] <= "\u11ff"
    return not parts and text[at - 1] != "\n" and text[at] != ">"


@given(TEXT, LANG)
def test_the_same_text_gives_the_same(text: str, lang: Lang | None) -> None:
    assert annotate(text, lang=lang) == annotate(text, lang=lang)
    once, again = (explain(text, BASE, lang, NO_VOTE) for _ in range(2))
    assert once == again


# --- what stands elsewhere ------------------------------------------------------------------------


@settings(max_examples=200)
@given(TEXT, TEXT, st.sampled_from(("\n\n", "\r\n\r\n", "\n \n", "\n\n\n")))
def test_paragraphs_do_not_touch_each_other(one: str, other: str, blank: str) -> None:
    """What waits for a word of its domain finds it in either (rule M8)."""
    one, other = paragraph(one), paragraph(other)
    shift = len(one) + len(blank)
    moved = range(shift, shift + len(other) + 1)
    found = [match for text in (one, other) for match in flat(annotate(text, lang="vi"))]
    named = [match.label for match in found if not match.alternatives]
    opener = "\n\nNDC" if OPENERS & set(named) else ""
    apart = facts(before(opener, one)) + facts(before(opener, other), (moved, moved))
    assert facts(annotate(one + blank + other, lang="vi")) == apart


def before(opener: str, text: str) -> list[Match]:
    """The matches of a text in a document that goes on with a word that opens gates."""
    return [one for one in annotate(text + opener, lang="vi") if one.end <= len(text)]


def paragraph(text: str) -> str:
    """A text that is a paragraph: no line break, and no markup that may go on behind one."""
    return "a " + re.sub(r"[\n\u2029<>\[\]`~|]", " ", text).strip() + " a"


@settings(max_examples=50)
@given(
    TEXT,
    st.sampled_from((("en", "quark flux"), ("vi", "vũ trụ học"), ("ko", "쿼크"), ("mul", "QXZ"))),
)
def test_a_concept_that_shares_no_syllable_changes_nothing(
    text: str, label: tuple[LabelLang, str]
) -> None:
    more = Termbase((*BASE.concepts, Concept(id="zz", labels=(plain_label(*label),))))
    assert annotate(text, more) == annotate(text)
    assert khihau.check(text, more, options=NO_VOTE) == khihau.check(text, BASE, options=NO_VOTE)


def test_the_language_given_limits_no_label() -> None:
    text = "NDC와 기후변화, climate change"
    assert [m.label for m in annotate(text, lang="vi")] == ["NDC", "기후변화", "climate change"]


def test_a_longer_candidate_that_fails_hides_no_shorter_one() -> None:
    base = base_of(("vi", "khí hậu toàn"), ("vi", "khí hậu"))
    (match,) = annotate("biến đổi khí hậu toànx", base)
    assert match.label == "khí hậu"


def test_what_a_match_covers_is_inner() -> None:
    base = base_of(("en", "carbon market rules"), ("en", "carbon market"), ("en", "market"))
    (match,) = annotate("new carbon market rules", base)
    assert [inner.label for inner in match.inner] == ["carbon market"]
    assert [inner.label for inner in match.inner[0].inner] == ["market"]
    assert replace(match, inner=()).label == "carbon market rules"


# --- found by these laws --------------------------------------------------------------------------


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_a_term_runs_on_in_the_next_line_of_a_quote(line_break: str) -> None:
    (match,) = annotate(f"> vì khí{line_break}> hậu ấm lên", lang="vi")
    assert match.label == "khí hậu"


def test_marks_out_of_order_are_composed_like_any() -> None:
    marks = "\u0301\u0323\u0302\u031b\u20dd\u0344" * 20
    for text in ("a" + marks, f"ậ{marks}b{marks}", marks, "가" + marks):
        assert composed(text) == unicodedata.normalize("NFC", text)
