"""Formats of other tools; one more is one module and one line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from khihau.loading import load

if TYPE_CHECKING:
    from khihau.exchange.base import Exported, Item, Wanted
    from khihau.model import Termbase

__all__ = ["EXPORTS", "IMPORTS", "exporter", "reader"]

# format -> the module that has `export(base, wanted)`, imported when chosen.
EXPORTS: Mapping[str, str] = MappingProxyType(
    {
        "xlsx": "khihau.exchange.tables.xlsx",
        "csv": "khihau.exchange.tables.delimited",
        "tsv": "khihau.exchange.tables.delimited",
        "tbx": "khihau.exchange.tbx",
        "martif": "khihau.exchange.tbx.martif",
        "markdown": "khihau.exchange.markdown",
        "omegat": "khihau.exchange.omegat",
        "deepl": "khihau.exchange.deepl",
        "json": "khihau.exchange.json",
        "skos": "khihau.exchange.skos",
    }
)
# format -> the module that has `read(path, encoding)`.
IMPORTS: Mapping[str, str] = MappingProxyType(
    {
        "xlsx": "khihau.exchange.tables.xlsx",
        "csv": "khihau.exchange.tables.delimited",
        "tsv": "khihau.exchange.tables.delimited",
        "tbx": "khihau.exchange.tbx",
    }
)


def exporter(form: str) -> Callable[[Termbase, Wanted], Exported]:
    """What makes a file of a format out of a termbase."""
    export: Callable[[Termbase, Wanted], Exported] = load(EXPORTS[form], "export")
    return export


def reader(form: str) -> Callable[[Path, str | None], Iterator[Item]]:
    """What reads a file of a format, in the encoding that the user named."""
    read: Callable[[Path, str | None], Iterator[Item]] = load(IMPORTS[form], "read")
    return read
