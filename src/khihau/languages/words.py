"""How the words of a phrase are compared with those of labels: the default, and what every language asks."""

from __future__ import annotations

__all__ = ["Words"]


class Words:
    """A language whose words stand between spaces and have one form."""
