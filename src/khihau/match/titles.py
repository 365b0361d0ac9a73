"""A title that a termbase knows: that of an act, or the name of a plan or an act among its labels."""

from __future__ import annotations

from typing import NamedTuple

from khihau.model import Lang

__all__ = ["Act", "Name"]


class Act(NamedTuple):
    """A source that is an act: its key, its exact title, and the numbers and short names it is cited by.

    `names` are what the glossary calls it, by language: translations, which differ.
    """

    source: str
    title: str
    cited_as: tuple[str, ...]
    names: tuple[tuple[Lang, str], ...] = ()


class Name(NamedTuple):
    """The name of a plan or an act in a language, and the keys of the sources it was read in."""

    lang: Lang
    text: str
    sources: tuple[str, ...]
