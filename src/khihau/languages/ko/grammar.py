"""How a name fits into its sentence: particles, articles, plurals, capitals in Korean."""

from __future__ import annotations

from khihau.languages.grammar import Grammar

__all__ = ["KoreanGrammar"]


class KoreanGrammar(Grammar):
    """The answers of Korean."""

    bracket_space = ""
