"""Reading a glossary: what comes out, and what is accepted on the way in."""

from __future__ import annotations

import contextlib
import datetime
import tempfile
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from built_in import built_in
from khihau.errors import GlossaryError
from khihau.model import Concept, Example, Label, Source, SourceRef, Successor
from khihau.termbase.load import load_glossary, open_glossary
from khihau.termbase.locate import builtin_glossary

BTR = """\
id = "btr"
definition.en = "Report that each Party submits every two years."
definition.vi = "Báo cáo hai năm một lần."
note.ko = "각주"
related = ["etf", "mrv"]
broader = "report"
replaced_by = "btr-2"

[[label]]
lang = "en"
text = "biennial transparency report"
status = "preferred"
source = "decision"
plural = "biennial transparency reports"

[[label]]
lang = "mul"
text = "BTR"
kind = "acronym"
status = "preferred"
source = { id = "decision", at = "para. 3" }
reading = "비티아르"
case = "exact"

[[label]]
lang = "vi"
text = "Báo cáo minh bạch"
status = "deprecated"
source = ["decision", { id = "law", at = "Điều 1" }, { id = "law" }]
note.en = "old"
scope = ["vn", "law"]
near = ["khí hậu"]
not_near = ["tài chính"]
covered_by = ["Báo cáo minh bạch tài chính"]
homonym = "a report of a company"
since = 2020-01-01
until = 2025-03-01

[[example]]
lang = "vi"
text = "Nộp ⟦BTR⟧."

[[counterexample]]
lang = "en"
text = "A better report."
"""

CONCEPT = Concept(
    id="btr",
    domain="reports",
    definition={
        "en": "Report that each Party submits every two years.",
        "vi": "Báo cáo hai năm một lần.",
    },
    note={"ko": "각주"},
    related=("etf", "mrv"),
    broader="report",
    replaced_by=(Successor("btr-2"),),
    labels=(
        Label(
            lang="en",
            text="biennial transparency report",
            status="preferred",
            source=(SourceRef("decision"),),
            plural="biennial transparency reports",
        ),
        Label(
            lang="mul",
            text="BTR",
            kind="acronym",
            status="preferred",
            source=(SourceRef("decision", "para. 3"),),
            reading="비티아르",
            case="exact",
        ),
        Label(
            lang="vi",
            text="Báo cáo minh bạch",
            status="deprecated",
            source=(SourceRef("decision"), SourceRef("law", "Điều 1"), SourceRef("law")),
            note={"en": "old"},
            scope=("vn", "law"),
            near=("khí hậu",),
            not_near=("tài chính",),
            covered_by=("Báo cáo minh bạch tài chính",),
            homonym="a report of a company",
            since=datetime.date(2020, 1, 1),
            until=datetime.date(2025, 3, 1),
        ),
    ),
    examples=(Example("vi", "Nộp ⟦BTR⟧."),),
    counterexamples=(Example("en", "A better report."),),
)

SOURCES = """\
[decision]
title = "Decision 18/CMA.1"
publisher = "UNFCCC"
date = 2019-03-19
url = "https://unfccc.int"
reliability = "treaty"

["Luật BVMT"]
title = "Luật"
date = "2020"
"""


def minimal(concept_id: str, text: str = "khí hậu") -> str:
    return f'id = "{concept_id}"\n[[label]]\nlang = "vi"\ntext = "{text}"\nstatus = "preferred"\n'


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")
    return folder


def test_every_key_is_read(tmp_path: Path) -> None:
    folder = write(tmp_path, {"reports/btr.toml": BTR, "sources.toml": SOURCES})
    base = load_glossary(folder, builtin=False)
    assert base.concepts == (CONCEPT,)
    assert base.sources == {
        "decision": Source(
            "decision", "Decision 18/CMA.1", "UNFCCC", "2019-03-19", "https://unfccc.int", "treaty"
        ),
        "Luật BVMT": Source("Luật BVMT", "Luật", date="2020"),
    }


def test_a_label_has_defaults(tmp_path: Path) -> None:
    write(tmp_path, {"a.toml": minimal("a")})
    base = load_glossary(tmp_path / "a.toml", builtin=False)
    assert base["a"].labels == (Label(lang="vi", text="khí hậu", status="preferred"),)
    assert base["a"].labels[0].kind == "full"
    assert base["a"].labels[0].source == ()


def test_concepts_come_by_id_from_all_depths(tmp_path: Path) -> None:
    names = {"z/a.toml": "a", "b.toml": "b", "x/y/c.toml": "c"}
    folder = write(tmp_path / "terms", {name: minimal(i, i) for name, i in names.items()})
    base = load_glossary(folder, builtin=False)
    assert [(concept.id, concept.domain) for concept in base.concepts] == [
        ("a", "z"),
        ("b", "terms"),
        ("c", "y"),
    ]


def test_other_files_are_left_alone(tmp_path: Path) -> None:
    files = {"x/a.toml": minimal("a"), "README.md": "no", ".git/b.toml": "no", "x/.c.toml": "no"}
    base = load_glossary(write(tmp_path, files), builtin=False)
    assert [concept.id for concept in base.concepts] == ["a"]


def test_files_are_shown_from_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {"inside/g/a.toml": minimal("a"), "outside/b.toml": minimal("b")})
    monkeypatch.chdir(tmp_path / "inside")
    base = load_glossary(tmp_path / "inside" / "g", "../outside", builtin=False)
    assert [concept.file for concept in base.concepts] == ["g/a.toml", "../outside/b.toml"]


def test_a_single_file_brings_the_sources_beside_it(tmp_path: Path) -> None:
    write(tmp_path, {"x/a.toml": minimal("a"), "x/b.toml": "broken", "x/sources.toml": SOURCES})
    base = load_glossary(str(tmp_path / "x" / "a.toml"), builtin=False)
    assert [(concept.id, concept.domain) for concept in base.concepts] == [("a", "x")]
    assert set(base.sources) == {"decision", "Luật BVMT"}


@pytest.mark.parametrize(
    "encode",
    [
        lambda text: text.encode("utf-8-sig"),
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: text.rstrip("\n").encode(),
        lambda text: text.replace(" = ", "\t=\t").encode(),
    ],
    ids=["byte order mark", "CRLF", "no last newline", "tabs"],
)
def test_ways_to_save_a_file(encode, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "btr.toml").write_bytes(encode(BTR))
    assert load_glossary(tmp_path, builtin=False)["btr"].labels == CONCEPT.labels


def test_texts_stay_as_they_are_stored(tmp_path: Path) -> None:
    decomposed = unicodedata.normalize("NFD", "biến đổi khí hậu")
    write(tmp_path, {"a.toml": minimal("a", decomposed)})
    assert load_glossary(tmp_path, builtin=False)["a"].labels[0].text == decomposed


def test_a_decomposed_file_name_is_the_same_id(tmp_path: Path) -> None:
    name = unicodedata.normalize("NFD", "khí-hậu")
    write(tmp_path, {f"{name}.toml": minimal("khí-hậu")})
    assert "khí-hậu" in load_glossary(tmp_path, builtin=False)


@pytest.mark.parametrize("text", ["COP{n}", "제{n}차 총회", "phiên {n}"])
def test_numbered_labels(text: str, tmp_path: Path) -> None:
    write(tmp_path, {"a.toml": minimal("a", text)})
    assert load_glossary(tmp_path, builtin=False)["a"].labels[0].numbered


def test_an_ordinal_in_english(tmp_path: Path) -> None:
    content = minimal("a", "{n:ordinal} session").replace('"vi"', '"en"')
    write(tmp_path, {"a.toml": content})
    assert load_glossary(tmp_path, builtin=False)["a"].labels[0].numbered


@given(st.integers(0, len(BTR)), st.integers(0, len(BTR)), st.binary(max_size=6) | st.text())
@settings(deadline=None)
def test_any_bytes_give_a_concept_or_an_error(start: int, end: int, junk: bytes | str) -> None:
    middle = junk if isinstance(junk, bytes) else junk.encode("utf-8", "surrogatepass")
    data = BTR[:start].encode() + middle + BTR[end:].encode()
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "btr.toml").write_bytes(data)
        with contextlib.suppress(GlossaryError):
            assert len(load_glossary(folder, builtin=False)) == 1


def test_no_path_and_no_builtin_is_an_empty_base() -> None:
    base = load_glossary(builtin=False)
    assert (len(base), base.sources) == (0, {})


def test_the_builtin_glossary_loads() -> None:
    base = built_in()
    assert len(base) > 40
    langs = {label.lang for concept in base.concepts for label in concept.labels}
    assert langs >= {"vi", "ko", "en"}
    assert (builtin_glossary() / "sources.toml").is_file()


def test_a_source_that_is_read_alone_is_that_of_the_whole(tmp_path: Path) -> None:
    keys = ("a", "b-1", "c", "d", "last")
    (tmp_path / "sources.toml").write_text(
        '# first\n[a] # a remark\ntitle = "A"\n\n[b-1]\ntitle = "B"\ndate = 2024-11-10\n'
        "[c]\ntitle = '''\n[a]\n'''\n\n['d']\ntitle = \"D\"\n[last]\ntitle = \"Z [1]\"",
        "utf-8",
    )
    (tmp_path / "btr.toml").write_text(
        'id = "btr"\n[[label]]\nlang = "en"\ntext = "BTR"\nstatus = "preferred"\n', "utf-8"
    )
    whole = load_glossary(tmp_path, builtin=False).sources
    assert tuple(whole) == keys
    for key in keys:
        assert open_glossary(tmp_path, builtin=False).sources[key] == whole[key]
    alone = open_glossary(tmp_path, builtin=False).sources
    assert alone.get("none") is None
    assert [alone.get(key) for key in keys] == list(whole.values())


def test_more_sources_than_are_read_alone() -> None:
    whole, alone = built_in().sources, open_glossary().sources
    keys = list(whole)[::40]
    assert len(keys) > 20
    assert [alone[key] for key in keys] == [whole[key] for key in keys]
