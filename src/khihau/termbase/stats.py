"""What a glossary holds, in numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from khihau.model import (
    LABEL_LANGS,
    OFFICIAL,
    RELIABILITIES,
    STATUSES,
    UNVERIFIED,
    Concept,
    Label,
    Termbase,
)

__all__ = ["NO_RELIABILITY", "Share", "Stats", "best_reliability", "is_official", "stats"]

NO_RELIABILITY = "unrated"  # a source whose entry does not say how reliable it is


@dataclass(frozen=True, slots=True)
class Share:
    """How many of some preferred labels have a source."""

    sourced: int
    total: int


@dataclass(frozen=True, slots=True)
class Stats:
    """Counts by name; every mapping is in the order it should be shown.

    `labels` counts each language's labels by status; `sourced_by_lang` and `sourced_by_domain` the
    preferred labels that have a source; `reliability` the preferred labels by their best source.
    """

    concepts: int
    sources: int
    examples: int
    counterexamples: int
    concepts_by_domain: Mapping[str, int]
    labels: Mapping[str, Mapping[str, int]]
    sourced_by_lang: Mapping[str, Share]
    sourced_by_domain: Mapping[str, Share]
    reliability: Mapping[str, int]


def stats(base: Termbase) -> Stats:
    """Count concepts, labels, examples and sources, and how well the preferred labels are sourced."""
    rows = [(concept, label) for concept in base.concepts for label in concept.labels]
    preferred = [(concept, label) for concept, label in rows if label.status == "preferred"]
    domains = sorted({concept.domain for concept in base.concepts})
    statuses = Counter((label.lang, label.status) for _, label in rows)
    reliability = Counter(best_reliability(label, base) for _, label in preferred)
    return Stats(
        concepts=len(base.concepts),
        sources=len(base.sources),
        examples=sum(len(concept.examples) for concept in base.concepts),
        counterexamples=sum(len(concept.counterexamples) for concept in base.concepts),
        concepts_by_domain=_counted(domains, (concept.domain for concept in base.concepts)),
        labels={
            lang: {status: statuses[lang, status] for status in STATUSES} for lang in LABEL_LANGS
        },
        sourced_by_lang=dict(_shares(LABEL_LANGS, preferred, lambda _, label: label.lang)),
        sourced_by_domain=dict(_shares(domains, preferred, lambda concept, _: concept.domain)),
        reliability={
            name: reliability[name] for name in (*RELIABILITIES, NO_RELIABILITY, UNVERIFIED)
        },
    )


def best_reliability(label: Label, base: Termbase) -> str:
    """The reliability of a label's best source; "unrated" or "unverified" where there is none."""
    if not label.source:
        return UNVERIFIED
    known = (base.sources.get(ref.id) for ref in label.source)
    rated = [source.reliability for source in known if source and source.reliability]
    return min(rated, key=RELIABILITIES.index, default=NO_RELIABILITY)


def is_official(label: Label, base: Termbase) -> bool:
    """Whether a law, a treaty, a government or a body of states has the label: its word, not our advice."""
    return best_reliability(label, base) in OFFICIAL


def _counted(names: Iterable[str], found: Iterable[str]) -> Mapping[str, int]:
    counts = Counter(found)
    return {name: counts[name] for name in names}


def _shares(
    names: Iterable[str],
    rows: Sequence[tuple[Concept, Label]],
    name_of: Callable[[Concept, Label], str],
) -> Iterator[tuple[str, Share]]:
    for name in names:
        labels = [label for concept, label in rows if name_of(concept, label) == name]
        yield name, Share(sum(bool(label.source) for label in labels), len(labels))
