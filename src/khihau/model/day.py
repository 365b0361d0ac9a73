"""A day or a longer time that governs names, and what says that it does."""

from __future__ import annotations

import datetime
from typing import Literal, NamedTuple, TypeAlias, get_args

__all__ = ["SOURCES", "Day", "DaySource", "written_day"]

# In the order in which they are asked (rule C6).
DaySource: TypeAlias = Literal[
    "clause",
    "option",
    "front-matter",
    "dateline",
    "to-come",
    "settings",
    "modified",
    "file-name",
    "text",
    "today",
]
SOURCES: tuple[DaySource, ...] = get_args(DaySource)
_OWN = frozenset(SOURCES[: SOURCES.index("to-come")])  # said of this text alone
_GIVEN = frozenset(SOURCES[: SOURCES.index("modified")])  # the rest is guessed, or nothing is known

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_SAID: dict[DaySource, str] = {
    "clause": "by its clause",
    "option": "from --date",
    "front-matter": "from the front matter",
    "settings": "from the settings",
    "dateline": "from the dateline",
    "to-come": "before which the text was written",
    "modified": "when the file was last changed",
    "file-name": "from the name of the file",
    "text": "the latest day shown by",
    "today": "today",
}


class Day(NamedTuple):
    """The first and the last day of the time that governs a name, and why it does.

    `words` are those of the text that say it, at the span `place` in code points, where some do. A
    time of which nobody knows when it began or ended is bounded by the first or last day there is.
    `is_close`: no other part of the sentence stands between a clause's date and the name.
    """

    first: datetime.date
    last: datetime.date
    source: DaySource
    words: str = ""
    place: tuple[int, int] | None = None
    is_close: bool = False

    @property
    def is_own(self) -> bool:
        """Whether the text itself, or who calls, says that this is its day."""
        return self.source in _OWN

    @property
    def is_given(self) -> bool:
        """Whether the day is said, and not guessed or unknown."""
        return self.source in _GIVEN

    @property
    def told(self) -> str:
        """The time and its source, for a message: "14 June 2024, from the dateline “2024.6.14”"."""
        said = _SAID[self.source] + (f" “{self.words}”" if self.words else "")
        return f"{self.written}, {said}" if self.written else said

    @property
    def written(self) -> str:
        """The day, month, year or years; "" for a time that is only known to be past."""
        first, last = self.first, self.last
        if first == datetime.date.min:
            return f"before {written_day(last)}" if last != datetime.date.max else ""
        if first == last:
            return written_day(first)
        if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
            return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
        if (first.year, first.month) != (last.year, last.month):
            return written_day(last)
        return f"{_MONTHS[first.month - 1]} {first.year}"


def written_day(day: datetime.date) -> str:
    """A day as messages write it: 1 March 2025."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
