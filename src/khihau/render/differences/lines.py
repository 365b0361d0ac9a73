"""What a line about a change says, and how much it asks of an editor."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

__all__ = ["Line", "Rank"]


class Rank(IntEnum):
    """Why a line is read, the most urgent first."""

    OFFICIAL = 0
    WRONG = 1
    NEWLY_WRONG = 2
    NEW = 3
    LABEL = 4
    GONE = 5
    TEXT = 6
    SOURCE = 7
    EXAMPLE = 8

    @property
    def must_act(self) -> bool:
        """Whether texts that were right need another name now."""
        return self <= Rank.WRONG


class Line(NamedTuple):
    """One line in words."""

    rank: Rank
    words: str
