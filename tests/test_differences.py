"""What changed between two termbases: the comparison, and the words for it."""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khihau.model import (
    KINDS,
    LABEL_LANGS,
    STATUSES,
    Concept,
    Example,
    Label,
    LabelLang,
    Source,
    SourceRef,
    Status,
    Successor,
    Termbase,
)
from khihau.render.differences import title_of, words_of_change
from khihau.render.differences.labels import Sources
from khihau.render.differences.sections import Compared, sections_of, summary_of
from khihau.render.differences.values import text_words
from khihau.termbase.differences import concept_change, differences

SOURCES = {
    "law": Source("law", "Luật Bảo vệ môi trường"),
    "act": Source("act", "탄소중립기본법"),
}
DECOMPOSED = unicodedata.normalize("NFD", "khí hậu")
DAY = datetime.date(2025, 3, 1)


def label(lang: LabelLang, text: str, status: Status = "preferred", **more: Any) -> Label:
    return Label(lang=lang, text=text, status=status, **more)


def concept(*labels: Label, **more: Any) -> Concept:
    return Concept(**{"id": "x", "domain": "markets", "labels": labels, **more})


def lines(old: Concept | None, new: Concept | None) -> list[str]:
    change = concept_change(old, new)
    return list(words_of_change(change, SOURCES, SOURCES)) if change else []


A = label("vi", "Thỏa thuận Paris")
B = label("vi", "Hiệp định khí hậu toàn cầu")
PRESS = label("vi", "Công ước Paris", "admitted")
LAW = (SourceRef("law", "Điều 3"),)

LABELS: list[tuple[str, list[Label], list[Label], list[str]]] = [
    ("the same in another order", [A, PRESS], [PRESS, A], []),
    (
        "a right name becomes wrong",
        [A, PRESS],
        [A, replace(PRESS, status="forbidden")],
        ["vi: “Công ước Paris” is now forbidden (was admitted)"],
    ),
    (
        "a right name becomes outdated",
        [A, PRESS],
        [A, replace(PRESS, status="deprecated", until=DAY)],
        ["vi: “Công ước Paris” is now deprecated from 2025-03-01 (was admitted)"],
    ),
    (
        "another official name",
        [A, replace(B, status="admitted")],
        [replace(A, status="forbidden"), B],
        [
            ("the official vi name is now “Hiệp định khí hậu toàn cầu” "
            "(was “Thỏa thuận Paris”, now forbidden)")
        ],
    ),
    (
        "another official name, which is new, and the old one gone",
        [A],
        [replace(B, source=LAW)],
        [
            ("the official vi name is now “Hiệp định khí hậu toàn cầu” "
            "(was “Thỏa thuận Paris”, no longer listed); "
            "source: Luật Bảo vệ môi trường, Điều 3")
        ],
    ),
    (
        "another official name without a source",
        [A],
        [B, replace(A, status="admitted")],
        [
            ("the official vi name is now “Hiệp định khí hậu toàn cầu” "
            "(was “Thỏa thuận Paris”, now admitted); unverified")
        ],
    ),
    (
        "the official name corrected",
        [A],
        [label("vi", "Thoả thuận Paris", case="exact")],
        [
            ("the official vi name is now written “Thoả thuận Paris” (was “Thỏa thuận Paris”); "
            "case: exact")
        ],
    ),
    (
        "the official name became the short one",
        [label("vi", "Thỏa thuận Paris về khí hậu")],
        [label("vi", "Thỏa thuận Paris về khí hậu", kind="short"), B],
        [
            ("the official vi name is now “Hiệp định khí hậu toàn cầu” "
            "(was “Thỏa thuận Paris về khí hậu”); unverified"),
            "vi “Thỏa thuận Paris về khí hậu”: kind is now short (was full)",
        ],
    ),
    (
        "official acronyms and numbered names",
        [label("mul", "INDC", kind="acronym"), label("ko", "제{n}차 총회")],
        [label("mul", "BTR", kind="acronym"), label("ko", "{n}번째 당사국 회의")],
        [
            "the official acronym is now “BTR” (was “INDC”, no longer listed); unverified",
            ("the official ko numbered name is now “{n}번째 당사국 회의” "
            "(was “제{n}차 총회”, no longer listed); unverified"),
        ],
    ),
    (
        "no official name any more, then one again",
        [A, label("ko", "파리협정", "admitted")],
        [replace(A, status="admitted"), label("ko", "파리협정")],
        [
            "vi: “Thỏa thuận Paris” is now admitted (was preferred)",
            "ko: “파리협정” is now preferred (was admitted)",
        ],
    ),
    (
        "new names: wrong ones first and together, right ones with their source",
        [A],
        [
            A,
            label("ko", "파리협정", source=(SourceRef("act"),)),
            label("ko", "파리협약", "forbidden", source=LAW),
            label("ko", "파리조약", "forbidden"),
            label("en", "PA", "admitted", kind="acronym"),
        ],
        [
            "new in ko: “파리협약”, “파리조약” (forbidden)",
            "new in ko: “파리협정” (preferred; 탄소중립기본법)",
            "new in en: “PA” (admitted, acronym; unverified)",
        ],
    ),
    (
        "names gone",
        [A, PRESS, label("vi", "Giao ước", "admitted"), label("ko", "파리협정")],
        [A],
        [
            "no longer listed in ko: “파리협정” (preferred)",
            "no longer listed in vi: “Công ước Paris”, “Giao ước” (admitted)",
        ],
    ),
    (
        "a text corrected",
        [A, label("vi", "tín chỉ carbon rừng", "forbidden")],
        [A, label("vi", "tín chỉ các-bon rừng", "forbidden", source=LAW)],
        [
            ("vi: “tín chỉ carbon rừng” is now written “tín chỉ các-bon rừng”; "
            "source added: Luật Bảo vệ môi trường, Điều 3")
        ],
    ),
    (
        "a text in another Unicode form, and one of another language",
        [label("vi", DECOMPOSED, "admitted"), label("en", "GHG", "admitted", kind="acronym")],
        [label("vi", "khí hậu", "admitted"), label("mul", "GHG", "admitted", kind="acronym")],
        [
            f"vi: “{DECOMPOSED}” is now written “khí hậu” (in another Unicode form)",
            "en: “GHG” is now mul (was en)",
        ],
    ),
    (
        "one went and one came, but they are not alike",
        [PRESS],
        [label("vi", "Nghị định thư", "admitted")],
        [
            "new in vi: “Nghị định thư” (admitted; unverified)",
            "no longer listed in vi: “Công ước Paris” (admitted)",
        ],
    ),
    (
        "the same details of several names in one line",
        [A, label("ko", "파리협정")],
        [replace(A, near=("UNFCCC",)), label("ko", "파리협정", near=("UNFCCC",))],
        ["vi “Thỏa thuận Paris”; ko “파리협정”: only with: “UNFCCC” added"],
    ),
    (
        "every other value",
        [replace(A, reading="a", homonym="một", until=DAY, scope=("vn",), near=("a", "b"))],
        [
            replace(
                A, plural="as", homonym="hai", scope=("vn", "law"), near=("b", "a"),
                not_near=("c",), covered_by=("d",), part_of_speech="noun", note={"vi": "chú"},
            )
        ],
        [
            ("vi “Thỏa thuận Paris”: part of speech: noun; scope: law added; "
            "only with: in another order; not with: “c” added; not in: “d” added; "
            "other sense: “một” → “hai”; read removed (was a); plural: as; "
            "outdated on any day (was from 2025-03-01); note.vi added: “chú”")
        ],
    ),
    (
        "another day",
        [replace(PRESS, status="deprecated", until=DAY)],
        [replace(PRESS, status="deprecated", until=DAY.replace(day=2))],
        ["vi “Công ước Paris”: outdated from 2025-03-02 (was 2025-03-01)"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "expected"), [row[1:] for row in LABELS], ids=[row[0] for row in LABELS]
)
def test_labels_in_words(old: list[Label], new: list[Label], expected: list[str]) -> None:
    assert lines(concept(*old), concept(*new)) == expected


SOURCED = [
    ((), LAW, "source added: Luật Bảo vệ môi trường, Điều 3"),
    (LAW, (), "source removed: Luật Bảo vệ môi trường, Điều 3, so it is unverified"),
    (LAW, (SourceRef("law", "Điều 4"),), "source: Luật Bảo vệ môi trường, Điều 4 (was Điều 3)"),
    ((SourceRef("law"),), LAW, "source: Luật Bảo vệ môi trường, Điều 3 (was without a place)"),
    (LAW, (SourceRef("act"),), "source: 탄소중립기본법 in place of Luật Bảo vệ môi trường, Điều 3"),
    (LAW, (*LAW, SourceRef("lost", "1")), "source added: lost, 1"),
    ((*LAW, SourceRef("act")), LAW, "source removed: 탄소중립기본법"),
    ((*LAW, SourceRef("act")), (SourceRef("act"), *LAW), "sources in another order"),
]


@pytest.mark.parametrize(("old", "new", "expected"), SOURCED)
def test_sources_of_a_label_in_words(
    old: tuple[SourceRef, ...], new: tuple[SourceRef, ...], expected: str
) -> None:
    both = (concept(replace(A, source=refs)) for refs in (old, new))
    assert lines(*both) == [f"vi “Thỏa thuận Paris”: {expected}"]


LONG = (
    "Bên tham gia nộp báo cáo hai năm một lần theo khung minh bạch tăng cường của Thỏa thuận Paris"
)
TEXTS = [
    (None, "một", "definition.vi added: “một”"),
    ("một", None, "definition.vi removed (was “một”)"),
    (LONG, None, "definition.vi removed (was “Bên tham gia nộp báo cáo hai năm một lần theo khung minh …”)"),
    ("một hai", "một ba", "definition.vi: “một hai” → “một ba”"),
    ("một  hai", "một hai", "definition.vi: spaces changed"),
    (LONG, LONG.replace("hai năm", "mỗi năm"), "definition.vi: “… báo cáo hai năm một …” → “… báo cáo mỗi năm một …”"),
    (
        LONG,
        LONG.replace("Bên", "Nước").replace("Paris", "khí hậu"),
        ("definition.vi: “Bên tham gia …” → “Nước tham gia …”; "
        "“… Thỏa thuận Paris” → “… Thỏa thuận khí hậu”"),
    ),
    (LONG, "Một câu khác hẳn câu cũ, có nhiều chữ hơn", "definition.vi rewritten: “Một câu khác hẳn câu cũ, có nhiều chữ hơn”"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), TEXTS)
def test_texts_in_words(old: str | None, new: str | None, expected: str) -> None:
    assert text_words("definition.vi", old, new) == expected


def test_values_of_a_concept_in_words() -> None:
    one = Example("vi", "⟦a⟧")
    old = concept(A, related=("a", "b"), broader="c", examples=(one,), counterexamples=(one,))
    new = concept(
        replace(A, source=LAW),
        domain="finance",
        definition={"en": "one"},
        related=("b", "d"),
        broader="e",
        replaced_by=(Successor("f"),),
        examples=(Example("ko", "⟦a⟧"), Example("en", "⟦a⟧")),
        counterexamples=(),
    )
    assert lines(old, new) == [
        "replaced by: f",
        "definition.en added: “one”",
        "moved from domain markets to finance",
        "related: d added, a removed",
        "broader is now e (was c)",
        "vi “Thỏa thuận Paris”: source added: Luật Bảo vệ môi trường, Điều 3",
        "2 examples new, 1 example gone",
        "1 counterexample gone",
    ]
    both = (concept(A, examples=examples) for examples in ((one, one), (one,)))
    assert lines(*both) == ["examples in another order"]


def test_a_new_and_a_lost_concept_tell_their_labels() -> None:
    one = concept(A, PRESS)
    assert lines(None, one) == [
        "new in vi: “Thỏa thuận Paris” (preferred; unverified)",
        "new in vi: “Công ước Paris” (admitted; unverified)",
    ]
    assert lines(one, None) == [
        "no longer listed in vi: “Thỏa thuận Paris” (preferred)",
        "no longer listed in vi: “Công ước Paris” (admitted)",
    ]
    assert concept_change(None, None) is None


def test_titles() -> None:
    named = label("en", "Conference of the Parties")
    acronym = label("mul", "COP", kind="acronym")
    assert title_of(concept(named, acronym)) == "COP – Conference of the Parties"
    assert title_of(concept(named, label("mul", "COP{n}", kind="acronym"))) == named.text
    assert title_of(concept(acronym)) == "COP"
    assert title_of(concept(A)) == A.text
    assert title_of(concept(PRESS)) == "x"


def test_nothing_acts_on_the_terminal() -> None:
    bad = label("vi", "a\x1b[31m\nb", "admitted")
    assert lines(concept(A), concept(A, bad)) == ["new in vi: “a␛[31m b” (admitted; unverified)"]


# --- the report -----------------------------------------------------------------------------------


def compared(old: Termbase, new: Termbase) -> Compared:
    return Compared("1", "2", differences(old, new), Sources(old.sources, new.sources))


def test_what_must_be_acted_on_comes_first() -> None:
    old = [
        concept(A, id="a"),
        concept(A, PRESS, id="b"),
        concept(A, id="c"),
        concept(A, id="gone"),
        concept(A, id="same"),
    ]
    new = [
        concept(A, PRESS, id="a"),
        concept(A, replace(PRESS, status="forbidden"), id="b"),
        concept(B, id="c"),
        concept(A, id="new"),
        concept(A, id="same"),
    ]
    sources = {"act": replace(SOURCES["act"], date="2021"), "new": Source("new", "New", "UN", "2")}
    found = compared(Termbase(old, SOURCES), Termbase(new, sources))
    assert summary_of(found.differences) == (
        "1 concept new, 1 gone, 3 changed; 3 labels new, 2 gone, 1 changed; "
        "1 source new, 1 gone, 1 changed."
    )
    shown = [(one.title, [entry.id for entry in one.entries]) for one in sections_of(found)]
    assert shown == [
        ("Official names changed, and names that are no longer right (2)", ["c", "b"]),
        ("Removed concepts (1)", ["gone"]),
        ("New concepts (1)", ["new"]),
        ("Other changed concepts (1)", ["a"]),
        ("Removed sources (1)", ["law"]),
        ("Changed sources (1)", ["act"]),
        ("New sources (1)", ["new"]),
    ]
    *_, changed, added = sections_of(found)
    assert changed.entries[0].lines == ["date: 2021"]
    assert added.entries[0].title == "New, UN, 2"


def test_sources_without_number_are_told_in_numbers() -> None:
    many = {str(n): Source(str(n), "t", reliability="law" if n else None) for n in range(101)}
    found = compared(Termbase([]), Termbase([], many))
    assert [tuple(one) for one in sections_of(found)] == [
        ("New sources (101)", (), "100 law, 1 of no stated kind")
    ]


# --- laws -----------------------------------------------------------------------------------------

TEXT = st.text("abcdả 기후{n}", min_size=1, max_size=12)
ANY_LABEL = st.builds(
    Label,
    lang=st.sampled_from(LABEL_LANGS),
    text=TEXT,
    status=st.sampled_from(STATUSES),
    kind=st.sampled_from(KINDS),
    source=st.lists(st.builds(SourceRef, st.sampled_from(["law", "act"])), max_size=2).map(tuple),
    note=st.dictionaries(st.sampled_from(get_args(LabelLang)[:3]), TEXT, max_size=2),
    near=st.lists(TEXT, max_size=2).map(tuple),
    until=st.none() | st.just(DAY),
)
ANY_CONCEPT = st.lists(
    ANY_LABEL, min_size=1, max_size=6, unique_by=lambda one: (one.lang, one.text)
).map(lambda labels: concept(*labels))


@given(ANY_CONCEPT)
def test_nothing_differs_from_itself(one: Concept) -> None:
    base = Termbase([one], SOURCES)
    found = differences(base, Termbase([replace(one)], dict(SOURCES)))
    assert (found.concepts, found.sources) == ((), ())
    assert summary_of(found) == "No differences."


@given(ANY_CONCEPT, ANY_CONCEPT)
def test_the_changes_lead_from_one_to_the_other(old: Concept, new: Concept) -> None:
    change = concept_change(old, new)
    labels = list(old.labels)
    for one in change.labels if change else ():
        if one.old:
            labels.remove(one.old)
        if one.new:
            labels.append(one.new)
    assert sorted(labels, key=_key) == sorted(new.labels, key=_key)


@given(ANY_CONCEPT, ANY_CONCEPT)
def test_each_label_that_differs_is_named(old: Concept, new: Concept) -> None:
    words = "\n".join(lines(old, new))
    for one in _differing(old, new):
        assert f"“{one.text}”" in words


def _differing(old: Concept, new: Concept) -> Iterator[Label]:
    yield from (label for label in old.labels if label not in new.labels)
    yield from (label for label in new.labels if label not in old.labels)


def _key(one: Label) -> tuple[str, str]:
    return one.lang, one.text
