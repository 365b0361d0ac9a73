"""The values that flow through khihau: frozen, without behaviour worth a test, without I/O.

Offsets are code points into the decoded original text, half-open. Names follow ISO 1087 and
ISO 30042: a concept has labels, a label has a status.

Types that not every run makes are read when asked for: making a dataclass takes as long as matching
a page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from khihau.loading import load
from khihau.model.answers import AcronymEntry, Match, Options, Rejection
from khihau.model.termbase import Termbase
from khihau.model.texts import Alignment, Bitext, Document, Region, Segment, Unit
from khihau.model.values import (
    ALLOWED,
    BROADER_KINDS,
    CASES,
    DECISION_STATUSES,
    FALLBACK,
    KINDS,
    LABEL_LANGS,
    LANGS,
    LEVELS,
    MEANT,
    OFFICIAL,
    PARTS_OF_SPEECH,
    PRESS,
    RELIABILITIES,
    SENSES,
    SENSITIVITIES,
    SEVERITIES,
    STATUSES,
    TEXT_LANGS,
    UNVERIFIED,
    AcronymKind,
    Analyser,
    BroaderKind,
    Case,
    DecisionStatus,
    Kind,
    LabelLang,
    Lang,
    Level,
    Meant,
    PartOfSpeech,
    RegionKind,
    Reliability,
    Safety,
    SegmentKind,
    Sense,
    Sensitivity,
    Severity,
    Status,
)

if TYPE_CHECKING:
    from khihau.model.findings import Edit, Finding, Fix, Place, Placed
    from khihau.model.suggestion import Suggestion
    from khihau.model.terms import (
        Comment,
        Concept,
        Decision,
        Example,
        Label,
        Session,
        Source,
        SourceRef,
        Successor,
    )

__all__ = [
    "ALLOWED",
    "BROADER_KINDS",
    "CASES",
    "DECISION_STATUSES",
    "FALLBACK",
    "KINDS",
    "LABEL_LANGS",
    "LANGS",
    "LEVELS",
    "MEANT",
    "OFFICIAL",
    "PARTS_OF_SPEECH",
    "PRESS",
    "RELIABILITIES",
    "SENSES",
    "SENSITIVITIES",
    "SEVERITIES",
    "STATUSES",
    "TEXT_LANGS",
    "UNVERIFIED",
    "AcronymEntry",
    "AcronymKind",
    "Alignment",
    "Analyser",
    "Bitext",
    "BroaderKind",
    "Case",
    "Comment",
    "Concept",
    "Decision",
    "DecisionStatus",
    "Document",
    "Edit",
    "Example",
    "Finding",
    "Fix",
    "Kind",
    "Label",
    "LabelLang",
    "Lang",
    "Level",
    "Match",
    "Meant",
    "Options",
    "PartOfSpeech",
    "Place",
    "Placed",
    "Region",
    "RegionKind",
    "Rejection",
    "Reliability",
    "Safety",
    "Segment",
    "SegmentKind",
    "Sense",
    "Sensitivity",
    "Session",
    "Severity",
    "Source",
    "SourceRef",
    "Status",
    "Successor",
    "Suggestion",
    "Termbase",
    "Unit",
]


_MODULES = {
    "khihau.model.findings": ("Edit", "Finding", "Fix", "Place", "Placed"),
    "khihau.model.suggestion": ("Suggestion",),
    "khihau.model.terms": (
        "Comment",
        "Concept",
        "Decision",
        "Example",
        "Label",
        "Session",
        "Source",
        "SourceRef",
        "Successor",
    ),
}


def __getattr__(name: str) -> Any:
    for module, names in _MODULES.items():
        if name in names:
            return load(module, name)
    raise AttributeError(f"module 'khihau.model' has no attribute {name!r}")
