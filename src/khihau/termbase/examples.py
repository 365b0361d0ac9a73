"""The examples of a glossary as tests: what the marks say against what the engine finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from khihau.model import Concept, Example, Lang, Match
from khihau.termbase.checks import KeyPath
from khihau.text.regex import regex

__all__ = ["Annotate", "Failure", "count", "failures", "hits", "marked", "with_marks"]

Annotate = Callable[[str, Lang], Sequence[Match]]

_MARKS = regex("[⟦⟧]")


@dataclass(frozen=True, slots=True)
class Failure:
    """An example whose marks are not the hits: `key` is its place, `expected` and `found` the texts."""

    concept: Concept
    key: KeyPath
    expected: str
    found: str


def failures(concepts: Iterable[Concept], annotate: Annotate) -> Iterator[Failure]:
    """Run the examples and counterexamples of the concepts, in order, and give those that fail.

    `annotate` finds the matches of a text without marks, in a language. The marks must be exactly
    the hits of the example's own concept: its top-level matches, and those inside a longer match of
    another concept (the concept is named there too), but none inside a match of its own. In a counterexample only a top-level match is a hit: 베트남 외교부 may stand in one of the
    Korean 외교부, since the reader is shown the longer name alone. A match that the text leaves
    undecided is a hit of each concept that it may mean.
    """
    for concept in concepts:
        for number, example in enumerate(concept.examples, start=1):
            yield from _failure(concept, ("example", number), example, annotate, inner=True)
        for number, example in enumerate(concept.counterexamples, start=1):
            yield from _failure(concept, ("counterexample", number), example, annotate, inner=False)


def _failure(
    concept: Concept, key: KeyPath, example: Example, annotate: Annotate, *, inner: bool
) -> Iterator[Failure]:
    text, expected = marked(example.text)
    found = hits(annotate(text, example.lang), concept.id, inner=inner)
    if found != expected:
        yield Failure(concept, key, example.text, with_marks(text, found))


def count(concepts: Iterable[Concept]) -> int:
    """How many examples and counterexamples the concepts have."""
    return sum(len(concept.examples) + len(concept.counterexamples) for concept in concepts)


def marked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Take the marks ⟦ ⟧ out of a text: the plain text, and the spans that they marked in it."""
    spans: list[tuple[int, int]] = []
    opened = None
    parts = _MARKS.split(text)
    length = 0
    for part, mark in zip(parts, _MARKS.findall(text), strict=False):
        length += len(part)
        if mark == "⟦":
            opened = length
        elif opened is not None:
            spans.append((opened, length))
            opened = None
    return "".join(parts), spans


def with_marks(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Put marks around the spans of a text; they are in order and do not overlap."""
    parts: list[str] = []
    done = 0
    for start, end in spans:
        parts += (text[done:start], "⟦", text[start:end], "⟧")
        done = end
    return "".join((*parts, text[done:]))


def hits(matches: Iterable[Match], concept: str, *, inner: bool) -> list[tuple[int, int]]:
    """The spans of a concept's own hits in text order: the outermost, with `inner` in any match."""
    spans: list[tuple[int, int]] = []
    for match in matches:
        if match.concept == concept or concept in match.alternatives:
            spans.append((match.start, match.end))
        elif inner:
            spans += hits(match.inner, concept, inner=True)
    return spans
