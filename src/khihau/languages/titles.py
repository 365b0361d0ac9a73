"""Which words stand where a title is cited, quoted or not: the default, and what every language asks.

All texts are composed, on one line. The words are data, `titles.txt` in the language's folder.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from khihau.languages.data import data_parts
from khihau.model import LabelLang
from khihau.text.regex import either, regex

__all__ = ["Titles", "Zone"]


class Zone(NamedTuple):
    """Where a title without quotation marks stands, in code points of the text that was asked about.

    One that `is_cited` has the number of its act beside it; of others only capitals tell.
    """

    start: int
    end: int
    is_cited: bool


class Titles:
    """A language of which no such words are known."""

    code: LabelLang | None = None

    @property
    def references(self) -> tuple[str, ...]:
        """What stands above a list of works, in small letters."""
        return self._words.get("references", ())

    @cached_property
    def light(self) -> frozenset[str]:
        """Words, in small letters, that one may exchange in a title without misquoting it."""
        return frozenset(" ".join(self._words.get("light", ())).split())

    def lead(self, title: str) -> int:
        """Where a title begins behind the verbs that the number of an act governs: approving."""
        if self._lead is None:
            return 0
        found = self._lead.match(title)
        return found.end() if found else 0

    @cached_property
    def _lead(self) -> re.Pattern[str] | None:
        verbs = (*self._words.get("leads", ()), *self._words.get("verbs", ()))
        return regex(rf"(?:{either(verbs)}\s+)+", re.IGNORECASE) if verbs else None

    def is_title(self, content: str, before: str, after: str) -> bool:  # noqa: ARG002
        """Whether what stands between quotation marks is a title, by its own words and those beside."""
        return False

    def unquoted(self, text: str) -> Iterator[Zone]:  # noqa: ARG002
        """Yield where titles stand without quotation marks, kind by kind; linear in the text."""
        yield from ()

    @property
    def _words(self) -> Mapping[str, tuple[str, ...]]:
        return data_parts(self.code, "titles.txt") if self.code else {}
