"""A place and a year that are those of one session, side by side and beside a number (rule C11)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from khihau.languages import language_of
from khihau.languages.session_words import SessionWords
from khihau.model import Lang
from khihau.review.session_readings import Fact, Known, Reading, readings
from khihau.text.stops import SURE

__all__ = ["agree", "paired_after", "paired_before"]

_SIGNS = frozenset(",:-–—(")  # may part a session from its place and year


def agree(facts: Iterable[Fact]) -> bool:
    """Whether a place and a year are those of one session: no other conference met there then."""
    found = list(facts)
    years = [one for one in found if one.kind == "year"]
    places = [one for one in found if one.kind == "place"]
    return any(not place.numbers.isdisjoint(year.numbers) for place in places for year in years)


def paired_after(text: str, lang: Lang | None, known: Known) -> list[Fact]:
    """The place and the year that a text begins with, behind a session: COP14, Bali 2007.

    None where another session follows them, which they may belong to.
    """
    words = language_of(lang).ordinals.session_words
    found = readings(text, known)
    end = next((at for at, one in enumerate(found) if not _may_stand(one, words)), len(found))
    if _is_session(found[end : end + 2]):
        return []
    return _pair(found[:end])


def paired_before(text: str, lang: Lang | None, known: Known) -> list[Fact]:
    """The place and the year of the words from a sentence's start to a session: In Bali in 2007, COP14.

    Farther inside a sentence they may belong to a session before them.
    """
    words = language_of(lang).ordinals.session_words
    found = readings(text, known)
    ends = (at + 1 for at in range(len(found) - 1, -1, -1) if found[at].text in SURE)
    opening = found[next(ends, 0) :]
    return _pair(opening) if all(_may_stand(one, words) for one in opening) else []


def _may_stand(one: Reading, words: SessionWords) -> bool:
    if one.kind == "sign":
        return one.text in _SIGNS
    allowed = (words.ties, words.between, words.held)
    return one.kind != "word" or any(one.text.lower() in some for some in allowed)


def _is_session(found: Sequence[Reading]) -> bool:
    return any(one.text.isupper() and other.kind == "number" for one, other in pairwise(found))


def _pair(found: Iterable[Reading]) -> list[Fact]:
    """The first place and the first year, if they are those of one session."""
    facts: dict[str, Fact] = {}
    for one in found:
        if one.kind == "place" and "place" not in facts:
            facts["place"] = Fact("place", one.start, one.end, one.numbers)
        elif one.kind == "number" and one.numbers and "year" not in facts:
            facts["year"] = Fact("year", one.start, one.end, one.numbers)
    return list(facts.values()) if agree(facts.values()) else []
