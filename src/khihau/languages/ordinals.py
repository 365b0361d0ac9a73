"""The numbers of sessions in a language: the default, and what every language asks."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from khihau.languages.session_words import SessionWords

__all__ = ["Ordinals"]


class Ordinals:
    """A language that writes a session's number in digits.

    `suffixes` is the regular expression of what stands behind the digits of `{n:ordinal}`.
    """

    suffixes = ""

    @cached_property
    def words(self) -> Mapping[str, int]:
        """The numbers that may be written as words where a label has `{n}`."""
        return {}

    @cached_property
    def ordinals(self) -> Mapping[str, int]:
        """The numbers that may be written as words where a label has `{n:ordinal}`."""
        return {}

    @cached_property
    def session_words(self) -> SessionWords:
        """The words that stand around the number of a session."""
        return SessionWords()

    def cardinal(self, number: int, before: str) -> str:  # noqa: ARG002
        """The number in the place of `{n}`, behind the text `before`."""
        return str(number)

    def ordinal(self, number: int) -> str:
        """The number in the place of `{n:ordinal}`."""
        return str(number)
