"""How fast khihau starts, matches and checks a folder, against floors and peers, in one run.

Run `python bench/speed.py`; `--write` puts the tables into docs/speed.md, with
the bounds that the tasks set themselves.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import astuple
from pathlib import Path

from folders import folders
from khihau.model import LANGS, Termbase
from khihau.termbase.load import load_glossary
from matching import matching
from programs import PEERS, programs
from report import ROOT, machine, table, versions, write_figures
from rounds import Line
from starts import starts

PAGE = ROOT / "docs" / "speed.md"
PACKAGES = ("khihau", "ahocorasick-rs", "click", *PEERS)
PARTS = ("start", "matching", "folder")
HEADER = ("what", "time", "compared", "at most", "")


def main() -> None:
    """Print each table as soon as it is measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=PARTS, action="append", help="measure only this part")
    parser.add_argument("--large", action="store_true", help="check a folder of 100 MB too")
    parser.add_argument("--write", action="store_true", help="put the tables into docs/speed.md")
    asked = parser.parse_args()
    if asked.write and asked.only:
        parser.error("--write needs all parts: figures of two runs cannot be compared")
    base = load_glossary()
    blocks: list[str] = []
    with tempfile.TemporaryDirectory(prefix="khihau-bench-") as temporary:
        for block in report(base, Path(temporary), asked.only or PARTS, large=asked.large):
            print(block, end="\n\n", flush=True)
            blocks.append(block)
    if asked.write:
        write_figures(PAGE, "\n\n".join(blocks))


def report(base: Termbase, folder: Path, parts: Sequence[str], *, large: bool) -> Iterator[str]:
    """The tables, and what they were measured with."""
    labels = sum(len(concept.labels) for concept in base.concepts)
    found = programs(("khihau", *PEERS))
    if "khihau" not in found:
        raise SystemExit("no khihau beside this Python; pip install -e .")
    if "start" in parts:
        yield section("Start to result", starts(base, found["khihau"], folder))
    if "matching" in parts:
        for lang in LANGS:
            yield section(f"Matching 1 MB in memory: {lang}", matching(base, lang))
    if "folder" in parts:
        lines = folders(base, found["khihau"], folder, large=large)
        yield section("A folder of 200 files of 50 kB", lines)
    yield from (f"{name}: left out; pip install {name}" for name in PEERS if name not in found)
    yield f"{machine()} {versions(PACKAGES)} Built-in glossary: {labels} labels."


def section(title: str, lines: Sequence[Line]) -> str:
    """A table under its heading."""
    return f"### {title}\n\n{table(HEADER, map(astuple, lines))}"


if __name__ == "__main__":
    main()
