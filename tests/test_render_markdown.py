"""Markdown with footnotes: the draft stays as it is, and each mark is a footnote to a reader of it."""

from __future__ import annotations

import re

import pytest
from markdown_it import MarkdownIt

from built_in import built_in
from khihau.engine import annotate, read
from khihau.model import Concept, Label, Lang, Source, SourceRef, Termbase
from khihau.render.annotated_markdown import render_annotated
from khihau.render.views import Annotated, View

OFFICIAL = "국가 온실가스 감축목표"


def footnoted(
    *texts: str,
    to: tuple[Lang, ...] = ("ko",),
    base: Termbase | None = None,
    view: View = View(),  # noqa: B008
) -> str:
    base = built_in() if base is None else base
    documents = [Annotated(d, annotate(d, base), to) for d in map(read, texts)]
    return "".join(render_annotated(documents, base, view))


def body(markdown: str) -> str:
    """The draft, without what was added under it."""
    return re.split(r"\n\n(?:\*\*\*\n|\[\^)", markdown)[0].rstrip("\n")


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        ("Nộp NDC, rồi NDC.", "Nộp NDC[^1], rồi NDC[^1]."),
        ("Nộp **NDC** rồi.", "Nộp **NDC**[^1] rồi."),
        ("**탄소중립**을 이룬다", "**탄소중립**[^1]을 이룬다"),
        ("한국 NDC **목표**", "한국 NDC[^1] **목표**"),
        ("Nộp [NDC](http://a.b/c).", "Nộp [NDC](http://a.b/c)[^1]."),
        ("Nộp [bản NDC mới][x].\n\n[x]: /y", "Nộp [bản NDC mới][x][^1].\n\n[x]: /y"),
        ("Nộp [NDC].\n\n[NDC]: /y", "Nộp [NDC]<!-- -->[^1].\n\n[NDC]: /y"),
        ("격년투명성보고서(BTR)를", r"격년투명성보고서[^1]\(BTR[^1])를"),
        ("Nộp NDC[1] rồi.", "Nộp NDC[^1]<!-- -->[1] rồi."),
        ("Mã `NDC` và NDC.", "Mã `NDC` và NDC[^1]."),
        ("---\ntitle: NDC\n---\nNộp BTR.", "---\ntitle: NDC\n---\nNộp BTR[^2]."),
        ("Có [^1] rồi: NDC.\n\n[^1]: x", "Có [^1] rồi: NDC[^khihau-1].\n\n[^1]: x"),
    ],
)
def test_where_a_mark_stands(draft: str, expected: str) -> None:
    made = footnoted(draft)
    assert made.startswith(expected)


def test_a_footnote_says_rendering_status_and_source() -> None:
    label = Label(lang="vi", text="thử", status="preferred")
    other = Label(
        lang="ko", text="시험 [a]*b*", status="preferred", source=(SourceRef("x", "p. 3"),)
    )
    base = Termbase(
        (Concept(id="t", labels=(label, other)),),
        {"x": Source("x", "T_1", url="https://a.b/(c> d")},
    )
    made = footnoted("Phép thử.", base=base)
    footnote = (
        r"[^1]: thử: ko **시험 \[a\]\*b\*** (preferred; [T\_1](<https://a.b/(c%3E%20d>), p. 3)"
    )
    assert made == f"Phép thử[^1].\n\n{footnote}\n"


def test_a_wrong_name_gets_the_right_one_of_its_language() -> None:
    made = footnoted("Thỏa thuận cơ bản về hợp tác biến đổi khí hậu được ký.")
    assert "(forbidden name): vi **Thỏa thuận khung hợp tác về biến đổi khí hậu**" in made
    assert "\n***\n\nNeeds a look:\n\n- wrong name: “Thỏa thuận cơ bản" in made


@pytest.mark.parametrize("draft", ["NDC\n\n```\nmã", "NDC\n\n~~~~\nmã\n~~~", "NDC\n\n<!-- NDC"])
def test_footnotes_stand_outside_what_the_draft_leaves_open(draft: str) -> None:
    made = MarkdownIt().render(footnoted(draft))
    assert f"<strong>{OFFICIAL}</strong>" in made


def test_a_closed_fence_stays() -> None:
    assert "```\nmã\n```\n\n[^1]" in footnoted("NDC\n\n```\nmã\n```\n")


def test_labels_differ_between_documents() -> None:
    made = footnoted("NDC", "NDC")
    assert "NDC[^1]\n" in made
    assert "NDC[^2-1]\n" in made


def test_marks_are_no_links_to_an_oracle() -> None:
    drafts = ["NDC(BTR)", "[NDC](u)(BTR)", "**NDC**(BTR)", "NDC [BTR](u)", "[NDC][BTR]"]
    for draft in drafts:
        links = MarkdownIt().render(body(footnoted(draft))).count("<a ")
        assert links == MarkdownIt().render(draft).count("<a "), draft


def test_views() -> None:
    assert body(footnoted("NDC, NDC", view=View(first_only=True))) == "NDC[^1], NDC"
    assert footnoted("NDC", view=View(quiet=True)).startswith(f"1. NDC: ko **{OFFICIAL}**")
    assert footnoted("Không.") == "Không.\n\n"
    footnoted("NDC \ud800").encode("utf-8")
