"""The HTML page: complete in itself, safe with any draft, and every link in it leads somewhere."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from built_in import built_in
from khihau.cli.main import main
from khihau.engine import annotate, explain, read
from khihau.model import LANGS, Concept, Label, Lang, Source, SourceRef, Termbase
from khihau.render.annotated_html import render_annotated
from khihau.render.views import Annotated, View

pytestmark = pytest.mark.usefixtures("one_base")

VOID = {"meta", "br", "hr", "img", "link"}
DRAFT = """Họp báo tại COP29

Việt Nam nộp Báo cáo minh bạch hai năm một lần (BTR) theo Điều 6.2 của Thỏa thuận Paris.
Thỏa thuận cơ bản về hợp tác biến đổi khí hậu được ký năm 2021.

한국은 온실가스 감축목표(NDC)를 제출하였다.
"""


class Page(HTMLParser):
    """What a page holds: elements with attributes, text by element id, and its faults."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.draft: list[str] = []
        self.langs: list[str | None] = []
        self.feed(html)
        self.close()
        assert self.open == [], "elements left open"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)
            self.langs.append(dict(attrs).get("lang"))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        self.langs.pop()
        if tag == "p" and self.in_draft:
            self.draft.append("\n")

    def handle_data(self, data: str) -> None:
        if self.in_draft and "p" in self.open and "sup" not in self.open:
            self.draft.append(data)

    @property
    def in_draft(self) -> bool:
        return self.open[:4] == ["html", "body", "article", "section"] and not self._glossary()

    def _glossary(self) -> bool:
        sections = [attrs for tag, attrs in self.elements if tag == "section"]
        return sections[-1].get("class") != "draft"

    def values(self, name: str) -> list[str]:
        return [value for _, attrs in self.elements if (value := attrs.get(name))]


def page_of(
    text: str,
    *,
    base: Termbase | None = None,
    to: tuple[Lang, ...] = LANGS,
    view: View = View(),  # noqa: B008
    rejected: bool = False,
) -> str:
    document, base = read(text), built_in() if base is None else base
    fallen = explain(document, base) if rejected else None
    annotated = Annotated(document, annotate(document, base), to, fallen)
    return "".join(render_annotated([annotated], base, view))


def test_every_link_leads_somewhere_and_ids_are_unique() -> None:
    page = Page(page_of(DRAFT, rejected=True))
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    inner = [href for href in page.values("href") if href.startswith("#")]
    assert len(inner) > 10
    assert {href[1:] for href in inner} <= set(ids)
    assert {key for value in page.values("aria-describedby") for key in value.split()} <= set(ids)


def test_a_term_links_to_its_entry_and_back() -> None:
    html = page_of("Việt Nam nộp NDC.", to=("ko",))
    assert '<a class="term preferred" id="d1-m1" href="#d1-t1"' in html
    assert '<li class="entry" id="d1-t1">' in html
    assert '<a href="#d1-m1">line 1</a>' in html
    assert '<span class="official" lang="ko">국가 온실가스 감축목표</span>' in html


def test_the_page_is_whole_in_itself() -> None:
    html = page_of(DRAFT)
    page = Page(html)
    tags = {tag for tag, _ in page.elements}
    assert not tags & {"script", "img", "link", "iframe", "object", "form"}
    assert not page.values("src")
    assert not re.search(r"url\(|@import|javascript:", html)
    assert not [name for _, attrs in page.elements for name in attrs if name.startswith("on")]


def test_pointing_at_a_term_shows_what_is_official() -> None:
    html = page_of("Thỏa thuận cơ bản về hợp tác biến đổi khí hậu được ký.", to=("ko",))
    (card,) = Page(html).values("data-card")
    first, own, target, definition, *sources = card.splitlines()
    assert first == "! forbidden name"
    assert own == "vi  Thỏa thuận khung hợp tác về biến đổi khí hậu  [preferred]"
    assert target == "ko  기후변화 협력에 관한 기본협정  [preferred]"
    assert definition.startswith("대한민국 정부와 베트남 정부가")
    assert [line[:4] for line in sources] == ["vi: ", "ko: "]


def test_a_wrong_name_shows_the_right_one_in_its_own_language() -> None:
    html = page_of("Thỏa thuận cơ bản về hợp tác biến đổi khí hậu được ký.", to=("ko",))
    assert '<span class="badge forbidden">forbidden</span>' in html
    assert '<span class="official" lang="vi">Thỏa thuận khung hợp tác về biến đổi khí hậu' in html


@pytest.mark.parametrize(
    "draft",
    [
        '<script>alert("NDC")</script> & "NDC" \'NDC\' nộp NDC',
        "NDC </p></section><img src=x onerror=alert(1)>",
        "\ud800 NDC \x00\x07\x85 \u202e nộp NDC \udfff",
        "`NDC` và NDC\n\n```\n<b>NDC</b>\n```\n",
    ],
)
def test_a_hostile_draft_stays_text(draft: str) -> None:
    html = page_of(draft)
    html.encode("utf-8")
    page = Page(html)
    assert not {"script", "img", "b"} & {tag for tag, _ in page.elements}
    expected = re.sub("[\ud800-\udfff\x85\u202e]", "\ufffd", draft)
    expected = expected.replace("\x00", "␀").replace("\x07", "␇")
    assert "".join("".join(page.draft).split()) == "".join(expected.split())


def test_a_hostile_glossary_stays_text() -> None:
    evil = "</p><script>x</script><i onclick=\"x\" title='x'>"
    label = Label(
        lang="vi", text="thử", status="preferred", source=(SourceRef("x", evil),),
        note={"vi": evil}, homonym=evil,
    )  # fmt: skip
    labels = (label, Label(lang="en", text=evil, status="preferred", source=label.source))
    concept = Concept(
        id=evil, domain=evil, labels=labels, definition={"en": evil}, note={"vi": evil, "en": evil}
    )
    for address in ("javascript:alert(1)", f"https://x/{evil}"):
        base = Termbase((concept,), {"x": Source("x", evil, url=address)})
        html = page_of("Phép thử này.", to=("en",), base=base)
        page = Page(html)
        assert "javascript:" not in html
        assert not {"script", "i"} & {tag for tag, _ in page.elements}
        assert not re.search('<[^>]* onclick="', html)
        assert html.count("&lt;script&gt;") >= 9  # wherever the glossary speaks


WORDS = ["NDC", "biến đổi khí hậu", "탄소중립", "Paris Agreement", "Điều 6 của\nThỏa thuận Paris"]
MARKUP = ["\n", "\n\n", "\r\n", " ", "\t", "<", "&", "# ", "`x`", "(", "**", "[a](b)", "> ", "| "]
pieces = st.sampled_from([*WORDS, *MARKUP, "x" * 120])


@settings(max_examples=150, deadline=None)
@given(st.lists(pieces, max_size=25).map("".join))
def test_the_page_says_what_the_draft_says(draft: str) -> None:
    page = Page(page_of(draft))
    assert "".join("".join(page.draft).split()) == "".join(draft.split())


def test_line_breaks_and_paragraphs_stay() -> None:
    long_line = "Ở đây " + "rất dài lắm " * 12
    html = page_of(f"Đây là một\n  và hai\n\n\nđây là ba\n{long_line}\nđây là sau")
    draft = html.split('class="draft"')[1].split("</section>")[0]
    paragraphs = re.findall(r"<p[^>]*>(.*?)</p>", draft, re.DOTALL)
    assert paragraphs == ["Đây là một\n  và hai", f"đây là ba\n{long_line.strip()}", "đây là sau"]


def test_languages_are_named() -> None:
    html = page_of("Việt Nam nộp báo cáo về khí hậu.\n\n한국은 온실가스를 줄인다.\n")
    assert 'id="d1-draft" lang="vi"' in html
    assert '<p lang="ko">한국은 <a class="term preferred"' in html


def test_the_same_input_gives_the_same_page() -> None:
    assert page_of(DRAFT, rejected=True) == page_of(DRAFT, rejected=True)


def test_views() -> None:
    once = page_of("NDC và NDC", view=View(first_only=True))
    assert once.count('<a class="term') == 1
    assert "×2" in once
    without_draft = page_of(DRAFT, view=View(quiet=True))
    assert 'class="draft"' not in without_draft
    assert 'class="entry"' in without_draft
    assert "No term of the glossary found." in page_of("Không có gì.")


def test_the_command_writes_the_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, second = tmp_path / "a & b.txt", tmp_path / "c.txt"
    first.write_text(DRAFT, "utf-8")
    second.write_text("NDC", "utf-8")
    assert main(["annotate", str(first), str(second), "-f", "html", "--explain"]) == 0
    html = capsys.readouterr().out
    page = Page(html)
    assert "<h1>a &amp; b.txt</h1>" in html
    assert {"d1-draft", "d2-draft"} <= set(page.values("id"))
