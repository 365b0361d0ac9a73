"""The order of names in a Korean list."""

from __future__ import annotations

from khihau.languages.collation import Collation
from khihau.text.fold import is_hangul

__all__ = ["KoreanCollation"]


class KoreanCollation(Collation):
    """Names in Hangul come first, as their code points do; then those in Latin letters."""

    def place(self, letter: str) -> tuple[int, str]:
        """Hangul, Latin letters, digits."""
        return (1 if is_hangul(letter) else 3 if letter.isdecimal() else 2), letter
