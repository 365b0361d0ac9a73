"""The glossary as one page of Markdown."""

from __future__ import annotations

import datetime
import re
from itertools import pairwise
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from built_in import built_in
from khihau.exchange.base import Wanted
from khihau.exchange.markdown import export
from khihau.model import Concept, Example, Label, Source, SourceRef, Successor, Termbase
from khihau.render.brief.markdown import escaped

WANTED = Wanted("glossary.md")

BTR = Concept(
    id="btr",
    domain="negotiations",
    definition={"en": "A report | of *two* years.", "vi": "Báo cáo."},
    note={"en": "See <b>."},
    related=("ndc", "etf"),
    broader="ndc",
    replaced_by=(Successor("ctr"),),
    examples=(Example("en", "A ⟦BTR⟧."),),
    counterexamples=(Example("en", "A report."),),
    labels=(
        Label(lang="mul", text="BTR", status="preferred", kind="acronym", reading="비티아르"),
        Label(
            lang="vi",
            text="báo cáo nửa năm",
            status="forbidden",
            note={"en": "Two years.", "vi": "Hai năm."},
            near=("BTR",),
            covered_by=("x",),
        ),
        Label(lang="vi", text="báo cáo minh bạch", status="preferred", source=(SourceRef("law"),)),
        Label(
            lang="en",
            text="transparency report",
            status="deprecated",
            source=(SourceRef("law", "Art. 3 [a]"), SourceRef("lost")),
            since=datetime.date(2020, 1, 1),
            until=datetime.date(2025, 3, 1),
            scope=("int", "law"),
            plural="reports",
            part_of_speech="noun",
            homonym="of a firm",
            case="exact",
            not_near=("firm",),
        ),
    ),
)
NDC = Concept(id="ndc", labels=(Label(lang="ko", text="감축목표", status="preferred"),))
SOURCES = {
    "law": Source("law", "Law *3*", "UN", "2019", "https://x.org/a_b", "treaty"),
    "unused": Source("unused", "Nothing"),
}
SMALL = Termbase((BTR, NDC), SOURCES)


def content(base: Termbase) -> str:
    made = export(base, WANTED).content
    assert isinstance(made, str)
    return made


def test_a_small_page() -> None:
    assert content(SMALL) == (
        r"""# Glossary

2 concepts; names: 2 in Vietnamese, 1 in Korean, 1 in English, 1 international.

## Contents

- [Without a domain](#without-a-domain) (1)
  - [감축목표](#ndc)
- [Domain: negotiations](#domain-negotiations) (1)
  - [BTR](#btr)
- [Sources](#sources)

## Without a domain

### ndc

**감축목표**

| language | name | status | remarks | source |
|---|---|---|---|---|
| Korean | 감축목표 | preferred |  | unverified |

## Domain: negotiations

### btr

**báo cáo minh bạch** · **BTR**

- Vietnamese: Báo cáo.
- English: A report \| of \*two\* years.
- Note, English: See \<b\>.
- Broader: [감축목표](#ndc)
- Replaced by: ctr
- See also: [감축목표](#ndc), etf

| language | name | status | remarks | source |
|---|---|---|---|---|
| Vietnamese | báo cáo minh bạch | preferred |  | law |
| Vietnamese | báo cáo nửa năm | forbidden | Two years.; Hai năm. | unverified |
| English | transparency report | deprecated | since 2020-01-01; until 2025-03-01; int; law; part of speech: noun; plural: reports; other sense: of a firm | law, Art. 3 \[a\]; lost |
| international | BTR | preferred | acronym; read: 비티아르 | unverified |

## Sources

- law: Law \*3\*. UN. 2019. treaty. <https://x.org/a_b>
- lost
"""
    )


def test_what_is_left_out_is_told() -> None:
    assert [str(loss) for loss in export(SMALL, WANTED).losses] == [
        "4 matching conditions left out: near, not_near, covered_by and case steer the tool",
        "2 examples left out: they are tests of the tool",
    ]
    assert export(Termbase((NDC,)), WANTED).losses == ()


def test_an_address_that_would_break_the_link_is_plain_words() -> None:
    label = Label(lang="en", text="x", status="preferred", source=(SourceRef("a"),))
    base = Termbase((Concept(id="x", labels=(label,)),), {"a": Source("a", "A", url="http://x y")})
    assert content(base).endswith("\n- a: A. http://x y\n")


def test_a_domain_may_be_any_folder_and_a_cell_is_one_line() -> None:
    label = Label(lang="en", text="a\nb", status="preferred")
    base = Termbase((Concept(id="x", domain="Đất Đai", labels=(label,)),))
    made = content(base)
    assert "- [Domain: Đất Đai](#domain-đất-đai) (1)\n  - [a b](#x)\n" in made
    assert "| English | a b | preferred |  | unverified |\n" in made


def test_the_built_in_page() -> None:
    """Every link of the page leads to a heading of it, and every row is a row of five cells."""
    made = content(built_in())
    assert made == content(built_in())
    tokens = MarkdownIt().enable("table").parse(made)
    headings = [after.content for token, after in pairwise(tokens) if token.type == "heading_open"]
    anchors = {re.sub(r"[^\w -]", "", name.lower()).replace(" ", "-") for name in headings}
    assert set(re.findall(r"\]\(#([^)]+)\)", made)) <= anchors
    assert {concept.id for concept in built_in().concepts} <= set(headings)
    cells = sum(token.type == "td_open" for token in tokens)
    labels = sum(len(concept.labels) for concept in built_in().concepts)
    assert cells == 5 * labels
    shown = {token.content for token in tokens if token.type == "inline"}
    assert {escaped(label.text) for one in built_in().concepts for label in one.labels} <= shown


@pytest.mark.parametrize("key", ["paris-agreement", "carbon-neutrality-act-kr"])
def test_the_sources_that_are_named_stand_at_the_end(key: str) -> None:
    end = content(built_in()).partition("\n## Sources\n")[2]
    assert f"\n- {key}: " in end


def test_the_page_is_written_in_utf_8(tmp_path: Path) -> None:
    file = tmp_path / "glossary.md"
    file.write_text(content(SMALL), "utf-8")
    assert "báo cáo minh bạch" in file.read_text("utf-8")
