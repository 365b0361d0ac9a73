"""What a text says, token by token, of the sessions that the glossary has: their places and years (rule C11)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from khihau.languages.session_words import SessionWords
from khihau.model import Session, Termbase
from khihau.text.fold import fold, is_hangul
from khihau.text.regex import regex

__all__ = [
    "NOTHING",
    "Fact",
    "Known",
    "Reading",
    "known_of",
    "name_parts",
    "readings",
    "tokens",
]

_TOKEN = regex(r"(?P<number>\d+(?:[./]\d+)*)|(?P<word>[^\W\d_]+)|(?P<sign>[^\w\s])")
_YEAR = regex(r"(?:.*[./])?((?:19|20)\d\d)")


class Fact(NamedTuple):
    """What is said beside a session, and the numbers of the sessions that it holds for."""

    kind: Literal["place", "year", "number"]
    start: int
    end: int
    numbers: frozenset[int]


class Known(NamedTuple):
    """The sessions of a concept by number, and those that a place, folded, or a year belongs to."""

    sessions: Mapping[int, Session]
    places: Mapping[str, frozenset[int]]
    years: Mapping[int, frozenset[int]]


class Reading(NamedTuple):
    """A place, a number, a word or a sign of a text, and the sessions that it belongs to."""

    kind: str  # place, number, word, sign
    text: str
    start: int
    end: int
    numbers: frozenset[int]


NOTHING = Reading("", "", 0, 0, frozenset())


@lru_cache(maxsize=32)
def known_of(base: Termbase, concept_id: str) -> Known:
    """What is known of the sessions of a concept, by place and by year."""
    by_number = {session.number: session for session in base[concept_id].sessions}
    places: defaultdict[str, set[int]] = defaultdict(set)
    years: defaultdict[int, set[int]] = defaultdict(set)
    for number, session in by_number.items():
        for year in session.years:
            years[year].add(number)
        for name in (name for names in session.places.values() for name in names):
            places[fold(name, keep_case=True).text].add(number)
    return Known(
        by_number,
        {name: frozenset(told) for name, told in places.items()},
        {year: frozenset(told) for year, told in years.items()},
    )


@lru_cache(maxsize=8)
def name_parts(words: SessionWords) -> frozenset[str]:
    """The words, folded, in what a language calls sessions: the meeting, and what it is about."""
    names = (*words.meetings, *words.subject)
    return frozenset(part for name in names for part in fold(name).text.split())


def tokens(text: str, known: Known) -> list[Reading]:
    """All that a folded text says beside a session, token by token, at its own offsets."""
    names = _by_letter(tuple(known.places))
    found: list[Reading] = []
    at = 0
    while token := _TOKEN.search(text, at):
        start = token.start()
        place = next((x for x in names.get(text[start], ()) if _stands(text, start, x)), "")
        at = start + len(place) if place else token.end()
        kind, said = "place" if place else str(token.lastgroup), text[start:at]
        numbers = known.places.get(said) or _of_year(kind, said, known)
        found.append(Reading(kind, said, start, at, numbers))
    return found


def readings(text: str, known: Known) -> list[Reading]:
    """The same of a text that is not folded, at offsets of the text as it stands."""
    folded = fold(text, keep_case=True)
    spans = ((one, folded.source_span(one.start, one.end)) for one in tokens(folded.text, known))
    return [one._replace(start=start, end=end) for one, (start, end) in spans]


def _of_year(kind: str, text: str, known: Known) -> frozenset[int]:
    """The sessions of the year that a number is, or that a date ends with."""
    year = _YEAR.fullmatch(text) if kind == "number" else None
    return known.years.get(int(year[1]), frozenset()) if year else frozenset()


@lru_cache(maxsize=16)
def _by_letter(names: tuple[str, ...]) -> Mapping[str, Sequence[str]]:
    """The names that begin with a letter, the longest first."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(names, key=len, reverse=True):
        found[name[0]].append(name)
    return found


def _stands(text: str, at: int, name: str) -> bool:
    """Whether a name stands at a place: another script may follow at once, as particles do."""
    after = text[at + len(name) : at + len(name) + 1]
    return text.startswith(name, at) and (not after.isalnum() or is_hangul(after))
