"""What the values of a concept are called in TBX, for both directions.

The picklists are those of TBX-Basic (ISO 30042:2019 and its dialect's definition). Reading knows more
of them than writing does: the longer lists of TBX-Default (ISO 30042:2008), and words that tools use.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from khihau.model import SENSES, Kind, PartOfSpeech, Sense, Status
from khihau.text.regex import regex

__all__ = [
    "CATEGORY_OF",
    "GENERATOR",
    "HELD_STATUSES",
    "KIND_OF",
    "KIND_TO",
    "MARKS",
    "NAMESPACE",
    "PART_OF_SPEECH_OF",
    "PART_OF_SPEECH_TO",
    "PLACE_OF",
    "PLACE_TO",
    "SENSE_OF",
    "SENSE_TO",
    "STATUS_OF",
    "STATUS_TO",
    "folded",
    "own_kind",
]

NAMESPACE = "urn:iso:std:iso:30042:ed-2"
GENERATOR = "khihau"  # the type of a paragraph in the header, by which we know our own files

# A mistranslation is an ordinary right word, wrong only as a rendering of this concept. A status of TBX
# would say that of the word itself, and tools for translators would flag it wherever it stands.
STATUS_TO: Mapping[Status, str] = MappingProxyType(
    {
        "preferred": "preferredTerm-admn-sts",
        "admitted": "admittedTerm-admn-sts",
        "deprecated": "supersededTerm-admn-sts",
        "forbidden": "deprecatedTerm-admn-sts",
    }
)
HELD_STATUSES: tuple[Status, ...] = tuple(STATUS_TO)
# Without "Term", "-admn-sts" and the like: of administrativeStatus and normativeAuthorization.
STATUS_OF: Mapping[str, Status] = MappingProxyType(
    {
        "preferred": "preferred",
        "recommended": "preferred",
        "standardized": "preferred",
        "legal": "preferred",
        "regulated": "preferred",
        "approved": "preferred",
        "admitted": "admitted",
        "allowed": "admitted",
        "acceptable": "admitted",
        "proposed": "admitted",
        "new": "admitted",
        "nonstandardized": "admitted",
        "superseded": "deprecated",
        "obsolete": "deprecated",
        "deprecated": "forbidden",
        "forbidden": "forbidden",
        "prohibited": "forbidden",
        "rejected": "forbidden",
        "notrecommended": "forbidden",
    }
)
# Other categories that say of a term not to write it: those of Phrase, XTM and TBX-Default. Their other
# values are about reviews ("Approved", "New"), or say nothing ("false").
MARKS: Mapping[str, Mapping[str, Status | None]] = {
    "forbidden": {"true": "forbidden", "false": None},
    "preferred": {"true": "preferred", "false": None},
    "status": {"forbidden": "forbidden", "deprecated": "forbidden", "obsolete": "deprecated"},
    "temporalQualifier": dict.fromkeys(("archaic", "obsolete", "outdated"), "deprecated"),
}

# TBX-Basic has no value for symbols. A symbol is written as the abbreviation, which we write for
# nothing else, so that our own files tell the two apart.
KIND_TO: Mapping[Kind, str] = MappingProxyType(
    {
        "full": "fullForm",
        "acronym": "acronym",
        "short": "shortForm",
        "symbol": "abbreviation",
    }
)
# TBX-Basic has no category for what means less or more than the concept: a note without a language
# says it to people, and tells our own files so.
SENSE_TO: Mapping[Sense, str] = MappingProxyType(
    {sense: f"{sense} than the concept" for sense in SENSES}
)
SENSE_OF: Mapping[str, Sense] = MappingProxyType({words: one for one, words in SENSE_TO.items()})
KIND_OF: Mapping[str, Kind] = MappingProxyType(
    {
        "fullform": "full",
        "variant": "full",
        "phrase": "full",
        "entry": "full",
        "mainentry": "full",
        "synonym": "full",
        "synonymousphrase": "full",
        "quasisynonym": "full",
        "nearsynonym": "full",
        "commonname": "full",
        "appellation": "full",
        "internationalism": "full",
        "internationalscientific": "full",
        "setphrase": "full",
        "phraseologicalunit": "full",
        "standardtext": "full",
        "string": "full",
        "transcribedform": "full",
        "transliteratedform": "full",
        "acronym": "acronym",
        "abbreviation": "acronym",
        "initialism": "acronym",
        "abbreviatedform": "short",
        "shortform": "short",
        "clipped": "short",
        "clippedform": "short",
        "symbol": "symbol",
        "formula": "symbol",
        "equation": "symbol",
        "logicalexpression": "symbol",
        "sku": "symbol",
        "partnumber": "symbol",
    }
)

# The proper noun was in the TBX-Basic of version 2 and is not in that of version 3.
PART_OF_SPEECH_TO: Mapping[PartOfSpeech, str] = MappingProxyType(
    {
        "noun": "noun",
        "proper-noun": "noun",
        "verb": "verb",
        "adjective": "adjective",
        "adverb": "adverb",
        "other": "other",
    }
)
PART_OF_SPEECH_OF: Mapping[str, PartOfSpeech] = MappingProxyType(
    {
        "noun": "noun",
        "nounphrase": "noun",
        "propernoun": "proper-noun",
        "verb": "verb",
        "verbphrase": "verb",
        "adjective": "adjective",
        "adverb": "adverb",
        "other": "other",
    }
)

# geographicalUsage: the country of a label's home, as ISO 3166 writes it.
PLACE_TO: Mapping[str, str] = MappingProxyType({"vn": "VN", "kr": "KR"})
PLACE_OF: Mapping[str, str] = MappingProxyType(
    {
        "vn": "vn",
        "vivn": "vn",
        "vietnam": "vn",
        "kr": "kr",
        "kokr": "kr",
        "korea": "kr",
        "southkorea": "kr",
        "republicofkorea": "kr",
    }
)

# What other programs call a definition and a note: translate-toolkit and Weblate; TBX-Default.
CATEGORY_OF: Mapping[str, str] = MappingProxyType(
    {"descrip": "definition", "Usage note": "note", "usageNote": "note"}
)

_ENDING = regex(r"(?:-?adm[a-z]*-?sts)?\Z")
_BETWEEN = regex(r"[\s_-]+")


def folded(value: str) -> str:
    """A value of a picklist as the tables above have it: of “Preferred_Term-admn-sts”, preferred."""
    bare = _BETWEEN.sub("", _ENDING.sub("", value.strip().lower()))
    return bare.removesuffix("term") or bare


def own_kind(value: str) -> Kind | None:
    """The kind that we meant by a value of termType; None where we never write it."""
    return next((kind for kind, name in KIND_TO.items() if name == value), None)
