"""`khihau glossary diff`, and the older version of a glossary that other commands ask for."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest

from built_in import built_in
from khihau.cli.glossary.diff import diff_command
from khihau.console.glossaries import Glossaries
from khihau.console.versions import old_termbase
from khihau.errors import ConfigError, GlossaryError, KhihauError
from khihau.render import RENDERERS
from khihau.termbase.locate import builtin_glossary

pytestmark = pytest.mark.usefixtures("git_at_hand")

SCHEMA = json.loads(files("khihau.render.differences").joinpath("schema.json").read_text("utf-8"))

ONE = """id = "green-roof"

[[label]]
lang = "vi"
text = "mái nhà xanh"
status = "preferred"

[[label]]
lang = "en"
text = "green roof"
status = "preferred"
source = "handbook"
"""
TWO = ONE.replace("mái nhà xanh", "mái xanh") + (
    '\n[[label]]\nlang = "vi"\ntext = "mái nhà xanh"\nstatus = "forbidden"\n'
)
OTHER = ONE.replace("green-roof", "rain-garden").replace("green roof", "rain *garden*")
SOURCES = '[handbook]\ntitle = "Handbook"\ndate = "{}"\n'
LINE = "the official vi name is now “mái xanh” (was “mái nhà xanh”, now forbidden); unverified"


def git(*arguments: str) -> str:
    who = {f"GIT_{one}_{what}": "a@b" for one in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}  # fmt: skip
    environment = {**os.environ, **who, "GIT_CONFIG_GLOBAL": os.devnull}
    done = subprocess.run(("git", *arguments), check=True, capture_output=True, env=environment)
    return done.stdout.decode()


def save(name: str, content: str) -> Path:
    file = Path(name)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(content, "utf-8")
    return file


def commit(tag: str) -> None:
    git("add", "-A")
    git("commit", "-qm", tag)
    git("tag", tag)


def diff(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    diff_command.main(arguments, standalone_mode=False)
    return capsys.readouterr().out


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a glossary that was tagged v1 and is another one now."""
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    git("init", "-q", "-b", "main")
    save("glossary/markets/green-roof.toml", ONE)
    save("glossary/sources.toml", SOURCES.format(2020))
    commit("v1")
    save("glossary/markets/green-roof.toml", TWO)
    save("glossary/water/rain-garden.toml", OTHER)
    save("glossary/sources.toml", SOURCES.format(2021))
    return folder


TEXT = f"""v1 → glossary
1 concept new, 1 changed; 3 labels new, 1 changed; 1 source changed.

Official names changed, and names that are no longer right (1)

  green roof (green-roof)
    {LINE}

New concepts (1)

  rain *garden*; vi mái nhà xanh (rain-garden)

Changed sources (1)

  Handbook, 2021 (handbook)
    date is now 2021 (was 2020)
"""
MARKDOWN = f"""# Glossary changes: v1 → glossary

1 concept new, 1 changed; 3 labels new, 1 changed; 1 source changed.

## Official names changed, and names that are no longer right (1)

- **green roof** (`green-roof`)
  - {LINE}

## New concepts (1)

- rain \\*garden\\*; vi mái nhà xanh (`rain-garden`)

## Changed sources (1)

- **Handbook, 2021** (`handbook`)
  - date is now 2021 (was 2020)
"""


@pytest.mark.usefixtures("work")
def test_the_glossary_on_disk_and_a_tag(capsys: pytest.CaptureFixture[str]) -> None:
    assert diff(capsys, "v1") == TEXT
    assert diff(capsys, "v1", "-f", "markdown") == MARKDOWN
    assert diff(capsys, "v1", "-o", "note.txt") == ""
    assert Path("note.txt").read_text("utf-8") == TEXT
    assert not list(Path("..").glob("khihau-*")), "the temporary folder is gone"


@pytest.mark.usefixtures("work")
def test_json(capsys: pytest.CaptureFixture[str]) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    record: dict[str, Any] = json.loads(diff(capsys, "v1", "-f", "json"))
    jsonschema.validate(record, SCHEMA, jsonschema.Draft202012Validator)
    assert (record["old"], record["new"]) == ("v1", "glossary")
    changed, new = record["concepts"]
    assert (changed["change"], new["change"]) == ("changed", "new")
    assert new["names"] == {"vi": "mái nhà xanh", "en": "rain *garden*"}
    assert [one["text"] for one in new["labels"]] == ["mái nhà xanh", "rain *garden*"]
    assert [(one["change"], one["text"]) for one in changed["labels"]] == [
        ("new", "mái xanh"),
        ("changed", "mái nhà xanh"),
    ]
    assert changed["labels"][1]["values"] == [
        {"key": "status", "old": "preferred", "new": "forbidden"}
    ]
    assert record["sources"][0]["values"] == [{"key": "date", "old": "2020", "new": "2021"}]
    gone = json.loads(diff(capsys, "glossary", "v1", "-f", "json"))
    jsonschema.validate(gone, SCHEMA, jsonschema.Draft202012Validator)
    assert [one["change"] for one in gone["concepts"]] == ["changed", "removed"]


@pytest.mark.usefixtures("work")
def test_json_of_a_large_glossary_holds_to_the_schema(capsys: pytest.CaptureFixture[str]) -> None:
    record = json.loads(diff(capsys, "glossary", str(builtin_glossary()), "-f", "json"))
    jsonschema.validate(record, SCHEMA, jsonschema.Draft202012Validator)
    assert len(record["concepts"]) > len(built_in())


@pytest.mark.usefixtures("work")
@pytest.mark.parametrize("form", RENDERERS["differences"])
def test_no_differences(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    commit("v2")
    told = diff(capsys, "v2", "-f", form)
    assert form == "json" or told.endswith("No differences.\n")
    assert diff(capsys, "v2") == diff(capsys, "glossary") == "No differences.\n"


@pytest.mark.usefixtures("work")
def test_ways_to_name_a_version(capsys: pytest.CaptureFixture[str]) -> None:
    commit("v2")
    rest = TEXT.partition("\n")[2]
    assert diff(capsys, "v1", "v2").partition("\n")[2] == rest
    Path("glossary").rename("terms")
    for names in (
        ("v1:glossary", "v2"),
        ("v1:glossary", "terms"),
        ("v1:./glossary/", "v2:glossary"),
        ("HEAD~1:glossary", "HEAD"),
    ):
        assert diff(capsys, *names).partition("\n")[2] == rest, names
    file = "markets/green-roof.toml"
    assert LINE in diff(capsys, f"v1:glossary/{file}", f"terms/{file}")
    os.chdir("terms")
    assert diff(capsys, "v1:../glossary", ".").partition("\n")[2] == rest


@pytest.mark.usefixtures("work")
def test_a_path_that_exists_comes_before_a_tag(capsys: pytest.CaptureFixture[str]) -> None:
    git("tag", "glossary")
    assert diff(capsys, "glossary") == "No differences.\n"


@pytest.mark.usefixtures("work")
def test_the_top_of_a_repository(capsys: pytest.CaptureFixture[str]) -> None:
    assert "1 concept new" in diff(capsys, "v1:", "glossary")


# --- the glossary of a project --------------------------------------------------------------------

OVERLAY = 'id = "ndc"\n\n[[label]]\nlang = "vi"\ntext = "{}"\nstatus = "admitted"\n'


@pytest.mark.usefixtures("work")
def test_an_overlay_says_what_it_changes(capsys: pytest.CaptureFixture[str]) -> None:
    save("khihau.toml", 'glossary = ["house", "later"]\n')
    save("house/ndc.toml", OVERLAY.format("cam kết của mỗi nước"))
    commit("v2")
    save("house/ndc.toml", 'id = "ndc"\nnote.en = "Our note."\n')
    save("later/btr.toml", OVERLAY.replace("ndc", "btr").format("báo cáo hai năm của nước ta"))
    told = diff(capsys, "v2")
    assert told.startswith("v2 → house, later\n2 concepts changed; 1 label new, 1 gone.\n")
    assert "  NDC – nationally determined contribution (ndc)\n" in told
    assert "no longer listed in vi: “cam kết của mỗi nước” (admitted)" in told
    assert "new in vi: “báo cáo hai năm của nước ta” (admitted; unverified)" in told
    assert any(
        one.text == "cam kết của mỗi nước" for one in old_termbase("v2", Glossaries())["ndc"].labels
    )
    assert len(old_termbase("v2", Glossaries())) == len(built_in())


@pytest.mark.usefixtures("work")
def test_glossaries_that_are_named_are_no_overlays(capsys: pytest.CaptureFixture[str]) -> None:
    save("khihau.toml", 'glossary = ["house"]\n')
    save("house/ndc.toml", OVERLAY.format("cam kết của mỗi nước"))
    commit("v2")
    assert diff(capsys, "v1:glossary", "glossary").partition("\n")[2] == TEXT.partition("\n")[2]
    assert diff(capsys, "v2:house", "house") == "No differences.\n"
    save("house/ndc.toml", OVERLAY.format("cam kết quốc gia"))
    told = diff(capsys, "v2:house", "house")
    assert "NDC – nationally determined contribution" in told


@pytest.mark.usefixtures("work")
def test_a_glossary_of_the_command_line_has_an_older_version_too() -> None:
    save("house/ndc.toml", OVERLAY.format("cam kết của mỗi nước"))
    commit("v2")
    save("house/ndc.toml", OVERLAY.format("cam kết quốc gia"))
    texts = {one.text for one in old_termbase("v2", Glossaries((Path("house"),)))["ndc"].labels}
    assert "cam kết của mỗi nước" in texts
    assert "cam kết quốc gia" not in texts


@pytest.mark.usefixtures("work")
def test_a_folder_that_only_adds_to_concepts_is_an_overlay(
    capsys: pytest.CaptureFixture[str],
) -> None:
    save("old/ndc.toml", 'id = "ndc"\nnote.ko = "하나"\n')
    save("new/ndc.toml", 'id = "ndc"\nnote.ko = "둘"\n')
    told = diff(capsys, "old", "new")
    assert "note.ko: “하나” → “둘”" in told
    assert "1 concept changed.\n" in told
    save("new/bad.toml", 'id = "bad"\n')
    with pytest.raises(GlossaryError) as error:
        diff(capsys, "old", "new")
    assert "old/ndc.toml" in str(error.value)


def test_old_termbase(work: Path) -> None:
    base = old_termbase("v1", Glossaries())
    assert [one.id for one in base.concepts] == ["green-roof"]
    assert base["green-roof"].domain == "markets"
    assert base["green-roof"].file == "v1:glossary/markets/green-roof.toml"
    assert base.sources["handbook"].date == "2020"
    assert base.sources["handbook"].file == "v1:glossary/sources.toml"
    (work / "glossary").rename(work / "terms")
    assert len(old_termbase("terms", Glossaries())) == 2


def test_without_a_glossary_of_its_own_the_builtin_one_is_meant(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert diff(capsys, str(builtin_glossary())) == "No differences.\n"
    monkeypatch.setattr("khihau.project.history.builtin_glossary", lambda: tmp_path / "elsewhere")
    with pytest.raises(ConfigError, match="v1: no such file or folder, and a commit needs a git"):
        diff(capsys, "v1")


# --- what goes wrong ------------------------------------------------------------------------------


def message(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    with pytest.raises(KhihauError) as error:
        diff(capsys, *arguments)
    return str(error.value)


def test_errors_name_the_next_step(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = message(capsys, "v9")
    assert told == (
        f"v9: no such file or folder, and git knows no commit “v9” in {work.resolve()}; "
        "name a folder, or a commit, branch or tag that was fetched"
    )
    assert "git knows no commit “--all”" in message(capsys, "--", "--all")
    assert "git knows no commit “v9”" in message(capsys, "v9:glossary")
    assert message(capsys, "v1:nothing") == (
        "v1:nothing: this commit has no glossary at nothing; "
        "name its folder there: v1:path/to/glossary"
    )
    Path("glossary").rename("terms")
    assert "v1: this commit has no glossary at terms" in message(capsys, "v1", "terms")
    save("empty/readme.md", "")
    assert "no concept files" in message(capsys, "empty", "terms")
    outside = work.parent / "outside"
    (work / "terms").rename(outside)
    assert "needs a git repository" in message(capsys, "v1", str(outside))


@pytest.mark.usefixtures("work")
def test_faults_of_a_commit_have_its_name(capsys: pytest.CaptureFixture[str]) -> None:
    save("glossary/bad.toml", 'id = "bad"\nstatus = 1\n')
    save("glossary/water/worse.toml", "id = “worse”\n")
    commit("bad")
    told = message(capsys, "bad", "v1")
    assert "bad:glossary/bad.toml:2: status: " in told
    assert "bad:glossary/water/worse.toml:1: " in told
    assert tempfile.gettempdir() not in told
    save("only/sources.toml", SOURCES.format(1))
    commit("only")
    assert "only:only: no concept files" in message(capsys, "only:only", "v1:glossary")


@pytest.mark.usefixtures("work")
def test_a_commit_that_was_fetched_in_part(capsys: pytest.CaptureFixture[str]) -> None:
    blob = git("rev-parse", "v1:glossary/sources.toml").strip()
    Path(".git/objects", blob[:2], blob[2:]).unlink()
    assert message(capsys, "v1") == "v1: git lacks sources.toml of this commit; fetch it"


def test_without_git(
    work: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(work / "nothing"))
    told = message(capsys, "v1")
    assert told.startswith(
        "v1: no such file or folder, and a commit needs git, which cannot be run"
    )
    assert told.endswith("install git")


@pytest.mark.skipif(sys.platform == "win32", reason="links")
def test_only_plain_files_of_a_commit_are_read(
    work: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    save("secret.toml", ONE.replace("green-roof", "secret"))
    (work / "glossary" / "secret.toml").symlink_to(work / "secret.toml")
    (work / "glossary" / "water" / "up").symlink_to(work / "glossary")
    save("glossary/run.sh", "")
    commit("v2")
    assert [one.id for one in old_termbase("v2", Glossaries()).concepts] == [
        "green-roof",
        "rain-garden",
    ]
    (work / "linked").symlink_to(work / "glossary")
    commit("v3")
    assert "no glossary at linked" in message(capsys, "v3:linked")
    assert diff(capsys, "v3", "linked").startswith("v3 → linked\n1 concept new;")


def test_a_tree_cannot_name_files_elsewhere(work: Path) -> None:
    blob = git("rev-parse", "v1:glossary/markets/green-roof.toml").strip()
    safe = git("rev-parse", "v1:glossary").strip()
    entries = f"040000 tree {safe}\tmarkets\n"
    tree = _given(entries, "mktree")
    above = _given(f"100644 blob {blob}\tescaped.toml\n040000 tree {tree}\tg\n", "mktree")
    # git would not make such a tree, but reads one that another program made
    raw = b"40000 ..\0" + bytes.fromhex(above) + b"100644 x.toml\0" + bytes.fromhex(blob)
    evil = _given(raw, "hash-object", "-t", "tree", "-w", "--stdin", "--literally")
    git("tag", "evil", _given("", "commit-tree", evil, "-m", "evil"))
    with pytest.raises(GlossaryError, match=r"evil:x\.toml"):  # not the name that its id asks for
        old_termbase("evil:", Glossaries())
    assert not list(work.parent.glob("**/escaped.toml"))


def _given(text: str | bytes, *arguments: str) -> str:
    given = text if isinstance(text, bytes) else text.encode()
    who = {f"GIT_{one}_{what}": "a@b" for one in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}  # fmt: skip
    done = subprocess.run(
        ("git", *arguments), check=True, capture_output=True, input=given, env={**os.environ, **who}
    )
    return done.stdout.decode().strip()
