"""No command writes over what it reads, by whatever name it is told to."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from khihau.cli.main import main

CONCEPT = 'id = "{id}"\n[[label]]\nlang = "en"\ntext = "{text}"\nstatus = "preferred"\n'
OWN = ("--no-builtin", "--glossary", "g")
# The command, what it is told to write to, the file that this is, and the option that tells it.
CASES = [
    ("annotate keep.txt", "keep.txt", "keep.txt"),
    ("annotate keep.txt -f markdown", "./keep.txt", "keep.txt"),
    ("annotate keep.txt other.txt", "soft.txt", "keep.txt"),
    ("annotate keep.txt", "hard.txt", "keep.txt"),
    ("annotate soft.txt", "hard.txt", "soft.txt"),
    ("annotate docs", "docs/in.md", "docs/in.md"),
    ("expand keep.txt", "keep.txt", "keep.txt"),
    ("expand keep.txt --diff", "hard.txt", "keep.txt"),
    ("acronyms keep.txt", "keep.txt", "keep.txt"),
    ("check keep.txt", "keep.txt", "keep.txt"),
    ("check keep.txt --fix --suggested", "keep.txt", "keep.txt"),
    ("check docs -f jsonl", "docs/in.md", "docs/in.md"),
    ("check keep.txt", "known.json", "known.json"),
    ("check keep.txt --baseline old.json", "old.json", "old.json"),
    ("pair keep.txt other.txt", "keep.txt", "keep.txt"),
    ("pair keep.txt other.txt --report html", "other.txt", "other.txt"),
    ("pair both.tsv", "both.tsv", "both.tsv"),
    ("brief keep.txt --to vi", "keep.txt", "keep.txt"),
    ("brief both.tsv --to vi -f tsv", "both.tsv", "both.tsv"),
    ("annotate keep.txt", "g/zoo/levy.toml", "g/zoo/levy.toml"),
    ("annotate keep.txt", "g/sources.toml", "g/sources.toml"),
    ("expand keep.txt", "khihau.toml", "khihau.toml"),
    ("glossary export -f json", "g/zoo/levy.toml", "g/zoo/levy.toml"),
    ("glossary export -f csv", "hard.toml", "g/zoo/levy.toml"),
    ("glossary export -f json", "khihau.toml", "khihau.toml"),
    ("glossary diff old.toml g/zoo/levy.toml", "old.toml", "old.toml"),
    ("glossary diff old.toml g", "g/zoo/levy.toml", "g/zoo/levy.toml"),
]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with drafts, a glossary and settings, some of them under two names."""
    draft = "A wallop levy is paid.\n"
    files = {
        "keep.txt": draft,
        "other.txt": "Người dân nộp phí.\n",
        "docs/in.md": draft,
        "both.tsv": f"en\tvi\n{draft.strip()}\tNgười dân nộp phí.\n",
        "g/sources.toml": "",
        "g/zoo/levy.toml": CONCEPT.format(id="levy", text="wallop levy"),
        "old.toml": CONCEPT.format(id="old", text="wallop fee"),
        "khihau.toml": 'baseline = "known.json"\n',
        "known.json": '{\n "khihau-baseline": 1,\n "findings": []\n}\n',
        "old.json": '{\n "khihau-baseline": 1,\n "findings": []\n}\n',
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    (tmp_path / "soft.txt").symlink_to("keep.txt")
    (tmp_path / "hard.txt").hardlink_to(tmp_path / "keep.txt")
    (tmp_path / "hard.toml").hardlink_to(tmp_path / "g" / "zoo" / "levy.toml")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def tree(folder: Path) -> dict[str, bytes]:
    return {str(x): x.read_bytes() for x in sorted(folder.rglob("*")) if x.is_file()}


def refused(capsys: pytest.CaptureFixture[str], folder: Path, *arguments: str) -> str:
    """What a run says that ends with 2 and changes nothing."""
    before = tree(folder)
    assert main(arguments) == 2
    assert tree(folder) == before
    return capsys.readouterr().err


@pytest.mark.parametrize(("command", "output", "read"), CASES)
def test_an_output_that_is_an_input(
    folder: Path, command: str, output: str, read: str, capsys: pytest.CaptureFixture[str]
) -> None:
    glossary = () if "diff" in command.split() else OWN
    arguments = (*command.split(), *glossary, "-o")
    shown = Path(output)
    said = refused(capsys, folder, *arguments, output)
    assert said.startswith(f"khihau: --output {shown}: is ")
    if str(shown) != read:
        assert f"the same file as {read if command.startswith(('ann', 'exp')) else ''}" in said
    assert said.endswith(
        "read by this command, and would be lost; nothing was written; name another file\n"
    )
    assert main([*arguments, "new" + Path(output).suffix]) in (0, 1)


def test_standard_input_that_is_the_output(folder: Path) -> None:
    command = [sys.executable, "-m", "khihau", "expand", "-", "-o", "hard.txt", *OWN]
    with Path("keep.txt").open("rb") as given:
        done = subprocess.run(command, stdin=given, capture_output=True, check=False)
    assert done.returncode == 2
    assert b"--output hard.txt: is the same file as standard input, which is read" in done.stderr
    assert (folder / "keep.txt").read_text() == "A wallop levy is paid.\n"


@pytest.mark.parametrize("baseline", ["keep.txt", "hard.txt", "g/zoo/levy.toml", "khihau.toml"])
def test_a_baseline_that_is_an_input(
    folder: Path, baseline: str, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ("check", "keep.txt", *OWN, "--update-baseline")
    said = refused(capsys, folder, *options, "--baseline", baseline)
    assert said.startswith(f"khihau: --baseline {baseline}: is ")
    assert main([*options, "--baseline", "known.json"]) == 0
    assert main([*options]) == 0


def test_a_site_over_its_glossary(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The list of an earlier site, which anyone may have written, says what is removed."""
    Path("g/.khihau-site").write_text("zoo/levy.toml\nsources.toml\n")
    said = refused(capsys, folder, "glossary", "site", *OWN, "-o", "g")
    assert said.startswith("khihau: --output g: holds g/")
    assert "name another folder" in said
