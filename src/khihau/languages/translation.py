"""How names say the same, in a translation and beside each other: the default, and what every language asks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import permutations, product

from khihau.languages.data import data_groups, data_parts
from khihau.languages.sounds import ENGLISH, Heard, heard_of
from khihau.model import LabelLang
from khihau.text.compose import composed
from khihau.text.fold import fold
from khihau.text.regex import regex

__all__ = [
    "Translation",
    "Word",
    "any_of",
    "bare",
    "composed_words",
    "countries_in",
    "everyday_words_of",
    "in_any_order",
    "third_countries",
    "words_of",
]

_OURS = ("VN", "KR")
Word = tuple[int, int, str]  # where it stands in a text, and what it says
_WORD = regex(r"[^\W_]+")
_WORD_WITH_MARKS = regex("[^\\W_](?:[^\\W_]|[\u0300-\u036f])*+")


class Translation:
    """A language of which nothing is known but that it has words between spaces.

    `length` is how long a text is, in code points, against the same text in English.
    """

    length = 1.0
    # Whether grammar leaves the order of a name's words open: Law on Electricity, Electricity Law.
    orders_freely = False
    # How many units a word of a name has at most, and how many two names must share at least that
    # differ in one word and mean one thing. Chosen by hand on real texts.
    units_of_word, units_shared = 1, 2

    def may_be_name(self, word: str) -> bool:
        """Whether a Latin word in a text of the language may be a name, which comes through."""
        return word[0].isupper()

    def everyday_words(self) -> Mapping[str, Sequence[str]]:
        """Everyday words in small letters and their meanings, which are the same in each language."""
        return {}

    def meanings(self, text: str, start: int, end: int) -> Iterator[Word]:
        """The everyday words of a stretch of text, by their meanings, also within longer ones."""
        known = self.everyday_words()
        if not known:
            return
        first, second = "", ""  # the words before
        low, middle = start, start
        for place, end_, word in composed_words(text, start, end):
            word = word.lower()
            for begin, said in (
                (place, word),
                (middle, f"{second} {word}"),
                (low, f"{first} {second} {word}"),
            ):
                for meaning in known.get(said, ()):
                    yield begin, end_, meaning
            first, second, low, middle = second, word, middle, place

    def sounds(self, names: Sequence[str]) -> Iterator[Heard]:
        """How some composed words with capitals may sound as one name."""
        return heard_of([bare(name) for name in names], ENGLISH)

    def spoken_names(self, text: str, start: int, end: int) -> Iterator[tuple[int, int, Heard]]:  # noqa: ARG002
        """What may be a name in a script of its own, by its sounds; none in Latin letters."""
        return iter(())

    def points_back(self, words: str) -> bool:  # noqa: ARG002
        """Whether composed words have a pronoun or a demonstrative, which takes up what was said."""
        return False

    def head(self, name: str) -> str:  # noqa: ARG002
        """The noun that a composed name is a kind of; "" where nobody knows."""
        return ""

    def from_head(self, name: str) -> str:
        """The folded letters of a name from its head noun on.

        Here the head is the end, so its letters are turned around: that of a shorter name begins
        that of a longer one of the same kind.
        """
        return fold(name).text.replace(" ", "")[::-1]

    def without_country(self, name: str) -> str:
        """A name as it stands in a text that has named its country; itself where it has none."""
        return name

    def in_any_order(self, name: str) -> Sequence[str]:  # noqa: ARG002
        """A name that two countries side by side are a part of, with these in any order and wording."""
        return ()

    def countries(self, words: str) -> frozenset[str]:  # noqa: ARG002
        """The countries that composed words name, by keys that all languages share."""
        return frozenset()

    def is_foreign(self, name: str, before: str, after: str) -> bool:  # noqa: ARG002
        """Whether a name is one of a state's bodies, and composed words beside it name a third country."""
        return False

    def is_ambiguous(self, word: str) -> bool:  # noqa: ARG002
        """Whether a word of a text may be another one than the term that it looks like."""
        return False

    def is_plain(self, name: str) -> bool:
        """Whether a label is a plain word, which good writers vary, by its text alone."""
        return len(words_of(fold(name).text)) <= 1

    def units(self, name: str) -> Sequence[str]:
        """The smallest parts of a folded name that mean something: words, or syllables."""
        return words_of(name)

    def content_words(self, name: str) -> Sequence[str]:
        """The words by which two folded names are compared, without countries and small words."""
        return words_of(name)


def words_of(folded: str) -> list[str]:
    """The words of a folded text: letters and digits between anything else."""
    return _WORD.findall(folded)


def any_of(words: Iterable[str]) -> str:
    """The regular expression of some words, the longest first."""
    return f"(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})"


@cache
def third_countries(lang: LabelLang) -> tuple[str, ...]:
    """The names of all countries but those whose bodies the glossary has, Viet Nam and Korea.

    An expression of them takes longer to compile than most texts to read.
    """
    groups = data_groups(lang, "country-names.txt")
    return tuple(name for country, *names in groups if country not in _OURS for name in names)


def in_any_order(name: str, lang: LabelLang) -> Sequence[str]:
    """The forms of a composed name of a language in which two countries stand with a dash between."""
    found = _pair(lang).search(name)
    if not found:
        return ()
    groups = data_parts(lang, "paired-countries.txt").values()
    one, other = (next(some for some in groups if word in some) for word in found.groups())
    before, after = name[: found.start()], name[found.end() :]
    return [
        f"{before}{first}-{second}{after}"
        for firsts, seconds in permutations((one, other))
        for first, second in product(firsts, seconds)
        if f"{first}-{second}" != found[0]
    ]


def countries_in(words: str, lang: LabelLang, left: str, right: str) -> frozenset[str]:
    """The countries of which a language's data has the names, in words, with what must stand around one."""
    parts = data_parts(lang, "paired-countries.txt").items()
    return frozenset(
        country for country, names in parts if re.search(f"{left}{any_of(names)}{right}", words)
    )


@cache
def _pair(lang: LabelLang) -> re.Pattern[str]:
    groups = data_parts(lang, "paired-countries.txt").values()
    one = any_of(name for names in groups for name in names)
    return re.compile(rf"(?<!\w)({one})\s?[-–·ㆍ]\s?({one})(?!\w)")


def composed_words(text: str, start: int, end: int) -> Iterator[Word]:
    """The words of a stretch of text with their places, composed."""
    is_composed = unicodedata.is_normalized("NFC", text[start:end])
    for found in (_WORD if is_composed else _WORD_WITH_MARKS).finditer(text, start, end):
        word = found[0]
        yield found.start(), found.end(), word if is_composed else composed(word)


def everyday_words_of(groups: Iterable[Sequence[str]]) -> Mapping[str, Sequence[str]]:
    """Words and their meanings, of lines that begin with a meaning."""
    known: dict[str, list[str]] = {}
    for meaning, *words in groups:
        for word in words:
            known.setdefault(word, []).append(meaning)
    return known


def bare(word: str) -> str:
    """A word in small plain letters."""
    letters = unicodedata.normalize("NFD", word.lower().replace("đ", "d"))
    return "".join(letter for letter in letters if letter.isalnum())
