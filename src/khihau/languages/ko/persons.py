"""Korean names: before their titles in Hangul, and as Latin letters write them.

Romanisations differ (hyup, hyeop, hyub), and Vietnamese texts may write what they hear (Xang Hiếp):
a syllable is heard as its onset, vowel and coda, a vowel that may be two of Korean's as both.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import product

from khihau.languages.data import data_parts
from khihau.languages.ko.readings import nouns
from khihau.languages.persons import Families, Named, Persons, unmarked
from khihau.text.regex import either, regex

__all__ = ["KoreanPersons"]

_MOST_PIECES = 4
_LONGEST = 8  # syllables of a name in Hangul
_PIECES = regex(r"(?:(?<=\s)|(?<=^)|(?<=[(“‘\"'▲△]))(?:[가-힣]{1,8}\s){0,3}[가-힣]{1,8}\s\Z")
_EOJEOL = regex(r"[가-힣]+")
_REACH = 40

_ONSETS = {
    "K": "g k kk c", "N": "n", "T": "d t tt th", "R": "r l", "M": "m", "P": "b p pp ph", "S": "s sh ss x", "J": "j jj ch",
    "H": "h", "": "",
}  # fmt: skip
_VOWELS = {
    "a": "a ah", "e": "ae e eh ai", "ya": "ya ia", "eo": "eo u uh", "u": "oo u wu woo", "o": "o oh", "yeo": "yeo you yu ie ye", "yu": "yu yoo",
    "yo": "yo", "eu": "eu", "ui": "ui eui", "i": "i ee yi", "wi": "wi", "wa": "wa oa", "wo": "wo weo uo", "we": "we wae oe", "ye": "ye",
}  # fmt: skip
_CODAS = {
    "": "",
    "K": "k g c ck",
    "N": "n",
    "NG": "ng",
    "L": "l r",
    "M": "m",
    "P": "p b",
    "T": "t d s",
}
# Vietnamese vowels that Latin letters without marks would lose.
_VIETNAMESE = {"ơ": "eo", "ư": "eu", "â": "eo", "ê": "e", "ô": "o", "ă": "a", "đ": "d"}
_TONES = "\u0300\u0301\u0303\u0309\u0323"


class KoreanPersons(Persons):
    """The answers of Korean."""

    most_words = 3

    @cached_property
    def families(self) -> Sequence[str]:
        """All ways to write those of the list."""
        return sorted(self._families)

    def persons(self, text: str, families: Families) -> Iterator[Named]:  # noqa: ARG002
        """What stands right before a title, in one to four pieces: each number of them may be the name."""
        for title in self._titles.finditer(text):
            found = _PIECES.search(text, max(0, title.start() - _REACH), title.start())
            pieces = list(_EOJEOL.finditer(text, found.start(), found.end())) if found else []
            for count in range(1, min(len(pieces), _MOST_PIECES) + 1):
                start, end = pieces[-count].start(), pieces[-1].end()
                name = text[start:end]
                if 2 <= len("".join(name.split())) <= _LONGEST and not self._is_described(name):
                    yield Named(start, end, name, title["title"], is_beside=True, family="ko")

    def is_parted(self, name: str) -> bool:
        """우 원식 for 우원식: family and given name are one piece (한글 맞춤법 제48항)."""
        family, *given = name.split()
        return family in self._parts("surnames") and len(given) == 1 and len(given[0]) <= 2

    def heard(self, name: str) -> Sequence[str]:
        """The family, and the two syllables of the given name in each way to read them."""
        family, *given = name.replace("-", " ").replace("‐", " ").replace("‑", " ").split()
        key = self._families.get(unmarked(family))
        if key is None or not 1 <= len(given) <= 2:
            return ()
        ways = _both(given[0], given[1]) if len(given) == 2 else _parted(given[0])
        return [f"{key} {way}" for way in ways]

    def _is_described(self, pieces: str) -> bool:
        """Whether pieces are a noun behind its determiner (두 나라 대표), or end in a word on the title (전 총리)."""
        first, *rest = pieces.split()
        is_noun = (
            len(rest) == 1 and first in self._parts("determiners") and rest[0] in nouns().known
        )
        return is_noun or (bool(rest) and rest[-1] in self._parts("on titles"))

    @cached_property
    def _families(self) -> Mapping[str, str]:
        groups = [one.split(" = ") for one in self._parts("families")]
        return {form: group[0] for group in groups for form in group}

    @cached_property
    def _titles(self) -> re.Pattern[str]:
        words = sorted({*self.offices, *self._parts("behind")})
        particles = either(sorted(data_parts("ko", "phrase-words.txt")["particles"]))
        return regex(rf"(?<![^\s])(?P<title>{either(words)})(?:{particles})?(?![가-힣])")


def _both(first: str, second: str) -> list[str]:
    return ["-".join(pair) for pair in product(_syllable(first), _syllable(second))]


def _parted(word: str) -> list[str]:
    """The ways to read a given name that is written as one word of two syllables, without marks."""
    if not word.isascii():
        return []
    return [way for at in range(1, len(word)) for way in _both(word[:at], word[at:])]


@lru_cache(maxsize=4096)
def _syllable(word: str) -> tuple[str, ...]:
    """The ways to read a romanised syllable; none where it is no syllable of Korean."""
    found = _SYLLABLE.fullmatch(_plain(word))
    if not found:
        return ()
    onset, vowel, coda = found.groups()
    vowels = [key for key, forms in _VOWELS.items() if vowel in forms.split()]
    return tuple(f"{_key(_ONSETS, onset)}.{one}.{_key(_CODAS, coda)}" for one in vowels)


def _key(table: Mapping[str, str], form: str) -> str:
    return next((key for key, forms in table.items() if form in forms.split()), "")


def _plain(word: str) -> str:
    """A word in small letters of which only the vowels of Korean are left."""
    toneless = unicodedata.normalize(
        "NFC",
        "".join(c for c in unicodedata.normalize("NFD", word.lower()) if c not in _TONES),
    )
    toneless = toneless.replace("iê", "yeo").replace("yê", "yeo")
    return "".join(_VIETNAMESE.get(letter, letter) for letter in toneless)


def _either(table: Mapping[str, str]) -> str:
    forms = sorted({form for forms in table.values() for form in forms.split()}, key=len)
    return "|".join(reversed(forms))


_SYLLABLE = regex(rf"({_either(_ONSETS)}|)({_either(_VOWELS)})({_either(_CODAS)}|)")
