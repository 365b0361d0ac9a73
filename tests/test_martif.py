"""TBX 2 out: the shape that Weblate's and OmegaT's readers take, and only names that may be written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from built_in import built_in
from khihau.exchange.base import Entry, Ignored, Wanted
from khihau.exchange.tbx import read
from khihau.exchange.tbx.martif import export
from khihau.model import Concept, Label, Termbase
from test_tbx import ROOF, ROOFS

WANTED = Wanted("out.tbx")
# What may stand in an element, in this order (ISO 30042:2008, the core structure); `*` any number.
AUXILIARY = {"descrip", "admin", "transacGrp", "note", "ref"}
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def root_of(base: Termbase) -> Any:
    content = export(base, WANTED).content
    assert isinstance(content, str)
    assert "<!DOCTYPE" not in content
    return etree.fromstring(content.encode())


def label(text: str, **values: Any) -> Label:
    return Label(**{"lang": "en", "text": text, "status": "preferred"} | values)


def terms(root: Any, lang: str = "en") -> list[str]:
    return [
        term.text
        for section in root.iter("langSet")
        if section.get(LANG) == lang
        for term in section.iter("term")
    ]


def test_the_shape_of_the_builtin_base() -> None:
    root = root_of(built_in())
    assert (root.tag, root.get("type")) == ("martif", "TBX")
    assert [one.tag for one in root] == ["martifHeader", "text"]
    assert [one.tag for one in root[1]] == ["body", "back"]
    for entry in root[1][0]:
        kinds = [one.tag for one in entry]
        sections = kinds.count("langSet")
        assert entry.tag == "termEntry"
        assert sections
        assert kinds[-sections:] == ["langSet"] * sections
        assert set(kinds[:-sections]) <= AUXILIARY
        for section in entry.iter("langSet"):
            inner = [one.tag for one in section]
            tigs = inner.count("tig")
            assert inner[-tigs:] == ["tig"] * tigs
            assert set(inner[:-tigs]) <= AUXILIARY
            for tig in section.iter("tig"):
                held = [one.tag for one in tig]
                notes = held.count("termNote")
                assert held[: notes + 1] == ["term"] + ["termNote"] * notes
                assert set(held[notes + 1 :]) <= AUXILIARY
    known = [name for one in root.iter() if (name := one.get("id"))]
    assert len(known) == len(set(known))
    targets = {one.get("target") for one in root.iter()} - {None}
    assert targets <= set(known)
    assert {one.tag for one in root[1][1]} == {"refObjectList"}


def test_the_same_glossary_gives_the_same_bytes() -> None:
    assert export(built_in(), WANTED) == export(built_in(), WANTED)


def test_statuses_are_those_that_both_readers_take() -> None:
    """Earlier translate-toolkits take a concept with a deprecated term for obsolete."""
    statuses = {
        one.text
        for one in root_of(built_in()).iter("termNote")
        if one.get("type") == "administrativeStatus"
    }
    assert statuses == {"preferredTerm-admn-sts", "admittedTerm-admn-sts"}


def test_the_official_full_name_stands_first() -> None:
    """Where one term is asked for, translate-toolkit gives the first of its language."""
    names = (
        label("habitual", status="admitted"),
        label("GR", lang="mul", kind="acronym"),
        label("own roof", of=("KR",)),
        label("green roof"),
    )
    root = root_of(Termbase([Concept(id="roof", labels=names)]))
    assert terms(root) == ["green roof", "GR", "own roof", "habitual"]
    assert terms(root, "vi") == ["GR"]


def test_what_version_2_tells_better() -> None:
    names = (label("R₂", kind="symbol"), label("Roof", part_of_speech="proper-noun"))
    content, losses = export(Termbase([Concept(id="roof", labels=names)]), WANTED)
    assert '<termNote type="termType">symbol</termNote>' in str(content)
    assert '<termNote type="partOfSpeech">properNoun</termNote>' in str(content)
    assert not losses


OFFERED = "OmegaT would offer them as names to write"
TAKEN = "OmegaT and Weblate would take them for the concept itself"


@pytest.mark.parametrize(
    ("one", "line"),
    [
        (label("b", status="forbidden"), f"1 forbidden label left out: {OFFERED}"),
        (label("b", status="deprecated"), f"1 deprecated label left out: {OFFERED}"),
        (label("b", status="mistranslation"), f"1 mistranslation label left out: {OFFERED}"),
        (
            label("b", status="admitted", sense="narrower"),
            f"1 narrower or broader label left out: {TAKEN}",
        ),
        (
            label("b{n}", status="admitted"),
            "1 numbered label left out: OmegaT and Weblate would look for “{n}” itself",
        ),
    ],
)
def test_names_that_stay_out(one: Label, line: str) -> None:
    base = Termbase([Concept(id="roof", labels=(label("roof"), one))])
    content, losses = export(base, WANTED)
    assert list(map(str, losses)) == [line]
    assert terms(root_of(base)) == ["roof"]
    alone = export(Termbase([Concept(id="roof", labels=(one,))]), WANTED)
    assert list(map(str, alone.losses)) == [
        "1 concept left out: none of its labels has a place in martif"
    ]
    assert "termEntry" not in str(alone.content)
    assert "termEntry" in str(content)


def test_khihau_reads_it(tmp_path: Path) -> None:
    """As a file of another program: it lacks too much to be taken for our own."""
    file = tmp_path / "a.tbx"
    file.write_text(str(export(Termbase([ROOF], ROOFS), WANTED).content), "utf-8")
    found = list(read(file, None))
    (entry,) = (one for one in found if isinstance(one, Entry))
    assert [(one["lang"], one["text"]) for one in entry.values["label"]] == [
        ("mul", "GR"),
        ("en", "green roof"),
    ]
    assert not [one for one in found if isinstance(one, Ignored) and "term" in one.what]
