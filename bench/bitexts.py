"""The gold pairs of `data/bitexts`: two plain texts, and which sentences of one render which.

The format is told in `data/bitexts/README.md`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple, TypeAlias, cast

from khihau.model import Lang

__all__ = [
    "FOLDER",
    "HELD_OUT_FROM",
    "Gold",
    "GoldUnit",
    "cut_anew",
    "read_golds",
    "read_lines",
    "without",
]

HELD_OUT_FROM = 25  # the first text that was written after `align` and `pair` were done
FOLDER = Path(__file__).parent / "data" / "bitexts"
_NO_NUMBER = 0  # of texts that are no file of the folder
_MARK = re.compile(r"(?:#{1,6}|[-*+○□△•]|\d{1,3}[.)])\s+")


Span: TypeAlias = tuple[int, int]


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


# --- the same texts otherwise ---------------------------------------------------------------------


def read_lines(folder: Path) -> list[Gold]:
    """The texts of a folder whose n-th lines render each other, NAME.LANG.txt, each pair once."""
    texts: dict[str, dict[str, list[str]]] = {}
    for file in sorted(folder.glob("*.*.txt")):
        name, _, lang = file.stem.rpartition(".")
        lines = [line for line in file.read_text("utf-8").splitlines() if line.strip()]
        texts.setdefault(name, {})[lang] = lines
    return [
        _of_lines(name, (one, other), (langs[one], langs[other]))
        for name, langs in texts.items()
        for one, other in combinations(langs, 2)
        if len(langs[one]) == len(langs[other])
    ]


def _of_lines(name: str, langs: tuple[str, str], lines: tuple[list[str], list[str]]) -> Gold:
    (source, here), (target, there) = (_joined([[line] for line in side]) for side in lines)
    units = tuple(GoldUnit((one,), (other,)) for one, other in zip(here, there, strict=True))
    title = f"{name}.{'-'.join(langs)}"
    direction = cast("tuple[Lang, Lang]", langs)
    return Gold(_NO_NUMBER, title, direction, "none", source, target, units)


def cut_anew(gold: Gold, here: int = 2, there: int = 3) -> Gold:
    """The same sentences in paragraphs of so many; headings and items of lists stay alone."""
    source, source_at = _cut(
        gold.source, [span for unit in gold.units for span in unit.source], here
    )
    target, target_at = _cut(
        gold.target, [span for unit in gold.units for span in unit.target], there
    )
    units = (
        GoldUnit(
            tuple(source_at[span] for span in unit.source),
            tuple(target_at[span] for span in unit.target),
        )
        for unit in gold.units
    )
    return gold._replace(source=source, target=target, units=tuple(units))


def _cut(text: str, spans: Sequence[Span], many: int) -> tuple[str, dict[Span, Span]]:
    """A text with paragraphs of so many sentences, and where each of its sentences is now."""
    paragraphs: list[list[Span]] = []
    is_open = False
    for start, stop in sorted(spans):
        begin = max(text.rfind("\n\n", 0, start) + 2, 0) if "\n\n" in text[:start] else 0
        ends_here = "\n\n" not in text[start:stop] and text[stop : stop + 1] in ("\n", "")
        is_alone = begin < start and _MARK.fullmatch(text[begin:start]) is not None
        is_alone |= begin == start and ends_here and text[stop - 1].isalnum()
        if is_alone or not is_open or len(paragraphs[-1]) == many:
            paragraphs.append([])
        paragraphs[-1].append((begin if is_alone else start, stop))
        is_open = not is_alone
    written, found = _joined([[text[slice(*span)] for span in one] for one in paragraphs])
    places = (span for one in paragraphs for span in one)
    known = {}
    for (_, stop), (low, high) in zip(places, found, strict=True):
        known[stop] = low, high
    return written, {
        span: (known[span[1]][1] - (span[1] - span[0]), known[span[1]][1]) for span in spans
    }


def _joined(paragraphs: Sequence[Sequence[str]]) -> tuple[str, list[Span]]:
    """The text of some paragraphs of sentences, and the span of each sentence."""
    text, spans = "", []
    for paragraph in paragraphs:
        text += "\n\n" if text else ""
        for at, words in enumerate(paragraph):
            text += " " if at else ""
            spans.append((len(text), len(text) + len(words)))
            text += words
    return text, spans


def without(gold: Gold, at: int) -> str:
    """The target without what renders a unit, cleared of the space or the paragraph that this leaves."""
    (start, _), (_, end) = gold.units[at].target[0], gold.units[at].target[-1]
    before, after = gold.target[:start], gold.target[end:]
    begin = before.rfind("\n") + 1
    if (
        not after[:1].strip()
        and (before[begin:] == "" or _MARK.fullmatch(before[begin:]))
        and after[:1] in ("\n", "")
    ):
        return f"{before[:begin].rstrip()}{after}".lstrip()
    return (
        f"{before.rstrip(' ')}{after}"
        if not before.endswith("\n")
        else f"{before}{after.lstrip(' ')}"
    )
