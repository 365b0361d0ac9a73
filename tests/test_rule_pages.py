"""docs/rules holds the page of every rule as the rules tell it themselves, linked to the law book.

`KHIHAU_GOLDEN=overwrite pytest tests/test_rule_pages.py` writes the pages anew.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from khihau.cli.main import main
from khihau.render.rule_pages import index, page
from khihau.rulebook import all_rules

FOLDER = Path(__file__).parents[1] / "docs" / "rules"
PAGES = {"README": index(), **{rule.name: page(rule) for rule in all_rules()}}
LAW = re.compile(r"(rules? ([A-Z]\d+).*) in khihau's docs/semantics\.md")


def linked(told: str) -> str:
    """A page with a link to the law in place of plain words, which a terminal and reports show."""
    return LAW.sub(lambda law: f"[{law[1]}](../semantics.md#{law[2].lower()})", told)


@pytest.mark.parametrize("name", PAGES)
def test_page_is_current(name: str) -> None:
    file = FOLDER / f"{name}.md"
    old, new = file.read_text("utf-8") if file.exists() else "", linked(PAGES[name])
    if os.environ.get("KHIHAU_GOLDEN") == "overwrite":
        file.write_text(new, "utf-8")
    assert old == new


def test_there_is_no_page_of_a_rule_that_is_gone() -> None:
    assert {file.stem for file in FOLDER.iterdir()} == set(PAGES)


def test_the_command_shows_them(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rule"]) == 0
    assert capsys.readouterr().out == PAGES["README"]
    assert main(["rule", "forbidden-label"]) == 0
    assert capsys.readouterr().out == PAGES["forbidden-label"]
    assert main(["rule", "forbiden-label"]) == 2
    assert "did you mean forbidden-label?" in capsys.readouterr().err
