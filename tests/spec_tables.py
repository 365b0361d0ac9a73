"""Reading the literate cases of tests/spec: Markdown tables that a translator can review."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any, TypeAlias

from khihau.model import Label, LabelLang

SPEC = Path(__file__).parent / "spec"
LANGS: dict[str, LabelLang] = {"vi": "vi", "ko": "ko", "en": "en", "mul": "mul"}


@dataclass(frozen=True)
class Row:
    """One row of a table: its cells by column name, and where it stands."""

    cells: dict[str, str]
    place: str


Test: TypeAlias = Callable[..., None]


def each_row(names: str, rows: Sequence[Any]) -> Callable[[Test], Test]:
    """Run a test on every row of a table, as one test that tells all rows that fail.

    `names` are the parameters that a row fills ("lang, text"). `pytest.mark.parametrize` makes an item
    of each row, which for thousands of them takes longer than to run them.
    """
    arguments = names.split(", ")

    def of_table(test: Test) -> Test:
        signature = inspect.signature(test)

        @wraps(test)
        def run(**others: Any) -> None:
            failed: list[Exception] = []
            for row in rows:
                values = row if len(arguments) > 1 else (row,)
                try:
                    test(**dict(zip(arguments, values, strict=True)), **others)
                except Exception as error:
                    error.add_note(f"row: {getattr(row, 'place', row)}")
                    failed.append(error)
            if failed:
                raise ExceptionGroup(f"{len(failed)} of {len(rows)} rows fail", failed)

        others = [one for one in signature.parameters.values() if one.name not in arguments]
        run.__signature__ = signature.replace(parameters=others)  # type: ignore[attr-defined]
        return run

    return of_table


def rows(file: Path) -> Iterator[Row]:
    """Every row of every table of a file, with `\\u{...}` and `\\|` read."""
    columns: list[str] = []
    for number, line in enumerate(file.read_text("utf-8").splitlines(), start=1):
        if not line.startswith("|"):
            columns = []
            continue
        cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip()[1:-1])]
        if not columns:
            columns = cells
        elif not all(set(cell) <= set("-: ") for cell in cells):
            values = map(unescaped, cells)
            yield Row(dict(zip(columns, values, strict=True)), f"{file.name}:{number}")


def unescaped(text: str) -> str:
    """A cell as it is meant: `\\u{0301}` is that character, `\\|` a pipe."""
    text = re.sub(r"\\u\{([0-9A-Fa-f]+)\}", lambda found: chr(int(found[1], 16)), text)
    return text.replace("\\|", "|")


def marked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its ⟦ ⟧, and the spans that they held."""
    plain = ""
    spans: list[tuple[int, int]] = []
    for part in re.split(r"(⟦[^⟧]*⟧)", text):
        if part.startswith("⟦"):
            spans.append((len(plain), len(plain) + len(part) - 2))
            part = part[1:-1]
        plain += part
    return plain, spans


def labels(row: Row) -> list[Label]:
    """The labels of a matching case, which stand apart by " ; "."""
    return [_label(cell, row.place) for cell in row.cells["label"].split(" ; ")]


def _label(cell: str, place: str) -> Label:
    """The label that a cell names: "en: can", "NDC (acronym)", or its text alone."""
    found = re.fullmatch(r"(?:(vi|ko|en|mul): )?(.*?)( \((?:acronym|symbol)\))?", cell)
    assert found, "the pattern takes any line"
    lang, text, kind = found.groups()
    if not lang:
        own = place.partition("-")[0]
        hangul = re.search("[가-힣\u1100-\u11ff]", text)
        lang = "ko" if hangul else "mul" if kind else own if own in ("vi", "en") else "vi"
    return Label(
        lang=LANGS[lang],
        text=text,
        status="preferred",
        kind="acronym" if kind or lang == "mul" else "full",
    )
