"""The values that flow through khihau: frozen, without behaviour worth a test, without I/O.

Offsets are code points into the decoded original text, half-open. Names follow ISO 1087 and
ISO 30042: a concept has labels, a label has a status.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, TypeAlias, get_args

__all__ = [
    "AcronymEntry",
    "AcronymKind",
    "Case",
    "Concept",
    "Document",
    "Edit",
    "Example",
    "Finding",
    "Fix",
    "Kind",
    "Label",
    "LabelLang",
    "Lang",
    "Match",
    "Options",
    "Region",
    "RegionKind",
    "Rejection",
    "Safety",
    "Segment",
    "SegmentKind",
    "Severity",
    "Source",
    "SourceRef",
    "Status",
    "Suggestion",
    "Termbase",
]

Lang: TypeAlias = Literal["vi", "ko", "en"]
LabelLang: TypeAlias = Literal["vi", "ko", "en", "mul"]
Status: TypeAlias = Literal["preferred", "admitted", "deprecated", "forbidden", "mistranslation"]
Kind: TypeAlias = Literal["full", "acronym", "short", "symbol"]
Case: TypeAlias = Literal["any", "exact"]
Reliability: TypeAlias = Literal["law", "treaty", "government", "international-body", "press"]
Severity: TypeAlias = Literal["error", "warning", "info"]
Safety: TypeAlias = Literal["safe", "suggested"]
SegmentKind: TypeAlias = Literal["body", "heading", "item", "cell", "quote", "code"]
RegionKind: TypeAlias = Literal[
    "front-matter",
    "code",
    "url",
    "email",
    "target",
    "tag",
    "comment",
    "file-name",
    "document-number",
]
AcronymKind: TypeAlias = Literal[
    "definition", "repeated", "conflicting", "late", "undefined", "unknown", "unused"
]

LANGS: tuple[Lang, ...] = get_args(Lang)
LABEL_LANGS: tuple[LabelLang, ...] = get_args(LabelLang)
STATUSES: tuple[Status, ...] = get_args(Status)
KINDS: tuple[Kind, ...] = get_args(Kind)
CASES: tuple[Case, ...] = get_args(Case)
RELIABILITIES: tuple[Reliability, ...] = get_args(Reliability)

# Acronyms that a reader of any press text knows, or that are no climate terms (SEMANTICS A5).
IGNORED_ACRONYMS = frozenset(
    "USD EUR VND KRW GDP EU UN UAE ASEAN G7 G20 TP PDF CEO TV CO2 UBND HĐND TTXVN VGP QH CP BCT "
    "UNDP".split()
)

_NO_TEXTS: Mapping[str, str] = MappingProxyType({})


# --- the termbase ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Source:
    """One entry of `sources.toml`: where a label was read."""

    id: str
    title: str
    publisher: str | None = None
    date: str | None = None
    url: str | None = None
    reliability: Reliability | None = None


@dataclass(frozen=True, slots=True)
class SourceRef:
    """A label's pointer to a source, and the place in it ("para. 3")."""

    id: str
    at: str | None = None

    def __str__(self) -> str:
        return f"{self.id}, {self.at}" if self.at else self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """One name of a concept in one language; `mul` is an acronym that all three languages share.

    An empty `source` means that nobody could source it: reports say "unverified". `case` is None
    where the default of the kind holds (full and short labels ignore case, others are exact).
    """

    lang: LabelLang
    text: str
    status: Status
    kind: Kind = "full"
    source: tuple[SourceRef, ...] = ()
    note: Mapping[str, str] = field(default_factory=lambda: _NO_TEXTS)
    case: Case | None = None
    scope: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    not_near: tuple[str, ...] = ()
    covered_by: tuple[str, ...] = ()
    homonym: str | None = None
    reading: str | None = None
    plural: str | None = None
    until: datetime.date | None = None

    @property
    def numbered(self) -> bool:
        """Whether the text holds `{n}` or `{n:ordinal}`."""
        return "{n" in self.text

    @property
    def case_exact(self) -> bool:
        """Whether upper and lower case must agree with the text (SEMANTICS M2)."""
        if self.case is not None:
            return self.case == "exact"
        return self.kind in ("acronym", "symbol")


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence of a concept file that runs as a test; ⟦ ⟧ mark the hits of the concept."""

    lang: Lang
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """One concept file: `domain` is its folder's name, `file` where it was read."""

    id: str
    labels: tuple[Label, ...]
    domain: str = ""
    definition: Mapping[str, str] = field(default_factory=lambda: _NO_TEXTS)
    note: Mapping[str, str] = field(default_factory=lambda: _NO_TEXTS)
    related: tuple[str, ...] = ()
    broader: str | None = None
    replaced_by: str | None = None
    examples: tuple[Example, ...] = ()
    counterexamples: tuple[Example, ...] = ()
    file: str | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, eq=False)
class Termbase:
    """All concepts, by id in order, and the sources they cite; compared by identity."""

    concepts: tuple[Concept, ...]
    sources: Mapping[str, Source] = field(default_factory=dict)
    _by_id: Mapping[str, Concept] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_id", {concept.id: concept for concept in self.concepts})

    def __getitem__(self, concept_id: str) -> Concept:
        return self._by_id[concept_id]

    def __contains__(self, concept_id: object) -> bool:
        return concept_id in self._by_id

    def __len__(self) -> int:
        return len(self.concepts)


# --- a document -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Segment:
    """A block of the document in one language: a paragraph, a heading line, an item, a cell."""

    start: int
    end: int
    kind: SegmentKind
    lang: Lang | None = None


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch that is no prose: code, a URL, a tag. Never matched, never edited (SEMANTICS M9)."""

    start: int
    end: int
    kind: RegionKind


@dataclass(frozen=True, slots=True)
class Document:
    """A decoded text and what the scanner saw in it.

    `segments` and `protected` are sorted and do not overlap among themselves; `quoted` holds the
    (start, end) spans of quoted speech, titles of works and link text: matched, not judged.
    """

    text: str
    segments: tuple[Segment, ...] = ()
    protected: tuple[Region, ...] = ()
    quoted: tuple[tuple[int, int], ...] = ()
    front_matter: Mapping[str, str] = field(default_factory=lambda: _NO_TEXTS)
    path: str = "<text>"


# --- what the engine answers ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A label found in a text.

    `how` says how far the text is from the label as stored: "exact", "case", "form" (other code
    points for the same word), "spelling" (tone placement, i/y, loan words, -ise/-ize), "spacing",
    "plural" or "number". `inner` are the hits that this one covers; `alternatives` the ids of all
    concepts in question when the text does not decide; `equivalents` maps each other language to
    the official label.
    """

    start: int
    end: int
    text: str
    concept: str
    label: str
    lang: LabelLang
    kind: Kind
    status: Status
    how: str
    number: int | None = None
    inner: tuple[Match, ...] = ()
    alternatives: tuple[str, ...] = ()
    equivalents: Mapping[str, str] = field(default_factory=lambda: _NO_TEXTS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection:
    """A candidate that fell, and why: a stable reason of SEMANTICS M10 and the words behind it."""

    start: int
    end: int
    text: str
    concept: str
    label: str
    reason: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace text[start:end] by `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A way to mend a finding; only `safe` ones are written without being asked."""

    safety: Safety
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something an editor should look at; `fingerprint` names it across edits of the text around."""

    rule: str
    severity: Severity
    message: str
    start: int
    end: int
    text: str
    concept: str | None = None
    source: str | None = None
    fix: Fix | None = None
    fingerprint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AcronymEntry:
    """One event of the acronym ledger (SEMANTICS A6); start and end span the acronym alone.

    `expansion` is the span of the full form, or, for an undefined acronym, of the words before its
    bracket that are no label.
    """

    kind: AcronymKind
    acronym: str
    start: int
    end: int
    concept: str | None = None
    expansion: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A concept that a phrase may mean: `label` is the official one in the language asked for,
    `matched` the label that came near, `score` 0 to 100; below the line nothing is `confident`."""

    concept: str
    label: str
    lang: LabelLang
    status: Status
    score: float
    confident: bool
    matched: str
    equivalents: Mapping[str, str] = field(default_factory=lambda: _NO_TEXTS)
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What configuration may set for every function of the library.

    `ignored_acronyms` is added to the default list (SEMANTICS A5); `date` is the document's date
    where it names none, today when None; `profile` a scope ("law", "press") whose labels are right.
    """

    ignored_acronyms: frozenset[str] = frozenset()
    date: datetime.date | None = None
    profile: str | None = None
    analyser: Literal["auto", "off", "required"] = "auto"
