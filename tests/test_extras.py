"""A library that only some formats need, and that is not installed: one line says what to install."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from khihau.cli.main import main

MISSING = {
    "draft.docx": ("lxml", "lxml.etree", "office"),
    "draft.hwpx": ("lxml", "lxml.etree", "office"),
    "page.xliff": ("lxml", "lxml.etree", "office"),
    "page.po": ("polib", "polib", "po"),
    "page.xlsx": ("python-calamine", "python_calamine", "xlsx"),
}
OFFICE = Path(__file__).parent / "office"


@pytest.mark.parametrize("name", MISSING)
def test_it_is_named_with_its_extra(
    name: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    library, module, extra = MISSING[name]
    file = tmp_path / name
    file.write_bytes((OFFICE / "draft.docx").read_bytes() if name.endswith("x") else b"x\n")
    monkeypatch.setitem(sys.modules, module, None)
    command = ["check", str(file)] if name.startswith("draft") else ["pair", str(file)]
    assert main(command) == 2
    told = capsys.readouterr().err
    assert f"{file}: needs the library {library};" in told
    assert f"pip install 'khihau[{extra}]'" in told


def test_a_brief_as_a_workbook_needs_openpyxl(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    source, brief = tmp_path / "source.txt", tmp_path / "brief.xlsx"
    source.write_text("양측은 파리협정을 논의했다.\n", "utf-8")
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    assert main(["brief", str(source), "--to", "vi", "-o", str(brief)]) == 2
    assert f"{brief}: needs the library openpyxl;" in capsys.readouterr().err
    assert not brief.exists()
