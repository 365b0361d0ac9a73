"""Comments that silence findings: what is one, what it names, where it holds, and what that changes."""

from __future__ import annotations

import datetime
import re
import unicodedata
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import khihau
from built_in import built_in
from khihau.documents.prose.markup import scan
from khihau.documents.prose.silencers import Silencer, find_silencers
from khihau.model import Finding, Termbase
from khihau.profiles.former import former_of
from khihau.review.silencing import UNUSED_SILENCER, Silenced
from khihau.rules import RULES
from spec_tables import SPEC, each_row, marked, rows

OPTIONS = khihau.Options(usual_date=datetime.date(2026, 6, 1), analyser="off")
NAMES = [rule.name for rule in RULES if rule.name != UNUSED_SILENCER]
WRONG = "Việt Nam thực hiện Công ước Paris về khí hậu."


def silencers(text: str) -> tuple[Silencer, ...]:
    return find_silencers(scan(text))


def check(text: str, *rules: str, options: khihau.Options = OPTIONS) -> list[Finding]:
    return khihau.check(text, built_in(), rules=rules or [*NAMES, UNUSED_SILENCER], options=options)


def said(findings: list[Finding]) -> list[tuple[str, str, str]]:
    return [(one.rule, one.text, one.message) for one in findings]


# --- what is one ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- khihau: ignore a[b] -->",
        "<!--khihau:ignore a[b]-->",
        "<!--\n  khihau: ignore\n  a[b]\n-->",
        "[//]: # (khihau: ignore a[b])",
        '[//]: # "khihau: ignore a[b]"',
        "[comment]: # 'khihau: ignore a[b]'",
        "# khihau: ignore a[b]",
        "#khihau: ignore a[b]",
        "// khihau: ignore a[b]",
        "%% khihau: ignore a[b]",
        "khihau: ignore a[b]",
    ],
)
@each_row("line_break, before", [*product(("\n", "\r\n", "\r"), ("", "Một đoạn văn.", "\ufeff"))])
def test_every_form_is_read_and_is_no_prose(comment: str, line_break: str, before: str) -> None:
    before = before if before in ("", "\ufeff") else before + "\n\n"
    text = f"{before}{comment}\nHai chữ.\n".replace("\n", line_break)
    (one,) = silencers(text)
    assert text[one.start : one.end] == comment.replace("\n", line_break)
    assert [text[target.start : target.end] for target in one.targets] == ["a[b]"]
    assert [(target.rule, target.concept) for target in one.targets] == [("a", "b")]
    assert text[slice(*one.span)].strip() == "Hai chữ."
    assert not one.fault
    document = scan(text)
    assert not [
        segment for segment in document.segments if "khihau" in text[segment.start : segment.end]
    ]
    assert any((one.start, one.end) == region[:2] for region in document.protected)


@pytest.mark.parametrize(
    "text",
    [
        "`<!-- khihau: ignore a-b -->` is not read",
        "```\n<!-- khihau: ignore a-b -->\n# khihau: ignore a-b\nkhihau: ignore a-b\n```",
        "- ~~~\n  khihau: ignore a-b\n  ~~~",
        "<pre>\n# khihau: ignore a-b\n</pre>",
        "<!-- for people:\nkhihau: ignore a-b\n-->",
        "# khihau: the agreed design",
        "khihau: một bộ thuật ngữ.",
        "khihau: ignored names are listed below",
        "We write khihau: ignore a-b",
        "# khihau: ignore a-b, because the law says so.",
        "<!-- khihau ignore a-b -->",
        "<!-- <!-- khihau: ignore a-b --> -->",
        "[x]: # (khihau: ignore a-b)",
        "[//]: # (for people)",
    ],
)
def test_what_is_none(text: str) -> None:
    assert silencers(text) == ()


@pytest.mark.parametrize(
    ("named", "targets"),
    [
        ("a", [("a", None)]),
        ("a, b", [("a", None), ("b", None)]),
        ("a b", [("a", None), ("b", None)]),
        ("a[x],b[y];c", [("a", "x"), ("b", "y"), ("c", None)]),
        ("a [x]", [("a", "x")]),
        ("a[]", [("a", "")]),
        ("a[x, y]", [("a", "x, y")]),
        ("a[x", [("a[x", None)]),
        ("a[x]b", [("a[x]b", None)]),
        ("[x]", [("[x]", None)]),
        (",, ,", []),
    ],
)
def test_what_it_names(named: str, targets: list[tuple[str, str | None]]) -> None:
    (one,) = silencers(f"<!-- khihau: ignore {named} -->")
    assert [(target.rule, target.concept) for target in one.targets] == targets


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("<!-- khihau: ignore -->", "no-rule"),
        ("khihau: ignore", "no-rule"),
        ("<!-- khihau: ignore-file -->", "no-rule"),
        ("<!-- khihau: ignroe a -->", "unknown-command"),
        ("<!-- khihau: -->", "unknown-command"),
        ("// khihau: disable a", "unknown-command"),
        ("khihau: ignore-fiel a", "unknown-command"),
        ("<!-- khihau: ignore a", "comment-open"),
        ("<!-- khihau: ignore-start a -->", "never-closed"),
        ("<!-- khihau: ignore-end -->", "closes-nothing"),
    ],
)
def test_what_is_wrong_with_it(text: str, fault: str) -> None:
    (one,) = silencers(text)
    assert one.fault == fault


# --- where it holds -------------------------------------------------------------------------------

A = "<!-- khihau: ignore a -->"


@pytest.mark.parametrize(
    "text",
    [
        f"{A}⟦\nA paragraph\nin lines⟧\n\nAnother",
        f"{A}⟦\n\n\nA paragraph⟧\n\nAnother",
        f"Before.\n\n{A}⟦\n# Title⟧\nParagraph",
        f"{A}⟦\n- one⟧\n- two",
        f"- one\n  {A}⟦\n  more⟧\n- two",
        f"- {A}⟦\n  one⟧\n- two",
        f"{A}⟦\n□ Đầu đề⟧\n○ Đoạn",
        f"{A}⟦\n| a | b |⟧\n|---|---|\n| c | d |",
        f"| a | b |\n|---|---|\n⟦| c | d {A} |⟧\n| e | f |",
        f"Before.\n⟦One {A} sentence⟧\nin lines",
        f"⟦One sentence. {A}⟧\nAnother",
        f"{A}⟦\n```\ncode\n```⟧\n\nParagraph",
        f"{A}⟦\n<!-- for people -->\nParagraph⟧",
        f"<p>\n{A}⟦\nParagraph⟧</p>",
        f"Paragraph\n\n{A}⟦⟧",
        "---\ntitle: T\n# khihau: ignore a⟦\ndescription: Description⟧\n---\nParagraph",
        "⟦---\ntitle: T\nkhihau: ignore-file a\n---\nParagraph⟧",
        "⟦Paragraph\n\n<!-- khihau: ignore-file a -->\n\nAnother⟧",
        "<!-- khihau: ignore-start a -->⟦\nParagraph\n⟧<!-- khihau: ignore-end -->\nAnother",
        "One <!-- khihau: ignore-start a -->⟦ sentence ⟧<!-- khihau: ignore-end --> more",
        "<!-- khihau: ignore-start a -->⟦\nParagraph⟧",
    ],
)
def test_where_it_holds(text: str) -> None:
    plain, spans = marked(text)
    (one,) = (one for one in silencers(plain) if one.command != "ignore-end")
    assert [plain[slice(*one.span)]] == [plain[slice(*span)] for span in spans]
    assert [one.span] == spans


def test_comments_on_consecutive_lines_hold_for_the_same_block() -> None:
    text = f"{A}\n# khihau: ignore b\n\n{A} {A}\nParagraph\n\nAnother"
    assert {text[slice(*one.span)].split()[-1] for one in silencers(text)} == {"Paragraph"}


def test_blocks_close_the_latest_start() -> None:
    text = "\n".join(
        f"<!-- khihau: ignore-{what} -->" for what in ("start a", "start b", "end", "end", "end")
    )
    outer, inner, *ends = silencers(text)
    assert outer.span == (outer.end, ends[1].start)
    assert inner.span == (inner.end, ends[0].start)
    assert [one.fault for one in ends] == ["", "", "closes-nothing"]


# --- what it changes ------------------------------------------------------------------------------


def test_no_weaker_rule_speaks_in_the_place_of_what_is_silenced() -> None:
    text = "정부는 파리협약(PA)을 이행한다."
    weaker = {
        one.rule for one in check(text, *(name for name in NAMES if name != "forbidden-label"))
    }
    (wrong,) = (one for one in check(text) if one.rule == "forbidden-label")
    silenced = check(f"{text} <!-- khihau: ignore forbidden-label -->")
    assert not [one for one in silenced if one.start < wrong.end and one.end > wrong.start], weaker


def test_a_rule_that_does_not_run_is_not_judged() -> None:
    text = "<!-- khihau: ignore forbidden-label, deprecated-label -->\nHai chữ."
    found = check(text, "forbidden-label", UNUSED_SILENCER)
    assert [one.text for one in found] == ["forbidden-label"]
    assert check(text, "forbidden-label") == []


def test_what_only_another_kind_of_text_is_told_is_silenced_in_all() -> None:
    text = "<!-- khihau: ignore-file forbidden-label -->\n\nÔng nói: “Công ước Paris về khí hậu là bước ngoặt”."
    for profile in ("vi-press", "vi-law"):
        options = khihau.Options(profile=profile)
        assert khihau.check(text, built_in(), options=options) == []


def test_a_concept_and_all_concepts() -> None:
    text = "{}\nBộ Tài nguyên và Môi trường nói về Công ước Paris về khí hậu."
    comment = "<!-- khihau: ignore deprecated-label, forbidden-label[paris-agreement] -->"
    assert check(text.format(comment)) == []


def test_messages_name_the_next_step() -> None:
    text = """<!-- khihau: ignore Forbidden_Label -->
<!-- khihau: ignore forbidden-label[paris-agreemnt] -->
<!-- khihau: ignore paris-agreement -->
<!-- khihau: ignore[paris-agreement] -->
<!-- khihau: ignore qqq -->
"""
    near, term, no_rule, nothing, unknown = (one.message for one in check(text))
    assert near.endswith("did you mean forbidden-label?")
    assert term.endswith("did you mean paris-agreement?")
    assert no_rule.endswith("write for example “forbidden-label[paris-agreement]”")
    assert nothing.endswith("write for example “forbidden-label[paris-agreement]”")
    assert "there are: forbidden-label, " in unknown


def test_a_silencer_holds_for_its_rule_its_concept_and_its_block_alone() -> None:
    text = f"Before.\n\n<!-- khihau: ignore mixed-labels[cop] -->\n{WRONG}"
    silenced, at = Silenced(find_silencers(scan(text)), Termbase(())), text.index("Công")
    assert silenced.holds("mixed-labels", "cop", at)
    assert not silenced.holds("mixed-labels", "cop", 0)
    assert not silenced.holds("mixed-labels", "btr", at)
    assert not silenced.holds("mixed-labels", None, at)
    assert not silenced.holds("near-miss", "cop", at)


def test_annotate_expand_and_the_ledger_pass_over_comments() -> None:
    text = "# khihau: ignore NDC\n// khihau: ignore BTR\n[//]: # (khihau: ignore NDC)\n\nHai chữ.\n"
    assert khihau.annotate(text, built_in(), options=OPTIONS) == []
    assert khihau.acronyms(text, built_in(), options=OPTIONS) == []
    assert khihau.expand(text, built_in(), options=OPTIONS) == text


def test_a_comment_beside_words_leaves_their_language_and_shape() -> None:
    comment = " <!-- khihau: ignore undefined-acronym[mrv], unused-definition -->"
    lines = ("CÔNG ƯỚC PARIS VỀ KHÍ HẬU", "□ 파리협정 이행 현황", "BTR", "một dòng dài " * 6)
    for line in lines:
        bare, beside = (
            khihau.engine.read(f"Việt Nam.\n\n{one}\nvà dòng sau.\n\n{one}")
            for one in (line.strip(), line.strip() + comment)
        )
        assert [segment[2:] for segment in bare.segments] == [
            segment[2:] for segment in beside.segments
        ]


# --- laws -----------------------------------------------------------------------------------------

TEXTS = sorted(
    {
        row.cells["text"]
        for file in (SPEC / "rules").glob("*.md")
        for row in rows(file)
        if "khihau" not in row.cells["text"] and "```" not in row.cells["text"]
    }
    | {
        file.read_text("utf-8")
        for file in (Path(__file__).parents[1] / "examples").rglob("*.md")
        if "khihau" not in file.read_text("utf-8")
    }
)


@each_row("text", [*TEXTS, *(unicodedata.normalize("NFD", text) for text in TEXTS[::5])])
def test_a_comment_for_a_whole_text_silences_all_and_another_nothing(text: str) -> None:
    before = check(text)
    every = check(f"{text}\n\n<!-- khihau: ignore-file {' '.join(NAMES)} -->")
    assert {one.rule for one in every} <= {UNUSED_SILENCER}
    # A comment on mixed labels may serve across documents, so one alone cannot tell.
    # One on a wrong name in quotes serves where another kind of text is told of it.
    quoted = check(text, options=replace(OPTIONS, severities=({"forbidden-label/quoted": "info"},)))
    named = {"mixed-labels", *(one.rule for one in quoted)}
    named.update(former for one in quoted for former in former_of(one.rule, one.aspect))
    unused = [one.text for one in every if one.text != "mixed-labels"]
    assert unused == [name for name in NAMES if name not in named]
    other = check(f"{text}\n\n# khihau: ignore-file near-miss[gcf]")
    assert said([one for one in other if one.rule != UNUSED_SILENCER]) == said(before)


@each_row("text, above", [(text, number % 2 == 0) for number, text in enumerate(TEXTS)])
def test_a_comment_above_or_beside_silences_a_finding_and_no_other(text: str, above: bool) -> None:
    found = check(text)
    for one in found:
        line = text.rfind("\n", 0, one.start) + 1
        end = text.find("\n", one.start)
        end = end if end >= 0 else len(text)
        if text.startswith("---") or "|" in text[line:end]:
            continue  # among settings and in a table a line of its own means something else
        concept = f"[{one.concept}]" if one.concept else ""
        comment = f"<!-- khihau: ignore {one.rule}{concept} -->"
        at = line if above else end
        beside = f"{comment}\n" if above else f" {comment}"
        left = check(text[:at] + beside + text[at:])
        place = one.start + len(beside) * above
        assert (one.rule, place) not in {(other.rule, other.start) for other in left}
        assert set(said(left)) <= set(said(found))


PIECES = st.lists(
    st.sampled_from(
        [
            *"\n\r<>-`#[]()\"' ",
            "\n\n",
            "\r\n",
            "<!-- khihau: ignore forbidden-label -->",
            "<!-- khihau: ignore-start forbidden-label[paris-agreement] -->",
            "<!-- khihau: ignore-end -->",
            "\n# khihau: ignore forbidden-label\n",
            "\nkhihau: ignore-file forbidden-label x[\n",
            "\n[//]: # (khihau: ignore a)\n",
            "khihau:",
            "<!--",
            "-->",
            "```",
            "- ",
            "| a |\n|---|\n",
            "<p>",
            "Công ước Paris về khí hậu",
            unicodedata.normalize("NFD", "Công ước Paris về khí hậu. "),
            "파리협약을 ",
            "\ufeff",
        ]
    ),
    max_size=20,
)


@settings(max_examples=150, deadline=None)
@given(PIECES.map("".join))
def test_any_text_has_comments_in_order_and_spans_within(text: str) -> None:
    document = scan(text)
    found = find_silencers(document)
    assert list(found) == sorted(found)
    for one in found:
        assert "khihau:" in text[one.start : one.end]
        assert 0 <= one.span[0] <= one.span[1] <= len(text)
        for target in one.targets:
            assert one.start < target.start < target.end <= one.end
            assert text[target.start : target.end].startswith(target.rule)
    silenced = Silenced(found, Termbase(()))
    for finding in check(text):
        slow = any(
            one.span[0] <= finding.start < one.span[1]
            and target.rule == finding.rule
            and target.concept in (None, finding.concept)
            for one in found
            for target in one.targets
        )
        assert not slow or finding.rule == UNUSED_SILENCER
        assert slow == silenced.holds(finding.rule, finding.concept, finding.start)


# --- hostile text ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "unit",
    [
        "<!-- khihau: ignore a-b -->\n",
        "x <!-- khihau: ignore a-b --> ",
        "<!-- khihau: ignore-start a-b -->\n",
        "<!-- khihau: ignore-end -->",
        "<p> <!-- khihau: ignore a-b -->\n",
        "# khihau: ignore a-b\n",
        "| <!-- khihau: ignore a-b --> ",
        "<!-- khihau: ignore a[b",
        "khihau: ignore",
    ],
)
def test_many_comments(unit: str) -> None:
    """Quadratic work on these 500 kB and more would take minutes."""
    text = unit * 20_000
    found = find_silencers(scan(text))
    assert len(found) == (20_000 if re.search(r"-->|\n", unit) else len(found))


def test_a_comment_with_a_hundred_thousand_names() -> None:
    (one,) = silencers("<!-- khihau: ignore " + "a[b] " * 100_000 + "-->")
    assert len(one.targets) == 100_000
    assert Silenced([one], Termbase(())).holds("a", "b", one.end) is False
