"""Which words end a phrase, speak of speaking or say that a name is one of the past in Vietnamese."""

from __future__ import annotations

from khihau.languages.phrases import Phrases

__all__ = ["VietnamesePhrases"]


class VietnamesePhrases(Phrases):
    """The answers of Vietnamese."""
