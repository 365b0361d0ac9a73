"""The number words of a language, which sessions and amounts share: its data file `numbers.txt`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from khihau.languages.data import data_parts
from khihau.model import Lang

__all__ = ["keyed", "values"]


def values(lang: Lang, *headings: str) -> Mapping[str, int]:
    """The words under some headings, each with its number."""
    parts = data_parts(lang, "numbers.txt")
    lines = (line for heading in headings for line in parts.get(heading, ()))
    return {word: int(value) for word, value in keyed(lines).items()}


def keyed(lines: Iterable[str]) -> Mapping[str, str]:
    """Each word of lines that read `key = word = other word`, with its key."""
    groups = (line.split(" = ") for line in lines)
    return {word: key for key, *words in groups for word in words}
