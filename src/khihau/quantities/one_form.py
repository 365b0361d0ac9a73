"""The text that numbers are read from: composed letters, and one form of each digit and sign."""

from __future__ import annotations

from typing import NamedTuple

from khihau.text.compose import MARKS, composed
from khihau.text.regex import regex

__all__ = ["Plain", "plain"]

_FORMS = str.maketrans(
    "₀₁₂₃₄₅₆₇₈₉\u2009\u202f\u2007\u3000−‐‑‒∼〜∽‘’ʼº˚" + "".join(map(chr, range(0xFF01, 0xFF5F))),
    "0123456789\xa0\xa0\xa0 ---–~~~'''°°" + "".join(map(chr, range(0x21, 0x7F))),
)
# Marks and jamo that compose, and what stands inside a number without being read: soft hyphens and
# the like, emphasis (**50**%) but between digits, the tags of a subscript (CO<sub>2</sub>, CO$_2$).
_DROPPED = (
    r"[\xad\u200b-\u200f\u2060\ufeff]+|(?<![0-9])[*_]+|[*_]+(?![0-9])|</?sub>|\$_\{?(?=[0-9])"
)
_JAMO = "[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?"
_PIECE = regex(rf"({_DROPPED})|(?:{_JAMO}|[^{MARKS}])[{MARKS}]+|{_JAMO}")
_SQUARE = regex(r"(?<=[0-9 ])([kcm]?m)([23])(?![0-9A-Za-z])")


class Plain(NamedTuple):
    """A text to read numbers from, and the source range of each of its characters, if they moved."""

    text: str
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span in the source of a non-empty span in the plain text."""
        return (self.starts[start], self.ends[end - 1]) if self.starts else (start, end)


def plain(text: str) -> Plain:
    """A text in composed letters with ASCII digits, without what is not read inside a number."""
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    done = 0
    for piece in _PIECE.finditer(text):
        start, end = piece.span()
        parts.append(text[done:start])
        starts += range(done, start)
        ends += range(done + 1, start + 1)
        if not piece[1]:
            letters = composed(piece.group())
            parts.append(letters)
            starts += [start] * len(letters)
            ends += [end] * len(letters)
        done = end
    even = ("".join(parts) + text[done:]).translate(_FORMS)
    even = _SQUARE.sub(lambda found: found[1] + "²³"[int(found[2]) - 2], even)
    if not done:
        return Plain(even)
    starts += range(done, len(text))
    ends += range(done + 1, len(text) + 1)
    return Plain(even, tuple(starts), tuple(ends))
