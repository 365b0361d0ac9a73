"""What `suggest` answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from khihau.model.values import NO_TEXTS, LabelLang, Sense, Status

__all__ = ["Suggestion"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A concept that a phrase may mean: `label` is the official one in the language asked for,
    `matched` the label that came near (`sense`: it means less, or more, than the concept), `score` 0 to 100; below the line nothing is `confident`."""

    concept: str
    label: str
    lang: LabelLang
    status: Status
    score: float
    confident: bool
    matched: str
    sense: Sense | None = None
    equivalents: Mapping[str, str] = field(default_factory=lambda: NO_TEXTS)
    source: str | None = None
