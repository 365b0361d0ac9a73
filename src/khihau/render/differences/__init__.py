"""Differences between two versions of a termbase: in words for an editor, and as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from khihau.render.differences.concepts import title_of, words_of_change

__all__ = ["DIFFERENCES", "title_of", "words_of_change"]

# format -> module of this package whose `render` writes it, imported when chosen.
DIFFERENCES: Mapping[str, str] = MappingProxyType(
    {"text": "text", "markdown": "markdown", "json": "json"}
)
