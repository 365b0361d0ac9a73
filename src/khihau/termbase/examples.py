"""The examples of a glossary as tests: what the marks say against what the engine finds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from khihau.model import Concept, Example, Match, Termbase

__all__ = ["Annotate", "Failure", "count", "failures", "marked", "with_marks"]

Annotate = Callable[[Example, str], Sequence[Match]]

_MARKS = re.compile("[⟦⟧]")


@dataclass(frozen=True, slots=True)
class Failure:
    """An example whose marks are not the hits: `key` is its place, `expected` and `found` the texts."""

    concept: Concept
    key: str
    expected: str
    found: str


def failures(concepts: Iterable[Concept], annotate: Annotate) -> Iterator[Failure]:
    """Run the examples and counterexamples of the concepts, in order, and give those that fail.

    `annotate` finds the matches of an example, whose text is given without its marks. The marks
    must be exactly the hits of the example's own concept: its top-level matches, and those inside a
    longer match of another concept, but none inside a match of its own. A match that the text
    leaves undecided is a hit of each concept it may mean. A counterexample has no hit.
    """
    for concept in concepts:
        for key, example in _examples(concept):
            text, expected = marked(example.text)
            found = hits(annotate(example, text), concept.id)
            if found != expected:
                yield Failure(concept, key, example.text, with_marks(text, found))


def count(base: Termbase) -> int:
    """How many examples and counterexamples there are."""
    return sum(len(list(_examples(concept))) for concept in base.concepts)


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


def hits(matches: Iterable[Match], concept: str) -> list[tuple[int, int]]:
    """The spans of a concept's own hits, the outermost ones, in text order."""
    spans: list[tuple[int, int]] = []
    for match in matches:
        if match.concept == concept or concept in match.alternatives:
            spans.append((match.start, match.end))
        else:
            spans += hits(match.inner, concept)
    return spans


def _examples(concept: Concept) -> Iterator[tuple[str, Example]]:
    for number, example in enumerate(concept.examples, start=1):
        yield f"example[{number}]", example
    for number, example in enumerate(concept.counterexamples, start=1):
        yield f"counterexample[{number}]", example
