"""The laws of SEMANTICS M, on generated text, against a slow and obvious matcher."""

from __future__ import annotations

import datetime
import unicodedata
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

import khihau
from khihau.engine import read
from khihau.languages import LANGUAGES, ko
from khihau.languages.base import Candidate
from khihau.match.index import index_of
from khihau.match.resolve import resolve
from khihau.match.scan import Hit
from khihau.model import Concept, Document, Label, LabelLang, Match, Options, Termbase
from khihau.text.fold import fold, is_hangul

DATE = datetime.date(2026, 1, 1)


def base_of(*labels: tuple[LabelLang, str]) -> Termbase:
    return Termbase(
        tuple(
            Concept(
                id=f"c{number}",
                labels=(
                    Label(
                        lang=lang,
                        text=text,
                        status="preferred",
                        kind="acronym" if lang == "mul" else "full",
                    ),
                ),
            )
            for number, (lang, text) in enumerate(labels)
        )
    )


BASE = base_of(
    ("vi", "khí hậu"),
    ("vi", "biến đổi khí hậu"),
    ("vi", "thỏa thuận"),
    ("vi", "khí"),
    ("vi", "hậu khí"),
    ("ko", "기후"),
    ("ko", "기후변화"),
    ("ko", "온실가스 감축"),
    ("ko", "측정·보고"),
    ("en", "climate change"),
    ("mul", "NDC"),
    ("mul", "COP29"),
)
PIECES = (
    "khí hậu|biến đổi|khí|hậu|thỏa thuận|thoả|thuận|không|quả|Khí|기후|변화|기후변화|온실|가스|감축|는|에서|정|원|"
    "측정|보고|·| · |climate|change|changes|NDC|COP29|COP|29|COP-29|s| |  |\u00a0|\n|\n\n|-|–|.|,|**|_|(|)|'|“|\u200b|🌏|1"
).split("|")
TEXT = st.lists(st.sampled_from(PIECES), max_size=14).map("".join) | st.lists(
    st.sampled_from(PIECES), max_size=10
).map(" ".join)


def slow_hits(document: Document, base: Termbase) -> list[Hit]:
    """Try every stretch of the folded text against every spelling of every label."""
    folded = fold(document.text)
    index = index_of(base)
    spaced, squeezed = dict(index.spaced.entries()), dict(index.squeezed.entries())
    hits = []
    for start in range(len(folded.text)):
        for end in range(start + 1, min(len(folded.text), start + 40) + 1):
            text = folded.text[start:end]
            if text != text.strip(" "):
                continue
            entry = spaced.get(text)
            if entry is None and any(map(is_hangul, text)):
                entry = squeezed.get(text.replace(" ", ""))
                if entry and not ko.seams(text, entry.spaces, entry.term.syllables):
                    entry = None
            if entry is None:
                continue
            low, high = folded.source_span(start, end)
            term = entry.term
            written = fold(document.text[low:high], keep_case=True).text.replace(" ", "")
            if term.case_exact and written != entry.cased.replace(" ", ""):
                continue
            if any(region.start < high and low < region.end for region in document.protected):
                continue
            lang = next((s.lang for s in reversed(document.segments) if s.start <= low), None)
            candidate = Candidate(folded, start, end, entry.term, lang)
            if LANGUAGES[term.lang].edges(candidate).outcome == "accept":
                hits.append(Hit(low, high, term, "", None))
    return hits


def slow_resolve(hits: list[Hit]) -> list[tuple[int, int]]:
    """Take the longest, then the leftmost, and drop what overlaps, until nothing is left."""
    chosen: list[tuple[int, int]] = []
    for span in sorted({(h.start, h.end) for h in hits}, key=lambda s: (s[0] - s[1], s[0])):
        if all(span[1] <= start or end <= span[0] for start, end in chosen):
            chosen.append(span)
    return sorted(chosen)


def spans(matches: list[Match]) -> list[tuple[int, int]]:
    return [(match.start, match.end) for match in matches]


@settings(max_examples=400)
@given(TEXT)
def test_the_result_is_the_slow_matchers(text: str) -> None:
    found = khihau.annotate(text, BASE, options=Options(analyser="off"))  # the slow one has no vote
    assert spans(found) == slow_resolve(slow_hits(read(text), BASE))


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9)), max_size=14))
def test_any_overlap_is_resolved_longest_first(raw: list[tuple[int, int]]) -> None:
    term = next(index_of(BASE).spaced.entries())[1].term
    hits = [Hit(start, start + size, term, "", None) for start, size in raw]
    resolved = resolve(hits, "x" * 60, index_of(BASE), DATE)
    assert spans(list(resolved.matches)) == slow_resolve(hits)
    covered = {(match.start, match.end) for match in flat(resolved.matches)}
    fallen = {(rejection.start, rejection.end) for rejection in resolved.rejections}
    assert covered | fallen == {(hit.start, hit.end) for hit in hits}


def flat(matches: tuple[Match, ...]) -> list[Match]:
    return [item for match in matches for item in (match, *flat(match.inner))]


@given(TEXT)
def test_decomposed_text_has_the_same_hits(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    decomposed = unicodedata.normalize("NFD", composed)
    there = [composed[m.start : m.end] for m in khihau.annotate(composed, BASE)]
    here = [decomposed[m.start : m.end] for m in khihau.annotate(decomposed, BASE)]
    assert [unicodedata.normalize("NFC", hit) for hit in here] == there


@given(TEXT, TEXT)
def test_paragraphs_do_not_touch_each_other(one: str, other: str) -> None:
    one, other = plain(one), plain(other)
    joined = f"{one}\n\n{other}"
    shift = len(one) + 2
    apart = spans(khihau.annotate(one, BASE)) + [
        (start + shift, end + shift) for start, end in spans(khihau.annotate(other, BASE))
    ]
    assert spans(khihau.annotate(joined, BASE)) == apart


def plain(text: str) -> str:
    """A paragraph without a line break, so that none is a list, a heading or a table."""
    return "a " + text.replace("\n", " ").strip() + " a"


@given(TEXT)
def test_a_concept_that_shares_no_syllable_changes_nothing(text: str) -> None:
    more = Termbase(
        (
            *BASE.concepts,
            Concept(id="zz", labels=(Label(lang="en", text="quark", status="preferred"),)),
        )
    )
    assert khihau.annotate(text, more) == khihau.annotate(text, BASE)


@given(TEXT)
def test_the_text_at_a_hit_is_a_spelling_of_its_label(text: str) -> None:
    index = index_of(BASE)
    spellings: dict[str, set[str]] = {}
    for patterns in (index.spaced, index.squeezed):
        for pattern, entry in patterns.entries():
            spellings.setdefault(entry.term.concept, set()).add(pattern.replace(" ", ""))
    for match in khihau.annotate(text, BASE):
        assert text[match.start : match.end] == match.text
        assert fold(match.text).text.replace(" ", "") in spellings[match.concept]


def test_the_language_given_limits_no_label() -> None:
    text = "NDC와 기후변화, climate change"
    assert [m.label for m in khihau.annotate(text, BASE, lang="vi")] == [
        "NDC",
        "기후변화",
        "climate change",
    ]


def test_a_longer_candidate_that_fails_hides_no_shorter_one() -> None:
    base = base_of(("vi", "khí hậu toàn"), ("vi", "khí hậu"))
    (match,) = khihau.annotate("biến đổi khí hậu toànx", base)
    assert match.label == "khí hậu"


def test_what_a_match_covers_is_inner() -> None:
    (match,) = khihau.annotate("ứng phó biến đổi khí hậu", BASE)
    assert [inner.label for inner in match.inner] == ["khí hậu"]
    assert [inner.label for inner in match.inner[0].inner] == ["khí"]
    assert replace(match, inner=()).label == "biến đổi khí hậu"
