"""The numbers that `expand` was tuned by. Chosen by hand; the cases in tests/spec/expand-*.md hold them."""

from __future__ import annotations

__all__ = ["BESIDE", "PARAGRAPH", "SENTENCE"]

# How far around an acronym its paragraph is looked at, in characters.
PARAGRAPH = 1000
# Of these so many before the acronym may hold a full form that stands there already.
BESIDE = 200
# And so many tell whether a sentence ends before it.
SENTENCE = 40
