"""The values that flow through khihau: frozen, without behaviour worth a test, without I/O.

Offsets are code points into the decoded original text, half-open. Names follow ISO 1087 and
ISO 30042: a concept has labels, a label has a status.

The types of a concept are read when asked for: a run that shows no concept never makes them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from khihau.model.answers import (
    AcronymEntry,
    Edit,
    Finding,
    Fix,
    Match,
    Options,
    Rejection,
)
from khihau.model.termbase import Termbase
from khihau.model.texts import Document, Region, Segment
from khihau.model.values import (
    CASES,
    IGNORED_ACRONYMS,
    KINDS,
    LABEL_LANGS,
    LANGS,
    RELIABILITIES,
    STATUSES,
    AcronymKind,
    Analyser,
    Case,
    Kind,
    LabelLang,
    Lang,
    RegionKind,
    Reliability,
    Safety,
    SegmentKind,
    Severity,
    Status,
)

if TYPE_CHECKING:
    from khihau.model.suggestion import Suggestion
    from khihau.model.terms import Concept, Example, Label, Source, SourceRef

__all__ = [
    "CASES",
    "IGNORED_ACRONYMS",
    "KINDS",
    "LABEL_LANGS",
    "LANGS",
    "RELIABILITIES",
    "STATUSES",
    "AcronymEntry",
    "AcronymKind",
    "Analyser",
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
    "Reliability",
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


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'khihau.model' has no attribute {name!r}")
    from khihau.model import suggestion, terms

    return getattr(suggestion if name == "Suggestion" else terms, name)
