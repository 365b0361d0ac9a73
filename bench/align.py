"""How well `align` finds the gold units of the bitexts, beside two aligners that know less.

Run `python bench/align.py [--misses NN] [--news FOLDER]`. A unit is right when both its spans are the gold ones (of
what is left out, that it is); a link is a pair of sentences in one unit. The constants of `align`
were chosen on the odd files up to 24 alone.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple, TypeAlias

from bitexts import HELD_OUT_FROM, Gold, cut_anew, read_golds, read_lines
from khihau import annotate, load_glossary
from khihau.engine import read
from khihau.languages.sentences import sentences
from khihau.model import Alignment, Document
from khihau.pairing.alignment.align import align
from khihau.pairing.alignment.anchors import Anchor, anchors_of
from khihau.pairing.alignment.names import shared_names
from khihau.pairing.passages import numbers_of
from report import table, versions

Span: TypeAlias = tuple[int, int]
Unit: TypeAlias = tuple[Span | None, Span | None]
BINS = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 1.01)


class Pair(NamedTuple):
    """A gold pair, read and with its anchors."""

    gold: Gold
    source: Document
    target: Document
    source_anchors: list[Anchor]
    target_anchors: list[Anchor]


Aligner: TypeAlias = Callable[[Pair], Sequence[Alignment]]


class Counts(NamedTuple):
    """How many the gold has, how many were found, how many of these are right."""

    gold: int = 0
    found: int = 0
    right: int = 0

    def __add__(self, other: tuple[int, ...]) -> Counts:  # type: ignore[override]
        return Counts(*(one + another for one, another in zip(self, other, strict=True)))

    def cells(self) -> list[str]:
        """Precision, recall and F1 in per cent."""
        precision = self.right / self.found if self.found else 0.0
        recall = self.right / self.gold if self.gold else 0.0
        both = precision + recall
        return [
            f"{100 * one:.1f}"
            for one in (precision, recall, 2 * precision * recall / both if both else 0)
        ]


def main() -> None:
    """Print the tables and, if asked, what `align` gets wrong in one file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", type=int, help="list what is wrong in the file of this number")
    parser.add_argument("--news", type=Path, help="a folder of news, NAME.LANG.txt, line by line")
    asked = parser.parse_args()
    pairs = [pair_of(gold) for gold in read_golds()]
    if asked.misses is not None:
        for pair in pairs:
            if pair.gold.number == asked.misses:
                print(*misses(pair), sep="\n")
        return
    for title, aligner in ALIGNERS.items():
        print(f"## {title}\n\n{scores(pairs, aligner)}\n")
    print(f"## khihau, paragraphs cut anew\n\n{cut_scores([pair.gold for pair in pairs])}\n")
    if asked.news:
        print(f"## khihau, {asked.news}, cut anew\n\n{cut_scores(read_lines(asked.news))}\n")
    for title, wanted in halves([pair.gold for pair in pairs]):
        chosen = [pair for pair in pairs if pair.gold in wanted]
        print(f"## Confidences, {title}\n\n{reliability(chosen)}\n")
    print(versions(("khihau",)))


def pair_of(gold: Gold) -> Pair:
    """The two documents of a gold pair, with their anchors."""
    base = load_glossary()
    source, target = (
        read(text, lang) for text, lang in zip((gold.source, gold.target), gold.langs, strict=True)
    )
    names = shared_names(source, target)
    anchors = (
        anchors_of(one, annotate(one, base), numbers_of(one), own)
        for one, own in zip((source, target), names, strict=True)
    )
    return Pair(gold, source, target, *anchors)


# --- the aligners ---------------------------------------------------------------------------------


def anchored(pair: Pair) -> Sequence[Alignment]:
    """What khihau does."""
    return align(pair.source, pair.target, pair.source_anchors, pair.target_anchors)


def by_length(pair: Pair) -> Sequence[Alignment]:
    """The same without anchors."""
    return align(pair.source, pair.target, [], [])


def diagonal(pair: Pair) -> Sequence[Alignment]:
    """The n-th sentence of the n-th paragraph with the n-th sentence of the n-th paragraph."""
    here, there = (
        [sentences(one.text, *segment[:2], segment.lang) for segment in one.segments]
        for one in (pair.source, pair.target)
    )
    found = []
    for at in range(max(len(here), len(there))):
        left, right = (side[at] if at < len(side) else [] for side in (here, there))
        for number in range(max(len(left), len(right))):
            one, other = (side[number] if number < len(side) else (0, 0) for side in (left, right))
            found.append(Alignment(one, other))
    return found


ALIGNERS: dict[str, Aligner] = {
    "khihau": anchored,
    "length only": by_length,
    "diagonal": diagonal,
}


# --- counting -------------------------------------------------------------------------------------


def scores(pairs: Sequence[Pair], aligner: Aligner) -> str:
    """A row for each direction, difficulty and half."""
    counted = [(pair.gold, *counts(pair, aligner(pair))) for pair in pairs]
    rows = []
    for title, wanted in groups([pair.gold for pair in pairs]):
        units, links = Counts(), Counts()
        for gold, of_units, of_links in counted:
            if gold in wanted:
                units, links = units + of_units, links + of_links
        rows.append([title, str(units.gold), *units.cells(), *links.cells()])
    header = "| units | unit P | unit R | unit F1 | link P | link R | link F1".split("|")
    return table([cell.strip() for cell in header], rows)


def cut_scores(golds: Sequence[Gold]) -> str:
    """What is right of texts with two sentences in a paragraph and three in those of the target."""
    return scores([pair_of(cut_anew(gold)) for gold in golds], anchored)


def groups(golds: Sequence[Gold]) -> Iterator[tuple[str, Sequence[Gold]]]:
    """The rows of the table: what they are called, and which files they sum."""
    for langs in dict.fromkeys(gold.langs for gold in golds):
        yield "–".join(langs), [gold for gold in golds if gold.langs == langs]
    yield "no difficulty", [gold for gold in golds if gold.difficulty == "none"]
    for gold in golds:
        if gold.difficulty != "none":
            yield f"{gold.number}: {gold.difficulty}", [gold]
    yield from ((f"**{title}**", some) for title, some in halves(golds))
    yield "**all**", golds


def halves(golds: Sequence[Gold]) -> Iterator[tuple[str, Sequence[Gold]]]:
    """The files by what was known of them when the constants were chosen."""
    old = [gold for gold in golds if gold.number < HELD_OUT_FROM]
    yield "odd files up to 24, tuned on", [gold for gold in old if gold.number % 2]
    yield "even files up to 24", [gold for gold in old if not gold.number % 2]
    yield "from 25 on, held out", [gold for gold in golds if gold.number >= HELD_OUT_FROM]


def counts(pair: Pair, found: Iterable[Alignment]) -> tuple[Counts, Counts]:
    """Of units, and of links between sentences."""
    gold = gold_units(pair)
    units = [unit_of(alignment) for alignment in found]
    right = len(set(units) & gold)
    all_links = {
        (one, other) for unit in pair.gold.units for one in unit.source for other in unit.target
    }
    links = {link for unit in units for link in links_of(unit, pair.gold)}
    return (
        Counts(len(gold), len(units), right),
        Counts(len(all_links), len(links), len(links & all_links)),
    )


def gold_units(pair: Pair) -> set[Unit]:
    """The spans of the gold units."""
    return {(whole(unit.source), whole(unit.target)) for unit in pair.gold.units}


def whole(spans: Sequence[Span]) -> Span | None:
    """From the first sentence to the last, None when there is none."""
    return (spans[0][0], spans[-1][1]) if spans else None


def unit_of(alignment: Alignment) -> Unit:
    """The two spans; where one is empty, only that it is."""
    one, other = (span if span[0] < span[1] else None for span in alignment[:2])
    return one, other


def links_of(unit: Unit, gold: Gold) -> Iterator[tuple[Span, Span]]:
    """Every pair of gold sentences that lie in a unit, more than half of them."""
    sides = zip(unit, zip(*gold.units, strict=True), strict=True)
    here, there = (
        [span for spans in side for span in spans if around and _is_in(span, around)]
        for around, side in sides
    )
    yield from ((one, other) for one in here for other in there)


def _is_in(span: Span, around: Span) -> bool:
    return 2 * (min(span[1], around[1]) - max(span[0], around[0])) > span[1] - span[0]


def reliability(pairs: Sequence[Pair]) -> str:
    """For each range of confidence: how many alignments, and how many of them are right."""
    rows = []
    judged = [
        (alignment.confidence, unit_of(alignment) in gold_units(pair))
        for pair in pairs
        for alignment in anchored(pair)
    ]
    for low, high in pairwise(BINS):
        inside = [right for confidence, right in judged if low <= confidence < high]
        rows.append(_share(f"{low:.2f}–{min(high, 1):.2f}", inside))
    rows.append(_share("**at least 0.70**", [right for sure, right in judged if sure >= 0.7]))
    return table(["confidence", "alignments", "right", "%"], rows)


def _share(title: str, judged: Sequence[bool]) -> list[str]:
    share = f"{100 * sum(judged) / len(judged):.1f}" if judged else "n/a"
    return [title, str(len(judged)), str(sum(judged)), share]


def misses(pair: Pair) -> Iterator[str]:
    """Each alignment that the gold has not, and each gold unit that was not found."""
    found = anchored(pair)
    units = {unit_of(alignment) for alignment in found}
    for alignment in found:
        if unit_of(alignment) not in gold_units(pair):
            yield f"found {alignment.confidence:.2f} {_shown(pair, unit_of(alignment))}"
    for unit in pair.gold.units:
        if (whole(unit.source), whole(unit.target)) not in units:
            yield f"gold       {_shown(pair, (whole(unit.source), whole(unit.target)))}"


def _shown(pair: Pair, unit: Unit) -> str:
    texts = (pair.source.text, pair.target.text)
    here, there = (
        text[slice(*span)] if span else "–" for text, span in zip(texts, unit, strict=True)
    )
    return f"{here} → {there}"


if __name__ == "__main__":
    main()
