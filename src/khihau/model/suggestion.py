"""What `suggest` answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from khihau.model.values import LabelLang, Status

__all__ = ["Suggestion"]

_NO_TEXTS: Mapping[str, str] = MappingProxyType({})


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
