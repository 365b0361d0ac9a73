"""The passages of a source and its translation: what stands in each, and what of it must come through."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple, TypeAlias

from khihau.model import FALLBACK, Alignment, Document, Lang, Match
from khihau.pairing.citations.citation import Citation
from khihau.pairing.tuned import MANY_PASSAGES, STRANGERS, SURE
from khihau.quantities import Quantity, quantities
from khihau.review.base import Checked
from khihau.text.positions import Positions
from khihau.text.spans import Spans

__all__ = [
    "Exchange",
    "Key",
    "Need",
    "Paired",
    "Passage",
    "Rendering",
    "by_span",
    "flat",
    "key_of",
    "numbers_of",
]

_TOLD = 1.0  # the confidence of the alignments that a file of translation units has

Key: TypeAlias = "tuple[str, int | None]"  # a concept and its session number

# What stands for a concept that no label names: words that say it otherwise, words of which nobody
# knows whether they say it, or none.
Rendering: TypeAlias = Literal["known", "unknown", "absent"]


class Need(NamedTuple):
    """A concept that the source of a passage speaks of.

    `mention` is its first mention there, `also` what it may stand for: a longer name said before.
    `rendering` says what stands for it here, `is_name` that it is the name of a thing and no common
    term, `is_first` that the source speaks of it here for the first time, `is_later` that an earlier
    passage rendered it, `is_near` that a broader or narrower term stands here, `is_doubtful` that the
    source may mean something else. `other` is the name of another thing that stands here for it.
    """

    mention: Match
    also: tuple[Key, ...] = ()
    rendering: Rendering = "absent"
    is_name: bool = True
    is_first: bool = True
    is_later: bool = False
    is_near: bool = False
    is_doubtful: bool = False
    other: Match | None = None

    @property
    def key(self) -> Key:
        """What it is about."""
        return key_of(self.mention)


class Exchange(NamedTuple):
    """An office or a ministry at a span of the target that stands for another at one of the source.

    `rank` is the one of the source; "" where the ranks are one, and the portfolios are not.
    """

    said: tuple[int, int]
    written: tuple[int, int]
    rank: str = ""


class Passage(NamedTuple):
    """A part of the source and its rendering.

    `said` are the matches of the source, `matches` those of the target. `needs` are all concepts that
    it speaks of, `open` those that nothing there answers; `additions` are the names in the target of
    which the source does not speak there or beside it, `exchanges` the offices that stand for others.
    `short` are needs that the target answers, but less often than the source names them, each with the
    other thing that stands in one of its places.
    """

    number: int
    alignment: Alignment
    said: tuple[Match, ...]
    matches: tuple[Match, ...]
    needs: tuple[Need, ...] = ()
    open: tuple[Need, ...] = ()
    additions: tuple[Match, ...] = ()
    short: tuple[Need, ...] = ()
    exchanges: tuple[Exchange, ...] = ()

    @property
    def is_sure(self) -> bool:
        """Whether the two sides surely belong together."""
        return self.alignment.confidence >= SURE

    @property
    def is_unit(self) -> bool:
        """Whether a file says so, and nothing moves to the passage beside it."""
        return self.alignment.confidence >= _TOLD


class Paired(NamedTuple):
    """A source and its target, analysed, and their passages in the order of the source.

    `lang` is the language of the target, `places` are those of the source. `numbers` and `citations`
    are those of the two texts, in text order; no number is part of what is cited.
    """

    source: Checked
    target: Checked
    lang: Lang
    passages: tuple[Passage, ...]
    places: Positions
    numbers: tuple[Sequence[Quantity], Sequence[Quantity]] = ((), ())
    citations: tuple[Sequence[Citation], Sequence[Citation]] = ((), ())

    @property
    def are_strangers(self) -> bool:
        """Whether neither text is a translation of the other: hardly a part of it surely has a counterpart."""
        alignments = [passage.alignment for passage in self.passages]
        spans = ([one.source for one in alignments], [one.target for one in alignments])
        return all(
            sum(start < end for start, end in own) >= MANY_PASSAGES
            and _sure_share(alignments, side) < STRANGERS
            for side, own in enumerate(spans)
        )


def _sure_share(alignments: Sequence[Alignment], side: int) -> float:
    """The share of a text, by length, that surely has a counterpart."""
    spans = [(one.source, one.target)[side] for one in alignments]
    sizes = [end - start for start, end in spans]
    sure = sum(
        size
        for size, (source, target, confidence) in zip(sizes, alignments, strict=True)
        if confidence >= SURE and source[0] < source[1] and target[0] < target[1]
    )
    return sure / (sum(sizes) or 1)


def key_of(match: Match) -> Key:
    """The concept and session of a match."""
    return match.concept, match.number


def flat(matches: Iterable[Match]) -> Iterator[Match]:
    """Matches and those within them."""
    for match in matches:
        yield match
        yield from flat(match.inner)


def by_span(
    matches: Sequence[Match], spans: Sequence[tuple[int, int]]
) -> Iterator[tuple[Match, ...]]:
    """The matches that begin in each span; spans may come in any order."""
    places = Spans.of(matches)
    return (tuple(matches[places.between(*span)]) for span in spans)


def numbers_of(document: Document) -> list[Quantity]:
    """The numbers in digits of each segment, read as its language writes them, in text order.

    Offsets are code points of the document's text.
    """
    return [
        one._replace(start=segment.start + one.start, end=segment.start + one.end)
        for segment in document.segments
        for one in quantities(document.text[segment.start : segment.end], segment.lang or FALLBACK)
    ]
