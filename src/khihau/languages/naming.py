"""What else people call a language, and a column of a table that is in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from khihau.languages.data import data_groups
from khihau.model import LabelLang

__all__ = ["ListedNaming", "Naming"]


class Naming:
    """A language that tables call by its codes and its two names alone."""

    def heads(self, column: str) -> Sequence[str]:  # noqa: ARG002
        """Heads, in small letters, of a column that has what is written in the language.

        `column` is "language" for its own name alone, "name" for what it calls things, "definition",
        "note" or "concept_note".
        """
        return ()


class ListedNaming(Naming):
    """A language whose folder lists what else people write, in `data/headings.txt`."""

    def __init__(self, lang: LabelLang) -> None:
        self._lang = lang

    def heads(self, column: str) -> Sequence[str]:
        """Those that the list has for such a column."""
        return self._listed.get(column, ())

    @cached_property
    def _listed(self) -> Mapping[str, Sequence[str]]:
        listed: dict[str, list[str]] = {}
        for column, *heads in data_groups(self._lang, "headings.txt"):
            listed.setdefault(column, []).extend(heads)
        return listed
