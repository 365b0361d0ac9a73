"""SKOS out: what rdflib reads is what was written, the conditions of SKOS hold, losses are counted."""

from __future__ import annotations

import itertools
import logging
import sys
from collections import Counter
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, OWL, RDF, SKOS

from built_in import built_in
from khihau.cli.main import main
from khihau.exchange.base import Exported, Wanted
from khihau.exchange.skos import export, graph
from khihau.exchange.skos.terms import PREFIXES, Iri, Statement, is_base_uri, web_address
from khihau.exchange.skos.turtle import written
from khihau.model import Concept, Example, Label, Source, SourceRef, Successor, Termbase
from test_tbx import ROOF, ROOFS
from test_termbase_dump import CONCEPTS, SOURCE_TABLES

WANTED = Wanted("out.ttl")
ISO = PREFIXES["iso-thes"]


def concept_uri(name: str) -> URIRef:
    return URIRef(f"urn:khihau:{name}")


def parsed(exported: Exported) -> Graph:
    assert isinstance(exported.content, str)
    return Graph().parse(data=exported.content, format="turtle")


def as_tuple(one: Statement) -> tuple[str, ...]:
    prefix, _, name = one.predicate.partition(":")
    value = one.object
    told = (
        ("", "", value.address) if isinstance(value, Iri) else (value.lang, value.kind, value.text)
    )
    return one.subject.address, PREFIXES[prefix] + name, *told


def tuples_of(read: Graph) -> set[tuple[str, ...]]:
    return {(str(subject), str(predicate), *_told(value)) for subject, predicate, value in read}


def _told(value: Any) -> tuple[str, str, str]:
    if not isinstance(value, Literal):
        return "", "", str(value)
    return value.language or "", (value.datatype or "").removeprefix(PREFIXES["xsd"]), str(value)


def label(**values: Any) -> Label:
    return Label(**{"lang": "en", "text": "roof", "status": "preferred"} | values)


def concept(*labels: Label, **values: Any) -> Concept:
    return Concept(**{"id": "roof", "labels": labels or (label(),)} | values)


# --- there and back --------------------------------------------------------------------------------


def test_the_builtin_base_comes_back() -> None:
    base = built_in()
    read = parsed(export(base, WANTED))
    said = graph.Graph(base, WANTED.base_uri).statements
    assert tuples_of(read) == set(map(as_tuple, said))
    assert len(set(read.subjects(RDF.type, SKOS.Concept))) == len(base.concepts)


@given(st.lists(CONCEPTS, max_size=3, unique_by=lambda one: one.id), SOURCE_TABLES)
@settings(deadline=None)
def test_any_glossary_comes_back(concepts: list[Concept], sources: dict[str, Source]) -> None:
    base = Termbase(concepts, sources)
    exported = export(base, WANTED)
    said = graph.Graph(base, WANTED.base_uri).statements
    assert tuples_of(parsed(exported)) == set(map(as_tuple, said))
    assert_sound(parsed(exported))
    assert written(said[::-1], WANTED) == exported.content


# --- the conditions of SKOS ------------------------------------------------------------------------


def assert_sound(read: Graph) -> None:
    for one in set(read.subjects(RDF.type, SKOS.Concept)):
        kinds = [set(read.objects(one, kind)) for kind in _KINDS]
        langs = Counter(each.language for each in kinds[0] if isinstance(each, Literal))
        assert not langs or max(langs.values()) == 1, one  # S14
        for these, those in itertools.combinations(kinds, 2):
            assert not these & those, one  # S13
        above = set(read.transitive_objects(one, SKOS.broader)) - {one}
        related = {*read.objects(one, SKOS.related), *read.subjects(SKOS.related, one)}
        assert not related & above, one  # S27
        assert set(read.objects(one, SKOS.inScheme))
    typed = {kind: set(read.subjects(RDF.type, kind)) for kind in _CLASSES}
    for first, second in itertools.combinations(typed.values(), 2):
        assert not first & second  # S9, S37


_KINDS = (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)
_CLASSES = (SKOS.Concept, SKOS.ConceptScheme, SKOS.Collection)


def test_the_builtin_base_is_sound() -> None:
    exported = export(built_in(), WANTED)
    assert_sound(parsed(exported))
    assert exported == export(built_in(), WANTED)


@pytest.mark.parametrize(
    ("concepts", "related", "lost"),
    [
        ([concept(broader="b", related=("b", "c"))], {"c"}, 0),
        ([concept(related=("b",)), concept(id="b", broader="roof")], set(), 0),
        ([concept(broader="b", related=("c",)), concept(id="b", broader="c")], set(), 1),
        ([concept(broader="b", related=("c",)), concept(id="b", broader="roof")], {"c"}, 0),
        ([concept(related=("old",)), concept(id="b", was=("old",))], {"b"}, 0),
    ],
)
def test_related_and_broader(concepts: list[Concept], related: set[str], lost: int) -> None:
    """What is above a concept is no less told where it is not called related too."""
    exported = export(Termbase(concepts), WANTED)
    read = parsed(exported)
    assert set(read.objects(concept_uri("roof"), SKOS.related)) == set(map(concept_uri, related))
    assert sum(one.count for one in exported.losses if one.what == "related link") == lost
    assert_sound(read)


# --- what stands where -----------------------------------------------------------------------------


def test_the_whole_text_of_a_file() -> None:
    exported = export(Termbase([ROOF], ROOFS), WANTED)
    golden = Path(__file__).parent / "skos" / "written.ttl"
    assert exported.content == golden.read_text("utf-8")


def names_of(one: Concept) -> dict[str, list[str]]:
    read = parsed(export(Termbase([one]), WANTED))
    return {
        sort: sorted(value.n3() for value in read.objects(concept_uri("roof"), SKOS[sort]))
        for sort in ("prefLabel", "altLabel", "hiddenLabel")
    }


def test_which_name_is_which() -> None:
    one = concept(
        label(text="own roof", of=("KR",)),
        label(text="GR", kind="acronym", lang="mul"),
        label(text="roof {n}"),
        label(),
        label(text="roofing", status="admitted"),
        label(text="thatch", status="deprecated"),
        label(text="lid", status="forbidden"),
        label(text="top", status="mistranslation"),
        label(text="dome", status="admitted", sense="narrower"),
    )
    assert names_of(one) == {
        "prefLabel": ['"GR"@ko', '"GR"@vi', '"roof"@en'],
        "altLabel": ['"GR"@en', '"own roof"@en', '"roof {n}"@en', '"roofing"@en'],
        "hiddenLabel": ['"lid"@en', '"thatch"@en'],
    }


def test_a_name_is_of_one_sort() -> None:
    one = concept(label(status="forbidden"), label(status="admitted"), label(lang="mul"))
    assert names_of(one) == {
        "prefLabel": ['"roof"@en', '"roof"@ko', '"roof"@vi'],
        "altLabel": [],
        "hiddenLabel": [],
    }
    losses = map(str, export(Termbase([one]), WANTED).losses)
    assert "2 labels left out: another name of the concept is written alike" in losses


def test_a_body_that_is_gone_has_the_name_that_ended_last() -> None:
    one = concept(
        label(status="deprecated", until="2020-01-01"),
        label(status="deprecated", text="old", until="2010-01-01"),
        replaced_by=(Successor("b", MappingProxyType({"en": "tiles"})), Successor("c")),
    )
    assert names_of(one) == {
        "prefLabel": ['"roof"@en'],
        "altLabel": [],
        "hiddenLabel": ['"old"@en'],
    }
    read = parsed(export(Termbase([one]), WANTED))
    assert set(read.objects(concept_uri("roof"), DCTERMS.isReplacedBy)) == {
        concept_uri("b"),
        concept_uri("c"),
    }


@pytest.mark.parametrize(
    ("kind", "name"), [("kind", "broaderGeneric"), ("part", "broaderPartitive")]
)
def test_how_a_concept_is_below_another(kind: Any, name: str) -> None:
    one = concept(broader="old", broader_kind=kind)
    read = parsed(export(Termbase([one, concept(id="b", was=("old",))]), WANTED))
    roof, above = concept_uri("roof"), concept_uri("b")
    assert set(read.predicates(roof, above)) == {SKOS.broader, URIRef(ISO + name)}
    assert (above, OWL.sameAs, concept_uri("old")) in read
    assert not list(read.objects(roof, SKOS.topConceptOf))
    assert list(read.objects(above, SKOS.topConceptOf)) == list(read.objects(above, SKOS.inScheme))


@pytest.mark.parametrize(
    ("date", "kind"),
    [
        ("2019", "gYear"),
        ("2019-03", "gYearMonth"),
        ("2019-03-19", "date"),
        ("2019-02-30", ""),
        ("2019-13", ""),
        ("spring 2019", ""),
    ],
)
def test_the_date_of_a_source(date: str, kind: str, caplog: pytest.LogCaptureFixture) -> None:
    base = Termbase(
        [concept(label(source=(SourceRef("s"),)))],
        {"s": Source("s", "S", date=date, url="https://x.org/a|b?<c>", cited_as=("1/S",))},
    )
    with caplog.at_level(logging.WARNING):
        read = parsed(export(base, WANTED))
    assert not caplog.records
    (issued,) = read.objects(URIRef("urn:khihau:source/s"), DCTERMS.issued)
    assert _told(issued) == ("", kind, date)
    assert (None, None, URIRef("https://x.org/a%7Cb?%3Cc%3E")) in read


# --- losses ----------------------------------------------------------------------------------------

OF_NAMES = "in SKOS a name has no properties of its own"
LOSSES = {
    "1 session list left out: SKOS has no such property": concept(sessions=(None,)),
    "1 “apart” list left out: SKOS has no such property": concept(apart=("a",)),
    "2 counterexamples left out: SKOS has no such property": concept(
        counterexamples=(Example("en", "a"), Example("en", "b"))
    ),
    "2 example marks left out: in SKOS an example is a plain sentence": concept(
        examples=(Example("en", "A ⟦roof⟧ is a ⟦roof⟧."),)
    ),
    "1 successor field left out: SKOS has no such property": concept(
        replaced_by=(Successor("a", MappingProxyType({"en": "x"})),)
    ),
    f"1 near condition left out: {OF_NAMES}": concept(label(near=("a",))),
    f"1 label note left out: {OF_NAMES}": concept(label(note={"en": "a"})),
    f"1 acronym mark left out: {OF_NAMES}": concept(label(kind="acronym")),
    f"1 part-of-speech mark left out: {OF_NAMES}": concept(label(part_of_speech="noun")),
    f"1 press scope left out: {OF_NAMES}": concept(label(scope=("press",))),
    "1 mul mark left out: in SKOS a name has one language, so these stand in each": concept(
        label(lang="mul")
    ),
    "1 name-to-source link left out: in SKOS the concept has it": concept(
        label(source=(SourceRef("a"),))
    ),
    "1 preferred mark left out: in SKOS a language has one preferred name": concept(
        label(), label(text="b", of=("KR",))
    ),
    "1 forbidden mark left out: SKOS does not say whether a hidden name is outdated or wrong": concept(
        label(), label(text="b", status="forbidden")
    ),
    "1 mistranslation label left out: in SKOS they would be found wherever the words stand": concept(
        label(), label(text="b", status="mistranslation")
    ),
    "1 narrower or broader label left out: in SKOS they would be names of the concept itself": concept(
        label(), label(text="b", status="admitted", sense="broader")
    ),
    "1 concept left out: none of its labels has a place in SKOS": concept(
        label(status="mistranslation")
    ),
}


@pytest.mark.parametrize("line", LOSSES)
def test_losses(line: str) -> None:
    losses = [str(one) for one in export(Termbase([LOSSES[line]]), WANTED).losses]
    assert line in losses
    assert len(losses) <= 2


def test_nothing_is_lost_of_a_plain_concept() -> None:
    one = concept(definition={"en": "A."}, note={"vi": "B"}, domain="x", related=("b",), was=("c",))
    assert not export(Termbase([one]), WANTED).losses


# --- addresses -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "good"),
    [
        ("urn:khihau:", True),
        ("https://example.org/terms/", True),
        ("https://example.org/terms#", True),
        ("https://example.org/terms", False),
        ("example.org/", False),
        ("https://example.org/a b/", False),
        ("https://example.org/<a>/", False),
        ("", False),
    ],
)
def test_addresses_that_concepts_may_stand_behind(address: str, good: bool) -> None:
    assert is_base_uri(address) == good


def test_what_is_no_address_on_the_web() -> None:
    assert web_address("ftp://x") is None
    assert web_address("https://x.org/é") == Iri("https://x.org/%C3%A9")


def test_the_base_uri_on_the_command_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "terms.ttl"
    base = "https://example.org/terms#"
    arguments = ["glossary", "export", "-o", str(file), "--base-uri", base, "--domain", "law"]
    assert main(arguments) == 0
    read = Graph().parse(file, format="turtle")
    ids = {one.id for one in built_in().concepts if one.domain == "law"}
    assert {str(one) for one in read.subjects(RDF.type, SKOS.Concept)} == {
        base + one for one in ids
    }
    assert all(line.startswith(f"{file}: ") for line in capsys.readouterr().err.splitlines())


def test_rdflib_is_named_with_its_extra(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "terms.ttl"
    monkeypatch.setitem(sys.modules, "rdflib", None)
    assert main(["glossary", "export", "-o", str(file)]) == 2
    told = capsys.readouterr().err
    assert f"{file}: needs the library rdflib; install it with: pip install 'khihau[rdf]'" in told
    assert not file.exists()
