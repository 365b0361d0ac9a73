"""The closed sets of words that data, code and JSON use, in their order."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, TypeAlias, get_args

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
    "NO_COUNTRIES",
    "NO_TEXTS",
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
    "AcronymKind",
    "Analyser",
    "BroaderKind",
    "Case",
    "DecisionStatus",
    "Kind",
    "LabelLang",
    "Lang",
    "Level",
    "Meant",
    "PartOfSpeech",
    "RegionKind",
    "Reliability",
    "Safety",
    "SegmentKind",
    "Sense",
    "Sensitivity",
    "Severity",
    "Status",
]

Lang: TypeAlias = Literal["vi", "ko", "en"]
LabelLang: TypeAlias = Literal[Lang, "mul"]
Status: TypeAlias = Literal["preferred", "admitted", "deprecated", "forbidden", "mistranslation"]
Kind: TypeAlias = Literal["full", "acronym", "short", "symbol"]
PartOfSpeech: TypeAlias = Literal["noun", "proper-noun", "verb", "adjective", "adverb", "other"]
Case: TypeAlias = Literal["any", "exact"]
Reliability: TypeAlias = Literal["law", "treaty", "government", "international-body", "press"]
DecisionStatus: TypeAlias = Literal["proposed", "approved", "withdrawn"]
Sense: TypeAlias = Literal["narrower", "broader"]
Sensitivity: TypeAlias = Literal["offends", "disputed", "spelling"]
BroaderKind: TypeAlias = Literal["kind", "part"]  # generic and partitive relation of ISO 704
# What `validate` would complain of, and the glossary says it is meant so.
Meant: TypeAlias = Literal[
    "spelling",
    "plural",
    "shared-words",
    "sense",
    "old-name",
    "no-evidence",
    "notes",
    "successor",
    "one-way",
]
Severity: TypeAlias = Literal["error", "warning", "info"]
Level: TypeAlias = Literal[Severity, "off"]  # what settings may say
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
Analyser: TypeAlias = Literal["auto", "off", "required"]

LANGS: tuple[Lang, ...] = get_args(Lang)
FALLBACK: Lang = "en"  # the language of messages, and of what is not there in the one asked for
# The order of definitions and notes: English, which ids are made of too, comes first.
TEXT_LANGS: tuple[Lang, ...] = (FALLBACK, *(lang for lang in LANGS if lang != FALLBACK))
LEVELS: tuple[Level, ...] = (*get_args(Severity), "off")
SEVERITIES: tuple[Severity, ...] = get_args(Severity)
LABEL_LANGS: tuple[LabelLang, ...] = get_args(LabelLang)
STATUSES: tuple[Status, ...] = get_args(Status)
KINDS: tuple[Kind, ...] = get_args(Kind)
PARTS_OF_SPEECH: tuple[PartOfSpeech, ...] = get_args(PartOfSpeech)
CASES: tuple[Case, ...] = get_args(Case)
DECISION_STATUSES: tuple[DecisionStatus, ...] = get_args(DecisionStatus)
SENSES: tuple[Sense, ...] = get_args(Sense)
SENSITIVITIES: tuple[Sensitivity, ...] = get_args(Sensitivity)
BROADER_KINDS: tuple[BroaderKind, ...] = get_args(BroaderKind)
MEANT: tuple[Meant, ...] = get_args(Meant)
RELIABILITIES: tuple[Reliability, ...] = get_args(Reliability)

ALLOWED: tuple[Status, ...] = ("preferred", "admitted")  # what a text may say
# Whose word makes a name official: what is only in newspapers is our advice.
OFFICIAL = frozenset[Reliability]({"law", "treaty", "government", "international-body"})
PRESS = "press"  # the scope of a name that only newspapers write
UNVERIFIED = "unverified"  # what reports say of a label without a source

NO_COUNTRIES: Mapping[str, Mapping[str, str]] = MappingProxyType({})
NO_TEXTS: Mapping[str, str] = MappingProxyType({})  # of a label without notes, and the like
