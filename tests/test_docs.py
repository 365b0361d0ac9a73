"""The documents tell the truth: their tables are whole, their links lead somewhere (see also tests/glossary)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import khihau
from khihau.cli.main import COMMANDS
from khihau.profiles.table import severity_of
from khihau.rulebook import all_rules
from sessions import ROOT, blocks_of, pages, run

PAGES = pages()
README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = [block for page in PAGES for block in blocks_of(page)]
SESSIONS = [block for block in BLOCKS if block.language == "console"]

LINK = re.compile(r"\]\((?!\w+:|#)([^)#\s]+)")
FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_to_files(page: Path) -> None:
    prose = FENCED.sub("", page.read_text("utf-8"))
    for target in LINK.findall(prose):
        assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_readme_shows_each_command_that_reads_texts() -> None:
    shown = {
        command
        for block in SESSIONS
        if block.page.name == "README.md"
        for command in re.findall(r"^\$ khihau (\w+)", block.content, re.MULTILINE)
    }
    assert shown >= set(COMMANDS) - {"glossary"}


def test_readme_has_a_row_for_each_rule_with_its_severity() -> None:
    told = re.findall(r"^\| `([a-z-]+)` \| .+ \| (\w+) \|$", README, re.MULTILINE)
    assert told == [(rule.name, severity_of(rule.name)) for rule in all_rules()]


def test_readme_has_a_row_for_each_command() -> None:
    assert set(re.findall(r"^\| `khihau (\w+)", README, re.MULTILINE)) == set(COMMANDS)


def test_readme_names_each_public_function() -> None:
    functions = [name for name in khihau.__all__ if name[0].islower()]
    assert [name for name in functions if f"khihau.{name}(" not in README] == []


def shell_lines(text: str) -> list[str]:
    return [
        line
        for block in re.findall(r"^```sh\n(.*?)^```$", text, re.M | re.S)
        for line in block.splitlines()
    ]


def test_the_two_commands_of_the_readme_come_first() -> None:
    annotate, tests = shell_lines(README)[:2]
    assert annotate.endswith("/khihau annotate examples/press-release.vi.txt --to ko")
    assert tests.endswith("/pytest -n auto")


def test_ci_runs_the_test_command_of_the_readme() -> None:
    """Step by step, with .ci/venv for .venv."""
    steps = shell_lines(README)[1].replace(".venv", ".ci/venv").split(" && ")
    lines = [line.strip() for line in (ROOT / ".ci" / "run").read_text("utf-8").splitlines()]
    assert [step for line in lines for step in steps if line.partition(" | ")[0] == step] == steps


def test_every_example_draft_has_something_to_see(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    drafts = sorted(Path("examples").glob("press-release.*"))
    assert {draft.name.split(".")[1] for draft in drafts} == {"vi", "ko", "en"}
    for draft in drafts:
        shown, code = run(["check", str(draft), "--date", "2026-06-01"])
        assert code == 1
        for rule in ("forbidden-label", "deprecated-label", "unofficial-expansion"):
            assert f"({rule}[" in shown, f"{draft}: no {rule}"
        assert "[cbam])" in shown


def test_the_example_settings_lay_the_example_glossary_over_the_built_in_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(ROOT)
    settings = ["--config", "examples/khihau.toml", "--quiet"]
    for draft, name in (("vi.txt", "한-베트남 기후대화"), ("en.md", "한-베트남 기후대화")):
        shown, code = run(["annotate", f"examples/press-release.{draft}", *settings])
        assert (code, name in shown) == (0, True)


def test_a_house_has_the_settings_that_its_page_shows() -> None:
    shown = next(
        block.content for block in blocks_of(ROOT / "docs/houses.md") if block.language == "toml"
    )
    assert (ROOT / "examples/house/khihau.toml").read_text("utf-8") == shown
