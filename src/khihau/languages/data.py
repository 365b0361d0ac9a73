"""Word lists of a language: data under its folder, written for khihau, read when first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from khihau.model import LabelLang

__all__ = ["data_groups", "data_lines", "data_sections", "data_words"]


def data_lines(lang: LabelLang, name: str) -> list[str]:
    """The entries of a file of a language's folder `data`: no comments, no blank lines."""
    path = Path(__file__).with_name(lang) / "data" / name
    lines = path.read_text("utf-8").splitlines()
    entries = (line.partition("#")[0].strip() for line in lines)
    return [entry for entry in entries if entry]


def data_groups(lang: LabelLang, name: str) -> list[list[str]]:
    """The groups of a data file whose lines read `one = other = third`."""
    return [[form.strip() for form in line.split(" = ")] for line in data_lines(lang, name)]


def data_sections(lang: LabelLang, name: str) -> Mapping[str, list[str]]:
    """The entries of a data file under the `[section]` that each stands in."""
    sections: dict[str, list[str]] = {}
    for line in data_lines(lang, name):
        if line.startswith("["):
            entries = sections.setdefault(line.strip("[]"), [])
        else:
            entries.append(line)
    return sections


@lru_cache(maxsize=16)
def data_words(lang: LabelLang, name: str) -> Mapping[str, frozenset[str]]:
    """The words of each section of a data file that has many on a line."""
    sections = data_sections(lang, name).items()
    return {section: frozenset(" ".join(lines).split()) for section, lines in sections}
