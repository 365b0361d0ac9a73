"""Which words stand where a title is cited, quoted or not: the default, and what every language asks.

All texts are composed, on one line. The words are data, `titles.txt` in the language's folder.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from khihau.languages import tuned
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


class _Levels(NamedTuple):
    """Words that say for which region or sector a paper is; what stands before and behind such words."""

    words: re.Pattern[str]
    before: re.Pattern[str]
    behind: re.Pattern[str]


class Titles:
    """A language of which no such words are known."""

    code: LabelLang | None = None
    # How many words, or syllables, of a title must say what it is about beside one that is exchanged.
    telling = tuned.TELLING

    @property
    def references(self) -> tuple[str, ...]:
        """What stands above a list of works, in small letters."""
        return self._words.get("references", ())

    @cached_property
    def light(self) -> frozenset[str]:
        """Words, in small letters, that one may exchange in a title without misquoting it."""
        return frozenset(" ".join(self._words.get("light", ())).split())

    @cached_property
    def article(self) -> re.Pattern[str]:
        """An article of an act by its number, behind which a text says what that is about."""
        words = (word.replace(" ", r"\s") for word in self._words.get("articles", ()))
        forms = "|".join(word.replace("{n}", "[0-9]+") for word in words)
        return regex(rf"(?<!\w)(?:{forms})" if forms else r"(?!)", re.IGNORECASE)

    @cached_property
    def owned(self) -> re.Pattern[str]:
        """What stands right before the number of an act behind words on a part of it: của Luật | 33/2013/QH13."""
        owners, acts = self._words.get("owners", ()), self._words.get("acts", ())
        number = either(self._words.get("number", ()))
        shape = rf"(?<!\w){either(owners)}\s{either(acts)}\s(?:{number}\s)?\Z"
        return regex(shape if owners and acts else r"(?!)", re.IGNORECASE)

    def lead(self, title: str) -> int:
        """Where a title begins behind the verbs that an act, or its number, governs: approving."""
        if self._lead is None:
            return 0
        found = self._lead.match(title)
        return found.end() if found else 0

    @cached_property
    def _lead(self) -> re.Pattern[str] | None:
        verbs = (*self._words.get("leads", ()), *self._words.get("verbs", ()))
        acts = either(self._words.get("acts", ()))
        return regex(rf"(?:{acts}\s+)?(?:{either(verbs)}\s+)+", re.IGNORECASE) if verbs else None

    def is_title(self, content: str, before: str, after: str) -> bool:  # noqa: ARG002
        """Whether what stands between quotation marks is a title, by its own words and those beside."""
        return False

    def unquoted(self, text: str) -> Iterator[Zone]:  # noqa: ARG002
        """Yield where titles stand without quotation marks, kind by kind; linear in the text."""
        yield from ()

    # --- what a title without its number may be meant for ---

    def is_name(self, name: str) -> bool:  # noqa: ARG002
        """Whether a name is that of a plan or an act, as its noun says."""
        return False

    def is_cited(self, name: str, before: str) -> bool:  # noqa: ARG002
        """Whether words that read like a name are one, by their form or the words before them."""
        return False

    def without_general(self, words: str) -> str:
        """Folded words of a title without those that say what kind of paper it is, or how far it goes."""
        return self._general.sub(" ", words) if self._general else words

    def tells_level(self, words: str, before: str, after: str) -> bool:
        """Whether folded words of a title say for which region or sector a paper is."""
        levels = self._levels
        return (
            levels.words.search(words) is not None
            or levels.before.search(before) is not None
            or levels.behind.match(after) is not None
        )

    @cached_property
    def _general(self) -> re.Pattern[str] | None:
        words = self._words.get("general")
        return regex(rf"(?<!\w){either(words)}(?!\w)") if words else None

    @cached_property
    def _levels(self) -> _Levels:
        words, before, behind = (
            either(self._words.get(part, ())) if part in self._words else r"(?!)"
            for part in ("levels", "before levels", "behind levels")
        )
        return _Levels(
            regex(rf"(?<!\w){words}(?!\w)"),
            regex(rf"(?<!\w){before}\s*\Z"),
            regex(rf"\s*{behind}(?!\w)"),
        )

    def ends_before(self, after: str) -> bool:
        """Whether a title may end before these words: a sign, or a word that goes on with the sentence."""
        return self._end.match(after) is not None

    @cached_property
    def _end(self) -> re.Pattern[str]:
        words = either(self._words["ends"]) if "ends" in self._words else r"(?!)"
        return regex(rf"\s?[(\[]|[^\w\s]|\s*\Z|\s{words}(?!\w)")

    def without_number_word(self, text: str) -> str:
        """The words before the number of an act without the one that announces it: số."""
        word = next((one for one in self._words.get("number", ()) if text.endswith(f" {one}")), "")
        return text.removesuffix(word).rstrip()

    @property
    def _words(self) -> Mapping[str, tuple[str, ...]]:
        return data_parts(self.code, "titles.txt") if self.code else {}
