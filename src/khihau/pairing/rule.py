"""What a rule of `pair` is, and how its findings are made."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from khihau.pairing.passages import Need, Paired, Passage
from khihau.pairing.times import label_then
from khihau.review.base import finding
from khihau.review.official_names import sources_of
from khihau.termbase.official import text_of

if TYPE_CHECKING:
    from khihau.model import Finding

__all__ = ["Found", "PairRule", "advice", "beginning", "found_at", "is_certain", "words_of"]

_WORDS = 8


class Found(NamedTuple):
    """A finding, and which passage and concept it is about: one mistake has one finding."""

    finding: Finding
    about: tuple[int, str] | None = None


class PairRule(NamedTuple):
    """A rule of `pair`; its documentation is the docstring of its module, as for `check`."""

    name: str
    summary: str
    find: Callable[[Paired], Iterator[Found]]
    is_asked: bool = False
    has_concepts: bool = True

    @property
    def asked(self) -> PairRule:
        """The rule as it runs where it is asked for by name."""
        return self._replace(is_asked=True)


def found_at(
    paired: Paired,
    rule: str,
    span: tuple[int, int],
    message: str,
    need: Need | None = None,
    passage: Passage | None = None,
    concept: str | None = None,
    *,
    aspect: str = "",
    is_sure: bool = True,
) -> Found:
    """A finding at a span of the target; that of a need offers the official name's sources.

    What is missing where nothing stands is told at the end of what stands before, so that a comment
    before that paragraph silences it.
    """
    start, end = span
    if start == end and not (passage and passage.is_unit):
        span = (max(0, start - 1), end)
    concept = need.key[0] if need else concept
    source = None
    if need:
        label = label_then(need.mention, paired.source, paired.lang)
        source = sources_of(label) if label else None
    about = (passage.number, concept) if passage and concept else None
    made = finding(
        paired.target, rule, span, message, concept, aspect=aspect, is_sure=is_sure, source=source
    )
    return Found(made, about)


def beginning(paired: Paired, passage: Passage) -> str:
    """The first words of the source of a passage."""
    words = paired.source.document.text[slice(*passage.alignment.source)].split()
    return " ".join(words[:_WORDS]) + (" …" if len(words) > _WORDS else "")


def words_of(paired: Paired, need: Need) -> str:
    """The words of the source, and where they stand: “파리협정” (source line 3)."""
    words = " ".join(need.mention.text.split())
    return f"“{words}” (source {paired.places.named(need.mention.start)})"


def advice(paired: Paired, need: Need) -> str:
    """What to write, with the semicolon before it: the official name, that of the source's day.

    It is "" where the base has none, and for a concept whose every name asks for a session, where the
    source names none.
    """
    label = label_then(need.mention, paired.source, paired.lang)
    if label is None or (label.numbered and need.key[1] is None):
        return ""
    return f"; write “{text_of(label, need.key[1])}”"


def is_certain(need: Need, passage: Passage) -> bool:
    """Whether the two sides surely belong together, and what the source means is clear."""
    return passage.is_sure and not need.is_doubtful
