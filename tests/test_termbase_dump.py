"""Canonical TOML: the exact text, and the law that loading gives the value back."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from built_in import built_in
from khihau.model import (
    BROADER_KINDS,
    CASES,
    DECISION_STATUSES,
    KINDS,
    LABEL_LANGS,
    LANGS,
    MEANT,
    PARTS_OF_SPEECH,
    RELIABILITIES,
    SENSES,
    SENSITIVITIES,
    STATUSES,
    Comment,
    Concept,
    Decision,
    Example,
    Label,
    Source,
    SourceRef,
    Successor,
)
from khihau.termbase.checks import text as check_text
from khihau.termbase.dump import dump_concept, dump_sources, quote
from khihau.termbase.load import load_glossary
from khihau.termbase.schema import LABEL_KEYS, SCOPES

CANONICAL = """\
id = "btr"
definition.en = "One."
definition.vi = "Một."
note.ko = "하나"
related = ["etf", "mrv"]
broader = { concept = "report", as = "part" }
apart = ["bur"]
was = ["br"]
native_reader.vi = "An, 2026-12"
meant = ["one-way"]
replaced_by = [{ concept = "btr-2", field = { en = "trade | \\"x\\"", ko = "통상" } }, "btr-3"]

[[label]]
lang = "mul"
text = "BTR"
status = "deprecated"
kind = "acronym"
part_of_speech = "noun"
sense = "narrower"
source = ["law", { id = "decision", at = "para. 3", quote = "a BTR; b" }]
note.en = "old"
case = "any"
scope = ["vn"]
of = "VN"
near = ["a", "b"]
not_near = ["c"]
covered_by = ["BTRX"]
homonym = "a \\"firm\\""
reading = "비티아르"
plural = "BTRs"
since = 2020-01-01
until = 2025-03-01
sensitive = "disputed"
write = "x; y"
meant = ["plural", "spelling"]
decision = [
  { by = "Ban thuật ngữ", on = 2026-11-02, status = "proposed", reason = "\\"x\\"" },
  { by = "용어위원회", on = 2026-11-30, status = "approved", minutes = "law" },
]

[[label.comment]]
by = "A"
on = 2026-11-03
text = "Ừ."

[[label]]
lang = "vi"
text = "báo cáo"
status = "preferred"
source = { id = "law", at = "Điều 1" }
decision = { by = "B", on = 2026-12-01, status = "withdrawn" }

[[label]]
lang = "ko"
text = "보고서"
status = "preferred"
source = "law"

[[session]]
number = 1
years = [2016, 2017]
places.en = ["Bonn"]
places.ko = ["본", "독일"]
source = "law"

[[example]]
lang = "vi"
text = "⟦BTR⟧"

[[counterexample]]
lang = "en"
text = "better"
"""

SOURCES = """\
["Luật BVMT"]
title = "Luật"

[decision-18]
title = "Decision"
publisher = "UNFCCC"
date = "2019"
url = "https://unfccc.int"
reliability = "treaty"
number = "18/CMA.1"
signed = 2018-12-15
in_force = 2018-12-16
ends = 2030-01-01
cited_as = ["18/CMA.1"]
"""


def test_the_canonical_text_of_a_concept_stays(tmp_path: Path) -> None:
    (tmp_path / "btr.toml").write_text(CANONICAL, encoding="utf-8")
    assert dump_concept(load_glossary(tmp_path, builtin=False)["btr"]) == CANONICAL


def test_the_canonical_text_of_sources_stays(tmp_path: Path) -> None:
    (tmp_path / "sources.toml").write_text(SOURCES, encoding="utf-8")
    base = load_glossary(tmp_path / "sources.toml", builtin=False)
    assert dump_sources(base.sources) == SOURCES


def test_no_sources_are_an_empty_text() -> None:
    assert dump_sources({}) == ""


def test_the_first_label_holds_every_key() -> None:
    first = CANONICAL.split("\n\n")[1].splitlines()[1:]
    keys = [line.split(" = ")[0].split(".")[0] for line in first if line[0] not in " ]"]
    assert [*keys, "comment"] == list(LABEL_KEYS)  # comments are tables of their own


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("khí hậu", '"khí hậu"'),
        ('a "b"', '"a \\"b\\""'),
        ("a\\b", '"a\\\\b"'),
        ("a\nb\tc\r", '"a\\nb\\tc\\r"'),
        ("\x00\x1f\x7f\x85\u2028", '"\\u0000\\u001F\\u007F\\u0085\\u2028"'),
        ("e\u0302\u0301 기후 🌏", '"e\u0302\u0301 기후 🌏"'),
    ],
)
def test_quote(text: str, quoted: str) -> None:
    assert quote(text) == quoted


# --- the law: load(dump(x)) == x ------------------------------------------------------------------

NASTY = st.sampled_from(
    [
        '"',
        "\\",
        "'''",
        '"""',
        "#",
        "=",
        "[[label]]",
        "\\u0041",
        "ế",
        "기후",
        "가",
        "🌏",
        "đ",
        "⟦",
        "⟧",
    ]
) | st.sampled_from(["\n", "\r", "\t", "\x00", "\x7f", "\x85", "\u2028", "\ufeff"])
CHARACTERS = st.characters(exclude_categories=["Cs"])
TEXTS = (
    st.lists(st.one_of(NASTY, CHARACTERS), min_size=1, max_size=8)
    .map("".join)
    .filter(lambda words: not check_text(words, ()))
)
LABEL_TEXTS = TEXTS.map(lambda words: words.replace("{", "").replace("}", "")).filter(
    lambda words: not check_text(words, ())
)
NUMBERED = LABEL_TEXTS.map(lambda words: words + "{n}")
LISTS = st.lists(TEXTS, max_size=3).map(tuple)
TEXTS_BY_LANG = st.dictionaries(st.sampled_from(LANGS), TEXTS).map(MappingProxyType)
IDS = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}", fullmatch=True).filter(
    lambda words: words != "sources"
)

DECISIONS = st.builds(
    Decision,
    by=TEXTS,
    on=st.dates(),
    status=st.sampled_from(DECISION_STATUSES),
    reason=st.none() | TEXTS,
    minutes=st.none() | TEXTS,
)
LABELS = st.builds(
    Label,
    lang=st.sampled_from(LABEL_LANGS),
    text=st.one_of(LABEL_TEXTS, NUMBERED),
    status=st.sampled_from(STATUSES),
    kind=st.sampled_from(KINDS),
    part_of_speech=st.none() | st.sampled_from(PARTS_OF_SPEECH),
    sense=st.none() | st.sampled_from(SENSES),
    source=st.lists(
        st.builds(SourceRef, TEXTS, st.none() | TEXTS, st.none() | TEXTS), max_size=3
    ).map(tuple),
    note=TEXTS_BY_LANG,
    case=st.none() | st.sampled_from(CASES),
    scope=st.lists(st.sampled_from(SCOPES), max_size=3).map(tuple),
    of=st.lists(st.sampled_from(("VN", "KR", "EU")), max_size=2, unique=True).map(tuple),
    near=LISTS,
    not_near=LISTS,
    covered_by=LISTS,
    homonym=st.none() | TEXTS,
    reading=st.none() | TEXTS,
    plural=st.none() | TEXTS,
    since=st.none() | st.dates(),
    until=st.none() | st.dates(),
    sensitive=st.none() | st.sampled_from(SENSITIVITIES),
    write=st.none() | TEXTS,
    meant=st.lists(st.sampled_from(MEANT), max_size=2).map(tuple),
    decision=st.lists(DECISIONS, max_size=3).map(tuple),
    comment=st.lists(st.builds(Comment, by=TEXTS, on=st.dates(), text=TEXTS), max_size=2).map(
        tuple
    ),
).filter(lambda one: one.status != "forbidden" or "press" not in one.scope)  # read as admitted
EXAMPLES = st.lists(st.builds(Example, st.sampled_from(LANGS), TEXTS), max_size=2).map(tuple)
CONCEPTS = st.builds(
    Concept,
    broader_kind=st.sampled_from(BROADER_KINDS),
    apart=LISTS,
    was=LISTS,
    native_reader=TEXTS_BY_LANG,
    meant=st.lists(st.sampled_from(MEANT), max_size=2).map(tuple),
    id=IDS,
    labels=st.lists(
        LABELS, min_size=1, max_size=3, unique_by=lambda label: (label.lang, label.text)
    ).map(tuple),
    definition=TEXTS_BY_LANG,
    note=TEXTS_BY_LANG,
    related=LISTS,
    broader=st.none() | TEXTS,
    replaced_by=st.lists(st.builds(Successor, TEXTS, TEXTS_BY_LANG), max_size=2).map(tuple),
    examples=EXAMPLES,
    counterexamples=EXAMPLES,
).map(lambda one: one if one.broader else replace(one, broader_kind="kind"))
SOURCE_TABLES = st.dictionaries(
    st.one_of(TEXTS, st.just("")),
    st.builds(
        Source,
        id=st.just(""),
        title=TEXTS,
        publisher=st.none() | TEXTS,
        date=st.none() | TEXTS,
        url=st.none() | TEXTS,
        reliability=st.none() | st.sampled_from(RELIABILITIES),
        number=st.none() | TEXTS,
        signed=st.none() | st.dates(),
        in_force=st.none() | st.dates(),
        ends=st.none() | st.dates(),
        cited_as=LISTS,
    ),
    max_size=3,
).map(lambda sources: {key: replace(source, id=key) for key, source in sources.items()})


@given(CONCEPTS)
@settings(deadline=None)
def test_loading_a_dumped_concept_gives_it_back(concept: Concept) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"{concept.id}.toml"
        file.write_bytes(dump_concept(concept).encode())
        loaded = load_glossary(file, builtin=False)[concept.id]
    assert replace(loaded, domain="") == replace(concept, domain="")
    assert dump_concept(loaded) == dump_concept(concept)


@given(SOURCE_TABLES)
@settings(deadline=None)
def test_loading_dumped_sources_gives_them_back(sources: dict[str, Source]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "sources.toml"
        file.write_bytes(dump_sources(sources).encode())
        assert load_glossary(file, builtin=False).sources == sources


def test_the_builtin_glossary_survives(tmp_path: Path) -> None:
    base = built_in()
    for concept in base.concepts:
        (tmp_path / f"{concept.id}.toml").write_bytes(dump_concept(concept).encode())
    (tmp_path / "sources.toml").write_bytes(dump_sources(base.sources).encode())
    again = load_glossary(tmp_path, builtin=False)
    assert again.sources == base.sources
    assert [replace(concept, domain="") for concept in again.concepts] == [
        replace(concept, domain="") for concept in base.concepts
    ]
