"""Mistakes planted in good translations by translators who do not know the code: how many does `pair` tell?

Each row of the tables (`id source target old new words kind why`) changes one place of one target: the
first `old` becomes `new`. `words` are what a reviser would underline there, or, behind `SRC:`, what of
the source is gone. A mistake is told where a finding that the good translation did not have touches
those words or quotes them. The twins are changes of the same kind that are right: of those nothing may
be said.

    python bench/planted_pair.py --texts /work/texts/pair/plant1 --texts /work/texts/pair/plant2 [--list]

The tables stand in `real/pair/FOLDER`; the translations are of texts that are not ours, so they are not here.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import khihau
from khihau.documents.bitexts import read_bitext
from khihau.documents.files import read_document
from khihau.engine import paired_of, read
from khihau.model import Finding
from khihau.pairing.compare import review
from khihau.pairing.languages import heeded
from khihau.pairing.rules import RULES

BASE = khihau.load_glossary()
TABLES = Path(__file__).parent / "real" / "pair"
GONE = "SRC:"
_QUOTED = re.compile("“([^”]*)”")


def rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def findings(
    folder: Path, row: dict[str, str], target: str | None = None
) -> tuple[str, list[Finding]]:
    """The target's text and the findings; `target` is what stands in its file instead."""
    name = row["target"]
    path = folder / name
    if target is not None:
        path = folder / f".changed-{name}"
        path.write_text(target, "utf-8")
    try:
        if name.endswith(".tsv"):
            source, there, alignments = read_bitext(str(path), None, None, None)
        else:
            source, there = (
                read_document(str(folder / row["source"]), None),
                read_document(str(path), None),
            )
            alignments = None
    finally:
        if target is not None:
            path.unlink()
    source, there = heeded(read(source), read(there), (None, None))
    found = review(paired_of(source, there, BASE, None, alignments), RULES)
    return there.text, found


def key(one: Finding) -> tuple[str, str, str]:
    return one.rule, one.text, re.sub(r"line \d+", "line", one.message)


def is_about(one: Finding, words: str, text: str, near: int) -> bool:
    """Whether a finding touches words of the target, or quotes them."""
    gone = words.startswith(GONE)
    words = words.removeprefix(GONE).strip()
    quotes = [quote.removesuffix(" …") for quote in _QUOTED.findall(one.message)]
    if any(quote and (quote in words or words in quote) for quote in quotes):
        return True
    at = text.find(words, max(0, near - len(words)))
    return not gone and at >= 0 and one.start < at + len(words) and at < one.end


def new(folder: Path, row: dict[str, str]) -> list[Finding]:
    """The findings about the words of a row that the unchanged target has not."""
    old, other = (row[name].replace("\\n", "\n") for name in ("old", "new"))
    whole = (folder / row["target"]).read_text("utf-8")
    before = Counter(map(key, findings(folder, row)[1]))
    text, after = findings(folder, row, whole.replace(old, other, 1))
    words = row["words"].replace("\\n", "\n")
    near = max(0, text.find(other[:30])) if other else 0
    found = []
    for one in after:
        if before[key(one)]:
            before[key(one)] -= 1
        elif is_about(one, words, text, near):
            found.append(one)
    return found


def count(name: str, folders: list[Path], *, show: bool) -> None:
    told: Counter[str] = Counter()
    grave = 0
    total: Counter[str] = Counter()
    for folder in folders:
        for row in rows(TABLES / folder.name / f"{name}.tsv"):
            found = new(folder, row)
            total[row["kind"]] += 1
            told[row["kind"]] += bool(found)
            grave += any(one.severity != "info" for one in found)
            if show:
                said = "; ".join(f"{one.severity} {one.rule}: {one.message}" for one in found)
                mark = "told" if found else "silent"
                print(
                    mark,
                    folder.name,
                    row["id"],
                    row["kind"],
                    f"“{row['words']}”",
                    row["why"],
                    "=>",
                    said,
                )
    print(name, {kind: f"{told[kind]}/{number}" for kind, number in sorted(total.items())})
    print(f"{name} told {told.total()}/{total.total()}, as warning or error {grave}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--texts", type=Path, action="append", required=True)
    parser.add_argument("--list", action="store_true")
    args = parser.parse_args()
    for name in ("planted", "twins"):
        count(name, args.texts, show=args.list)


if __name__ == "__main__":
    main()
