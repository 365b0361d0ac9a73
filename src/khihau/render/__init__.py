"""Output formats; one more is one module and one line here."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["ANNOTATIONS", "BRIEFS", "FINDINGS", "LEDGERS"]

# format -> module of `khihau.render`, imported when chosen.
ANNOTATIONS: Mapping[str, str] = MappingProxyType(
    {
        "text": "text",
        "html": "html",
        "markdown": "markdown",
        "json": "json",
        "jsonl": "jsonl",
        "tsv": "tsv",
    }
)
FINDINGS: Mapping[str, str] = MappingProxyType(
    {
        "text": "findings",
        "json": "json",
        "jsonl": "jsonl",
        "tsv": "tsv",
        "sarif": "sarif",
        "github": "github",
        "html": "report",
    }
)
BRIEFS: Mapping[str, str] = MappingProxyType(
    {
        "markdown": "brief.markdown",
        "tsv": "brief.tsv",
        "xlsx": "brief.xlsx",
        "json": "brief.json",
    }
)
LEDGERS: Mapping[str, str] = MappingProxyType(
    {
        "text": "ledger",
        "json": "json",
        "tsv": "tsv",
    }
)
