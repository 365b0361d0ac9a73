"""The number words of a language, which sessions and amounts share: its data file `numbers.txt`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from khihau.languages.data import data_sections
from khihau.model import Lang

__all__ = ["keyed", "sections", "values"]


@cache
def sections(lang: Lang) -> Mapping[str, Sequence[Sequence[str]]]:
    """The lines of the file under each heading, cut at their equals signs."""
    return data_sections(lang, "numbers.txt")


def values(lang: Lang, *headings: str) -> Mapping[str, int]:
    """The words under some headings, each with its number."""
    groups = (group for heading in headings for group in sections(lang).get(heading, ()))
    return {word: int(value) for word, value in keyed(groups).items()}


def keyed(groups: Iterable[Sequence[str]]) -> Mapping[str, str]:
    """Each word of lines that read `key = word = other word`, with its key."""
    return {word: key for key, *words in groups for word in words}
