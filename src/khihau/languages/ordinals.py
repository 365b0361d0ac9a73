"""The numbers of sessions in a language: the default, and what every language asks."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["Ordinals"]


class Ordinals:
    """A language that writes a session's number in digits.

    `words` are the numbers that may be written as words where a label has `{n}`, `ordinals` where it
    has `{n:ordinal}`; `suffixes` is the regular expression of what stands behind digits there.
    """

    words: Mapping[str, int] = MappingProxyType({})
    ordinals: Mapping[str, int] = MappingProxyType({})
    suffixes = ""

    def cardinal(self, number: int, before: str) -> str:  # noqa: ARG002
        """The number in the place of `{n}`, behind the text `before`."""
        return str(number)

    def ordinal(self, number: int) -> str:
        """The number in the place of `{n:ordinal}`."""
        return str(number)
