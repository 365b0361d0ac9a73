"""Degrees whose raised circle came down as a letter or a digit: 1,50C, 2oC, 35-370C.

Word processors write a degree as a raised o or 0 before C; where the raising is lost, a reader takes
1,50 or 370 degrees. A whole number (20C) may be what it says, so other temperatures must prove it; and
1,50C may be a rate where nothing else in the text has a degree.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from khihau.text.regex import regex

__all__ = ["LostDegree", "lost_degrees"]

_START = r"(?<![\w.,/])"
_END = r"C(?!\w|[-+/°][A-Za-z0-9])"
_NUMBER = r"(?P<number>[0-9]{1,4}(?:[.,][0-9]{1,2})?)"
_SURE = (
    regex(rf"{_START}{_NUMBER}[ \xa0]?(?P<circle>o)[ \xa0]?{_END}"),
    regex(rf"{_START}{_NUMBER}[ \xa0](?P<circle>0){_END}"),
)
_FINE = regex(rf"{_START}(?P<number>[0-9]{{1,3}}[.,][0-9])(?P<circle>0){_END}")
_WHOLE = regex(
    rf"(?<![\w.,/-])(?:(?P<low>[1-9][0-9])\s?[-–]\s?)?(?P<number>[1-9][0-9]?)(?P<circle>0){_END}"
)


class LostDegree(NamedTuple):
    """A temperature at [start, end) in code points, with the character that should be a circle.

    Its digits end at `stop`; `by_text`: only other temperatures of the text prove it, or would.
    """

    start: int
    stop: int
    circle: int
    end: int
    by_text: bool


def lost_degrees(text: str) -> list[LostDegree]:
    """The temperatures of a text that surely lost the circle of their degree, in text order."""
    found = [_lost(one, by_text=False) for shape in _SURE for one in shape.finditer(text)]
    is_proven = bool(found) or any(sign in text for sign in "°℃")
    found += (_lost(one, by_text=not is_proven) for one in _FINE.finditer(text))
    whole = list(_WHOLE.finditer(text))
    pairs = (one for one in whole if one["low"] and int(one["low"]) < int(one["number"]))
    found += (_lost(one, by_text=False) for one in pairs)  # 35-370C
    if found:
        found += (_lost(one, by_text=True) for one in whole if not one["low"])
    return sorted(found)


def _lost(found: re.Match[str], *, by_text: bool) -> LostDegree:
    start, stop = found.span("number")
    return LostDegree(start, stop, found.start("circle"), found.end(), by_text)
