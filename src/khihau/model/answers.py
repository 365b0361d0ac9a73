"""What the engine answers, and what it may be asked to heed."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from khihau.model.house import NO_HOUSE, House
from khihau.model.values import (
    NO_COUNTRIES,
    NO_TEXTS,
    AcronymKind,
    Analyser,
    Kind,
    LabelLang,
    Level,
    Sense,
    Status,
)

__all__ = ["AcronymEntry", "Match", "Options", "Rejection"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A label found in a text.

    `how` says how far the text is from the label as stored: "exact", "case", "form" (other code
    points for the same word), "spelling" (tone placement, i/y, loan words, -ise/-ize), "spacing",
    "plural" or "number". `inner` are the hits that this one covers; `alternatives` the ids of all
    concepts in question when the text does not decide; `sense` says that the label means less, or
    more, than the concept; `is_press` that only newspapers have it; `equivalents` maps each other language to the official label. Where that
    depends on whose thing it is, `country` says whose the text makes it, None where it does not tell;
    `own` has by country what its own would be called, where the text leaves that open (rule M14).
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
    sense: Sense | None = None
    is_press: bool = False
    equivalents: Mapping[str, str] = field(default_factory=lambda: NO_TEXTS)
    country: str | None = None
    own: Mapping[str, Mapping[str, str]] = field(default_factory=lambda: NO_COUNTRIES)


class Rejection(NamedTuple):
    """A candidate that fell, and why: a stable reason of rule M10 and the words behind it."""

    start: int
    end: int
    text: str
    concept: str
    label: str
    reason: str
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AcronymEntry:
    """One event of the acronym ledger (rule A6); start and end span the acronym alone.

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
class Options:
    """What configuration may set for every function of the library.

    `ignored_acronyms` is added to the default list (rule A5); `date` is the documents' day, whatever
    they say themselves, `usual_date` that of those which say none. `profile` names the kind of the
    texts, where their own signs shall not say it. `severities` lay severities or "off" over it, by
    rule ("late-definition"), aspect ("forbidden-label/quoted") or concept
    ("forbidden-label[paris-agreement]"): the first table that has a name counts. `house` are
    the choices of a house; its names come with the termbase (`termbase.housed`).
    `country` is the one whose things documents speak of that name none, or several (rule M14).
    """

    ignored_acronyms: frozenset[str] = frozenset()
    date: datetime.date | None = None
    usual_date: datetime.date | None = None
    profile: str | None = None
    severities: tuple[Mapping[str, Level], ...] = ()
    house: House = NO_HOUSE
    country: str | None = None
    analyser: Analyser = "auto"
