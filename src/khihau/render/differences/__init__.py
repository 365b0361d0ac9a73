"""Differences between two versions of a termbase: in words for an editor, and as JSON."""

from __future__ import annotations

from khihau.render.differences.concepts import title_of, words_of_change

__all__ = ["title_of", "words_of_change"]
