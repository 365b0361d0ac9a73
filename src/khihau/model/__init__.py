"""The values that flow through khihau: frozen, without behaviour worth a test, without I/O.

Offsets are code points into the decoded original text, half-open. Names follow ISO 1087 and
ISO 30042: a concept has labels, a label has a status.
"""

from khihau.model.answers import (
    AcronymEntry,
    Edit,
    Finding,
    Fix,
    Match,
    Options,
    Rejection,
    Suggestion,
)
from khihau.model.terms import Concept, Example, Label, Source, SourceRef, Termbase
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
