"""Folding: one spelling for what readers take as the same word, with a way back to the original.

The fold knows no language (SEMANTICS M2). It lowers case, composes marks and jamo, and gives every
space, hyphen, middle dot, quote, full-width and look-alike letter one form. Nearly all of it keeps
the length of the text; the few stretches that do not are kept as pieces, so that every offset into
the folded text maps to an exact range of the original.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

__all__ = ["BARRIER", "DASH", "DOT", "Folded", "Squeezed", "fold", "is_hangul", "squeeze"]

BARRIER = "\n"  # a blank line or U+2029: no term crosses it
DASH = "–"  # a dash with spaces beside it; a hyphen between letters folds to a space
DOT = "·"

_SPACES = " \t\n\r\v\f\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_IGNORED = "\xad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_HYPHENS = "-\u2010\u2011\u2012\u2013\u2212"
_LONG_DASHES = "\u2014\u2015"
_DOTS = "·ㆍ‧・•∙･"
_MARKS = "\u0300-\u034e\u0350-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_EMPHASIS = rf"(?<=[\w{_MARKS}])[*_]+(?= ?[^\W_])|(?<=[\w{_MARKS}] )[*_]+(?=[^\W_])"
_JAMO = "[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?|[가-힣][\u11a8-\u11c2]"
_RUN = f"[{_SPACES}{_IGNORED}{re.escape(_HYPHENS)}{_LONG_DASHES}{_DOTS}]"

# Two patterns: the first suffices for nearly all text, the second also composes clusters.
_PIECES = re.compile(f"{_RUN}{{2,}}|[{_IGNORED}\u2029]|[℃℉]")
_ALL_PIECES = re.compile(
    f"{_RUN}{{2,}}|[{_IGNORED}\u2029]|[℃℉]|{_EMPHASIS}|(?:{_JAMO})[{_MARKS}]*|[^{_MARKS}]?[{_MARKS}]+"
)
_NEEDS_ALL = re.compile(f"[*_{_MARKS}\u1100-\u1112\u11a8-\u11c2]")
_SURROGATE = re.compile("[\ud800-\udfff]")  # a text may hold them, the automaton not
_RARE = re.compile("[\ud800-\udfff\u0400-\u04ff₀-₉\uff01-\uff5e\xd0\xf0\u0189\u0256İ]")

_SPACE = re.compile(f"[{_SPACES}]")
_LINE_BREAK = re.compile("\r\n|[\n\r\v\f\x85\u2028]")

_COMMON = (
    *((space, " ") for space in "\t\n\r\xa0\u2009\u202f\u3000"),
    *((hyphen, " ") for hyphen in _HYPHENS),
    *((dash, DASH) for dash in _LONG_DASHES),
    *((dot, DOT) for dot in _DOTS[1:]),
    *((quote, "'") for quote in "‘’‚‛"),
    *((quote, '"') for quote in "“”„‟"),
)
_OTHER_SPACES = re.compile("[\v\f\x1c-\x1f\x85\u1680\u2000-\u2008\u200a\u2028\u205f]")
# Letters that look like another one (SEMANTICS M3): they match, and are a finding elsewhere.
_LOOKALIKES = str.maketrans(
    "ðÐɖƉавекмнорстухіјѕАВЕКМНОРСТУХІЈЅ₀₁₂₃₄₅₆₇₈₉İ" + "".join(map(chr, range(0xFF01, 0xFF5F))),
    "đĐđĐabekmhopctyxijsABEKMHOPCTYXIJS0123456789I" + "".join(map(chr, range(0x21, 0x7F))),
)


class Folded(NamedTuple):
    """A folded text and the map back; offsets are code points, ranges half-open.

    `pieces` are the stretches whose length changed: four parallel tuples of their starts and ends
    in the folded and in the original text. All else is shifted by a constant between two pieces.
    """

    text: str
    source: str
    folded_starts: tuple[int, ...] = ()
    folded_ends: tuple[int, ...] = ()
    source_starts: tuple[int, ...] = ()
    source_ends: tuple[int, ...] = ()

    def source_range(self, index: int) -> tuple[int, int]:
        """The original range of the folded character at `index`."""
        piece = bisect_right(self.folded_starts, index) - 1
        if piece < 0:
            return index, index + 1
        if index < self.folded_ends[piece]:
            return self.source_starts[piece], self.source_ends[piece]
        start = self.source_ends[piece] + index - self.folded_ends[piece]
        return start, start + 1

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """The original span of the non-empty folded span, without ignored characters at its edges."""
        return self.source_range(start)[0], self.source_range(end - 1)[1]

    def gap(self, index: int) -> str:
        """What the fold dropped between the folded characters `index - 1` and `index`."""
        if not self.folded_starts or not 0 < index < len(self.text):
            return ""
        return self.source[self.source_range(index - 1)[1] : self.source_range(index)[0]]


def fold(text: str, *, keep_case: bool = False) -> Folded:
    """Fold any string; equal folds are the same word to a reader (SEMANTICS M2).

    With `keep_case` letters keep their case: that is how acronyms, which are exact, are compared.
    """
    plain = text
    if _RARE.search(text):
        plain = _SURROGATE.sub("\ufffd", text.translate(_LOOKALIKES))
    if not keep_case:
        plain = plain.lower()
    even = plain
    for old, new in _COMMON:
        if old in even:
            even = even.replace(old, new)
    if _OTHER_SPACES.search(even):
        even = _OTHER_SPACES.sub(" ", even)

    pattern = _ALL_PIECES if _NEEDS_ALL.search(plain) else _PIECES
    parts: list[str] = []
    folded_starts: list[int] = []
    folded_ends: list[int] = []
    source_starts: list[int] = []
    source_ends: list[int] = []
    done = length = 0
    for found in pattern.finditer(plain):
        start, end = found.span()
        parts.append(even[done:start])
        length += start - done
        piece = _fold_piece(found.group(), keep_case)
        folded_starts.append(length)
        source_starts.append(start)
        source_ends.append(end)
        parts.append(piece)
        length += len(piece)
        folded_ends.append(length)
        done = end
    if not parts:
        return Folded(even, text)
    parts.append(even[done:])
    return Folded(
        "".join(parts),
        text,
        tuple(folded_starts),
        tuple(folded_ends),
        tuple(source_starts),
        tuple(source_ends),
    )


@lru_cache(maxsize=4096)
def _fold_piece(piece: str, keep_case: bool) -> str:
    if piece in "℃℉":
        sign = "°C" if piece == "℃" else "°F"
        return sign if keep_case else sign.lower()
    if not re.fullmatch(f"{_RUN}+", piece):
        return "" if set(piece) <= {"*", "_"} else unicodedata.normalize("NFC", piece)
    core = re.sub(f"[{_IGNORED}]", "", piece)
    signs = _SPACE.sub("", core)
    barrier = BARRIER if len(_LINE_BREAK.findall(core)) > 1 or "\u2029" in core else ""
    if not signs:
        return barrier or (core[:1] and " ")
    if signs[0] in _DOTS:
        return barrier + DOT
    return barrier + (" " if len(core) == 1 and core in _HYPHENS else DASH)


def is_hangul(character: str) -> bool:
    """Whether a character (or "") is a Hangul syllable."""
    return "가" <= character <= "힣"


class Squeezed(NamedTuple):
    """A folded text without its spaces: Korean is searched here, since it may be spaced freely."""

    text: str
    spaces: tuple[int, ...]

    def unsqueezed(self, start: int, end: int) -> tuple[int, int]:
        """The span in the folded text of the non-empty span in the squeezed text."""
        return (
            start + bisect_right(self.spaces, start),
            end + bisect_right(self.spaces, end - 1),
        )


def squeeze(folded: str) -> Squeezed:
    """Drop every space of a folded text; `spaces` are the offsets, in the result, where they stood."""
    words = folded.split(" ")
    spaces: list[int] = []
    length = 0
    for word in words[:-1]:
        length += len(word)
        spaces.append(length)
    return Squeezed("".join(words), tuple(spaces))
