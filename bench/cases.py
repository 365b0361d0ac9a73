"""The cases of `accuracy.py`: tables of labels, a text, and the spans that a reader would mark."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from khihau.model import Label

sys.path.append(str(Path(__file__).parents[1] / "tests"))  # where the tables and their reader are
from spec_tables import labels, marked, rows

GROUPS = ("vi", "ko", "en", "mixed")
UNDECIDED = "ko-undecided"  # only an analyser can know: counted apart


class Span(NamedTuple):
    """Offsets of a hit: code points of the text, half-open."""

    start: int
    end: int


@dataclass(frozen=True)
class Case:
    """One row of a table: `spans` are the hits, none for a trap."""

    labels: tuple[Label, ...]
    text: str
    spans: frozenset[Span]
    place: str


@dataclass(frozen=True)
class Group:
    """The cases of one file; `lang` is the first part of its name."""

    name: str
    lang: str
    cases: tuple[Case, ...]


def read_groups(folder: Path) -> list[Group]:
    """Every file of the folder whose name begins with a language, by language, then by name."""
    files = [file for lang in GROUPS for file in sorted(folder.glob(f"{lang}-*.md"))]
    return [Group(file.stem, file.name.partition("-")[0], tuple(_cases(file))) for file in files]


def _cases(file: Path) -> Iterator[Case]:
    for row in rows(file):
        text, spans = marked(row.cells["text"])
        yield Case(tuple(labels(row)), text, frozenset(Span(*span) for span in spans), row.place)
