"""The order of names in a Vietnamese list."""

from __future__ import annotations

from khihau.languages.collation import Collation

__all__ = ["VietnameseCollation"]


class VietnameseCollation(Collation):
    """Letters with marks are letters of their own: ă behind a, đ behind d."""

    alphabet = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"

    def place(self, letter: str) -> tuple[int, str]:
        """By the alphabet; what is not in it as in other lists."""
        at = self.alphabet.find(letter)
        return (1, f"{at:02}") if at >= 0 else super().place(letter)

    def bare(self, letter: str) -> str:
        """The letter as it is."""
        return letter
