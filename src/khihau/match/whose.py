"""Which country's thing a term is, where the names of its concept depend on that (rule M14)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from khihau.documents.segments import segment_index
from khihau.languages import LANGUAGES
from khihau.languages.sentences import sentences
from khihau.match.clauses import borders
from khihau.match.tuned import OWNER_REACH, SURELY_OF
from khihau.text.compose import composed
from khihau.text.fold import fold
from khihau.text.spans import Spans, last_at, overlaps

if TYPE_CHECKING:
    from khihau.languages.countries import Countries, CountryMention
    from khihau.model import Document, Lang

__all__ = ["EVERYONE", "Whose"]

EVERYONE = ""  # in the place of a country: a thing of all of them, as the treaty has it
_BOTH = "both"  # in the place of a country: two at once
_FAR = "…"


class _Mention(NamedTuple):
    """Where a text speaks of a country, or of EVERYONE."""

    start: int
    end: int
    country: str


class _Sentence(NamedTuple):
    """A sentence, where its clauses begin and end, and what in it speaks of countries, all in order."""

    start: int
    end: int
    borders: Sequence[tuple[int, int]]
    mentions: Sequence[_Mention]
    countries: frozenset[str]

    def around(self, start: int, end: int) -> tuple[int, int]:
        """The span of the clause that holds a stretch."""
        before = bisect_right(self.borders, (start, start))
        low = self.borders[before - 1][1] if before else self.start
        behind = bisect_left(self.borders, (end,))
        high = self.borders[behind][0] if behind < len(self.borders) else self.end
        return min(low, start), max(high, end)

    def between(self, low: int, high: int) -> Sequence[_Mention]:
        """What begins in a stretch."""
        return self.mentions[
            bisect_left(self.mentions, (low,)) : bisect_left(self.mentions, (high,))
        ]


class Whose:
    """Whose a term at a place of a document is: by its clause, its sentence, then the whole text.

    Nothing is read before a place is asked about: few concepts have names that depend on it.
    `held` are the spans of all hits: a city in the name of a treaty (Thỏa thuận Paris) is no country.
    `country` is that of a text which speaks of none, or of several, where the term's sentence does not.
    """

    def __init__(
        self, document: Document, held: Sequence[tuple[int, int]], country: str | None = None
    ) -> None:
        self._document = document
        self._hits = held
        self._country = country
        self._names: dict[int, list[_Mention]] = {}
        self._of_segment: dict[int, list[_Mention]] = {}
        self._spans: dict[int, list[tuple[int, int]]] = {}
        self._sentences: dict[tuple[int, int], _Sentence] = {}

    def country(self, start: int, end: int) -> str | None:
        """The country of the term at text[start:end], EVERYONE, or None where nothing tells."""
        at = segment_index(self._document.segments, start)
        segment = self._document.segments[at] if at >= 0 else None
        if segment is None or segment.lang is None or segment.end <= start:
            return self._of_text
        sentence = self._sentence(at, start, segment.lang)
        low, high = sentence.around(start, end)
        clause = sentence.between(low, high)
        told = _owner(self._document.text, clause, start, end, LANGUAGES[segment.lang].countries)
        if told is not None:
            return None if told == _BOTH else told
        for found in ({one.country for one in clause}, sentence.countries):
            if found:
                return next(iter(found)) if len(found) == 1 and _BOTH not in found else None
        return self._of_text

    @cached_property
    def _of_text(self) -> str | None:
        """The country of which the text surely speaks most, else the one that it is given."""
        every = range(len(self._document.segments))
        found = Counter(one.country for at in every for one in self._named(at))
        for country, times in found.most_common(1):
            if times >= SURELY_OF * found.total():
                return country
        return self._country

    @cached_property
    def _held(self) -> Spans:
        return Spans(sorted(self._hits))

    @cached_property
    def _own(self) -> frozenset[tuple[int, int]]:
        """The spans that are hits as a whole: EU speaks of the EU."""
        return frozenset(self._hits)

    def _mentions(self, at: int) -> list[_Mention]:
        """What a segment says of countries, in text order."""
        if at not in self._of_segment:
            self._of_segment[at] = sorted([*self._named(at), *self._in_common(at)])
        return self._of_segment[at]

    def _named(self, at: int) -> list[_Mention]:
        """Where a segment names one country."""
        if at not in self._names:
            segment = self._document.segments[at]
            found = self._read(segment.start, segment.end, segment.lang) if segment.lang else ()
            self._names[at] = list(found)
        return self._names[at]

    def _in_common(self, at: int) -> Iterator[_Mention]:
        """Where a segment speaks of two countries at once, or of all."""
        low, high, _, lang = self._document.segments[at]
        if lang:
            words, countries = self._document.text[low:high], LANGUAGES[lang].countries
            yield from (_Mention(low + a, low + b, EVERYONE) for a, b in countries.everyone(words))
            yield from (_Mention(low + a, low + b, _BOTH) for a, b in countries.both(words))

    def _read(self, low: int, high: int, lang: Lang) -> Iterator[_Mention]:
        words, countries = self._document.text[low:high], LANGUAGES[lang].countries
        found: dict[tuple[int, int], list[CountryMention]] = {}
        for one in countries.mentions(words):
            is_name, span = one.is_name, (low + one.start, low + one.end)
            is_host = not is_name and countries.is_host(words[one.start : one.end])
            is_held = not is_name and span not in self._own and self._held.holds(*span)
            if not (is_host or is_held) and not overlaps(self._document.protected, *span):
                found.setdefault(span, []).append(one)
        for span, some in found.items():
            named = [one for one in some if one.is_name]  # Korea, which may mean either one
            yield from (_Mention(*span, one.country) for one in named or some)

    def _sentence(self, at: int, offset: int, lang: Lang) -> _Sentence:
        """The sentence that holds an offset of a segment."""
        text, segment = self._document.text, self._document.segments[at]
        if at not in self._spans:
            self._spans[at] = sentences(text, segment.start, segment.end, lang)
        span = self._spans[at][max(0, last_at(self._spans[at], offset))]
        if span not in self._sentences:
            folded = fold(text[slice(*span)])
            mentions = self._mentions(at)
            own = mentions[bisect_left(mentions, (span[0],)) : bisect_left(mentions, (span[1],))]
            self._sentences[span] = _Sentence(
                *span,
                [_moved(folded.source_span(*one), span[0]) for one in borders(folded.text)],
                own,
                frozenset(one.country for one in own),
            )
        return self._sentences[span]


def _moved(span: tuple[int, int], by: int) -> tuple[int, int]:
    return span[0] + by, span[1] + by


def _owner(
    text: str, mentions: Sequence[_Mention], start: int, end: int, countries: Countries
) -> str | None:
    """The country right beside a term which words say is its owner, None where none is."""
    at = bisect_left(mentions, (start,))
    before, behind = mentions[max(0, at - 2) : at], mentions[at : at + 2]
    behind = [one for one in behind if one.start >= end]
    if behind and countries.is_owned(_words(text, end, behind[0].start)):
        return _alone(text, behind, countries)
    if before and countries.owns(_words(text, before[-1].end, start)):
        return _alone(text, before[::-1], countries)
    return None


def _alone(text: str, nearest: Sequence[_Mention], countries: Countries) -> str | None:
    """The first of two mentions, unless the other is named together with it."""
    if len({one.country for one in nearest}) > 1:
        first, last = sorted(nearest)
        if countries.joins(_words(text, first.end, last.start)):
            return None
    return nearest[0].country


def _words(text: str, start: int, end: int) -> str:
    """A stretch as words are compared; one that is too long ties nothing."""
    return composed(text[start:end]) if end - start <= OWNER_REACH else _FAR
