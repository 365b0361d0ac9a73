"""The patterns of a termbase, the terms behind each of them, and what finds them in a text."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence, Set
from functools import cached_property
from typing import Any, NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from khihau.cache import Part
from khihau.languages.candidates import Term
from khihau.match.tuned import SHORT_TEXT

__all__ = ["HOWS", "Entry", "Patterns", "Rows", "read_json"]

HOWS = ("exact", "spelling", "plural", "number")

_DECODE = json.JSONDecoder().raw_decode  # what `json.loads` does, without its questions


class Rows(NamedTuple):
    """An index as UTF-8 texts, of which a run reads little: a draft meets few of the terms.

    `terms` holds the `row` of each Term. `spaced` and `squeezed` are patterns, each with its entries
    behind it, all between tabs: the short ones that are nothing but acronyms on the first line, the
    other short ones on the second, then a line for those that begin with the same run, and on the
    last line these runs. Entries are [[start, end, how, form], …]: where in `terms` the term
    stands, the first letter of one of `HOWS`, and what few have: [cased, spaces, before, after].
    `names` holds the official name of a concept in each language that has one, then those with
    `{n}`, then, for the few where a country has its own, both by country; `concepts` where in `names` each concept stands; `acronyms` the concept of each acronym;
    `acts` and `titles` the fields of each `Act` and `Name`.
    """

    terms: Part
    spaced: Part
    squeezed: Part
    names: Part
    concepts: Part
    acronyms: Part
    acts: Part
    titles: Part


class Entry(NamedTuple):
    """One spelling of one term. `cased` is the pattern with its case kept, where that matters.

    For a numbered label the pattern is its longer literal side; `before` and `after` match what
    stands left and right of it. `spaces` are the offsets, spaces not counted, of those in the label.
    One that `has_capitals` never stands in lower case.
    """

    term: Term
    how: str
    cased: str
    spaces: frozenset[int]
    before: str
    after: str
    is_acronym: bool
    has_capitals: bool


class Patterns:
    """Patterns and the entries that share each; sought by automata, built when a text comes.

    The first text, if it is short, is searched for the patterns alone that may stand in it: in a
    commit hook it is the only one, and to build the automaton of all takes longer than to search.
    """

    def __init__(self, part: Part, run: int, term_of: Callable[[int, int], Term]) -> None:
        self._acronyms, self._short, *lines, runs = bytes(part).split(b"\n")
        self._by_run = dict(zip(_fields(runs), lines, strict=True))
        self._run = run
        self._term_of = term_of
        self._made: dict[str, tuple[Entry, ...]] = {}
        self._is_first = True

    def find(
        self, text: str, letters: Set[str] = frozenset()
    ) -> Iterator[tuple[int, int, tuple[Entry, ...]]]:
        """Every (start, end, entries) in a folded or squeezed text, overlapping ones too.

        Short acronyms beside one of `letters` are left out: most of what stands in a text is such
        (ETS in markets).
        """
        made = self._made
        automaton, patterns, rows, acronyms = self._sought(text)
        edged = text + " "  # whose last character stands before the first, too
        for number, start, end in automaton.find_matches_as_indexes(text, overlapping=True):
            if number < acronyms and (edged[end] in letters or edged[start - 1] in letters):
                continue
            pattern = patterns[number]
            yield start, end, made.get(pattern) or self._make(pattern, rows[number])

    def entries(self) -> Iterator[tuple[str, Entry]]:
        """Every pattern with each of its entries."""
        for pattern, row in zip(self._all.patterns, self._all.rows, strict=True):
            for entry in self._make(pattern, row):
                yield pattern, entry

    def _sought(self, text: str) -> _Sought:
        if not self._is_first or len(text) > SHORT_TEXT:
            return self._all
        self._is_first = False
        return _Sought.of(_fields(self._acronyms), self._likely(text))

    @cached_property
    def _all(self) -> _Sought:
        names = _fields(b"\t".join(filter(None, (self._short, *self._by_run.values()))))
        return _Sought.of(_fields(self._acronyms), names)

    def _likely(self, text: str) -> list[str]:
        """The patterns that may stand in a text, short acronyms aside, each with its row."""
        run = self._run
        runs = {text[at : at + run] for at in range(len(text))}
        likely = _fields(self._short)
        for line in (line for key, line in self._by_run.items() if key in runs):
            fields = _fields(line)
            for pattern, row in zip(fields[::2], fields[1::2], strict=True):
                middle = pattern[run : 2 * run]
                if pattern[-run:] in runs and (middle in runs or len(middle) < run):
                    likely += (pattern, row)
        return likely

    def _make(self, pattern: str, row: str) -> tuple[Entry, ...]:
        entries = self._made[pattern] = tuple(self._entry(*one) for one in read_json(row))
        return entries

    def _entry(
        self, start: int, end: int, letter: str, form: Sequence[Any] = ("", (), "", "")
    ) -> Entry:
        how = next(how for how in HOWS if how[0] == letter)
        cased, spaces, before, after = form
        term = self._term_of(start, end)
        is_acronym, has_capitals = term.kind == "acronym", bool(cased) and not cased.islower()
        return Entry(term, how, cased, frozenset(spaces), before, after, is_acronym, has_capitals)


class _Sought(NamedTuple):
    """Patterns, the row of each, and what finds them all at once; `acronyms` of them come first."""

    automaton: AhoCorasick
    patterns: list[str]
    rows: list[str]
    acronyms: int

    @classmethod
    def of(cls, acronyms: list[str], names: list[str]) -> _Sought:
        """Patterns and rows in turn."""
        fields = [*acronyms, *names]
        patterns, rows = fields[::2], fields[1::2]
        automaton = AhoCorasick(patterns, matchkind=MatchKind.Standard, store_patterns=False)
        return cls(automaton, patterns, rows, len(acronyms) // 2)


def _fields(line: bytes) -> list[str]:
    return line.decode().split("\t") if line else []


def read_json(text: str) -> Any:
    """The value at the start of a JSON text."""
    return _DECODE(text)[0]
