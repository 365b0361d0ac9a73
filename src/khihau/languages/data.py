"""Word lists of a language: data under its folder, written for khihau, read when first asked for."""

from __future__ import annotations

from pathlib import Path

from khihau.model import Lang

__all__ = ["data_groups", "data_lines", "data_sections"]


def data_lines(lang: Lang, name: str) -> list[str]:
    """The entries of a file of a language's folder `data`: no comments, no blank lines."""
    path = Path(__file__).with_name(lang) / "data" / name
    lines = path.read_text("utf-8").splitlines()
    entries = (line.partition("#")[0].strip() for line in lines)
    return [entry for entry in entries if entry]


def data_groups(lang: Lang, name: str) -> list[list[str]]:
    """The groups of a data file whose lines read `one = other = third`."""
    return [_group(line) for line in data_lines(lang, name)]


def data_sections(lang: Lang, name: str) -> dict[str, list[list[str]]]:
    """The groups of a data file under each of its headings, which read `[heading]`."""
    sections: dict[str, list[list[str]]] = {}
    for line in data_lines(lang, name):
        if line.startswith("["):
            groups = sections.setdefault(line.strip("[]"), [])
        else:
            groups.append(_group(line))
    return sections


def _group(line: str) -> list[str]:
    return [form.strip() for form in line.split(" = ")]
