"""TBX out and in: a valid file, nothing lost without a word, and what real tools write."""

from __future__ import annotations

import os
import re
import tempfile
import threading
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from built_in import built_in
from khihau.documents import xml_stream
from khihau.documents.xml import DEPTH
from khihau.errors import InputError, Problem
from khihau.exchange.base import Entry, Ignored, Item, Wanted
from khihau.exchange.tbx import export, ids, names, read
from khihau.exchange.tbx.texts import marked
from khihau.model import Concept, Example, Label, Source, SourceRef, Successor, Termbase
from khihau.termbase.build import build_concept
from test_termbase_dump import CONCEPTS, TEXTS

SAMPLES = Path(__file__).parent / "tbx"
WANTED = Wanted("out.tbx")
CORE = f"{{{names.NAMESPACE}}}"

FIRST, SECOND = "preferredTerm-admn-sts", "admittedTerm-admn-sts"


def items(folder: Path, content: str | bytes) -> list[Item]:
    file = folder / "a.tbx"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(read(file, None))


def v3(body: str, back: str = "", head: str = "<p>x</p>") -> str:
    return (
        f'<tbx style="dca" type="TBX-Basic" xml:lang="en" xmlns="{names.NAMESPACE}">\n'
        f"<tbxHeader><fileDesc><sourceDesc>{head}</sourceDesc></fileDesc></tbxHeader>\n"
        f"<text><body>\n{body}\n</body>{back}</text></tbx>"
    )


def concept_entry(*terms: str, lang: str = "en", name: str = "roof") -> str:
    sections = "".join(f"<termSec>{term}</termSec>" for term in terms)
    return (
        f'<conceptEntry id="{name}"><langSec xml:lang="{lang}">{sections}</langSec></conceptEntry>'
    )


def entries(found: list[Item]) -> list[Entry]:
    return [item for item in found if isinstance(item, Entry)]


def ignored(found: list[Item]) -> list[str]:
    return [item.what for item in found if isinstance(item, Ignored)]


def labels(entry: Entry) -> list[tuple[str, str, str]]:
    return [(one["lang"], one["text"], one["status"]) for one in entry.values["label"]]


# --- out -------------------------------------------------------------------------------------------


def schema() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(SAMPLES / "tbx-basic.rng"))


def assert_valid(content: str | bytes) -> etree._Element:
    assert isinstance(content, str)
    assert "<!DOCTYPE" not in content
    assert content == "".join(content.splitlines(keepends=True))
    root = etree.fromstring(content.encode())
    schema().assertValid(root)
    known = [name for one in root.iter() if (name := one.get("id"))]
    assert len(known) == len(set(known))
    targets = {name for one in root.iter() if (name := one.get("target"))}
    assert targets <= set(known)
    return root


def test_the_builtin_base_is_valid() -> None:
    base = built_in()
    content, _ = export(base, WANTED)
    root = assert_valid(content)
    assert len(root.findall(f".//{CORE}conceptEntry")) == len(base.concepts)
    assert export(base, WANTED).content == content


ROOF = Concept(
    id="2-roof",
    domain="buildings",
    labels=(
        Label(
            lang="en", text="green roof", status="preferred", source=(SourceRef("roofs", "p. 3"),)
        ),
        Label(lang="mul", text="GR", status="admitted", kind="acronym", scope=("kr", "vn")),
        Label(
            lang="vi",
            text="mái <nhà> & xanh",
            status="deprecated",
            kind="short",
            part_of_speech="verb",
            source=(SourceRef("roofs"), SourceRef("nowhere")),
            note=MappingProxyType({"en": "A note."}),
        ),
        Label(lang="vi", text="R₂", status="forbidden", kind="symbol"),
        Label(lang="en", text="lawn roof", status="admitted", sense="narrower"),
    ),
    definition=MappingProxyType({"en": "A roof.", "ko": "지붕."}),
    note=MappingProxyType({"vi": "Ghi chú."}),
    related=("2-roof", "garden"),
    examples=(
        Example("vi", "Có ⟦mái <nhà> & xanh⟧ hay ⟦R₂⟧."),
        Example("en", "A ⟦Green Roof⟧."),
        Example("vi", "⟦R₂⟧"),
    ),
)
ROOFS = {"roofs": Source("roofs", "Roofs", publisher="R & Co", date="2001", reliability="law")}


def test_the_whole_text_of_a_file() -> None:
    """All that is told of a concept, in the order of the standard."""
    content, losses = export(Termbase([ROOF], ROOFS), WANTED)
    assert_valid(content)
    assert not losses
    assert content == (SAMPLES / "written.tbx").read_text("utf-8")


def label(**values: Any) -> Label:
    return Label(**{"lang": "en", "text": "roof", "status": "preferred"} | values)


def concept(*labels: Label, **values: Any) -> Concept:
    return Concept(**{"id": "roof", "labels": labels or (label(),)} | values)


NO_PLACE = "TBX-Basic has no such category"
LOSSES = {
    f"1 broader concept left out: {NO_PLACE}": concept(broader="a"),
    f"1 replaced_by link left out: {NO_PLACE}": concept(replaced_by=(Successor("a"),)),
    f"1 counterexample left out: {NO_PLACE}": concept(counterexamples=(Example("en", "x"),)),
    f"2 case settings left out: {NO_PLACE}": concept(
        label(case="exact"), label(text="b", case="any")
    ),
    f"1 near condition left out: {NO_PLACE}": concept(label(near=("a", "b"))),
    f"1 not_near condition left out: {NO_PLACE}": concept(label(not_near=("a",))),
    f"1 covered_by list left out: {NO_PLACE}": concept(label(covered_by=("a",))),
    f"1 homonym warning left out: {NO_PLACE}": concept(label(homonym="a")),
    f"1 reading left out: {NO_PLACE}": concept(label(lang="mul", reading="a")),
    f"1 irregular plural left out: {NO_PLACE}": concept(label(plural="a")),
    f"1 start date left out: {NO_PLACE}": concept(label(since="2020-01-01")),
    f"1 end date left out: {NO_PLACE}": concept(label(until="2020-01-01")),
    f"1 press scope left out: {NO_PLACE}": concept(label(scope=("vn", "press"))),
    "1 proper-noun mark left out: TBX-Basic knows only nouns": concept(
        label(part_of_speech="proper-noun")
    ),
    "1 mistranslation label left out: "
    "in TBX they would be wrong everywhere, not only as renderings of the concept": concept(
        label(), label(text="b", status="mistranslation", near=("a",))
    ),
    "1 concept left out: none of its labels has a place in TBX": concept(
        label(status="mistranslation"), broader="a"
    ),
    "1 example left out: there is no label in its language to put it at": concept(
        examples=(Example("ko", "⟦a⟧"),)
    ),
    "3 line breaks left out: in TBX a text is one line": concept(note={"en": "a\n\nb\r\nc\n"}),
    "2 control characters left out: XML cannot hold it; � stands in its place": concept(
        note={"en": "a\x00\tb\uffff"}
    ),
}


@pytest.mark.parametrize("line", LOSSES)
def test_losses(line: str) -> None:
    content, losses = export(Termbase([LOSSES[line]]), WANTED)
    assert list(map(str, losses)) == [line]
    if "conceptEntry" in str(content):
        assert_valid(content)


def test_a_related_concept_that_is_not_in_the_file_is_named() -> None:
    content, _ = export(Termbase([concept(related=("a", "roof"))]), WANTED)
    root = assert_valid(content)
    refs = root.findall(f".//{CORE}ref")
    assert [(ref.text, ref.get("target")) for ref in refs] == [("a", None), ("roof", "roof")]


# --- ids -------------------------------------------------------------------------------------------

NC_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")


@given(TEXTS)
def test_ids_are_names_and_come_back(words: str) -> None:
    for name in (ids.concept_name(words), ids.source_name(words), ids.label_name(words, 3, "vi")):
        assert NC_NAME.fullmatch(name)
    assert ids.concept_id(ids.concept_name(words)) == words
    assert ids.source_id(ids.source_name(words)) == words
    assert ids.number_of(ids.label_name(words, 3, "vi")) == 3
    assert ids.number_of(ids.example_name(words, 12)) == 12


@given(st.lists(TEXTS, unique=True, max_size=4))
def test_no_two_ids_are_the_same(words: list[str]) -> None:
    made = [
        *map(ids.concept_name, words),
        *map(ids.source_name, words),
        *(ids.label_name(one, 1) for one in words),
        *(ids.label_name(one, 1, "vi") for one in words),
        *(ids.example_name(one, 1) for one in words),
    ]
    assert len(set(made)) == len(made)


def test_a_number_that_is_no_character_stays() -> None:
    assert ids.concept_id("_a.110000.b.d800.") == "_a.110000.b.d800."[1:]


OPAQUE = ("c12", "12", "tid-foo-344", "term-5", "cop-21", "0123456789abcdef", "1-2-3")
UUID = "deadbeef-dead-beef-dead-deadbeefdead"
MEANT = ("roof", "green-roof", "agenda-2030", "2-roof", "ndc", "ozone-o3")


@pytest.mark.parametrize("name", [*OPAQUE, UUID, *MEANT])
def test_opaque_ids(name: str) -> None:
    assert ids.is_opaque(name) == (name not in MEANT)


# --- there and back --------------------------------------------------------------------------------


def held(one: Concept) -> Concept:
    """The part of a concept that TBX holds."""
    langs = {lang for each in one.labels if each.status in names.STATUS_TO for lang in _in(each)}
    return Concept(
        id=one.id,
        domain=one.domain,
        labels=tuple(_held(each) for each in one.labels if each.status in names.STATUS_TO),
        definition=_lines(one.definition),
        note=_lines(one.note),
        related=tuple(map(_related, one.related)),
        examples=tuple(
            Example(each.lang, _line(each.text)) for each in one.examples if each.lang in langs
        ),
    )


def _in(one: Label) -> tuple[str, ...]:
    return ("vi", "ko", "en") if one.lang == "mul" else (one.lang,)


def _held(one: Label) -> Label:
    return Label(
        lang=one.lang,
        text=_line(one.text),
        status=one.status,
        kind=one.kind,
        part_of_speech="noun" if one.part_of_speech == "proper-noun" else one.part_of_speech,
        sense=one.sense,
        source=tuple(SourceRef(ref.id, ref.at and _line(ref.at)) for ref in one.source),
        note=_lines(one.note),
        scope=tuple(scope for scope in one.scope if scope in ("vn", "kr")),
    )


def _lines(by_lang: Mapping[str, str]) -> Mapping[str, str]:
    return MappingProxyType({lang: _line(words) for lang, words in by_lang.items()})


def _line(words: str) -> str:
    kept = "".join(
        "�" if (ord(one) < 32 and one not in "\t\n\r") or one in "\ufffe\uffff" else one
        for one in words
    )
    return re.sub("[ \t\r\n\x85\u2028\u2029]+", " ", kept).strip(" ")


def _related(words: str) -> str:
    return words if re.fullmatch("[a-z0-9-]+", words) else _line(words)


def back(base: Termbase, folder: Path) -> tuple[list[Concept], list[Source], list[Item]]:
    content, _ = export(base, WANTED)
    found = items(folder, content)
    concepts = [build_concept(one.values, one.domain, "") for one in entries(found)]
    sources = [item for item in found if isinstance(item, Source)]
    return concepts, sources, [item for item in found if not isinstance(item, Entry | Source)]


def test_the_builtin_base_comes_back(tmp_path: Path) -> None:
    base = built_in()
    concepts, sources, rest = back(base, tmp_path)
    for was, now in zip(base.concepts, concepts, strict=True):
        assert replace(now, definition={}) == replace(held(was), definition={}), was.id
        assert now.definition == was.definition
    cited = {ref.id for one in concepts for each in one.labels for ref in each.source}
    assert sources == [base.sources[key] for key in sorted(cited)]
    assert not rest


def _may_come_back(one: Concept) -> bool:
    """Whether a status has a name in TBX, and each example words: `validate` refuses a mark of nothing."""
    has_words = all(each.text.strip("⟦⟧") for each in one.examples)
    return has_words and any(each.status in names.STATUS_TO for each in one.labels)


@given(CONCEPTS.filter(_may_come_back))
@settings(deadline=None)
def test_any_concept_comes_back(one: Concept) -> None:
    refs = [ref.id for each in one.labels for ref in each.source]
    base = Termbase([one], {key: Source(key, f"Title of {key}") for key in refs[::2]})
    assert_valid(export(base, WANTED).content)
    with tempfile.TemporaryDirectory() as folder:
        (now,), _, rest = back(base, Path(folder))
    assert now == held(one)
    assert not rest


def test_a_concept_comes_back_with_its_sources(tmp_path: Path) -> None:
    concepts, sources, rest = back(Termbase([ROOF], ROOFS), tmp_path)
    assert concepts == [ROOF]
    assert sources == [ROOFS["roofs"]]
    assert not rest


def test_keys_and_statuses(tmp_path: Path) -> None:
    (entry,) = entries(items(tmp_path, export(Termbase([ROOF], ROOFS), WANTED).content))
    assert entry.keys == {"definition", "note", "related", "label", "example"}
    assert entry.label_keys == {"status", "kind", "part_of_speech", "sense", "source", "note"}
    assert entry.statuses == ("preferred", "admitted", "deprecated", "forbidden")


def test_names_that_three_languages_share_stay_apart(tmp_path: Path) -> None:
    """K-Taxonomy stands once in each language: it is not the same as a shared label."""
    three = tuple(
        label(lang=lang, text="K-Taxonomy", kind="acronym") for lang in ("en", "vi", "ko")
    )
    (now,), _, _ = back(Termbase([concept(*three)]), tmp_path)
    assert now.labels == three


def test_a_shared_label_that_somebody_changed_in_one_language_is_three(tmp_path: Path) -> None:
    content = str(export(Termbase([concept(label(lang="mul"))]), WANTED).content)
    changed = content.replace(FIRST, SECOND, 1)
    assert changed != content
    (entry,) = entries(items(tmp_path, changed))
    assert labels(entry) == [
        ("vi", "roof", "admitted"),
        ("ko", "roof", "preferred"),
        ("en", "roof", "preferred"),
    ]


def test_labels_that_somebody_added_stay_behind_their_neighbours(tmp_path: Path) -> None:
    base = Termbase(
        [concept(label(lang="en"), label(lang="vi", text="mái"), label(text="roofing"))]
    )
    content = str(export(base, WANTED).content)
    added = content.replace(
        '<termSec id="roof.3">', "<termSec><term>new</term></termSec><termSec>", 1
    )
    (entry,) = entries(items(tmp_path, added))
    assert [text for _, text, _ in labels(entry)] == ["roof", "new", "roofing", "mái"]
    assert entry.values["label"][1]["status"] == "admitted"


# --- what real tools write -------------------------------------------------------------------------


def sample(name: str) -> list[Item]:
    return list(read(SAMPLES / name, None))


def test_version_3_with_attributes() -> None:
    found = sample("v3-dca.tbx")
    first, second, third = entries(found)
    assert (first.values.get("id"), first.domain, first.place) == (
        None,
        "energy;wind energy",
        "line 14",
    )
    assert labels(first) == [
        ("en", "offshore wind farm", "preferred"),
        ("en", "OWF", "admitted"),
        ("ko", "해상풍력단지", "preferred"),
    ]
    assert first.label_places == ("line 18", "line 23", "line 33")
    assert first.values["label"][1]["kind"] == "acronym"

    assert second.values["id"] == "green-roof"
    assert second.values["definition"] == {"en": "A roof with plants on it."}
    assert second.values["example"] == [
        {"lang": "en", "text": "Green roofs cool: a ⟦Green Roof⟧ is a garden."}
    ]
    green, grass, vietnamese = second.values["label"]
    assert (green["part_of_speech"], green["status"]) == ("noun", "preferred")
    assert grass["status"] == "forbidden"
    assert grass["note"] == {"en": "Not only grass. Nor moss."}
    assert (vietnamese["text"], vietnamese["scope"]) == ("mái nhà xanh", ["vn"])
    assert vietnamese["source"] == [{"id": "Oxford2007", "at": "p. 3"}, "Another book"]

    assert "id" not in third.values
    assert third.values["definition"] == {"en": "A heap that warms itself."}
    assert third.values["note"] == {"en": "Concept note."}
    assert third.values["related"] == ["green-roof"]
    assert labels(third) == [("en", "compost heap", "deprecated")]

    assert found[0] == Source("Oxford2007", "Book of Roofs", date="2007")
    assert Counter(ignored(found)) == {
        "item author of a source": 1,
        "refObject respPerson": 1,
        "descrip reliabilityCode": 2,
        "language fr": 1,
        "missing status": 1,
        "termNote partOfSpeech “particle”": 1,
        "termNote geographicalUsage “en-IE”": 1,
        "xref externalCrossReference": 1,
        "transacGrp": 2,
        "xref xGraphic": 1,
        "ref crossReference": 1,
        "second descrip definition": 1,
        "admin source in a descripGrp": 1,
        "note in a termNoteGrp": 1,
        "termNote grammaticalGender": 1,
    }


def test_version_3_with_tags() -> None:
    found = sample("v3-dct.tbx")
    (entry,) = entries(found)
    assert entry.values["id"] == "rain-barrel"
    assert entry.domain == "water"
    assert entry.values["related"] == ["green-roof"]
    assert entry.values["definition"] == {"en": "A barrel that holds rain."}
    assert entry.values["example"] == [
        {"lang": "en", "text": "Put the ⟦rain barrel⟧ under the gutter."}
    ]
    assert labels(entry) == [("en", "rain barrel", "preferred"), ("mul", "RB", "admitted")]
    assert entry.values["label"][0]["source"] == [{"id": "b1"}]
    assert Counter(ignored(found)) == {
        "reliability “rumour” of a source": 1,
        "transacGrp": 1,
        "xGraphic": 1,
        "source in a descripGrp": 2,
        "grammaticalGender": 1,
        "context": 1,
    }


def test_version_2() -> None:
    found = sample("v2-martif.tbx")
    first, second = entries(found)
    assert "id" not in first.values
    assert labels(first) == [
        ("en", "ventilate", "preferred"),
        ("vi", "thông gió", "preferred"),
        ("vi", "thông khí", "admitted"),
    ]
    assert first.values["definition"] == {"en": "To let air in."}
    assert [one.get("part_of_speech") for one in first.values["label"]] == ["verb", "verb", None]
    assert labels(second) == [
        ("en", "heat pump", "preferred"),
        ("en", "heating pump", "forbidden"),
        ("en", "heat engine", "deprecated"),
        ("ko", "히트펌프", "preferred"),
    ]
    assert second.values["label"][2]["part_of_speech"] == "proper-noun"
    assert second.values["example"] == [{"lang": "en", "text": "A ⟦heat pump⟧ heats."}]
    assert found[0] == Source("b2", "Heat for all")
    assert Counter(ignored(found)) == {
        "missing status": 1,
        "admin source in a descripGrp": 1,
        "termNote normativeAuthorization": 1,
        "admin status": 1,
        "termNote register": 1,
        "xref xSource": 1,
    }


@pytest.mark.parametrize(
    ("value", "status"),
    [
        ("preferredTerm-admn-sts", "preferred"),
        ("admittedTerm", "admitted"),
        ("deprecated", "forbidden"),
        ("supersededTerm-admn-sts", "deprecated"),
        ("superseded-admn-sts", "deprecated"),
        ("standardizedTerm-admin-sts", "preferred"),
        ("legalTerm-admn-sts", "preferred"),
        ("proposedTerm-admn-sts", "admitted"),
        (" Preferred Term\n", "preferred"),
    ],
)
def test_statuses_of_both_eras(tmp_path: Path, value: str, status: str) -> None:
    term = f'<term>a</term><termNote type="administrativeStatus">{value}</termNote>'
    (entry,) = entries(items(tmp_path, v3(concept_entry(term))))
    assert labels(entry) == [("en", "a", status)]


@pytest.mark.parametrize(
    ("tag", "lang"),
    [
        ("vi-VN", "vi"),
        ("KO", "ko"),
        ("ko_KR", "ko"),
        ("en-GB", "en"),
        ("eng", "en"),
        ("mul", "mul"),
    ],
)
def test_languages(tmp_path: Path, tag: str, lang: str) -> None:
    (entry,) = entries(items(tmp_path, v3(concept_entry("<term>a</term>", lang=tag))))
    assert labels(entry) == [(lang, "a", "preferred")]


def test_the_missing_status_is_told_once(tmp_path: Path) -> None:
    body = "".join(concept_entry("<term>a</term>", name=f"roof-{one}") for one in "abc")
    assert ignored(items(tmp_path, v3(body))) == ["missing status"]


def test_an_entry_in_other_languages_only(tmp_path: Path) -> None:
    found = items(tmp_path, v3(concept_entry("<term>toit</term>", lang="fr")))
    assert ignored(found) == ["language fr", "entry"]
    assert not entries(found)


def test_acronyms_that_other_programs_write_three_times_are_shared(tmp_path: Path) -> None:
    note = '<termNote type="termType">acronym</termNote>'
    section = '<langSec xml:lang="{}"><termSec><term>{}</term>{}</termSec></langSec>'
    acronym = "".join(section.format(lang, "NDC", note) for lang in ("en", "ko", "vi"))
    name = "".join(section.format(lang, "Verra", "") for lang in ("en", "ko", "vi"))
    body = (
        f'<conceptEntry id="a">{acronym}</conceptEntry><conceptEntry id="b">{name}</conceptEntry>'
    )
    first, second = entries(items(tmp_path, v3(body)))
    assert labels(first) == [("mul", "NDC", "preferred")]
    assert [lang for lang, _, _ in labels(second)] == ["en", "ko", "vi"]


def test_texts_without_a_language_we_know(tmp_path: Path) -> None:
    body = concept_entry("<term>a</term>").replace(
        "<langSec",
        '<descrip type="definition" xml:lang="fr">x</descrip><note xml:lang="de">y</note>'
        '<descrip type="definition" xml:lang="ko">뜻</descrip><langSec',
        1,
    )
    found = items(tmp_path, v3(body))
    assert ignored(found)[:2] == [
        "descrip definition that is not in vi, ko or en",
        "note that is not in vi, ko or en",
    ]
    assert entries(found)[0].values["definition"] == {"ko": "뜻"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A roof.", "A ⟦roof⟧."),
        ("ROOF garden, roof", "⟦ROOF garden⟧, ⟦roof⟧"),
        ("Roofs and sunroof", None),
        ("지붕은 옥상지붕", "⟦지붕⟧은 옥상지붕"),
        ("COP30", None),
        ("İ roof", None),
        ("", None),
    ],
)
def test_contexts_are_marked(text: str, expected: str | None) -> None:
    assert marked(text, ["roof", "roof garden", "지붕", "COP{n}"]) == expected


# --- what is refused --------------------------------------------------------------------------------

STATUS_HINT = (
    "write preferredTerm-admn-sts, admittedTerm-admn-sts, supersededTerm-admn-sts, "
    "deprecatedTerm-admn-sts"
)
PROBLEMS = {
    "<term>a\nb</term>": (4, "term", "has a line break", "write it in one line"),
    '<termNote type="termType">acronym</termNote>': (
        4,
        "",
        "the section has no term",
        "give it one or remove it",
    ),
    '<term>a</term>\n<termNote type="administrativeStatus">good</termNote>': (
        5,
        "termNote administrativeStatus",
        "“good” is no value that khihau knows",
        STATUS_HINT,
    ),
}


@pytest.mark.parametrize("term", PROBLEMS)
def test_problems_of_a_term(tmp_path: Path, term: str) -> None:
    line, key, message, hint = PROBLEMS[term]
    found = items(tmp_path, v3(concept_entry(term)))
    assert found == [Problem(str(tmp_path / "a.tbx"), line, key, message, hint)]


def test_entries_that_are_wrong(tmp_path: Path) -> None:
    body = f"{concept_entry('<term>a</term>')}\n{concept_entry('<term>b</term>')}\n"
    empty = '<conceptEntry id="x"><langSec xml:lang="en"/></conceptEntry>'
    path = str(tmp_path / "a.tbx")
    problems = [item for item in items(tmp_path, v3(body + empty)) if isinstance(item, Problem)]
    assert problems == [
        Problem(
            path,
            5,
            "id",
            "“roof” is the id of the entry at line 4 already",
            "give one of the two another id",
        ),
        Problem(path, 6, "", "the entry has no term", "give it one"),
    ]


def refused(folder: Path, content: str | bytes) -> str:
    with pytest.raises(InputError) as error:
        items(folder, content)
    return str(error.value).removeprefix(f"{folder / 'a.tbx'}: ")


AGAIN = "save it again in the program that made it"
DOCTYPE = "has a DOCTYPE, which is not read; remove that line"
UNPLACED = "has a DOCTYPE, which is not read; remove it"
GOOD = v3(concept_entry("<term>a</term>"))
INCLUDE = '<x:include xmlns:x="http://www.w3.org/2001/XInclude" href="/etc/passwd"/>'
BOMB = (
    "<!DOCTYPE x [" + "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10)) + "]>"
)
BAD: list[tuple[str | bytes, str]] = [
    ("", "line 1: is no well-formed XML"),
    ("rubbish", "line 1: is no well-formed XML"),
    (bytes(range(256)), "line 1: is no well-formed XML"),
    (b"PK\x03\x04", "line 1: is no well-formed XML"),
    (
        "<html/>",
        "is no TBX (its root is <html>); khihau reads TBX 3 and 2 (roots <tbx> and <martif>)",
    ),
    ('<TBX dialect="TBX-Min"/>', "is no TBX (its root is <TBX>)"),
    (GOOD.replace("</termSec>", ""), "line 4: is no well-formed XML"),
    (GOOD.replace(">a<", ">&x;<"), "line 4: is no well-formed XML"),
    (GOOD.replace(">a<", ">\0<"), "line 4: is no well-formed XML"),
    (f'<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">\n{GOOD}', f"line 1: {DOCTYPE}"),
    (f'<?xml version="1.0"?>\n<!-- a -->\n<!DOCTYPE tbx>{GOOD}', f"line 3: {DOCTYPE}"),
    (f'<!DOCTYPE tbx SYSTEM "file:///etc/passwd">{GOOD}'.encode("utf-16"), f"line 1: {DOCTYPE}"),
    (f'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE tbx+AD4-{GOOD}', UNPLACED),
    (f"<!--{'x' * (1 << 20)}--><!DOCTYPE tbx>{GOOD}", UNPLACED),
    (BOMB + GOOD, f"line 1: {DOCTYPE}"),
    (
        GOOD.replace("<termSec>", f"{INCLUDE}<termSec>"),
        "line 4: includes another file (XInclude), which is not read; put its content there, or remove the line",
    ),
    (
        GOOD.replace(">a<", f">{'<hi>' * 300}{'</hi>' * 300}<"),
        f"has more than {DEPTH} elements within each other; {AGAIN}",
    ),
]


@pytest.mark.parametrize(("content", "words"), BAD, ids=range(len(BAD)))
def test_bad_files(tmp_path: Path, content: str | bytes, words: str) -> None:
    assert refused(tmp_path, content).startswith(words)


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(
        InputError, match=r"none\.tbx: cannot be read: No such file .*; check the path"
    ):
        list(read(tmp_path / "none.tbx", None))


def test_a_file_that_can_be_read_only_once(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.tbx"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_text, args=(GOOD,))
    writer.start()
    with pytest.raises(InputError, match="can be read only once; save it as a file first"):
        list(read(pipe, None))
    writer.join()


def test_other_encodings_are_read(tmp_path: Path) -> None:
    text = GOOD.replace(">a<", ">가나<")
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "euc-kr"):
        declared = f'<?xml version="1.0" encoding="{encoding.removesuffix("-sig")}"?>{text}'
        (entry,) = entries(items(tmp_path, declared.encode(encoding)))
        assert labels(entry)[0][1] == "가나"


def test_nothing_is_kept_of_what_was_read(tmp_path: Path) -> None:
    body = "".join(concept_entry("<term>a</term>", name=f"roof-{n}") for n in range(100))
    (tmp_path / "a.tbx").write_text(v3(body), encoding="utf-8")
    sizes = []
    for element in xml_stream.elements(tmp_path / "a.tbx", ["{*}conceptEntry"]):
        root = element.getroottree().getroot()
        sizes.append(sum(1 for _ in root.iter()))
    assert max(big - small for small, big in pairwise(sizes)) <= 0


def test_a_file_without_entries_does_not_fill_the_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xml_stream, "_LONGEST", 1 << 20)
    assert refused(tmp_path, v3("<junk/>" * 300_000)) == (
        f"has 1 MB without the end of an entry; {AGAIN}"
    )


def test_the_library_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "lxml.etree", None)
    assert refused(tmp_path, GOOD) == (
        "needs the library lxml; install it with: pip install 'khihau[xml]'"
    )
    assert export(Termbase([ROOF], ROOFS), WANTED).content  # writing does without
