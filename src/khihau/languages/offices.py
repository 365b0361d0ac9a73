"""Offices of state and ministries in a text, by rank and portfolio: the default, and what every language asks."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from khihau.languages.data import data_parts
from khihau.model import LabelLang
from khihau.text.regex import either, regex

__all__ = ["MINISTRY", "Office", "Offices"]

MINISTRY = "ministry"  # the rank of a ministry itself
_NONE = "none"
_DEPUTIES = "deputies"
_GAP = 40  # characters at most between a portfolio and its office


class Office(NamedTuple):
    """An office or a ministry at a span of code points of a composed text, with its portfolio.

    `ranks` are those that its word may mean, `fields` what it is in charge of, where words say that.
    `word` is the span of the office alone.
    """

    start: int
    end: int
    ranks: frozenset[str]
    fields: frozenset[str]
    word: tuple[int, int]


class _Word(NamedTuple):
    ranks: frozenset[str]
    fields: frozenset[str]
    needs_field: bool


class Offices:
    """A language whose offices nobody listed. `code` is that of one whose files list them.

    The patterns say what may stand between a portfolio and the office `behind` it or `before` it,
    what right `before_ministry` or `behind_ministry` makes a portfolio the name of a ministry, what
    `joins` the words of one portfolio, and the edges what must stand around a word; `none_ends` what
    behind one that is no office. One of `ministry_words` stands in every name of a ministry.
    """

    behind: re.Pattern[str] | None = None
    before: re.Pattern[str] | None = None
    before_ministry: re.Pattern[str] | None = None
    behind_ministry: re.Pattern[str] | None = None
    joins = r"(?!)"
    ministry_words: tuple[str, ...] = ()
    edges = field_edges = (r"(?<!\w)", r"(?!\w)")
    none_ends = r"(?!\w)"

    def __init__(self, code: LabelLang | None = None) -> None:
        self._code = code

    def title(self, rank: str) -> str:
        """The word to write for a rank, "" where nobody knows."""
        found = (words[0] for ranks, words in self._headings if ranks == rank)
        return next(found, "")

    def found(self, text: str) -> list[Office]:
        """The offices and ministries of a composed text, in text order; linear in its length."""
        if not self._code:
            return []
        if not self._office.search(text) and not any(word in text for word in self.ministry_words):
            return []  # most of prose: portfolios are ordinary words
        portfolios = [found.span() for found in self._portfolio.finditer(text)]
        offices = list(self._with_fields(text, portfolios))
        taken = {span for _, span in offices}
        ministries = self._ministries(text, [one for one in portfolios if one not in taken])
        return sorted([*(office for office, _ in offices), *ministries])

    def _with_fields(
        self, text: str, portfolios: Sequence[tuple[int, int]]
    ) -> Iterator[tuple[Office, tuple[int, int] | None]]:
        for found in self._office.finditer(text):
            word = self._words[" ".join(found[0].lower().split())]
            if _NONE in word.ranks:
                continue
            start, end = found.span()
            ranks, fields = word.ranks, word.fields
            beside = self._beside(text, start, end, portfolios)
            low, high = beside or (start, end)
            if beside:
                fields = self._fields(text, beside)
                deputy = self._deputy(text, low) if low < start else low
                if deputy < low:  # Vice | Foreign Minister
                    ranks = frozenset(f"vice-{rank}" for rank in ranks)
                    start = low = deputy
            elif word.needs_field:
                continue
            yield Office(min(start, low), max(end, high), ranks, fields, (start, end)), beside

    def _beside(
        self, text: str, start: int, end: int, portfolios: Sequence[tuple[int, int]]
    ) -> tuple[int, int] | None:
        """The portfolio of the office at a span."""
        after = bisect_left(portfolios, (end,))
        if self.before and after < len(portfolios):
            low, _ = portfolios[after]
            if low - end <= _GAP and self.before.fullmatch(text, end, low):
                return portfolios[after]
        ahead = bisect_right(portfolios, (start, start)) - 1
        if self.behind and ahead >= 0:
            _, high = portfolios[ahead]
            if 0 <= start - high <= _GAP and self.behind.fullmatch(text, high, start):
                return portfolios[ahead]
        return None

    def _deputy(self, text: str, portfolio: int) -> int:
        """Where the word begins that makes the office behind a portfolio that of a deputy, if one does."""
        found = self._deputies.search(text, max(0, portfolio - _GAP), portfolio)
        return found.start() if found else portfolio

    def _ministries(self, text: str, portfolios: Sequence[tuple[int, int]]) -> Iterator[Office]:
        for low, high in portfolios:
            start, end = low, high
            if self.before_ministry:
                found = self.before_ministry.search(text, max(0, low - _GAP), low)
                start = found.start() if found else low
            if self.behind_ministry and start == low:
                found = self.behind_ministry.match(text, high)
                end = found.end() if found else high
            if (start, end) != (low, high):
                fields = self._fields(text, (low, high))
                yield Office(start, end, frozenset([MINISTRY]), fields, (start, end))

    def _fields(self, text: str, span: tuple[int, int]) -> frozenset[str]:
        words = (found[0].lower() for found in self._field.finditer(text, *span))
        return frozenset(
            field for word in words for field in self._fields_of[" ".join(word.split())]
        )

    # --- the data ---------------------------------------------------------------------------------

    @cached_property
    def _headings(self) -> Sequence[tuple[str, tuple[str, ...]]]:
        assert self._code
        parts = data_parts(self._code, "offices.txt").items()
        return [(heading, words) for heading, words in parts if heading != _DEPUTIES]

    @cached_property
    def _deputies(self) -> re.Pattern[str]:
        assert self._code
        words = data_parts(self._code, "offices.txt").get(_DEPUTIES, ())
        return regex(rf"(?<!\w){either(words)}[\s-]\Z" if words else r"(?!)", re.IGNORECASE)

    @cached_property
    def _words(self) -> Mapping[str, _Word]:
        words: dict[str, _Word] = {}
        for heading, entries in self._headings:
            ranks, _, field = heading.partition(": ")
            needs_field = ranks.endswith("?")
            word = _Word(
                frozenset(ranks.rstrip("?").split("|")),
                frozenset(filter(None, [field])),
                needs_field,
            )
            words.update((entry.lower(), word) for entry in entries)
        return words

    @cached_property
    def _fields_of(self) -> Mapping[str, frozenset[str]]:
        assert self._code
        fields: dict[str, set[str]] = {}
        for field, entries in data_parts(self._code, "portfolios.txt").items():
            for entry in entries:
                fields.setdefault(entry.lower(), set()).add(field)
        return {word: frozenset(some) for word, some in fields.items()}

    @cached_property
    def _office(self) -> re.Pattern[str]:
        before, after = self.edges
        none = {form for form, word in self._words.items() if _NONE in word.ranks}
        words, others = (
            either(some).replace(r"\ ", r"\s") if some else r"(?!)"
            for some in (self._words.keys() - none, none)
        )
        return regex(f"{before}(?:{others}{self.none_ends}|{words}{after})", re.IGNORECASE)

    @cached_property
    def _field(self) -> re.Pattern[str]:
        return regex(either(self._fields_of).replace(r"\ ", r"\s"), re.IGNORECASE)

    @cached_property
    def _portfolio(self) -> re.Pattern[str]:
        """A run of words for portfolios."""
        left, right = self.field_edges
        word = either(self._fields_of).replace(r"\ ", r"\s")
        word = f"{left}{word}{right}"
        return regex(f"{word}(?:(?:{self.joins}){word})*", re.IGNORECASE)
