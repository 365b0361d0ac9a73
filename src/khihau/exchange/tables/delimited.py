"""Tables in plain text, CSV and TSV: in and out.

They begin with a byte order mark, without which Excel takes UTF-8 for the encoding of the country. Lines
end with LF: spreadsheets read that too, and pipes and `git diff` read nothing else well.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from khihau.documents.files import read_bytes
from khihau.documents.tables.records import read_records
from khihau.exchange.base import Exported, Item, Wanted, losses_of
from khihau.exchange.tables.columns import Grid
from khihau.exchange.tables.headings import column_of
from khihau.exchange.tables.sheets import content_of, items_in
from khihau.model import Termbase
from khihau.text.cells import guarded

__all__ = ["export", "read"]

_MARK = "\ufeff"


def export(base: Termbase, wanted: Wanted) -> Exported:
    """All concepts as one table, tab-separated where `wanted.tabs`.

    No cell is a formula: an apostrophe stands before what a spreadsheet would run.
    """
    file = "a TSV file" if wanted.tabs else "a CSV file"
    content = content_of(base.concepts, is_wide=wanted.wide)
    table = io.StringIO()
    writer = csv.writer(table, dialect="excel-tab" if wanted.tabs else "excel", lineterminator="\n")
    writer.writerow(content.heading)
    writer.writerows(map(guarded, row) for row in content.rows)
    losses = content.losses
    for concept in base.concepts:
        losses["example", f"{file} has no place for them"] += len(concept.examples)
        losses["counterexample", f"{file} has no place for them"] += len(concept.counterexamples)
    losses["bibliographic record", f"{file} holds the keys of sources only"] += len(base.sources)
    return Exported(_MARK + table.getvalue(), losses_of(losses))


def read(path: Path, encoding: str | None) -> Iterator[Item]:
    """What a table tells; `encoding` None finds out. InputError when it cannot be read at all."""
    records = read_records(read_bytes(path), str(path), encoding, _is_heading)
    yield from items_in([Grid("", records)], str(path))


def _is_heading(cells: Sequence[str]) -> bool:
    return sum(column_of(cell) != "" for cell in cells) > 1
