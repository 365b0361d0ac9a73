"""How a name fits into its sentence: particles, articles, plurals, capitals: the default, and what every language asks."""

from __future__ import annotations

__all__ = ["Grammar"]


class Grammar:
    """A language whose words stand unchanged beside each other."""

    # What stands between a name and the bracket behind it.
    bracket_space = " "
