"""The gold pairs of `data/bitexts`: two plain texts, and which sentences of one render which.

The format is told in `data/bitexts/README.md`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, cast

from khihau.model import Lang

__all__ = ["FOLDER", "HELD_OUT_FROM", "Gold", "GoldUnit", "read_golds"]

HELD_OUT_FROM = 25  # the first text that was written after `align` and `pair` were done
FOLDER = Path(__file__).parent / "data" / "bitexts"
_MARK = re.compile(r"(?:#{1,6}|[-*+○□△•]|\d{1,3}[.)])\s+")


class GoldUnit(NamedTuple):
    """The smallest group of sentences that render each other: their spans, none where left out."""

    source: tuple[tuple[int, int], ...]
    target: tuple[tuple[int, int], ...]


class Gold(NamedTuple):
    """A source text and its translation, made from one file, and their units in source order."""

    number: int
    name: str
    langs: tuple[Lang, Lang]
    difficulty: str
    source: str
    target: str
    units: tuple[GoldUnit, ...]


class _Paragraph(NamedTuple):
    lines: list[int]
    moved: dict[int, list[int]]


def read_golds(folder: Path = FOLDER) -> list[Gold]:
    """Every pair of the folder, by number."""
    return [_gold(file) for file in sorted(folder.glob("[0-9]*.txt"))]


def _gold(file: Path) -> Gold:
    lines = file.read_text("utf-8").splitlines()
    about = dict(line[2:].split(": ", 1) for line in lines if re.match(r"# [a-z]+: ", line))
    sides: dict[str, list[str]] = {"S": [], "T": []}
    paragraphs = {"S": [_Paragraph([], {})], "T": [_Paragraph([], {})]}
    blocks: list[dict[str, list[int]]] = [{"S": [], "T": []}]
    to = None
    for line in lines:
        if line.startswith("@T "):
            to = int(line[3:])
        elif line[:3] in ("S: ", "T: "):
            side = line[0]
            at, last = len(sides[side]), paragraphs[side][-1]
            sides[side].append(line[3:])
            blocks[-1][side].append(at)
            place = last.lines if side == "S" or to is None else last.moved.setdefault(to, [])
            place.append(at)
        else:
            if any(blocks[-1].values()):
                blocks.append({"S": [], "T": []})
                to = None
            for side in {"¶": "ST", "¶S": "S", "¶T": "T"}.get(line.strip(), ""):
                if any(paragraphs[side][-1]):
                    paragraphs[side].append(_Paragraph([], {}))
    source, here = _written(sides["S"], paragraphs["S"])
    target, there = _written(sides["T"], paragraphs["T"])
    units = (
        GoldUnit(tuple(here[at] for at in block["S"]), tuple(there[at] for at in block["T"]))
        for block in blocks
        if any(block.values())
    )
    langs = cast("tuple[Lang, Lang]", tuple(about["direction"].split()))
    number = int(file.name.partition("-")[0])
    return Gold(number, file.stem, langs, about["difficulty"], source, target, tuple(units))


def _written(
    lines: Sequence[str], paragraphs: Sequence[_Paragraph]
) -> tuple[str, dict[int, tuple[int, int]]]:
    """The text of one side, and the span of each line without its Markdown mark."""
    text, spans = "", {}
    for paragraph in _in_order(paragraphs):
        text += "\n\n" if text else ""
        for at in paragraph:
            text += " " if at != paragraph[0] else ""
            mark = _MARK.match(lines[at]) if at == paragraph[0] else None
            spans[at] = (len(text) + (mark.end() if mark else 0), len(text) + len(lines[at]))
            text += lines[at]
    return text, spans


def _in_order(paragraphs: Sequence[_Paragraph]) -> Iterator[list[int]]:
    moved = [one for paragraph in paragraphs for one in paragraph.moved.items()]
    yield from (lines for after, lines in moved if after == 0)
    for number, paragraph in enumerate(paragraphs, start=1):
        if paragraph.lines:
            yield paragraph.lines
        yield from (lines for after, lines in moved if after == number)
