"""What a scan needs of a termbase, kept in the cache folder of the user.

An index is made of `Rows`, because working them out takes longer than checking a text.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Mapping
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import Any, NamedTuple

from khihau import cache
from khihau.cache import Part
from khihau.languages import LANGUAGES
from khihau.languages.candidates import Term
from khihau.languages.session_numbers import fill
from khihau.match.patterns import Patterns, Rows, read_json
from khihau.match.titles import Act, Name
from khihau.match.tuned import SPACED_RUN, SQUEEZED_RUN
from khihau.model import LabelLang, Termbase
from khihau.model.values import NO_COUNTRIES

__all__ = ["Index", "Names", "cache_place", "index_of"]


class Names(NamedTuple):
    """The official names of a concept by language, and by country what its own is called otherwise.

    A country has no names of its own where its labels are none to write; then it stands there all the same.
    """

    common: Mapping[str, str]
    own: Mapping[str, Mapping[str, str]] = NO_COUNTRIES

    def of(self, country: str | None) -> Mapping[str, str]:
        """The names of a country's thing, where it is known."""
        own = self.own.get(country or "")
        return MappingProxyType({**self.common, **own}) if own else self.common


class Index:
    """`spaced` is searched in the folded text, `squeezed` (labels with Hangul) in it without spaces.

    `acronyms` gives the concept of each acronym's label ("COP{n}" too), `acts` whose titles are exact,
    `titles` that are names of plans and acts.
    """

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._terms: dict[int, Term] = {}
        self._names: dict[tuple[str, int | None], Names] = {}
        self._concepts: Mapping[str, tuple[int, int]] = _read(rows.concepts)
        self.spaced = Patterns(rows.spaced, SPACED_RUN, self._term)
        self.squeezed = Patterns(rows.squeezed, SQUEEZED_RUN, self._term)
        self.acronyms: Mapping[str, str] = _read(rows.acronyms)

    @cached_property
    def acts(self) -> tuple[Act, ...]:
        """The acts whose titles the termbase has to the letter."""
        return tuple(
            Act(key, title, tuple(cited_as), tuple((lang, text) for lang, text in names))
            for key, title, cited_as, names in _read(self._rows.acts)
        )

    @cached_property
    def titles(self) -> tuple[Name, ...]:
        """The names of plans and acts among the labels."""
        return tuple(
            Name(lang, text, tuple(sources)) for lang, text, sources in _read(self._rows.titles)
        )

    def names(self, concept: str, number: int | None = None) -> Names:
        """The official names of a concept, with its session number."""
        if (concept, number) not in self._names:
            start, end = self._concepts[concept]
            plain, numbered, *own = _read(self._rows.names[start:end])
            which = 0 if number is None else 1
            self._names[concept, number] = Names(
                _filled((plain, numbered)[which], number),
                {of: _filled(some[which], number) for of, some in own[0].items()}
                if own
                else NO_COUNTRIES,
            )
        return self._names[concept, number]

    def _term(self, start: int, end: int) -> Term:
        if start not in self._terms:
            self._terms[start] = Term.of(_read(self._rows.terms[start:end]))
        return self._terms[start]


def _filled(names: Mapping[LabelLang, str], number: int | None) -> Mapping[str, str]:
    """Names with the number of their session, if one is meant."""
    if number is None:
        return MappingProxyType(dict[str, str](names.items()))
    return MappingProxyType({lang: fill(lang, text, number) for lang, text in names.items()})


def _read(part: Part) -> Any:
    return read_json(str(part, "utf-8"))


@lru_cache(maxsize=8)
def index_of(base: Termbase, names: Termbase | None = None) -> Index:
    """The index of a termbase, from the cache where no file that it was made of has changed.

    `names` is the base whose names may stand inside its labels, where it is another one; what
    changes with it must change the stamp of the first. Raises GlossaryError where it must be worked
    out and a file has a fault.
    """
    if not base.stamp:
        from khihau.match.rows import rows_of

        return Index(rows_of(base, names))
    name, key = cache_place(base, "index")
    kept = cache.load(name, key)
    if kept is not None:
        return Index(Rows._make(kept))
    from khihau.match.rows import rows_of  # the first run alone works them out

    rows = rows_of(base, names)
    cache.store(name, key, rows)
    return Index(rows)


def cache_place(base: Termbase, what: str) -> tuple[str, str]:
    """The name and the key of what is kept that was worked out from a base read from files."""
    paths, _, _ = base.stamp.partition("\n\n")
    return f"{what}-{zlib.crc32(os.fsencode(paths)):08x}", f"{base.stamp}\n{_code_stamp()}"


def _code_stamp() -> str:
    """What changes when the code, the language data or the word list does that rows depend on."""
    package = os.path.dirname(os.path.dirname(__file__))  # noqa: PTH120 - 45 paths take 1 ms
    roots = (f"{package}/{name}" for name in ("fuzzy", "languages", "match", "text"))
    folders = (folder for root in roots for folder, _, _ in os.walk(root))
    files = sorted(
        entry.path
        for folder in folders
        for entry in os.scandir(folder)
        if entry.is_file() and not entry.name.endswith(".pyc")
    )
    theirs = (file for one in LANGUAGES.values() for file in one.files())
    return cache.stamp([*files, *map(str, theirs)])
