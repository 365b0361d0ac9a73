"""Which words end a phrase, speak of speaking or say that a name is one of the past: the default, and what every language asks."""

from __future__ import annotations

__all__ = ["Phrases"]


class Phrases:
    """A language of which no such words are known."""
