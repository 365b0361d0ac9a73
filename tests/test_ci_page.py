"""docs/ci.md and the hooks: their YAML is sound, khihau takes each command and setting in them."""

from __future__ import annotations

import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from khihau.cli.main import cli
from khihau.config import load_config
from sessions import Block, blocks_of

ROOT = Path(__file__).parents[1]
BLOCKS = list(blocks_of(ROOT / "docs" / "ci.md"))
HOOKS = {
    hook["id"]: hook
    for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
}


def of(language: str) -> list[Block]:
    return [block for block in BLOCKS if block.language == language]


def hook_configs() -> Iterator[str]:
    """The blocks that are a .pre-commit-config.yaml."""
    return (block.content for block in of("yaml") if block.content.startswith("repos:"))


def texts(value: Any) -> Iterator[str]:
    """Every text in a YAML value."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from texts(item)
    elif isinstance(value, str):
        yield value


def page_commands() -> Iterator[str]:
    """The lines of the page that call khihau, in shell blocks and in jobs."""
    shells = [block.content for block in of("sh")]
    jobs = [text for block in of("yaml") for text in texts(yaml.safe_load(block.content))]
    for text in (*shells, *jobs):
        yield from (line for line in text.splitlines() if line.startswith("khihau "))


def hook_commands() -> Iterator[str]:
    """What pre-commit would run for each hook, and for each use of a hook on the page."""
    used = [
        hook
        for config in hook_configs()
        for repo in yaml.safe_load(config)["repos"]
        for hook in repo["hooks"]
    ]
    for hook in (*({"id": name} for name in HOOKS), *used):
        told = HOOKS[hook["id"]] | hook
        files = ["tin.md"] if told.get("pass_filenames", True) else []
        yield shlex.join([*shlex.split(told["entry"]), *told.get("args", ()), *files])


@pytest.mark.parametrize("line", dict.fromkeys((*page_commands(), *hook_commands())))
def test_the_command_line_takes_each_command(line: str) -> None:
    program, *words = shlex.split(line)
    assert program == "khihau"
    command: click.Command | None = cli
    while isinstance(command, click.Group):
        _, command, words = command.resolve_command(click.Context(command), words)
    assert command is not None
    command.make_context(line, words)  # reads all options, runs nothing


@pytest.mark.parametrize("block", of("yaml"), ids=str)
def test_each_job_and_each_hook_has_something_to_run(block: Block) -> None:
    content = yaml.safe_load(block.content)
    if "repos" in content:
        return
    jobs = content.get("jobs", content)
    for job in jobs.values():
        assert any(text.startswith("khihau check ") for text in texts(job))
        for step in job.get("steps", ()):
            assert ("uses" in step) != ("run" in step)


def test_pre_commit_takes_the_hook_settings_of_the_page(tmp_path: Path) -> None:
    files = []
    for number, config in enumerate(hook_configs()):
        files.append(tmp_path / f"{number}.yaml")
        files[-1].write_text(config, "utf-8")
    assert files
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-config", *map(str, files)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


@pytest.mark.parametrize("block", of("toml"), ids=str)
def test_khihau_takes_the_settings_of_the_page(block: Block, tmp_path: Path) -> None:
    settings = tmp_path / "khihau.toml"
    settings.write_text(block.content, "utf-8")
    load_config(settings, tmp_path)


def test_every_hook_is_told_of() -> None:
    page = (ROOT / "docs" / "ci.md").read_text("utf-8")
    assert [name for name in HOOKS if f"| `{name}` | `{HOOKS[name]['entry']}` |" not in page] == []
