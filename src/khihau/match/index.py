"""What a scan needs of a termbase: patterns, the terms behind each of them, and official names.

An index is made of `Rows`, plain JSON, because working them out takes longer than checking a text:
those of a termbase that was read from files are kept in the user's cache folder.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import Any, NamedTuple, TypedDict

from ahocorasick_rs import AhoCorasick, MatchKind

from khihau import cache
from khihau.languages import vi_words
from khihau.languages.base import Term
from khihau.languages.numbers import fill
from khihau.model import LabelLang, Termbase

__all__ = ["HOWS", "Entry", "Index", "PatternRows", "Patterns", "Rows", "index_of"]

HOWS = ("exact", "spelling", "plural", "number")


class PatternRows(TypedDict):
    """Patterns, and in columns the entries of each: those from `starts[p]` up to `starts[p + 1]`.

    `terms` are indexes into `Rows.terms`, `hows` the first letters of `HOWS`; `forms` holds what
    few entries have, by their number: [cased, spaces, before, after].
    """

    patterns: list[str]
    starts: list[int]
    terms: list[int]
    hows: str
    forms: dict[str, list[Any]]


class Rows(TypedDict):
    """An index as plain JSON.

    A row of `terms` holds the fields of a Term in order; `names` the official name of a concept in
    each language that has one, then those with `{n}`; `acronyms` the concept of each acronym.
    """

    terms: list[list[Any]]
    spaced: PatternRows
    squeezed: PatternRows
    names: dict[str, list[dict[LabelLang, str]]]
    acronyms: dict[str, str]


class Entry(NamedTuple):
    """One spelling of one term. `cased` is the pattern with its case kept, where that matters.

    For a numbered label the pattern is its longer literal side; `before` and `after` match what
    stands left and right of it. `spaces` are the offsets, spaces not counted, of those in the label.
    """

    term: Term
    how: str
    cased: str
    spaces: frozenset[int]
    before: str
    after: str


class Patterns:
    """An automaton, built for the first text, and for each of its patterns the entries that share it."""

    def __init__(self, rows: PatternRows, term_of: Callable[[int], Term]) -> None:
        self._rows = rows
        self._term_of = term_of
        self._made: dict[int, tuple[Entry, ...]] = {}

    @cached_property
    def _automaton(self) -> AhoCorasick:
        return AhoCorasick(
            self._rows["patterns"], matchkind=MatchKind.Standard, store_patterns=False
        )

    def find(self, text: str) -> Iterator[tuple[int, int, Entry]]:
        """Every (start, end, entry) in a folded or squeezed text, overlapping ones too."""
        made = self._made
        for pattern, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            for entry in made.get(pattern) or self._make(pattern):
                yield start, end, entry

    def entries(self) -> Iterator[tuple[str, Entry]]:
        """Every pattern with each of its entries."""
        for number, pattern in enumerate(self._rows["patterns"]):
            for entry in self._make(number):
                yield pattern, entry

    def _make(self, pattern: int) -> tuple[Entry, ...]:
        starts = self._rows["starts"]
        entries = tuple(map(self._entry, range(starts[pattern], starts[pattern + 1])))
        self._made[pattern] = entries
        return entries

    def _entry(self, number: int) -> Entry:
        term = self._term_of(self._rows["terms"][number])
        how = next(how for how in HOWS if how[0] == self._rows["hows"][number])
        cased, spaces, before, after = self._rows["forms"].get(str(number), ("", (), "", ""))
        return Entry(term, how, cased, frozenset(spaces), before, after)


class Index:
    """`spaced` is searched in the folded text, `squeezed` (labels with Hangul) in it without spaces.

    `acronyms` gives the concept of each acronym's label ("COP{n}" too).
    """

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._terms: dict[int, Term] = {}
        self._names: dict[tuple[str, int | None], Mapping[str, str]] = {}
        self.spaced = Patterns(rows["spaced"], self._term)
        self.squeezed = Patterns(rows["squeezed"], self._term)
        self.acronyms: Mapping[str, str] = rows["acronyms"]

    def equivalents(self, concept: str, number: int | None = None) -> Mapping[str, str]:
        """The official name of a concept in each language that has one, with its session number."""
        if (concept, number) not in self._names:
            plain, numbered = self._rows["names"][concept]
            self._names[concept, number] = MappingProxyType(
                {lang: fill(lang, text, number) for lang, text in numbered.items()}
                if number is not None
                else dict[str, str](plain.items())
            )
        return self._names[concept, number]

    def _term(self, number: int) -> Term:
        if number not in self._terms:
            self._terms[number] = Term.of(self._rows["terms"][number])
        return self._terms[number]


@lru_cache(maxsize=8)
def index_of(base: Termbase) -> Index:
    """The index of a termbase, from the cache where no file that it was made of has changed.

    Raises GlossaryError where it must be worked out and a file has a fault.
    """
    if not base.stamp:
        return Index(_worked_out(base))
    paths = "\n".join(line.rsplit(" ", 2)[0] for line in base.stamp.split("\n"))
    name, key = f"index-{zlib.crc32(os.fsencode(paths)):08x}", f"{base.stamp}\n{_code_stamp()}"
    rows: Rows | None = cache.load(name, key)
    if rows is None:
        rows = _worked_out(base)
        cache.store(name, key, rows)
    return Index(rows)


def _worked_out(base: Termbase) -> Rows:
    from khihau.match.rows import rows_of

    return rows_of(base)


def _code_stamp() -> str:
    """What changes when the code, the language data or the word list does that rows depend on."""
    package = os.path.dirname(os.path.dirname(__file__))  # noqa: PTH120 - 45 paths take 1 ms
    folders = (f"{package}/{name}" for name in ("languages", "languages/data", "match", "text"))
    files = sorted(
        entry.path for folder in folders for entry in os.scandir(folder) if entry.is_file()
    )
    words = vi_words.list_file()
    return cache.stamp([*files, str(words)] if words else files)
