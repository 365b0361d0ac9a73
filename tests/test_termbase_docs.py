"""docs/glossary-format.md names every key of the schema, and no other."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from khihau.model import STATUSES
from khihau.termbase.checks import Key
from khihau.termbase.load import load_glossary
from khihau.termbase.proposals import PROPOSAL_KEYS, dump_proposal, read_proposal
from khihau.termbase.schema import (
    BROADER_KEYS,
    COMMENT_KEYS,
    CONCEPT_KEYS,
    DECISION_KEYS,
    EXAMPLE_KEYS,
    LABEL_KEYS,
    SESSION_KEYS,
    SOURCE_KEYS,
    SOURCE_REF_KEYS,
    SUCCESSOR_KEYS,
    TEXT_KEYS,
)

PAGE = (Path(__file__).parents[1] / "docs" / "glossary-format.md").read_text(encoding="utf-8")
TABLES = re.findall(r"^\| key \|.*\n\|---.*\n((?:\|.*\n)+)", PAGE, re.MULTILINE)
SCHEMAS = [
    *(CONCEPT_KEYS, TEXT_KEYS, BROADER_KEYS, SUCCESSOR_KEYS, LABEL_KEYS, DECISION_KEYS),
    COMMENT_KEYS,
    *(SESSION_KEYS, EXAMPLE_KEYS, SOURCE_KEYS, SOURCE_REF_KEYS, PROPOSAL_KEYS),
]
PAIRS = list(zip(TABLES, SCHEMAS, strict=False))  # the first test tells a missing one
ROW = re.compile(r"^\| `(\w+)` \| (.+?) \| (.+?) \| (.+?) \|$", re.MULTILINE)


def test_each_schema_has_a_table() -> None:
    assert len(TABLES) == len(SCHEMAS)


@pytest.mark.parametrize(("table", "keys"), PAIRS)
def test_keys_stand_in_the_page_in_order(table: str, keys: Mapping[str, Key]) -> None:
    assert [row[0] for row in ROW.findall(table)] == list(keys)


@pytest.mark.parametrize(("table", "keys"), PAIRS)
def test_required_keys_are_called_so(table: str, keys: Mapping[str, Key]) -> None:
    told = {row[0] for row in ROW.findall(table) if row[2] == "required"}
    optional = {"label"} if keys is CONCEPT_KEYS else set()  # an overlay may do without
    assert told - optional == {name for name, key in keys.items() if key.required}


def test_every_status_has_a_row() -> None:
    table = PAGE.partition("### Statuses")[2].partition("###")[0]
    assert tuple(re.findall(r"^\| `(\w+)`", table, re.MULTILINE)) == STATUSES


def test_the_example_of_the_page_loads(tmp_path: Path) -> None:
    concept, sources, *_ = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    (tmp_path / "btr.toml").write_text(concept, encoding="utf-8")
    (tmp_path / "sources.toml").write_text(sources, encoding="utf-8")
    base = load_glossary(tmp_path / "btr.toml", builtin=False)
    assert len(base["btr"].labels) == 4
    assert base.sources["decision-18-cma-1"].reliability == "treaty"


def test_the_proposal_of_the_page_is_one(tmp_path: Path) -> None:
    (words,) = re.findall(r"```toml\n(concept = .*?)```", PAGE, re.DOTALL)
    (tmp_path / "a.toml").write_text(words, encoding="utf-8")
    proposal = read_proposal(tmp_path / "a.toml", "a.toml")
    assert proposal.is_open
    assert dump_proposal(proposal).partition("\n")[2] == words
