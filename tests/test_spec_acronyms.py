"""The literate cases of the acronym ledger: a small document, its events in text order."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

import khihau
from built_in import built_in
from khihau.model import AcronymEntry
from spec_tables import SPEC, Row, each_row, rows

pytestmark = pytest.mark.usefixtures("analyser")

FILES = sorted(SPEC.glob("acronyms-*.md"))
ROWS = [row for file in FILES for row in rows(file)]
# What a row of each file gives when nothing of its subject happens.
QUIET = {
    "acronyms-definitions.md": re.compile(r"(?!.*(?:definition|repeated) )"),
    "acronyms-events.md": re.compile(r"–$|(?:definition [^;]*(?:; )?)+$"),
    "acronyms-not.md": re.compile(r"–$"),
}
_FORM = re.compile(r" “([^”]*)”$")


def shown(entry: AcronymEntry, text: str, *, form: bool) -> str:
    """An entry as the tables write it, with its full form where the table gives one."""
    event = f"{entry.kind} {entry.acronym} {entry.concept or '–'}"
    if form and entry.expansion:
        event += f" “{text[slice(*entry.expansion)]}”"
    return event


@each_row("row", ROWS)
def test_case(row: Row) -> None:
    text, cell = row.cells["text"], row.cells["events"]
    expected = [] if cell == "–" else cell.split("; ")
    entries = khihau.acronyms(text, built_in())
    forms = [bool(_FORM.search(event)) for event in expected]
    forms += [True] * (len(entries) - len(forms))
    found = [shown(entry, text, form=form) for entry, form in zip(entries, forms, strict=False)]
    assert found == expected, row.cells["why"]
    assert all(text[entry.start : entry.end] == entry.acronym for entry in entries)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_each_file_has_cases_where_nothing_happens(file: Path) -> None:
    events = [row.cells["events"] for row in ROWS if row.place.startswith(f"{file.name}:")]
    quiet = sum(bool(QUIET[file.name].match(cell)) for cell in events)
    assert len(events) >= 45
    assert 0.25 <= quiet / len(events) <= 0.75


@each_row("row", ROWS)
def test_decomposed_text_gives_the_same_events(row: Row) -> None:
    text = row.cells["text"]
    apart = unicodedata.normalize("NFD", text)
    composed = [shown(entry, text, form=True) for entry in khihau.acronyms(text, built_in())]
    decomposed = [shown(entry, apart, form=True) for entry in khihau.acronyms(apart, built_in())]
    assert [unicodedata.normalize("NFC", event) for event in decomposed] == composed


@pytest.mark.parametrize(
    "text",
    [
        "(" * 20_000 + "NDC",
        "NDC " * 5_000,
        "(NDC) " * 5_000,
        "NDC, " * 5_000,
        "NDC | " * 5_000,
        "KGTI BESS " * 5_000,
        "NDC" + " " * 50_000 + "(NDC",
        "A-" * 20_000,
        "(IPCC, 2023; " * 5_000,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_hostile_text_is_read(text: str) -> None:
    assert all(
        text[entry.start : entry.end] == entry.acronym
        for entry in khihau.acronyms(text, built_in())
    )
