"""Hostile text: every function answers, offsets are right, and work grows no faster than the text."""

from __future__ import annotations

import random
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator

import pytest

import khihau
from built_in import built_in
from khihau.documents.prose import blocks
from khihau.engine import explain, read
from khihau.languages.ko import edges as ko
from khihau.match import resolve as resolving
from khihau.match import scan as scanning
from khihau.model import Concept, Label, Match, Options, Termbase
from khihau.text import fold as folding
from khihau.text.compose import composed
from khihau.text.fold import fold

NO_VOTE = Options(analyser="off")
EVERY = "".join(map(chr, range(0x10000)))  # each character of the Basic Multilingual Plane once


def repeated(unit: str, size: int) -> str:
    return (unit * (size // len(unit) + 1))[:size]


def shuffled(alphabet: str, size: int) -> str:
    return "".join(random.Random(7).choices(alphabet, k=size))


UNITS = {
    "surrogates": "\ud800 khí hậu \udfff\ud83c NDC ",
    "lone-surrogate": "\ud800",
    "initials": "ᄀ",
    "vowels": "ᅡ",
    "finals": "ᆨ",
    "mixed-jamo": "ᄀ기훅ᅡᆨ 긱ᄒ 기후 ",
    "nul": "a\x00b NDC khí\x00hậu ",
    "line-breaks": "khí\r\nhậu\rNDC\nkhí\x85hậu\u2028기후\u2029변화\r\r\n\n\r",
    "carriage-returns": "\r",
    "windows-lines": "\r\n",
    "marks": "\u0301",
    "marks-out-of-order": "\u0301\u0323",
    "marks-on-letters": "a\u0302\u0323",
    "zero-width": "k\u200bh\u200bí\u200b h\u200bậ\u200bu\u200b ",
    "byte-order-marks": "\ufeff",
    "spaces": " ",
    "hyphens": " -",
    "quotes-nested": "> ",
    "lists-nested": "- ",
    "brackets": "(",
    "links": "![](",
    "emphasis": "**a ",
    "stars": "*",
    "backticks": "` `` ",
    "tags": "<a b='",
    "comments": "<!--",
    "quotation-marks": '“a" ',
    "acronyms": "ABC ",
    "hyphenated": "A-",
    "definitions": "Full Form (FF) ",
    "decimals": "1.",
    "emoji": "🌏👩\u200d👩\u200d👧 ",
    "one-line": "Biến đổi khí hậu và 온실가스 감축이 are on the agenda of COP29. ",
}
TEXTS: dict[str, Callable[[int], str]] = {
    **{name: lambda size, unit=unit: repeated(unit, size) for name, unit in UNITS.items()},  # type: ignore[misc]
    "front-matter-never-closed": lambda size: "---\n" + repeated("a: b\n", size),
    "random-bytes": lambda size: random.Random(7).randbytes(size).decode("latin-1"),
    "random-letters": lambda size: shuffled(
        "khíậuNDC기후변화 \n\r*_`<>[](){}|#-–·.,:'\"“”\u200b\u0301\u1100\u1161\u11a8\ud8000129",
        size,
    ),
    "every-character": lambda size: EVERY[:size],
    "every-character-backwards": lambda size: EVERY[::-1][:size],
}


def of_labels(*texts: str) -> Termbase:
    return Termbase(
        tuple(
            Concept(id=f"c{n}", labels=(Label(lang="en", text=text, status="preferred"),))
            for n, text in enumerate(texts)
        )
    )


CHAIN = of_labels("a b", "b a")


def assert_right(matches: list[Match], text: str) -> None:
    low = 0
    for match in matches:
        assert low <= match.start < match.end
        assert text[match.start : match.end] == match.text
        assert_right(list(match.inner), text)
        low = match.end
    assert low <= len(text)


@pytest.mark.parametrize("kind", TEXTS)
def test_every_function_answers(kind: str) -> None:
    text, base = TEXTS[kind](8_000), built_in()
    assert_right(khihau.annotate(text, base, options=NO_VOTE), text)
    for fallen in explain(text, base, options=NO_VOTE):
        assert text[fallen.start : fallen.end] == fallen.text
    for finding in khihau.check(text, base, options=NO_VOTE):
        assert text[finding.start : finding.end] == finding.text
    for entry in khihau.acronyms(text, base, options=NO_VOTE):
        assert text[entry.start : entry.end] == entry.acronym
    khihau.expand(text, base, options=NO_VOTE)


@pytest.mark.parametrize(
    "before", ["\ud800", "\x00", "ᄀ", "ᆨ", "\r", "\u0301", "\ufeff", "\U000e0001", EVERY]
)
@pytest.mark.parametrize("word", ["biến đổi khí hậu", "기후변화", "climate change"])
def test_a_term_behind_it_is_found(before: str, word: str) -> None:
    text = f"{before} . {word}, "
    assert [m.text for m in khihau.annotate(text, built_in(), options=NO_VOTE)][-1] == word


# --- large ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["one-line", "marks-out-of-order", "marks", "random-bytes"])
def test_a_large_text_is_answered(kind: str) -> None:
    text = "NDC" + TEXTS[kind](400_000)
    assert_right(khihau.annotate(text, built_in(), options=NO_VOTE), text)


def test_a_million_marks_out_of_order_are_put_in_order() -> None:
    text = composed("a" + "\u0301\u0323" * 500_000)
    assert text.startswith("ạ\u0323\u0323")
    assert text.endswith("\u0301\u0301")
    assert Counter(text) == {"ạ": 1, "\u0323": 499_999, "\u0301": 500_000}


def test_a_chain_of_overlapping_hits() -> None:
    text = "a b " * 30_000
    found = khihau.annotate(text, CHAIN)
    assert [(m.start, m.end) for m in found] == [(at, at + 3) for at in range(0, len(text), 4)]
    assert len(explain("a b " * 5_000, CHAIN)) == 4_999


def test_a_chain_whose_short_hits_stand_between_long_ones() -> None:
    base = of_labels("a b c", "d e", "c d", "e a")
    found = khihau.annotate("a b c d e " * 10_000, base)
    assert [m.text for m in found] == ["a b c", "d e"] * 10_000


def test_words_between_two_names_that_part_in_many_ways() -> None:
    text = "지구 평균온도 " + "이나" * 25 + "X 지구 평균 기온은 높았다."
    assert [one.rule for one in khihau.check(text, built_in(), rules=["mixed-labels"])] == [
        "mixed-labels"
    ]


def test_hits_nested_as_deep_as_labels_go() -> None:
    labels = [" ".join("abcdefghijklmnopqrstuvwxyz"[: n + 1]) for n in range(1, 26)]
    (match,) = khihau.annotate(labels[-1], of_labels(*labels))
    depth = 0
    while match.inner:
        (match,) = match.inner
        depth += 1
    assert depth == 24


# --- the work grows no faster than the text -------------------------------------------------------


class Work:
    """How often some functions are called, and how many characters they are handed."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.patch = patch
        self.done: Counter[str] = Counter()

    def count(self, module: object, name: str, size: Callable[..., int] = lambda *_: 1) -> None:
        function = getattr(module, name)

        def counted(*arguments: object, **named: object) -> object:
            self.done[name] += size(*arguments)
            return function(*arguments, **named)

        self.patch.setattr(module, name, counted)


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> Iterator[Work]:
    with monkeypatch.context() as patch:
        work = Work(patch)
        work.count(scanning, "verdict_on")
        work.count(scanning, "_hit")
        work.count(resolving, "_match")
        work.count(resolving, "_overlapped")
        work.count(folding, "_fold_piece", lambda piece, _: len(piece))
        work.count(blocks._Scanner, "_line")
        work.count(ko, "is_tail", lambda tail, _: len(tail))
        yield work


def growth(work: Work, kind: Callable[[int], str], base: Termbase, size: int = 2_000) -> float:
    """How much more is done for eight times the text than eight times the work."""
    totals = []
    for text in (kind(size), kind(8 * size)):
        work.done.clear()
        explain(text, base, options=NO_VOTE)
        totals.append(work.done.copy())
    small, large = totals
    return max((large[name] / (8 * small[name] + 64) for name in large), default=0)


@pytest.mark.parametrize("kind", [kind for kind in TEXTS if not kind.startswith("every")])
def test_eight_times_the_text_is_eight_times_the_work(kind: str, work: Work) -> None:
    assert growth(work, TEXTS[kind], built_in()) <= 1.2


def test_a_chain_is_settled_with_one_look_at_each_hit(work: Work) -> None:
    assert growth(work, lambda size: "a b " * size, CHAIN) <= 1.01


def test_one_eojeol_without_end(work: Work) -> None:
    work.count(ko, "_covering_word", lambda _text, _start, _end, tail: tail)
    assert growth(work, lambda size: repeated("기후변화", size), built_in()) <= 1.2


def test_one_decomposed_line_without_end(work: Work) -> None:
    line = unicodedata.normalize("NFD", "biến đổi khí hậu và khí nhà kính, ")
    work.count(folding, "cluster", lambda text, _: len(text))
    assert growth(work, lambda size: repeated(line, size), built_in()) <= 1.2


def test_the_map_of_a_fold_has_no_more_pieces_than_the_text_has_characters() -> None:
    for kind, make in TEXTS.items():
        folded = fold(make(20_000))
        assert len(folded.folded_starts) <= 20_000, kind
        assert len(folded.text) <= 3 * 20_000, kind


def test_nesting_is_read_so_deep_and_no_deeper() -> None:
    for mark in ("> ", "- ", "1. ", ">"):
        document = read(mark * 50_000 + "NDC")
        assert len(document.segments) == 1
        assert [m.text for m in khihau.annotate(document, built_in())] == ["NDC"]
