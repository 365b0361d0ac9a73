"""Word lists of a language: data under its folder, written for khihau, read when first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from khihau.model import LabelLang

__all__ = ["data_groups", "data_lines", "data_parts", "data_words"]


def data_lines(lang: LabelLang, name: str) -> list[str]:
    """The entries of a file of a language's folder `data`: no comments, no blank lines."""
    path = Path(__file__).with_name(lang) / "data" / name
    lines = path.read_text("utf-8").splitlines()
    entries = (line.partition("#")[0].strip() for line in lines)
    return [entry for entry in entries if entry]


def data_groups(lang: LabelLang, name: str) -> list[list[str]]:
    """The groups of a data file whose lines read `one = other = third`."""
    return [[form.strip() for form in line.split(" = ")] for line in data_lines(lang, name)]


@cache
def data_parts(lang: LabelLang, name: str) -> Mapping[str, tuple[str, ...]]:
    """The parts of a data file, each under its `[heading]`; commas and line ends part its entries."""
    parts: dict[str, list[str]] = {}
    entries: list[str] = []
    for line in data_lines(lang, name):
        if line.startswith("["):
            entries = parts.setdefault(line.strip("[]"), [])
        else:
            entries += (entry for entry in map(str.strip, line.split(",")) if entry)
    return {heading: tuple(entries) for heading, entries in parts.items()}


@cache
def data_words(lang: LabelLang, name: str) -> Mapping[str, frozenset[str]]:
    """The words of each part of a data file, where spaces part them too."""
    parts = data_parts(lang, name).items()
    return {heading: frozenset(" ".join(entries).split()) for heading, entries in parts}
