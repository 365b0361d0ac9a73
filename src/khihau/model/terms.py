"""The termbase: concepts, their labels, and where those were read."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from khihau.model.values import (
    FALLBACK,
    NO_TEXTS,
    BroaderKind,
    Case,
    DecisionStatus,
    Kind,
    LabelLang,
    Lang,
    Meant,
    PartOfSpeech,
    Reliability,
    Sense,
    Sensitivity,
    Status,
)

__all__ = [
    "Comment",
    "Concept",
    "Decision",
    "Example",
    "Label",
    "Session",
    "Source",
    "SourceRef",
    "Successor",
]


@dataclass(frozen=True, slots=True)
class Source:
    """One entry of `sources.toml`: where a label was read; `file` where the entry was.

    `cited_as` are the numbers and short names of an act whose `title` is to the letter, `number` its own,
    `signed` the day on which it was signed or promulgated, `in_force` the first day on which it is law
    and `ends` the first on which it no longer is.
    """

    id: str
    title: str
    publisher: str | None = None
    date: str | None = None
    url: str | None = None
    reliability: Reliability | None = None
    number: str | None = None
    signed: datetime.date | None = None
    in_force: datetime.date | None = None
    ends: datetime.date | None = None
    cited_as: tuple[str, ...] = ()
    file: str | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class SourceRef:
    """A label's pointer to a source, the place in it ("para. 3"), and the words that stand there."""

    id: str
    at: str | None = None
    quote: str | None = None

    def __str__(self) -> str:
        return f"{self.id}, {self.at}" if self.at else self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What somebody decided on a label, and when; `minutes` are a source's key or an address."""

    by: str
    on: datetime.date
    status: DecisionStatus
    reason: str | None = None
    minutes: str | None = None

    def __str__(self) -> str:
        return f"{self.status} on {self.on} by {self.by}{f': {self.reason}' if self.reason else ''}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """What somebody said about a label, and when."""

    by: str
    on: datetime.date
    text: str

    def __str__(self) -> str:
        return f"{self.by} on {self.on}: {self.text}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """One name of a concept in one language; `mul` is an acronym that all three languages share.

    An empty `source` means that nobody could source it: reports say "unverified". `case` is None
    where the default of the kind holds (full and short labels ignore case, others are exact).
    `since` is the first day on which it is a name of the concept, `until` the first on which it no
    longer is. `sense` says that it means less, or more, than the concept: no synonym, a neighbour.
    `decision` is who decided on it, the last of them in force; what tools do, `status` alone says.
    `file` is that of a later layer, which laid it over the concept; None for the concept's own.
    `of` are the countries whose own thing it names, empty where it names anybody's. `sensitive` says how
    the name takes sides in a text of its language, `write` what stands in its place where that is no label.
    `meant` are the complaints of `validate` that it
    answers beforehand.
    """

    lang: LabelLang
    text: str
    status: Status
    kind: Kind = "full"
    part_of_speech: PartOfSpeech | None = None
    sense: Sense | None = None
    source: tuple[SourceRef, ...] = ()
    note: Mapping[str, str] = field(default_factory=lambda: NO_TEXTS)
    case: Case | None = None
    scope: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    not_near: tuple[str, ...] = ()
    covered_by: tuple[str, ...] = ()
    homonym: str | None = None
    reading: str | None = None
    plural: str | None = None
    since: datetime.date | None = None
    until: datetime.date | None = None
    sensitive: Sensitivity | None = None
    write: str | None = None
    meant: tuple[Meant, ...] = ()
    decision: tuple[Decision, ...] = ()
    comment: tuple[Comment, ...] = ()
    file: str | None = field(default=None, compare=False)

    @property
    def numbered(self) -> bool:
        """Whether the text holds `{n}` or `{n:ordinal}`."""
        return "{n" in self.text

    @property
    def standing(self) -> Status:
        """The status that the name has once `until` has come: that of a body which is gone is outdated."""
        return "deprecated" if self.until and self.status == "preferred" else self.status

    @property
    def case_exact(self) -> bool:
        """Whether upper and lower case must agree with the text (rule M2)."""
        if self.case is not None:
            return self.case == "exact"
        return self.kind in ("acronym", "symbol")


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence of a concept file that runs as a test; ⟦ ⟧ mark the hits of the concept."""

    lang: Lang
    text: str


@dataclass(frozen=True, slots=True)
class Successor:
    """A concept that took the place of another, and by language which part of it where several did."""

    concept: str
    field: Mapping[str, str] = field(default_factory=lambda: NO_TEXTS)

    def __str__(self) -> str:
        told = self.field.get(FALLBACK) or next(iter(self.field.values()), "")
        return f"{self.concept} ({told})" if told else self.concept


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One session of a conference: in which years it met, and where, as each language calls the places.

    More than one year is one session that was held in parts.
    """

    number: int
    years: tuple[int, ...]
    places: Mapping[str, tuple[str, ...]]
    source: tuple[SourceRef, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """One concept file: `domain` is its folder's name, `file` where it was read.

    `broader_kind` says whether it is a kind or a part of the `broader` one, `was` its ids of before,
    `apart` which concepts no name may mix it up with, `native_reader` who read it in each language as
    a native speaker. `meant` are the complaints of `validate` that it answers beforehand.
    """

    id: str
    labels: tuple[Label, ...]
    domain: str = ""
    definition: Mapping[str, str] = field(default_factory=lambda: NO_TEXTS)
    note: Mapping[str, str] = field(default_factory=lambda: NO_TEXTS)
    related: tuple[str, ...] = ()
    broader: str | None = None
    broader_kind: BroaderKind = "kind"
    apart: tuple[str, ...] = ()
    was: tuple[str, ...] = ()
    native_reader: Mapping[str, str] = field(default_factory=lambda: NO_TEXTS)
    meant: tuple[Meant, ...] = ()
    replaced_by: tuple[Successor, ...] = ()
    sessions: tuple[Session, ...] = ()
    examples: tuple[Example, ...] = ()
    counterexamples: tuple[Example, ...] = ()
    file: str | None = field(default=None, compare=False)
