"""What messages call the things that only some formats have a place for, by the key of a concept file."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["CONCEPT_NOUNS", "LABEL_NOUNS", "TITLE"]

TITLE = "Vietnamese–Korean–English termbase"  # how files name themselves

LABEL_NOUNS: Mapping[str, str] = MappingProxyType(
    {
        "case": "case setting",
        "of": "own-country mark",
        "near": "near condition",
        "not_near": "not_near condition",
        "covered_by": "covered_by list",
        "homonym": "homonym warning",
        "reading": "reading",
        "plural": "irregular plural",
        "since": "start date",
        "until": "end date",
        "sensitive": "sensitivity mark",
        "write": "replacement",
        "meant": "“meant” list",
    }
)
CONCEPT_NOUNS: Mapping[str, str] = MappingProxyType(
    {
        "broader": "broader concept",
        "apart": "“apart” list",
        "was": "former-id list",
        "native_reader": "native-reader list",
        "meant": "“meant” list",
        "replaced_by": "replaced_by link",
        "sessions": "session list",
    }
)
