"""How numbers, dates and units are written: the default, and what every language asks.

What a language writes in words stands in its data files `numbers.txt` and `units.txt`, a section for
each question.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType

from khihau.languages.data import data_parts
from khihau.model import Lang

__all__ = [
    "ALONE",
    "DAY",
    "ENDS",
    "ISO_DATE",
    "MONTH",
    "TIME",
    "YEAR",
    "Numerals",
    "keyed",
    "values",
]

# The pieces of dates written with signs. A shape is a regular expression whose groups are the parts of
# a date: `y`, `m`, `d`, `h`, `min`, `q` a quarter, a month's `name`, `from` and `to` for the other day of a range, `s`
# for the sign between.
YEAR = "(?:19|20|21)[0-9]{2}"
MONTH = "(?:1[0-2]|0?[1-9])"
DAY = "(?:3[01]|[12][0-9]|0?[1-9])"
ALONE = r"(?<![0-9A-Za-z/:.,-])"
ENDS = r"(?![0-9A-Za-z]|[/:.,-][0-9])"
ISO_DATE = rf"{ALONE}(?P<y>{YEAR})(?P<s>[-/.])(?P<m>{MONTH})(?P=s)(?P<d>{DAY}){ENDS}"
TIME = r"(?<![0-9:.,])(?P<h>2[0-4]|1[0-9]|0?[0-9]):(?P<min>[0-5][0-9])(?![0-9:])"


class Numerals:
    """A language that writes numbers as English does, and whose words for them are not known.

    `code` is the folder of its data files, None without any. The others say:

    `decimal_comma`: numbers read 1.000,5; those of English style are about in such texts, too.
    `written_by`: the law or standard that says so, "" where it is custom alone.
    `notes_follow_years`: "2030.6" is a year and the number of a note.
    `date_shapes`, `months`: how dates are written with signs, and what months are called;
    `dates_in_words`: the expression of what a text without digits has, if it has a date.
    `month_may_come_first`: 11/10 may be in November, too.
    `ordinal_endings`, `decade_endings`: what makes an ordinal and a decade of digits (29th, 2030s).
    `is_glued`: syllables follow a unit without a space, of a particle or of another word.
    `grouped_by_four`: magnitudes part a number inside, and count by ten thousands (2억 9,100만).
    `goes_on`: another magnitude may follow without a sign (2 tỷ 300 triệu, 1 nghìn 200 tỷ).
    `sure_before`: for a magnitude with another sense the regular expression of what must follow it.
    `apart`: units whose number is one of its own behind a magnitude (100억 2025년).
    `article_frame`: what stands before and behind the number of each article.
    `heads`: units that belong to the number behind them, if it has so many digits (5 tháng 3).
    `small_scale`: the largest scale that counts within what the larger ones multiply.
    """

    code: Lang | None = None
    decimal_comma = False
    written_by = ""
    notes_follow_years = False
    date_shapes: tuple[str, ...] = (ISO_DATE, TIME)
    months: Mapping[str, int] = MappingProxyType({})
    dates_in_words = ""
    month_may_come_first = False
    ordinal_endings: tuple[str, ...] = ()
    decade_endings: tuple[str, ...] = ()
    is_glued = False
    grouped_by_four = False
    goes_on = False
    sure_before: Mapping[str, str] = MappingProxyType({})
    apart: tuple[str, ...] = ()
    article_frame: tuple[str, str] | None = None
    heads: Mapping[str, int] = MappingProxyType({})
    small_scale = 100

    @cached_property
    def number_words(self) -> Mapping[str, int]:
        """The words of numbers that multiply no other: "ba", "twenty", "twentieth"."""
        return self._values("session", "numbers", "tens", "ones")

    @cached_property
    def magnitudes(self) -> Mapping[str, int]:
        """The words that multiply digits: "triệu", "million", "mn"."""
        return self._values("magnitudes", "abbreviations")

    @cached_property
    def scales(self) -> Mapping[str, int]:
        """The words that multiply numbers in words: "mươi", "million", "dozen"."""
        return self._values("magnitudes", "scales")

    @cached_property
    def sayings(self) -> Mapping[str, str]:
        """Words that say a number without being one, and all that they may mean: half, "0.5 50"."""
        return keyed(self._numbers.get("sayings", ()))

    @cached_property
    def multiples(self) -> Mapping[str, int]:
        """Words for so many of another unit, in which a text may count: two weeks, 14 days."""
        return self._values("multiples")

    @cached_property
    def periods(self) -> Mapping[str, str]:
        """The words for a year, a month or a half of a year, and which one it is: "last year"."""
        return keyed(self._numbers.get("periods", ()))

    @cached_property
    def units(self) -> Mapping[str, str]:
        """The names that stand behind a number, and the key of their unit.

        Behind one with a "|" stands nothing that could be read with it.
        """
        return keyed(self._units.get("behind", ()))

    @cached_property
    def units_before(self) -> Mapping[str, str]:
        """The words that stand before a number and say what it is, and the key of that.

        One with a capital is written only so.
        """
        return keyed(self._units.get("before", ()))

    @cached_property
    def other_words(self) -> Sequence[str]:
        """Words that begin like a unit or a magnitude and are none."""
        return self._units.get("not", ())

    @cached_property
    def counters(self) -> Sequence[str]:
        """The words behind a number that say that it counts things."""
        return self._units.get("counters", ())

    @cached_property
    def numbering(self) -> frozenset[str]:
        """The words before a number that it numbers: Scope 3, tầng 2."""
        return frozenset(self._units.get("numbering", ()))

    @cached_property
    def not_counted(self) -> frozenset[str]:
        """The words behind a number that are no things counted."""
        return frozenset(self._units.get("not counted", ()))

    def around(self, what: str) -> Sequence[str]:
        """The words that stand around digits: a section of `numbers.txt`."""
        return self._numbers.get(what, ())

    def is_counted(self, before: str, behind: str) -> bool:  # noqa: ARG002
        """Whether a number between two stretches of text counts things: 12 ministries, no Scope 3."""
        return False

    def runs(self, words: Sequence[str], text: str) -> Iterable[Sequence[str]]:  # noqa: ARG002
        """The words of a lower-case text that may spell numbers, in runs; "" stands for any other."""
        return (words,)

    @property
    def _numbers(self) -> Mapping[str, tuple[str, ...]]:
        return data_parts(self.code, "numbers.txt") if self.code else {}

    @property
    def _units(self) -> Mapping[str, tuple[str, ...]]:
        return data_parts(self.code, "units.txt") if self.code else {}

    def _follows_name(self, before: str) -> bool:
        """Whether the word before a number is numbered by it, or it is glued to something."""
        if not before or before[-1] in "([“\"‘'":
            return False
        last = before.split()[-1:]
        return not before[-1].isspace() or (bool(last) and last[0].lower() in self.numbering)

    def _values(self, *headings: str) -> Mapping[str, int]:
        return values(self.code, *headings) if self.code else {}


# --- the number words of a language, which sessions and amounts share: its file `numbers.txt` ------


def values(lang: Lang, *headings: str) -> Mapping[str, int]:
    """The words under some headings, each with its number."""
    parts = data_parts(lang, "numbers.txt")
    lines = (line for heading in headings for line in parts.get(heading, ()))
    return {word: int(value) for word, value in keyed(lines).items()}


def keyed(lines: Iterable[str]) -> Mapping[str, str]:
    """Each word of lines that read `key = word = other word`, with its key."""
    groups = (line.split(" = ") for line in lines)
    return {word: key for key, *words in groups for word in words}
