"""How numbers, dates and units are written: the default, and what every language asks."""

from __future__ import annotations

__all__ = ["Numerals"]


class Numerals:
    """A language that writes numbers as English does, and whose words for them are not known."""
