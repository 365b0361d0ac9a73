"""What a text of the language makes of names that another text has: the default, and what every language asks."""

from __future__ import annotations

__all__ = ["Translation"]


class Translation:
    """A language as long as English, whose phrases are compared word by word."""
