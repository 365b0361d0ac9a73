"""How names in English say the same: the head noun stands last, or before a preposition."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from khihau.languages.data import data_groups, data_lines, data_parts
from khihau.languages.translation import (
    Translation,
    any_of,
    countries_in,
    everyday_words_of,
    in_any_order,
    third_countries,
    words_of,
)
from khihau.text.regex import regex

__all__ = ["EnglishTranslation"]

_COUNTRY_AHEAD = regex(r"(?:['’]s?)?\s(?:Federal\s)?\Z")  # Germany's, German, the Netherlands'
_COUNTRY_BEHIND = regex(r"\sof\s(?:the\s)?")
_PARTS = regex(r"[\s(,]+")
_TAIL = regex(r"\s(?:on|for|of|to|in|under)\s.*", re.IGNORECASE | re.DOTALL)
_VERB = regex(
    r"[a-z]+(?:ed (?:by|for|from|in|into|on|out|to|with)|ing (?:for|on|out|to|with))(?![a-z])"
)


class EnglishTranslation(Translation):
    """The answers of English."""

    orders_freely = True

    def everyday_words(self) -> Mapping[str, Sequence[str]]:
        """Its list."""
        return _everyday()

    def points_back(self, words: str) -> bool:
        """Whether words have it, this, such, the former."""
        return _pointers().search(words) is not None

    def head(self, name: str) -> str:
        """The last word: fund, agreement, market."""
        return next((part for part in reversed(_PARTS.split(name)) if part.isalpha()), "")

    def from_head(self, name: str) -> str:
        """The letters before a preposition, turned around: Joint Working Group | on Climate Change."""
        return super().from_head(_TAIL.sub("", name))

    def without_country(self, name: str) -> str:
        """Constitutional Court for Constitutional Court of Korea and Korean Constitutional Court."""
        return _at_an_edge().sub("", name)

    def is_plain(self, name: str) -> bool:
        """Whether a name is one word, or a verb: entered into force, responding to climate change."""
        return bool(_VERB.match(name)) or super().is_plain(name)

    def in_any_order(self, name: str) -> Sequence[str]:
        """Korea-Viet Nam for Vietnam–Korea."""
        return in_any_order(name, "en")

    def countries(self, words: str) -> frozenset[str]:
        """The countries named, in any of their short names."""
        return countries_in(words, "en", r"(?<!\w)", r"(?:ese|an)?(?!\w)")

    def is_foreign(self, name: str, before: str, after: str) -> bool:
        """Whether a country stands right beside: the German Ministry, Germany's, … of Germany."""
        if not name.startswith(data_parts("en", "foreign-countries.txt")["bodies"]):
            return False
        countries = third_countries("en")
        ahead, behind = _COUNTRY_AHEAD.search(before), _COUNTRY_BEHIND.match(after)
        words = before[: ahead.start()] if ahead else ""
        rest = after[behind.end() :] if behind else ""
        return any(
            (words.endswith(one) and not _is_letter(words, -len(one) - 1))
            or (rest.startswith(one) and not _is_letter(rest, len(one)))
            for one in countries
        )

    def content_words(self, name: str) -> Sequence[str]:
        """Its words, without countries and words like of, the, for."""
        small = _small_words()
        return [word for word in words_of(_anywhere().sub(" ", name)) if word not in small]


def _countries() -> tuple[list[str], list[str]]:
    """The names of countries, and the adjectives of those that have one."""
    groups = data_groups("en", "countries.txt")
    return [name for name, *_ in groups], [one for _, *more in groups for one in more]


@lru_cache(maxsize=1)
def _at_an_edge() -> re.Pattern[str]:
    names, adjectives = _countries()
    before = rf"^(?:{any_of(adjectives)}|{any_of(names)}['’]s) "
    return re.compile(rf"{before}|,? (?:of|in) (?:the )?{any_of(names)}$")


@lru_cache(maxsize=1)
def _anywhere() -> re.Pattern[str]:
    names, adjectives = _countries()
    either = any_of(map(str.lower, (*names, *adjectives))).replace(r"\ ", " ?")  # Vietnam
    return re.compile(rf"{either}(?:'?s)?")


def _is_letter(text: str, at: int) -> bool:
    return text[at : at + 1].isalnum()


@lru_cache(maxsize=1)
def _pointers() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(data_lines('en', 'pointing-words.txt'))}\b", re.IGNORECASE)


@lru_cache(maxsize=1)
def _small_words() -> frozenset[str]:
    return frozenset(data_lines("en", "small-words.txt"))


@lru_cache(maxsize=1)
def _everyday() -> Mapping[str, Sequence[str]]:
    return everyday_words_of(data_groups("en", "everyday-words.txt"))
