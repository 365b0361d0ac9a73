"""How names in Korean say the same: they begin with the country, end with their head noun, and are spaced freely."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from khihau.languages.data import data_groups, data_lines, data_parts
from khihau.languages.ko.sounds import sounds_of
from khihau.languages.ko.tails import is_tail
from khihau.languages.sounds import Heard, heard
from khihau.languages.translation import (
    Translation,
    Word,
    any_of,
    composed_words,
    countries_in,
    everyday_words_of,
    in_any_order,
    third_countries,
    words_of,
)
from khihau.text.fold import fold, is_hangul
from khihau.text.regex import regex

__all__ = ["KoreanTranslation"]

_PARTS = regex(r"[\s(,]+")
_LONGEST_NAME = 9  # syllables of a name without a space
_MANY_WORDS = 16_384  # of a text, that are kept
_OF_COUNTRY = regex(r"의?\s(?:연방\s?)?\Z")
_OF_HOUSE = regex(r"\s?(?:상원|하원|의회)\s\Z")  # 미 상원 금융위원회
_HOUSES_OF = ("일", "중")  # short forms that stand as another word too
_GLUED = regex(r"[\w\"'”’」』》)]")
_HEAD = 2  # syllables: 기금, 협정, 제도
_PLAIN = 2  # syllables of a plain word: 기후, 수소


class KoreanTranslation(Translation):
    """The answers of Korean."""

    length = 0.45  # measured on the odd texts of bench/data/bitexts
    units_of_word, units_shared = 2, 3

    def may_be_name(self, word: str) -> bool:  # noqa: ARG002
        """Latin letters are a name in any case."""
        return True

    def everyday_words(self) -> Mapping[str, Sequence[str]]:
        """Its list."""
        return _everyday()

    def meanings(self, text: str, start: int, end: int) -> Iterator[Word]:
        """By the beginnings of eojeols, the longest; of one syllable only before a particle."""
        for low, high, word in composed_words(text, start, end):
            for meaning in _meanings(word):
                yield low, high, meaning

    def spoken_names(self, text: str, start: int, end: int) -> Iterator[tuple[int, int, Heard]]:
        """What may be a name at the beginning of each eojeol, the longest first."""
        for low, high, word in composed_words(text, start, end):
            for heard_as in _names(word):
                yield low, high, heard_as

    def points_back(self, words: str) -> bool:
        """Whether words have 이 기금, 해당, 이를."""
        return _pointers().search(words) is not None

    def head(self, name: str) -> str:
        """The last two syllables: 기금, 협정, 제도."""
        return _PARTS.split(name)[-1][-_HEAD:]

    def without_country(self, name: str) -> str:
        """재무부 for 베트남 재무부."""
        return _at_the_start().sub("", name)

    def in_any_order(self, name: str) -> Sequence[str]:
        """베-한 for 한-베트남."""
        return in_any_order(name, "ko")

    def countries(self, words: str) -> frozenset[str]:
        """The countries named, also as the first syllable of another word."""
        return countries_in(words, "ko", r"(?<![가-힣])", "")

    def is_foreign(self, name: str, before: str, after: str) -> bool:  # noqa: ARG002
        """Whether a country stands right before: 독일 환경부, 영국의 환경부, 독일 연방환경부."""
        if not name.endswith(_bodies()):
            return False
        body, house = _OF_COUNTRY.search(before), _OF_HOUSE.search(before)
        return bool(
            (body and _ends_in(before[: body.start()], _third()))
            or (house and _ends_in(before[: house.start()], (*_third(), *_HOUSES_OF)))
        )

    def is_plain(self, name: str) -> bool:
        """Whether a name has two syllables, however they are spaced."""
        return len("".join(words_of(fold(name).text))) <= _PLAIN

    def units(self, name: str) -> Sequence[str]:
        """Its syllables, since it is spaced freely."""
        words = words_of(name)
        return [part for word in words for part in (word if is_hangul(word[0]) else [word])]

    def content_words(self, name: str) -> Sequence[str]:
        """Its syllables, without countries and particles like 의."""
        small = _small_syllables()
        return [part for part in self.units(_countries().sub(" ", name)) if part not in small]


@lru_cache(maxsize=1)
def _countries() -> re.Pattern[str]:
    return re.compile(any_of(data_lines("ko", "countries.txt")))


@lru_cache(maxsize=1)
def _at_the_start() -> re.Pattern[str]:
    return re.compile(rf"^{_countries().pattern}(?!형)의?\s?")  # not 한국형, which is a kind


@lru_cache(maxsize=1)
def _bodies() -> tuple[str, ...]:
    return data_parts("ko", "foreign-countries.txt")["bodies"]


@lru_cache(maxsize=1)
def _third() -> tuple[str, ...]:
    """Names and signs of third countries, and the short forms that stand as a word: 미 환경부, 英 환경부."""
    names = third_countries("ko")
    signs = (entry.split(" = ") for entry in data_parts("ko", "hanja.txt")["countries"])
    short = data_parts("ko", "country-traps.txt")["alone"]
    return (*names, *short, *(sign for sign, _, name in signs if name in names))


def _ends_in(text: str, words: tuple[str, ...]) -> bool:
    """Whether a text ends in one of some words, and no letter or closing mark stands before that."""
    return text.endswith(words) and any(
        text.endswith(word) and not _GLUED.match(text[-len(word) - 1 : -len(word)])
        for word in words
    )


@lru_cache(maxsize=1)
def _pointers() -> re.Pattern[str]:
    words = any_of(data_lines("ko", "pointing-words.txt"))
    return re.compile(rf"(?<![가-힣]){words} ?(?=[가-힣])")


@lru_cache(maxsize=1)
def _small_syllables() -> frozenset[str]:
    return frozenset(data_lines("ko", "small-syllables.txt"))


@lru_cache(maxsize=1)
def _everyday() -> Mapping[str, Sequence[str]]:
    return everyday_words_of(data_groups("ko", "everyday-words.txt"))


@lru_cache(maxsize=_MANY_WORDS)
def _meanings(word: str) -> Sequence[str]:
    known = _everyday()
    stem = next((word[:n] for n in range(min(len(word), 5), 0, -1) if word[:n] in known), "")
    return known[stem] if len(stem) > 1 or (stem and is_tail(word[1:], 1)) else ()


@lru_cache(maxsize=_MANY_WORDS)
def _names(word: str) -> Sequence[Heard]:
    """What an eojeol may begin with, if that is a name: its sounds, the longest first."""
    word, rest = word[:_LONGEST_NAME], word[_LONGEST_NAME:]
    if not all(map(is_hangul, word)):
        return ()
    sounds = [sounds_of(one, is_first=not at) for at, one in enumerate(word)]
    return [
        heard("".join(sounds[:many]))
        for many in range(len(sounds), 1, -1)
        if any(is_tail(tail, many) for tail in (word[many:] + rest, word[many + 1 :] + rest))
    ]
