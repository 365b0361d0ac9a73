"""What a scan needs of a termbase: patterns, the terms behind each of them, and official names.

An index is made of `Rows`, plain texts, because working them out takes longer than checking a text:
those of a termbase that was read from files are kept in the user's cache folder.
"""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import Any, NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from khihau import cache
from khihau.languages import vi_words
from khihau.languages.base import Term
from khihau.languages.numbers import fill
from khihau.model import LabelLang, Termbase

__all__ = ["HOWS", "Entry", "Index", "Patterns", "Rows", "index_of"]

HOWS = ("exact", "spelling", "plural", "number")

_SHORT = 60_000  # characters: a longer text is worth the automaton of all patterns
_RUN = 4  # characters at both ends of a pattern: a text without them cannot hold it


class Rows(NamedTuple):
    """An index as UTF-8 texts, of which a run reads little: a draft meets few of the terms.

    A line of `terms` holds the fields of a Term in order. `spaced` and `squeezed` are patterns, a
    line each; in the same lines of `…_entries` stand theirs: [[term, how, form], …], where `term`
    is the offset of a line in `terms`, `how` the first letter of one of `HOWS`, and `form` what few
    entries have: [cased, spaces, before, after]. `names` has the official name of a concept in each
    language that has one, then those with `{n}`; `acronyms` the concept of each acronym.
    """

    terms: bytes
    spaced: bytes
    spaced_entries: bytes
    squeezed: bytes
    squeezed_entries: bytes
    names: bytes
    acronyms: bytes


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

    def __init__(self, patterns: bytes, entries: bytes, term_of: Callable[[int], Term]) -> None:
        self._patterns = patterns.decode().split("\n") if patterns else []
        self._lines = entries.split(b"\n")
        self._term_of = term_of
        self._made: dict[int, tuple[Entry, ...]] = {}
        self._is_first = True

    @cached_property
    def _automaton(self) -> AhoCorasick:
        return _automaton(self._patterns)

    def find(self, text: str) -> Iterator[tuple[int, int, tuple[Entry, ...]]]:
        """Every (start, end, entries) in a folded or squeezed text, overlapping ones too."""
        made = self._made
        for pattern, start, end in self._found(text):
            yield start, end, made.get(pattern) or self._make(pattern)

    def entries(self) -> Iterator[tuple[str, Entry]]:
        """Every pattern with each of its entries."""
        for number, pattern in enumerate(self._patterns):
            for entry in self._make(number):
                yield pattern, entry

    def _found(self, text: str) -> Iterable[tuple[int, int, int]]:
        if not self._is_first or len(text) > _SHORT:
            return self._automaton.find_matches_as_indexes(text, overlapping=True)
        self._is_first = False
        runs = {text[at : at + _RUN] for at in range(len(text))}
        possible = [
            number
            for number, pattern in enumerate(self._patterns)
            if (pattern[:_RUN] in runs and pattern[-_RUN:] in runs)
            or (len(pattern) < _RUN and pattern in text)
        ]
        few = _automaton([self._patterns[number] for number in possible])
        found = few.find_matches_as_indexes(text, overlapping=True)
        return ((possible[number], start, end) for number, start, end in found)

    def _make(self, pattern: int) -> tuple[Entry, ...]:
        entries = tuple(self._entry(*row) for row in json.loads(self._lines[pattern]))
        self._made[pattern] = entries
        return entries

    def _entry(self, term: int, letter: str, form: Sequence[Any] = ("", (), "", "")) -> Entry:
        how = next(how for how in HOWS if how[0] == letter)
        cased, spaces, before, after = form
        named = self._term_of(term)
        is_acronym, has_capitals = named.kind == "acronym", bool(cased) and not cased.islower()
        return Entry(
            named, how, cased, frozenset(spaces), before, after, is_acronym, has_capitals
        )


def _automaton(patterns: list[str]) -> AhoCorasick:
    return AhoCorasick(patterns, matchkind=MatchKind.Standard, store_patterns=False)


class Index:
    """`spaced` is searched in the folded text, `squeezed` (labels with Hangul) in it without spaces.

    `acronyms` gives the concept of each acronym's label ("COP{n}" too).
    """

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._terms: dict[int, Term] = {}
        self._names: dict[tuple[str, int | None], Mapping[str, str]] = {}
        self._all_names: Mapping[str, list[dict[LabelLang, str]]] = json.loads(rows.names)
        self.spaced = Patterns(rows.spaced, rows.spaced_entries, self._term)
        self.squeezed = Patterns(rows.squeezed, rows.squeezed_entries, self._term)
        self.acronyms: Mapping[str, str] = json.loads(rows.acronyms)

    def equivalents(self, concept: str, number: int | None = None) -> Mapping[str, str]:
        """The official name of a concept in each language that has one, with its session number."""
        if (concept, number) not in self._names:
            plain, numbered = self._all_names[concept]
            self._names[concept, number] = MappingProxyType(
                {lang: fill(lang, text, number) for lang, text in numbered.items()}
                if number is not None
                else dict[str, str](plain.items())
            )
        return self._names[concept, number]

    def _term(self, start: int) -> Term:
        if start not in self._terms:
            line = self._rows.terms[start : self._rows.terms.index(b"\n", start)]
            self._terms[start] = Term.of(json.loads(line))
        return self._terms[start]


@lru_cache(maxsize=8)
def index_of(base: Termbase) -> Index:
    """The index of a termbase, from the cache where no file that it was made of has changed.

    Raises GlossaryError where it must be worked out and a file has a fault.
    """
    if not base.stamp:
        return Index(_worked_out(base))
    paths = "\n".join(line.rsplit(" ", 2)[0] for line in base.stamp.split("\n"))
    name, key = f"index-{zlib.crc32(os.fsencode(paths)):08x}", f"{base.stamp}\n{_code_stamp()}"
    kept = cache.load(name, key)
    if kept is not None:
        return Index(Rows._make(kept))
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
