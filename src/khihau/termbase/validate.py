"""The termbase checked as source: all that loads but should not be merged like this."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from khihau.errors import Problem
from khihau.model import Concept, Termbase
from khihau.termbase.checks import Fault, KeyPath
from khihau.termbase.concept_checks import CONCEPT_CHECKS
from khihau.termbase.consistency import advice, source_advice
from khihau.termbase.decisions import future_faults
from khihau.termbase.examples import Annotate, failures
from khihau.termbase.places import locate
from khihau.termbase.reach import unreached
from khihau.termbase.whole_checks import WHOLE_CHECKS, source_faults

__all__ = ["advise", "file_of", "validate"]


def validate(
    base: Termbase,
    concepts: Sequence[Concept] | None = None,
    annotate: Annotate | None = None,
    text_of: Callable[[str], str] | None = None,
    today: datetime.date | None = None,
) -> tuple[Problem, ...]:
    """Find what a reviewer of the glossary would send back, sorted by file, line and key.

    Only what concerns `concepts`, which are of the base, where they are given. With `annotate` (a
    text and its language to matches) the labels and examples are tried in the engine too. `text_of`
    gives the text of a file, by which a problem gets its line; without it lines are 0. With
    `today`, days of decisions that have not come are told too. A problem of a concept that comes from
    several layers is told of the lowest.
    """
    judged = base.concepts if concepts is None else concepts
    found = {(file_of(concept), fault) for concept, fault in _faults(base, judged, annotate)}
    if today:
        found.update((file_of(one), fault) for one in judged for fault in future_faults(one, today))
    if concepts is None:
        found.update(source_faults(base))
    return _located(found, text_of)


def _located(
    found: Iterable[tuple[str, Fault]], text_of: Callable[[str], str] | None
) -> tuple[Problem, ...]:
    ordered = sorted(found, key=lambda item: (item[0], _counted(item[1].key), item[1].message))
    located = (
        problem
        for file, faults in groupby(ordered, key=lambda item: item[0])
        for problem in locate([x for _, x in faults], text_of(file) if text_of else "", file)
    )
    return tuple(sorted(located, key=lambda problem: (problem.file, problem.line)))


def advise(
    base: Termbase,
    concepts: Sequence[Concept] | None = None,
    annotate: Annotate | None = None,
    text_of: Callable[[str], str] | None = None,
) -> tuple[Problem, ...]:
    """What a second reader would ask of a glossary (`consistency`), in the way of `validate`."""
    judged = base.concepts if concepts is None else concepts
    found = {(file_of(concept), fault) for concept, fault in advice(base, judged, annotate)}
    if concepts is None:
        found.update(source_advice(base))
    return _located(found, text_of)


def file_of(concept: Concept) -> str:
    """The file that a problem of a concept is told of."""
    return concept.file or f"{concept.id}.toml"


def _counted(key: KeyPath) -> tuple[tuple[bool, str | int], ...]:
    """A key path as people sort it: label[2] before label[10]."""
    return tuple((isinstance(part, str), part) for part in key)


def _faults(
    base: Termbase, judged: Sequence[Concept], annotate: Annotate | None
) -> Iterable[tuple[Concept, Fault]]:
    for concept in judged:
        for check in CONCEPT_CHECKS:
            yield from ((concept, fault) for fault in check(concept))
    named = {concept.id for concept in judged}
    # What two concepts share is told of the later one: that must be one of those asked for.
    others = (concept for concept in base.concepts if concept.id not in named)
    ordered = Termbase((*others, *judged), base.sources)
    for check_whole in WHOLE_CHECKS:
        yield from ((concept, x) for concept, x in check_whole(ordered) if concept.id in named)
    if annotate:
        yield from unreached(judged, annotate)
        for failed in failures(judged, annotate):
            hint = f"the hits are: {failed.found}"
            yield failed.concept, Fault(failed.key, "the marks are not the hits", hint)
