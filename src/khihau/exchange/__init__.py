"""Formats of other tools; one more is one module and one line here."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["EXPORTS", "IMPORTS"]

# format -> module of this package that has `export(base, wanted)`, imported when chosen.
EXPORTS: Mapping[str, str] = MappingProxyType(
    {
        "xlsx": "tables.xlsx",
        "csv": "tables.delimited",
        "tsv": "tables.delimited",
        "tbx": "tbx",
        "markdown": "markdown",
        "omegat": "omegat",
        "deepl": "deepl",
        "json": "json",
    }
)
# format -> module of this package that has `read(path, encoding)`.
IMPORTS: Mapping[str, str] = MappingProxyType(
    {
        "xlsx": "tables.xlsx",
        "csv": "tables.delimited",
        "tsv": "tables.delimited",
        "tbx": "tbx",
    }
)
