"""How names in Vietnamese say the same: they begin with their head noun and end with the country."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from khihau.languages.data import data_groups, data_lines, data_parts
from khihau.languages.sounds import Heard, heard_of
from khihau.languages.translation import (
    Translation,
    any_of,
    bare,
    countries_in,
    everyday_words_of,
    in_any_order,
    third_countries,
    words_of,
)
from khihau.languages.vi.sounds import VIETNAMESE
from khihau.languages.vi.spelling import is_syllable, new_placement
from khihau.text.compose import composed
from khihau.text.fold import fold
from khihau.text.regex import regex

__all__ = ["VietnameseTranslation"]

_PARTS = regex(r"[\s(,]+")
_OF_COUNTRY = regex(r"\s(?:của )?(?:nước (?:bạn )?|Vương quốc )?(?=\w)")


class VietnameseTranslation(Translation):
    """The answers of Vietnamese."""

    length = 1.04  # measured on the odd texts of bench/data/bitexts
    units_of_word, units_shared = 2, 3

    def everyday_words(self) -> Mapping[str, Sequence[str]]:
        """Its list."""
        return _everyday()

    def sounds(self, names: Sequence[str]) -> Iterator[Heard]:
        """By its own spelling, and by that of foreign names; one syllable of its own is no name."""
        if len(names) == 1 and self.is_ambiguous(names[0]):
            return
        yield from heard_of([_without_tones(name) for name in names], VIETNAMESE)
        yield from super().sounds(names)

    def points_back(self, words: str) -> bool:
        """Whether words have này, đó, nói trên, nó."""
        return _pointers().search(words) is not None

    def head(self, name: str) -> str:
        """The first syllable: quỹ, cơ, thị."""
        return _PARTS.split(name)[0]

    def from_head(self, name: str) -> str:
        """The letters from the first on."""
        return fold(name).text.replace(" ", "")

    def without_country(self, name: str) -> str:
        """Tòa án Hiến pháp for Tòa án Hiến pháp Hàn Quốc."""
        return _at_the_end().sub("", name)

    def is_ambiguous(self, word: str) -> bool:
        """Whether a word is one syllable (than), which has many senses."""
        return is_syllable(composed(word).lower())

    def in_any_order(self, name: str) -> Sequence[str]:
        """Hàn Quốc – Việt Nam for Việt Nam – Hàn Quốc."""
        return in_any_order(name, "vi")

    def countries(self, words: str) -> frozenset[str]:
        """The countries named, in any of their short names."""
        return countries_in(words, "vi", r"(?<!\w)", r"(?!\w)")

    def is_foreign(self, name: str, before: str, after: str) -> bool:  # noqa: ARG002
        """Whether a country stands right behind: Bộ Môi trường Đức, Quốc hội của Lào."""
        lead = _OF_COUNTRY.match(after)
        if not (lead and name.startswith(_bodies())):
            return False
        words = new_placement(after[lead.end() :])
        countries = third_countries("vi")
        return words.startswith(countries) and any(
            words.startswith(one) and not words[len(one) : len(one) + 1].isalnum()
            for one in countries
        )

    def content_words(self, name: str) -> Sequence[str]:
        """Its syllables, without countries and words like của, về, các."""
        small = _small_words()
        return [word for word in words_of(_anywhere().sub(" ", name)) if word not in small]


def _countries() -> list[str]:
    return data_lines("vi", "countries.txt")


@lru_cache(maxsize=1)
def _at_the_end() -> re.Pattern[str]:
    return re.compile(rf"\s(?:của |tại )?{any_of(_countries())}$")


@lru_cache(maxsize=1)
def _anywhere() -> re.Pattern[str]:
    return re.compile(rf"(?:nước )?{any_of(map(str.lower, _countries()))}")


@lru_cache(maxsize=1)
def _bodies() -> tuple[str, ...]:
    return data_parts("vi", "foreign-countries.txt")["bodies"]


@lru_cache(maxsize=1)
def _pointers() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(data_lines('vi', 'pointing-words.txt'))}\b", re.IGNORECASE)


@lru_cache(maxsize=1)
def _small_words() -> frozenset[str]:
    return frozenset(data_lines("vi", "small-words.txt"))


@lru_cache(maxsize=1)
def _everyday() -> Mapping[str, Sequence[str]]:
    return everyday_words_of(data_groups("vi", "everyday-words.txt"))


def _without_tones(name: str) -> str:
    return "".join("đ" if letter in "đĐ" else bare(letter) for letter in name)
