"""Countries that the source of a passage names, and for which its target has others (rule P7)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from khihau.languages import LANGUAGES
from khihau.languages.countries import CountryMention
from khihau.model import ALLOWED, LANGS, Concept, Document, Lang, Match, Termbase
from khihau.model.domains import PLACES
from khihau.text.spans import Spans, between, overlaps

__all__ = ["Spoken", "exchanged", "spoken_of"]


class _Side(NamedTuple):
    """One text of a passage, and what in it speaks of countries."""

    text: str
    lang: Lang
    mentions: Sequence[CountryMention]

    @property
    def counts(self) -> Counter[str]:
        """How often it speaks of each country."""
        return Counter(one.country for one in self.mentions)

    @property
    def pointers(self) -> int:
        """How often words in it stand for a country said before."""
        return LANGUAGES[self.lang].countries.pointers(self.text)

    def names_more(self, other: _Side) -> list[CountryMention]:
        """The first names of the countries that it names more often than another side speaks of them."""
        names: dict[str, list[CountryMention]] = {}
        for one in self.mentions:
            if one.is_name:
                names.setdefault(one.country, []).append(one)
        counts = other.counts
        return [some[0] for country, some in names.items() if len(some) > counts[country]]


class Spoken(NamedTuple):
    """A text's part of each passage, and all countries that it speaks of."""

    sides: Sequence[_Side]
    countries: frozenset[str]


def spoken_of(
    document: Document,
    lang: Lang,
    spans: Sequence[tuple[int, int]],
    matches: Iterable[Match],
    base: Termbase,
) -> Spoken:
    """What the spans of a document speak of; `lang` is the language of segments that do not tell theirs.

    A name of the glossary speaks of the countries that any of its concept's names has: 산림청 of Korea,
    like Cơ quan Lâm nghiệp Hàn Quốc. What it holds itself does not count, as Paris in Paris Agreement.
    """
    terms = sorted(
        (match.start, match.end, match.concept)
        for match in matches
        if base[match.concept].domain != PLACES
    )
    homes = {concept: _home(base[concept]) for concept in {one[2] for one in terms}}
    mentions = [
        CountryMention(start, end, country, is_name=False)
        for start, end, concept in terms
        for country in homes[concept]
    ]
    held = Spans((start, end) for start, end, _ in terms)
    for segment in document.segments:
        words = document.text[segment.start : segment.end]
        for one in LANGUAGES[segment.lang or lang].countries.mentions(words):
            start, end = segment.start + one.start, segment.start + one.end
            if not held.holds(start, end):
                is_name = one.is_name and not overlaps(document.protected, start, end)
                mentions.append(CountryMention(start, end, one.country, is_name))
    mentions.sort()
    sides = [
        _Side(document.text[slice(*span)], lang, mentions[between(mentions, *span)])
        for span in spans
    ]
    return Spoken(sides, frozenset(one.country for one in mentions))


def _home(concept: Concept) -> frozenset[str]:
    """The countries that the names of a concept name."""
    return frozenset(
        one.country
        for label in concept.labels
        if label.status in ALLOWED
        for one in LANGUAGES[label.lang].countries.mentions(label.text)
        if one.is_name
    )


def exchanged(
    source: Spoken, target: Spoken, at: int, *, may_move: bool
) -> Iterator[tuple[CountryMention, CountryMention]]:
    """Names of passage `at` that the source lacks in its target, each with one that stands there instead.

    `may_move` says that what a passage lacks may stand in the passage beside it.
    """
    here, there = source.sides[at], target.sides[at]
    if here.names_more(there) and there.names_more(here):  # seldom, and all else takes longer
        beside = [one for one in (at - 1, at + 1) if may_move and 0 <= one < len(source.sides)]
        lost = _unanswered(source, target, at, beside)
        gained = _unanswered(target, source, at, beside)
        yield from zip(lost, gained, strict=False)


def _unanswered(
    one: Spoken, other: Spoken, at: int, beside: Sequence[int]
) -> Iterator[CountryMention]:
    """The names of one text that no name in another language, no pointing word and no passage beside answers."""
    here, there = one.sides[at], other.sides[at]
    is_pointed = there.pointers > here.pointers
    foreign = {
        found.country
        for lang in LANGS
        if lang != there.lang
        for found in LANGUAGES[lang].countries.mentions(there.text)
    }
    for name in here.names_more(there):
        is_spare = any(
            other.sides[near].counts[name.country] > one.sides[near].counts[name.country]
            for near in beside
        )
        is_taken_up = is_pointed and name.country in other.countries
        if not (is_spare or is_taken_up or name.country in foreign):
            yield name
