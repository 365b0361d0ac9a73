"""Where a sentence ends: the default, and what every language asks."""

from __future__ import annotations

__all__ = ["Sentences"]


class Sentences:
    """A language whose sentences end in a full stop, a question or exclamation mark."""
