"""Which capitals a name has that a text writes with others: the default, and what every language asks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

__all__ = ["NameCapitals", "NameKind"]

NameKind = Literal["body", "paper", ""]


class NameCapitals:
    """A language of whose capitals nothing is told: it has none, or nobody listed its names.

    Words are composed. `authority` is the rule of capitals that binds offices, "" for none but the
    official name.
    """

    authority = ""

    def kind(self, words: Sequence[str]) -> NameKind:  # noqa: ARG002
        """Whether a name is that of a body or of an act, a treaty or a plan; "" for one not judged."""
        return ""

    def opens(self, before: str, word: str) -> bool:  # noqa: ARG002
        """Whether a word in small letters may begin a name behind the word before it."""
        return True

    def is_name(self, kind: NameKind, words: Sequence[str], *, is_named: bool) -> bool:  # noqa: ARG002
        """Whether words in small letters throughout are a name all the same.

        `is_named`: the text has the name with capitals too.
        """
        return False

    def is_any(self, before: str, behind: str) -> bool:  # noqa: ARG002
        """Whether the words beside a name in small letters, "" for none, say that any such thing is meant."""
        return False

    def is_inside_word(self, words: Sequence[str], at: int) -> bool:  # noqa: ARG002
        """Whether the word with this number is no first part of a word, and has no capital of its own."""
        return False

    def is_free(self, words: Sequence[str], at: int) -> bool:  # noqa: ARG002
        """Whether the word with this number may stand with a capital and without."""
        return False
