"""Numbers of the guess that were tuned: on real press, releases and acts."""

from __future__ import annotations

__all__ = ["LEAD", "LOOKED_AT", "SEVERAL_LINES", "SEVERAL_WORDS"]

LOOKED_AT = 20_000  # characters: what shows a genre stands early, or throughout
LEAD = 800  # characters of headlines and the first sentences
SEVERAL_LINES = 3  # fewer may be headlines, or articles that a text quotes
SEVERAL_WORDS = 3
