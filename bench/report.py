"""Tables of a benchmark, and the page of docs/ that shows the last ones."""

from __future__ import annotations

import datetime
import os
import platform
import re
from collections.abc import Iterable, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from khihau.documents.files import read_text, write_new

ROOT = Path(__file__).parents[1]
BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table: the first column is words, the others are figures."""
    rules = ["---", *["---:"] * (len(header) - 1)]
    return "\n".join(f"| {' | '.join(row)} |" for row in (header, rules, *rows))


def versions(packages: Iterable[str]) -> str:
    """What ran, and when: figures without it cannot be compared."""
    named = [f"{package} {_version(package)}" for package in packages]
    python = f"{platform.python_implementation()} {platform.python_version()}"
    today = datetime.datetime.now(tz=datetime.UTC).date()
    return f"{', '.join([*named, python])}; {today.isoformat()}."


def machine() -> str:
    """The processor and how many of it this process may use."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return f"{_processor()}, {cores} cores, {platform.system()} {platform.release()}."


def write_figures(page: Path, figures: str) -> None:
    """Put the figures between the markers of a page, all or nothing; the rest is written by hand."""
    text = read_text(page).text
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise SystemExit(f"{page}: needs the lines {BEGIN} and {END}")
    write_new(page, f"{before}{BEGIN}\n\n{figures}\n\n{END}{after}")


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "(not installed)"


def _processor() -> str:
    try:
        found = re.search(r"^model name\s*: (.+)$", Path("/proc/cpuinfo").read_text(), re.M)
    except OSError:
        found = None
    return found[1] if found else platform.processor() or platform.machine()
