"""The documents tell the truth: their sessions run, their Python runs, their links lead somewhere."""

from __future__ import annotations

import contextlib
import doctest
import io
import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

import khihau
from khihau.cli.main import COMMANDS, main
from khihau.rules.choice import all_rules

ROOT = Path(__file__).parents[1]
PAGES = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")),
    *sorted((ROOT / "docs").glob("*.md")),
    *sorted((ROOT / "glossary").glob("*.md")),
]
README = (ROOT / "README.md").read_text("utf-8")

FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!\w+:|#)([^)#\s]+)")
LEFT_OUT = "…"  # a line of its own: any lines may stand here


@dataclass(frozen=True)
class Block:
    """One fenced block of a page, and where it stands."""

    page: Path
    line: int
    language: str
    content: str

    def __str__(self) -> str:
        return f"{self.page.relative_to(ROOT)}:{self.line}"


def blocks_of(page: Path) -> Iterator[Block]:
    text = page.read_text("utf-8")
    for found in FENCE.finditer(text):
        yield Block(page, text.count("\n", 0, found.start()) + 1, found[1], found[2])


BLOCKS = [block for page in PAGES for block in blocks_of(page)]
SESSIONS = [block for block in BLOCKS if block.language == "console"]


def commands(session: str) -> Iterator[tuple[str, str]]:
    """The commands of a console session, each with the output that the page shows for it."""
    for part in re.split(r"^\$ ", session, flags=re.MULTILINE)[1:]:
        command, _, output = part.partition("\n")
        yield command, output


def run(arguments: list[str]) -> tuple[str, int]:
    """Run the command line in this process: what a terminal would show, and the exit code."""
    screen = io.StringIO()
    with contextlib.redirect_stdout(screen), contextlib.redirect_stderr(screen):
        code = main(arguments)
    return screen.getvalue(), code


def agrees(shown: str, real: str) -> bool:
    """Whether the page's output is the real one, where "…" lines stand for any lines."""
    pattern = "".join(
        r"(?:.*\n)*?" if line == LEFT_OUT else re.escape(line) + r"\n"
        for line in without_trailing_spaces(shown)
    )
    return re.fullmatch(pattern, "\n".join([*without_trailing_spaces(real), ""])) is not None


def without_trailing_spaces(text: str) -> list[str]:
    """The lines of a text; editors strip the spaces at their ends, and blank lines at its end."""
    lines = [line.rstrip() for line in text.splitlines()]
    while lines and not lines[-1]:
        lines.pop()
    return lines


@pytest.mark.parametrize("block", SESSIONS, ids=str)
def test_console_sessions_show_the_real_output(
    block: Block, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    code = 0
    for command, shown in commands(block.content):
        if command == "echo $?":
            assert shown.strip() == str(code)
            continue
        program, *arguments = shlex.split(command)
        assert program == "khihau", f"only khihau runs in a console block, not {program}"
        real, code = run(arguments)
        assert agrees(shown, real), f"{block}: $ {command}\n{real}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_python_sessions_run(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The Python of a page is one session: later blocks see the names of earlier ones."""
    monkeypatch.chdir(ROOT)
    names: dict[str, object] = {}
    for block in BLOCKS:
        if block.page != page or block.language not in ("python", "pycon"):
            continue
        if block.language == "python":
            exec(compile(block.content, str(block), "exec"), names)
            continue
        parsed = doctest.DocTestParser().get_doctest(
            block.content, names, str(block), str(page), block.line
        )
        report = io.StringIO()
        runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
        runner.run(parsed, out=report.write, clear_globs=False)
        names.update(parsed.globs)
        assert runner.failures == 0, report.getvalue()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_to_files(page: Path) -> None:
    prose = FENCE.sub("", page.read_text("utf-8"))
    for target in LINK.findall(prose):
        assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_readme_shows_each_command_that_reads_texts() -> None:
    shown = {
        command.split()[1]
        for block in SESSIONS
        if block.page.name == "README.md"
        for command, _ in commands(block.content)
        if command.startswith("khihau")
    }
    assert shown >= set(COMMANDS) - {"glossary"}


def test_readme_has_a_row_for_each_rule_with_its_severity() -> None:
    told = re.findall(r"^\| `([a-z-]+)` \| .+ \| (\w+) \|$", README, re.MULTILINE)
    assert told == [(rule.name, rule.severity) for rule in all_rules()]


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
    """Step by step, with .ci/venv for .venv; the tests come last, so that their summary does."""
    steps = shell_lines(README)[1].replace(".venv", ".ci/venv").split(" && ")
    lines = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()
    assert [line for line in lines if line in steps] == steps
    assert lines[-1] == steps[-1]


def test_every_example_draft_has_something_to_see(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    drafts = sorted(Path("examples").glob("press-release.*"))
    assert {draft.name.split(".")[1] for draft in drafts} == {"vi", "ko", "en"}
    for draft in drafts:
        shown, code = run(["check", str(draft)])
        assert code == 1
        for rule in ("forbidden-label", "deprecated-label", "unofficial-expansion"):
            assert f"({rule}[" in shown, f"{draft}: no {rule}"
        assert "(undefined-acronym[cbam])" in shown


def test_the_example_settings_lay_the_example_glossary_over_the_built_in_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(ROOT)
    settings = ["--config", "examples/khihau.toml", "--quiet"]
    for draft, name in (("vi.txt", "한-베트남 기후대화"), ("en.md", "한-베트남 기후대화")):
        shown, code = run(["annotate", f"examples/press-release.{draft}", *settings])
        assert (code, name in shown) == (0, True)
