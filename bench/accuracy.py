"""How often khihau and others mark exactly the right words, in texts that are full of traps.

Run `python bench/accuracy.py`; `--write` puts the table into docs/accuracy.md.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from cases import GROUPS, UNDECIDED, Group, read_groups
from report import ROOT, table, versions, write_figures
from tools import Tool, tools

PAGE = ROOT / "docs" / "accuracy.md"
PACKAGES = ("khihau", "flashtext", "underthesea", "kiwipiepy")


@dataclass(frozen=True)
class Score:
    """How many cases of a group a tool passed: it marked every hit and nothing else."""

    tool: str
    group: Group
    passed: int


def main() -> None:
    """Print the table, a line for each missing peer and, if asked, the cases that khihau misses."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=Path, default=ROOT / "tests" / "spec" / "traps")
    parser.add_argument("--misses", action="store_true", help="list the cases that khihau misses")
    parser.add_argument("--write", action="store_true", help="put the table into docs/accuracy.md")
    asked = parser.parse_args()
    groups = read_groups(asked.cases)
    if not groups:
        parser.error(f"no case files in {asked.cases}; name their folder with --cases")
    found = list(tools())
    present = [tool for tool in found if isinstance(tool, Tool)]
    missing = [line for line in found if isinstance(line, str)]
    figures = "\n\n".join((score_table(present, groups), *missing, versions(PACKAGES)))
    print(figures)
    if asked.misses:
        print(*misses(present[-1], groups), sep="\n")
    if asked.write:
        write_figures(PAGE, figures)


def score_table(columns: Sequence[Tool], groups: Sequence[Group]) -> str:
    """A row for each file, and the sums: of each language, and of all that the rules can know."""
    scores = [
        score(tool, group) for tool in columns for group in groups if group.lang in tool.langs
    ]

    def row(title: str, summed: Sequence[Group]) -> list[str]:
        return [title, *(cell([s for s in scores if s.tool == t.name], summed) for t in columns)]

    counted = [group for group in groups if group.name != UNDECIDED]
    rows: list[list[str]] = []
    for lang in GROUPS:
        own = [group for group in counted if group.lang == lang]
        rows += [row(group.name, [group]) for group in own]
        rows += [row(f"**all of {lang}**", own)] if len(own) > 1 else []
    rows.append(row("**all**", counted))
    rows += [row(f"{UNDECIDED}, not in the sums", [g]) for g in groups if g.name == UNDECIDED]
    return table(["cases", *(tool.name for tool in columns)], rows)


def score(tool: Tool, group: Group) -> Score:
    """Run a tool on every case of a group."""
    passed = (tool.find(case.text, case.labels) == case.spans for case in group.cases)
    return Score(tool.name, group, sum(passed))


def cell(scores: Sequence[Score], groups: Sequence[Group]) -> str:
    """The cases passed of those tried in the groups, n/a where the tool is made for none of them."""
    tried = [score for score in scores if score.group in groups]
    if not tried:
        return "n/a"
    return f"{sum(s.passed for s in tried)}/{sum(len(s.group.cases) for s in tried)}"


def misses(tool: Tool, groups: Sequence[Group]) -> Iterator[str]:
    """Each case that a tool does not pass, with what it marked instead."""
    for group in groups:
        for case in group.cases:
            found = tool.find(case.text, case.labels)
            if found != case.spans:
                marked = [case.text[s.start : s.end] for s in sorted(found, key=lambda s: s.start)]
                labels = " ; ".join(label.text for label in case.labels)
                yield f"{case.place}: {labels} → {case.text!r} marked {marked}"


if __name__ == "__main__":
    main()
