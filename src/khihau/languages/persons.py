"""Where a text names a person or a firm, and what two spellings of one name share: the default.

Nobody knows all names. A name is a run of capitals that words before or behind say to be a person's
(ông, Bộ trưởng, Dr, Minister), or that begins with a family name of the language's people.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple, TypeAlias

from khihau.languages.data import data_groups, data_parts
from khihau.model import LabelLang
from khihau.text.regex import either, regex

__all__ = ["Families", "LatinPersons", "Named", "Persons", "unmarked"]

_WORD = regex(r"[^\W\d_]+(?:(?:[-‐‑]|['’](?!s(?!\w)))[^\W\d_]+)*")
_TITLE_REACH = (
    90  # characters before a name: "Bộ trưởng Bộ Khí hậu, Năng lượng và Môi trường Hàn Quốc"
)
_BEHIND_REACH = 40
_COUNTRY_WORDS = 3  # of the name of a country at most
_MOST_WORDS = 4  # of a person's name
_STOPS = regex(r"[.;:!?()\[\]“”\"\n]")


# The first words of names -> the language whose people are called so, and how many words a name has at most.
Families: TypeAlias = Mapping[str, tuple[str, int]]


class Named(NamedTuple):
    """A person or a firm at a span of code points of a composed text.

    `title` are the words that say so, "" where none do; `is_beside` says that they stand right there.
    `family` is the language of whose people the name is, "" where nobody knows; `lang` that of the
    text there, as whoever asks knows it.
    """

    start: int
    end: int
    name: str
    title: str = ""
    is_beside: bool = False
    family: str = ""
    lang: str = ""


class Persons:
    """A language of whose names we know nothing."""

    most_words = _MOST_WORDS  # of the names of its people

    def __init__(self, code: LabelLang | None = None) -> None:
        self.code = code

    def persons(self, text: str, families: Families) -> Iterator[Named]:  # noqa: ARG002
        """The persons of a composed text, in text order; `families` are first words by their language."""
        yield from ()

    def firms(self, text: str) -> Iterator[Named]:  # noqa: ARG002
        """Words of a composed text that may be the name of a firm, with the words that say so as title."""
        yield from ()

    def heard(self, name: str) -> Sequence[str]:  # noqa: ARG002
        """What a name in Latin letters sounds like if it is one of its people, a key for each way to read it."""
        return ()

    def is_parted(self, name: str) -> bool:  # noqa: ARG002
        """Whether a name has a space that its spelling forbids."""
        return False

    @property
    def families(self) -> Sequence[str]:
        """First words of the names of its people in small Latin letters, without marks."""
        return ()

    def _parts(self, heading: str) -> tuple[str, ...]:
        return data_parts(self.code, "persons.txt").get(heading, ()) if self.code else ()

    @cached_property
    def offices(self) -> frozenset[str]:
        """Offices of state, in small letters: few have one at a time."""
        if not self.code:
            return frozenset()
        parts = data_parts(self.code, "offices.txt").items()
        return frozenset(
            word.lower()
            for heading, words in parts
            if heading not in ("none", "deputies")
            for word in words
        )


class LatinPersons(Persons):
    """A language whose names have capitals; `persons.txt` of its folder has its words."""

    @property
    def families(self) -> Sequence[str]:
        """Those of the list."""
        return [unmarked(word) for word in self._parts("families")]

    def persons(self, text: str, families: Families) -> Iterator[Named]:
        """Runs of capitals with a title before or behind them, or from a family name on."""
        for run in _runs(text):
            words = self._without_titles(run)
            rests = (words[at:] for at in range(max(0, len(words) - _MOST_WORDS), len(words)))
            name = next((rest for rest in rests if _family(rest, families)), words)
            if 2 <= len(name) <= _MOST_WORDS:
                start, end = name[0].start(), name[-1].end()
                title, is_beside = self._title(text, start, end)
                family = _family(name, families)
                yield Named(start, end, text[start:end], title, is_beside, family)

    def firms(self, text: str) -> Iterator[Named]:
        """Each word with a capital, and each two side by side, with the word for a firm beside them if one is."""
        for run in _runs(text):
            for first, second in zip(run, (*run[1:], None), strict=True):
                for last in (first, second):
                    if last is not None:
                        start, end = first.start(), last.end()
                        beside = self._firm_before.search(text, max(0, start - 24), start)
                        beside = beside or self._firm_behind.match(text, end)
                        yield Named(start, end, text[start:end], beside[0] if beside else "")

    def _without_titles(self, run: Sequence[re.Match[str]]) -> Sequence[re.Match[str]]:
        """A run from behind the titles and countries at its head: Chủ tịch Việt Nam | Tô Lâm."""
        words = [word.group().lower() for word in run]
        first = 0
        while first < len(run):
            if words[first] in self._title_words:
                first += 1
            elif skipped := self._country(words[first : first + _COUNTRY_WORDS]):
                first += skipped
            else:
                break
        return run[first:]

    def _country(self, words: Sequence[str]) -> int:
        """How many of the first words are the name of a country, which stands between a title and a name."""
        counts = range(len(words), 0, -1)
        return next((n for n in counts if " ".join(words[:n]) in self._countries), 0)

    @cached_property
    def _countries(self) -> frozenset[str]:
        groups = data_groups(self.code, "country-names.txt") if self.code else []
        return frozenset(name.lower() for _, *names in groups for name in names)

    def _title(self, text: str, start: int, end: int) -> tuple[str, bool]:
        """The title right before a name or behind it, else the last one in its clause before it."""
        low = max(0, start - _TITLE_REACH)
        before = _STOPS.split(_ABBREVIATED.sub(r"\1 ", text[low:start]))[-1]
        found = list(self._titles.finditer(before))
        if found and not before[found[-1].end() :].strip():
            return found[-1].group().lower(), True
        behind = self._behind.match(text, end, end + _BEHIND_REACH)
        if behind:
            return behind["title"].lower(), True
        return (found[-1].group().lower() if found else ""), False

    @cached_property
    def _titles(self) -> re.Pattern[str]:
        return regex(rf"(?<!\w){either(self._known_titles)}(?!\w)", re.IGNORECASE)

    @cached_property
    def _behind(self) -> re.Pattern[str]:
        title = either(self._known_titles)
        return regex(rf",\s(?:the\s)?(?P<title>{title})(?!\w)", re.IGNORECASE)

    @cached_property
    def _known_titles(self) -> Sequence[str]:
        return sorted({*self.offices, *self._parts("before")})

    @cached_property
    def _title_words(self) -> frozenset[str]:
        return frozenset(word for title in self._known_titles for word in title.split())

    @cached_property
    def _firm_before(self) -> re.Pattern[str]:
        words = self._parts("firms before")
        return regex(rf"(?<!\w){either(words)}\s\Z" if words else r"(?!)", re.IGNORECASE)

    @cached_property
    def _firm_behind(self) -> re.Pattern[str]:
        words = self._parts("firms behind")
        return regex(rf"\s{either(words)}(?!\w)" if words else r"(?!)", re.IGNORECASE)


def _family(words: Sequence[re.Match[str]], families: Families) -> str:
    """The language of whose people some words are a name, by their first one; "" for none."""
    lang, most = families.get(unmarked(words[0].group()), ("", 0))
    return lang if 2 <= len(words) <= most else ""


_ABBREVIATED = regex(r"(?<!\w)([A-Z][a-z]{1,4}|H\.E|[A-Z]{2,4})\.(?=\s|\Z)")  # Mr., TS.


def _runs(text: str) -> Iterator[Sequence[re.Match[str]]]:
    """The words with capitals that stand side by side, nothing but a space between."""
    run: list[re.Match[str]] = []
    for word in _WORD.finditer(text):
        if run and text[run[-1].end() : word.start()] not in (" ", "\xa0"):
            yield run
            run = []
        if word[0][0].isupper():
            run.append(word)
        elif run:
            yield run
            run = []
    if run:
        yield run


def unmarked(text: str) -> str:
    """A text in small letters without marks."""
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))
