"""What a glossary holds, in numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from khihau.model import (
    LABEL_LANGS,
    LANGS,
    OFFICIAL,
    RELIABILITIES,
    STATUSES,
    UNVERIFIED,
    Label,
    Termbase,
)

__all__ = [
    "NO_RELIABILITY",
    "Share",
    "Stats",
    "best_reliability",
    "is_evidenced",
    "is_official",
    "stats",
]

NO_RELIABILITY = "unrated"  # a source whose entry does not say how reliable it is


@dataclass(frozen=True, slots=True)
class Share:
    """How many of some things have what is asked of them (a source, a language)."""

    having: int
    total: int


@dataclass(frozen=True, slots=True)
class Stats:
    """Counts by name; every mapping is in the order it should be shown.

    `labels` counts each language's labels by status; `sourced_by_lang` and `sourced_by_domain` the
    preferred labels that have a source; `reliability` the preferred labels by their best source.
    `official` are those that a law, a treaty, a government or an international body has, by language.
    `notes` are the notes of concepts, and those of labels, that there are in each language; `read` the
    concepts that a native speaker read. `evidence` are the forbidden labels with a source or a reason in each
    language, `opened` the references with a quotation of what stands there.
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
    official: Mapping[str, Share]
    notes: Mapping[str, Share]
    label_notes: Mapping[str, Share]
    read: Mapping[str, Share]
    evidence: Mapping[str, Share]
    opened: Share


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
        sourced_by_lang={
            lang: _share(one.source for _, one in preferred if one.lang == lang)
            for lang in LABEL_LANGS
        },
        sourced_by_domain={
            name: _share(one.source for concept, one in preferred if concept.domain == name)
            for name in domains
        },
        reliability={
            name: reliability[name] for name in (*RELIABILITIES, NO_RELIABILITY, UNVERIFIED)
        },
        official={
            lang: _share(is_official(one, base) for _, one in preferred if one.lang == lang)
            for lang in LABEL_LANGS
        },
        notes={
            lang: _share(lang in one.note for one in base.concepts if one.note) for lang in LANGS
        },
        label_notes={
            lang: _share(lang in one.note for _, one in rows if one.note) for lang in LANGS
        },
        read={lang: _share(lang in one.native_reader for one in base.concepts) for lang in LANGS},
        evidence={
            lang: _share(is_evidenced(one) for _, one in rows if _is_wrong(one, lang))
            for lang in LABEL_LANGS
        },
        opened=_share(ref.quote for _, one in rows for ref in one.source),
    )


def is_evidenced(label: Label) -> bool:
    """Whether a text that has a label is cited, or a reason against it given to each reader."""
    return bool(label.source) or all(lang in label.note for lang in LANGS)


def _is_wrong(label: Label, lang: str) -> bool:
    return (label.status, label.lang) == ("forbidden", lang)


def _share(having: Iterable[object]) -> Share:
    told = [bool(one) for one in having]
    return Share(sum(told), len(told))


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
