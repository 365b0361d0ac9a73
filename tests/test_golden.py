"""Golden commands: each file of tests/golden holds a command line and all that it prints.

`KHIHAU_GOLDEN=overwrite pytest tests/test_golden.py` writes what the commands print now.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import tomli

from khihau.cli.main import main

pytestmark = pytest.mark.usefixtures("analyser", "one_base")

GOLDEN = Path(__file__).parent / "golden"
CASES = sorted(GOLDEN.glob("*.toml"))


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_command(
    file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    case = tomli.loads(file.read_text("utf-8"))
    monkeypatch.chdir(GOLDEN / "in")
    status = main(case["args"])
    out, err = capsys.readouterr()
    if os.environ.get("KHIHAU_GOLDEN") == "overwrite":
        file.write_text(written(case["args"], status, out, err), "utf-8")
    assert (status, out, err) == (case["status"], case["stdout"], case["stderr"])


def test_there_are_cases() -> None:
    assert len(CASES) >= 10


def written(arguments: list[str], status: int, out: str, err: str) -> str:
    """A case as TOML; outputs hold no three quotes, which the reader would refuse."""
    listed = ", ".join(f'"{argument}"' for argument in arguments)
    return f"args = [{listed}]\nstatus = {status}\nstdout = '''\n{out}'''\nstderr = '''\n{err}'''\n"
