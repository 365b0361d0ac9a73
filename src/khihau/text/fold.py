"""Folding: one spelling for what readers take as the same word, with a way back to the original.

The fold knows no language (rule M2). It lowers case, composes marks and jamo, and gives every
space, hyphen, middle dot, quote, full-width and look-alike letter one form. Nearly all of it keeps
the length of the text; the few stretches that do not are kept as pieces, so that every offset into
the folded text maps to an exact range of the original.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property, lru_cache
from itertools import accumulate, islice
from typing import NamedTuple

from khihau.text.compose import ABSORBED, LEFT_APART, MARKS, cluster, composed
from khihau.text.regex import regex

__all__ = [
    "BARRIER",
    "DASH",
    "DOT",
    "DOTS",
    "HANGUL",
    "Folded",
    "Squeezed",
    "composed",
    "fold",
    "is_hangul",
]

BARRIER = "\n"  # a blank line or U+2029: no term crosses it
DASH = "–"  # a dash with spaces beside it; a hyphen between letters folds to a space
DOT = "·"

_SPACES = " \t\n\r\v\f\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_IGNORED = "\xad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_HYPHENS = "-\u2010\u2011\u2012\u2013\u2212"
_LONG_DASHES = "\u2014\u2015"
DOTS = "·ㆍ‧․⋅・•∙･"  # U+2024 is what files of Hangul have
_LIGATURES = "\ufb00-\ufb04"
_EMPHASIS = (
    rf"(?:(?<=[^\W_])|(?<=[{MARKS}]))[*_]+(?=[ \n\xa0]?[^\W_])"
    rf"|(?:(?<=[^\W_][ \n\xa0])|(?<=[{MARKS}][ \n\xa0]))[*_]+(?=[^\W_])"
)
_OPEN_SYLLABLES = "".join(map(chr, range(ord("가"), ord("힣"), 28)))
_JAMO = f"[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?|[{_OPEN_SYLLABLES}][\u11a8-\u11c2]"
_RUN = f"[{_SPACES}{_IGNORED}{re.escape(_HYPHENS)}{_LONG_DASHES}{DOTS}]"

# What nearly all text consists of: where nothing else stands, no character changes its length but
# in runs of spaces, hyphens and dots. Hangul is looked for apart, since one syllable of it counts.
_USUAL = (
    " -)+-^`-~\n\xa0-\xac\xae-\xcf\xd1-\xef\xf1-\u012f\u0131-\u0188\u018a-\u0255\u1e00-\u1eff"
    "–—‘’“”•…\u2032\u2033\u20ab\u25a0-\u25ff\u3001-\u3011"
)
_UNUSUAL_OR_HANGUL = regex(f"[^{_USUAL}]")
_UNUSUAL = regex(f"[^{_USUAL}가-힣]")
_SPECIAL = regex(f"[*_{MARKS}{_IGNORED}\u2029\u1100-\u1112\u11a8-\u11c2℃℉{_LIGATURES}]")
_NO_LETTER = regex(f"[*_{_IGNORED}\u2029℃℉{_LIGATURES}]")
_PIECES = regex(
    f"{_RUN}{{2,}}|[{_IGNORED}\u2029]|[℃℉{_LIGATURES}]|{_EMPHASIS}|(?:{_JAMO})[{MARKS}]*"
    f"|[^{MARKS}{_SPACES}]?[{MARKS}]+"
)
_STRETCH = 1000
_MANY = 1000  # unusual characters: to gather more takes longer than to search the text for each
_LOOK_AHEAD = 2  # characters behind emphasis: a line break and a letter
_WHOLE_RUN = regex(f"{_RUN}+")
HANGUL = regex("[가-힣]")
_INITIAL = regex("[\u1100-\u1112]")
_QUOTEMARKS = regex(r"[\n\r](?:[ \t]*+>)++")  # a term may run on in the next line of a block quote
_SURROGATE = regex("[\ud800-\udfff]")  # a text may hold them, the automaton not
_RARE = regex("[\ud800-\udfff\u0400-\u04ff₀-₉\uff01-\uff5e\xd0\xf0\u0189\u0256İ]")
_OTHER_SPACES = regex("[\v\f\x1c-\x1f\x85\u1680\u2000-\u2008\u200a\u2028\u205f]")

_FLAT_RUN = regex(" +")
_COMPATIBLE = frozenset("℃℉ﬀﬁﬂﬃﬄ")  # one character for several: °C, and the ligatures of PDFs
_SPACE = regex(f"[{_SPACES}]")
_LINE_BREAK = regex("\r\n|[\n\r\v\f\x85\u2028]")

# Replaced in every text, and only where something unusual stands.
_COMMON = (
    *((space, " ") for space in "\t\r\xa0"),
    *((hyphen, " ") for hyphen in "-–"),
    ("—", DASH),
    ("•", DOT),
    *((quote, "'") for quote in "‘’"),
    *((quote, '"') for quote in "“”"),
)
_UNCOMMON = (
    *((space, " ") for space in "\u2009\u202f\u3000"),
    *((hyphen, " ") for hyphen in _HYPHENS if hyphen not in "-–"),
    *((dash, DASH) for dash in _LONG_DASHES),
    *((dot, DOT) for dot in DOTS[1:]),
    *((quote, "'") for quote in "‚‛"),
    *((quote, '"') for quote in "„‟"),
)
# Letters that look like another one (rule M3): they match, and are a finding elsewhere.
_LOOKALIKES = str.maketrans(
    "ðÐɖƉавекмнорстухіјѕАВЕКМНОРСТУХІЈЅ₀₁₂₃₄₅₆₇₈₉İ" + "".join(map(chr, range(0xFF01, 0xFF5F))),
    "đĐđĐabekmhopctyxijsABEKMHOPCTYXIJS0123456789I" + "".join(map(chr, range(0x21, 0x7F))),
)


class Folded(NamedTuple):
    """A folded text and the map back; offsets are code points, ranges half-open.

    `pieces` are the stretches whose length changed: four parallel tuples of their starts and ends
    in the folded and in the original text. All else is shifted by a constant between two pieces.
    Those numbered in `letters` are stretches of decomposed letters, each with a range of its own.
    `hangul` says whether the text holds any.
    """

    text: str
    source: str
    hangul: bool = False
    folded_starts: tuple[int, ...] = ()
    folded_ends: tuple[int, ...] = ()
    source_starts: tuple[int, ...] = ()
    source_ends: tuple[int, ...] = ()
    letters: frozenset[int] = frozenset()

    def source_range(self, index: int) -> tuple[int, int]:
        """The original range of the folded character at `index`."""
        piece = bisect_right(self.folded_starts, index) - 1
        if piece < 0:
            return index, index + 1
        if index < self.folded_ends[piece]:
            low, high = self.source_starts[piece], self.source_ends[piece]
            if piece not in self.letters:
                return low, high
            start, end = cluster(self.source[low:high], index - self.folded_starts[piece])
            return low + start, low + end
        start = self.source_ends[piece] + index - self.folded_ends[piece]
        return start, start + 1

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """The original span of the non-empty folded span, without ignored characters at its edges."""
        if not self.folded_starts:
            return start, end
        piece = bisect_right(self.folded_starts, start) - 1
        if piece >= 0 and start >= self.folded_ends[piece]:  # most spans: between two pieces
            shift = self.source_ends[piece] - self.folded_ends[piece]
            if end <= (*self.folded_starts[piece + 1 : piece + 2], end)[0]:
                return start + shift, end + shift
        return self.source_range(start)[0], self.source_range(end - 1)[1]

    def written(self, start: int, end: int) -> str:
        """The original of the non-empty folded span."""
        start, end = self.source_span(start, end)
        return self.source[start:end]

    def gap(self, index: int) -> str:
        """The emphasis that the fold dropped between the folded characters `index - 1` and `index`."""
        if not self.folded_starts or not 0 < index < len(self.text):
            return ""
        dropped = self.source[self.source_range(index - 1)[1] : self.source_range(index)[0]]
        return "".join(character for character in dropped if character in "*_")


def fold(text: str, *, keep_case: bool = False) -> Folded:
    """Fold any string; equal folds are the same word to a reader (rule M2).

    With `keep_case` letters keep their case: that is how acronyms, which are exact, are compared.
    """
    unusual, hangul = _looked_at(text)
    plain = text
    if unusual and _RARE.search(unusual):
        plain = _SURROGATE.sub("\ufffd", text.translate(_LOOKALIKES))
        unusual = unusual.translate(_LOOKALIKES)
    if not keep_case:
        plain = plain.lower()
    if ">" in plain:
        plain = _QUOTEMARKS.sub(lambda marks: marks[0].replace(">", " "), plain)
    even = plain
    for old, new in _COMMON + _UNCOMMON if unusual else _COMMON:
        if old in even:
            even = even.replace(old, new)
    if unusual and _OTHER_SPACES.search(unusual):
        even = _OTHER_SPACES.sub(" ", even)
    if "\n" in even:  # a blank line parts terms; "\x1e" was a space, and is none by now
        even = even.replace("\n\n", "\x1e\x1e").replace("\n", " ").replace("\x1e", BARRIER)

    parts: list[str] = []
    folded_starts: list[int] = []
    folded_ends: list[int] = []
    source_starts: list[int] = []
    source_ends: list[int] = []
    letters: list[int] = []
    done = length = 0
    for start, end, line in _pieces(plain, even, unusual):
        parts.append(even[done:start])
        length += start - done
        if line:
            letters.append(len(folded_starts))
        piece = line or _fold_piece(plain[start:end], keep_case)
        folded_starts.append(length)
        source_starts.append(start)
        source_ends.append(end)
        parts.append(piece)
        length += len(piece)
        folded_ends.append(length)
        done = end
    parts.append(even[done:])
    return Folded(
        "".join(parts),
        text,
        hangul,
        tuple(folded_starts),
        tuple(folded_ends),
        tuple(source_starts),
        tuple(source_ends),
        frozenset(letters),
    )


def _looked_at(text: str) -> tuple[str, bool]:
    """The unusual characters of a text, the whole text if they are many; and whether it has Hangul."""
    first = _UNUSUAL_OR_HANGUL.search(text)
    if not first:
        return "", False
    at = first.start()
    hangul = is_hangul(text[at]) or bool(HANGUL.search(text, at) or _INITIAL.search(text, at))
    few = islice(_UNUSUAL.finditer(text, at), _MANY)
    unusual = [found.group() for found in few]
    return text if len(unusual) == _MANY else "".join(unusual), hangul


def _pieces(plain: str, even: str, unusual: str) -> Iterator[tuple[int, int, str]]:
    """The spans whose length may change, of a stretch of decomposed letters with its composed form.

    Those are runs, and what stands in lines that hold a special character.
    """
    flat = even.replace(BARRIER, " ").replace(DASH, " ").replace(DOT, " ")
    at = 0
    looks = unusual and _SPECIAL.search(unusual)
    while looks and (special := _SPECIAL.search(plain, at)):
        end = plain.find("\n", special.start())
        end = len(plain) if end < 0 else end
        stretch = _letters(plain, even, flat, max(at, special.start() - 1), end)
        if stretch:
            yield from _runs(plain, flat, at, stretch[0])
            yield stretch
            at = stretch[1]
            continue
        start = plain.rfind("\n", at, special.start()) + 1 or at
        start, end = _with_runs(plain, at, start, end)
        yield from _runs(plain, flat, at, start)
        pieces = _PIECES.finditer(plain, start, end + _LOOK_AHEAD)
        yield from ((*found.span(), "") for found in pieces if found.start() < end)
        at = end
    yield from _runs(plain, flat, at, len(plain))


def _composed(text: str) -> str:
    """The text in NFC, and İ, which lies in the table of look-alikes, as I also where it is two."""
    return composed(text.replace("i\u0307", "i").replace("I\u0307", "I"))


def _letters(plain: str, even: str, flat: str, start: int, end: int) -> tuple[int, int, str] | None:
    """A stretch of a line, composed, where decomposed letters are all that is special in it.

    A stretch is short, since each question for an offset in it cuts it out of the text.
    """
    if end - start > _STRETCH:
        end = start + _STRETCH
        while end < len(plain) and ABSORBED.match(plain, end):
            end += 1
    line = flat[start:end]
    start, end = end - len(line.lstrip(" ")), start + len(line.rstrip(" "))
    if start >= end or "  " in line.strip(" ") or _NO_LETTER.search(plain, start, end):
        return None
    words = _composed(even[start:end])
    return None if LEFT_APART.search(words) else (start, end, words)


def _with_runs(plain: str, at: int, start: int, end: int) -> tuple[int, int]:
    """A span with the runs on both its sides, as far back as `at`."""
    while start > at and _WHOLE_RUN.match(plain, start - 1):
        start -= 1
    run = _WHOLE_RUN.match(plain, end)
    return start, run.end() if run else end


def _runs(plain: str, flat: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Spaces, hyphens and dots side by side; line breaks alone keep their length."""
    at = flat.find("  ", start, end)
    while at >= 0:
        if plain.startswith("\n\n", at) and flat[at + 2 : at + 3] != " ":  # a blank line, no more
            at = flat.find("  ", at + 2, end)
            continue
        found = _FLAT_RUN.match(flat, at, end)
        stop = found.end() if found else end
        if plain[at:stop].strip("\n"):
            yield at, stop, ""
        at = flat.find("  ", stop, end)


@lru_cache(maxsize=4096)
def _fold_piece(piece: str, keep_case: bool) -> str:
    if piece in _COMPATIBLE:
        plain = unicodedata.normalize("NFKC", piece)
        return plain if keep_case else plain.lower()
    if not _WHOLE_RUN.fullmatch(piece):
        return "" if set(piece) <= {"*", "_"} else _composed(piece)
    core = re.sub(f"[{_IGNORED}]", "", piece)
    signs = _SPACE.sub("", core)
    barrier = BARRIER if len(_LINE_BREAK.findall(core)) > 1 or "\u2029" in core else ""
    if not signs:
        return barrier or (core[:1] and " ")
    if signs[0] in DOTS:
        return barrier + DOT
    return barrier + (" " if len(core) == 1 and core in _HYPHENS else DASH)


def is_hangul(character: str) -> bool:
    """Whether a character (or "") is a Hangul syllable."""
    return "가" <= character <= "힣"


class Squeezed:
    """A folded text without its spaces: Korean is searched here, since it may be spaced freely."""

    def __init__(self, folded: str) -> None:
        self.text = folded.replace(" ", "")
        self._folded = folded

    @cached_property
    def spaces(self) -> list[int]:
        """The offsets, in the squeezed text, where the spaces stood."""
        return list(accumulate(map(len, self._folded.split(" "))))[:-1]

    def unsqueezed(self, start: int, end: int) -> tuple[int, int]:
        """The span in the folded text of the non-empty span in the squeezed text."""
        return (
            start + bisect_right(self.spaces, start),
            end + bisect_right(self.spaces, end - 1),
        )
