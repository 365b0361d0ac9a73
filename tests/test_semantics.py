"""The law book, docs/semantics.md: its rules are numbered in order, and what cites one finds it.

A citation reads “rule M4”, “rules A6 and A7” or “rules K1 to K4”, so a cell (A1) is none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
BOOK_FILE = ROOT / "docs" / "semantics.md"
BOOK = BOOK_FILE.read_text("utf-8")
CHAPTERS = re.findall(r"^## ([A-Z])\. .+$", BOOK, re.MULTILINE)
RULES = re.findall(r"^### <a id=\"\w+\"></a>([A-Z]\d+) \S.*$", BOOK, re.MULTILINE)
ANCHORS = re.findall(r"<a id=\"(\w+)\"></a>", BOOK)

READ = [
    *(path for name in ("README.md", "CONTRIBUTING.md") for path in ROOT.glob(name)),
    *(path for folder in ("docs", "tests") for path in sorted((ROOT / folder).rglob("*.md"))),
    *(path for name in ("src", "tests", "bench") for path in sorted((ROOT / name).rglob("*.py"))),
    *sorted((ROOT / "src").rglob("data/*.txt")),
]

LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")
CITED = re.compile(r"\b[Rr]ules?\s+([A-Z]\d+(?:(?:,|,?\s+(?:and|or|to))\s+[A-Z]\d+)*)")
TARGET = re.compile(r"\]\([^()\s]*semantics\.md#([^()\s]+)\)")
NUMBER = re.compile(r"[A-Z]\d+")
ELSEWHERE = re.compile(r"(?:SEMANTICS|DESIGN)(?:\.md)?(?: section)? [A-Z0-9]")  # no file of ours


def cited_in(text: str) -> Iterator[str]:
    """The numbers of the rules that a text cites, links or not."""
    for found in CITED.finditer(LINK.sub(r"\1", text)):
        yield from NUMBER.findall(found[1])


def test_the_form_of_a_citation() -> None:
    for text, numbers in (
        ("whole syllables (rule M4).", ["M4"]),
        ("Rules A1 to A3, A5 and\n    A7", ["A1", "A3", "A5", "A7"]),
        ("by rules [S1](../semantics.md#s1) and [A7](../semantics.md#a7)", ["S1", "A7"]),
        ('sheet["A1"], a rule of M1, rule C', []),
    ):
        assert list(cited_in(text)) == numbers


def test_rules_are_numbered_in_order() -> None:
    counts = Counter(rule[0] for rule in RULES)
    numbered = [f"{name}{at}" for name in CHAPTERS for at in range(1, counts[name] + 1)]
    assert numbered == RULES
    assert len(re.findall("^### ", BOOK, re.MULTILINE)) == len(RULES)


def test_each_chapter_and_rule_has_its_anchor() -> None:
    expected = [one for name in CHAPTERS for one in (name, *(r for r in RULES if r[0] == name))]
    assert [anchor.upper() for anchor in ANCHORS] == expected


def test_every_rule_that_is_cited_exists() -> None:
    cited: dict[str, list[str]] = {}
    for path in READ:
        for number in cited_in(path.read_text("utf-8")):
            cited.setdefault(number, []).append(str(path.relative_to(ROOT)))
    assert {number: places for number, places in cited.items() if number not in RULES} == {}
    assert {rule[0] for rule in cited} == set(CHAPTERS)  # the form is in use everywhere
    inside = re.findall(r"\b[MAECSPK]\d{1,2}\b", BOOK)
    assert set(inside) - set(RULES) == set()


def test_links_lead_to_anchors() -> None:
    pages = {path: path.read_text("utf-8") for path in READ if path.suffix == ".md"}
    links = {page: TARGET.findall(text) for page, text in pages.items()}
    links[BOOK_FILE] += re.findall(r"\]\(#([^()\s]+)\)", BOOK)
    assert {page: found for page, found in links.items() if not set(found) <= set(ANCHORS)} == {}


def test_no_law_is_cited_that_a_reader_cannot_open() -> None:
    assert [str(path) for path in READ if ELSEWHERE.search(path.read_text("utf-8"))] == []
