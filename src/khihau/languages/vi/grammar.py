"""How a name fits into its sentence: particles, articles, plurals, capitals in Vietnamese."""

from __future__ import annotations

from khihau.languages.grammar import Grammar

__all__ = ["VietnameseGrammar"]


class VietnameseGrammar(Grammar):
    """The answers of Vietnamese."""
