"""The text that numbers are read from: one form of each digit, and the digits of names put out."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from khihau.text.compose import MARKS, composed
from khihau.text.regex import regex

__all__ = ["NAMED", "Plain", "decimal", "plain", "without_names"]

NAMED = "\x00"  # stands for each digit of a name, so that CO2 is "CO" and this

_LONGEST = 30  # digits; a longer run is no number, and would overflow when it is multiplied
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

_LETTER = r"[^\W\d_가-힣]"
_MONEY = "USD|EUR|KRW|VND|VNĐ|JPY|CNY|RMB|GBP"
_NAMES = regex(
    # addresses
    r"https?://[^\s<>가-힣]+|www\.[^\s<>가-힣]+|\]\([^()\s]*\)|&#[0-9]+;"
    r"|(?<![\w.+-])[\w.+-]+@[\w.-]+"
    # document numbers: 06/2022/NĐ-CP, 29-NQ/TW, 1/CMA.6, FCCC/PA/CMA/2018/3
    r"|(?<![\w/.,-])[0-9]{1,5}(?:/[0-9]{4})?(?:-[A-ZĐ]{2,6})?/[A-ZĐ]{2,}[\w.]*(?:[-/][\w.]+)*"
    r"|(?<![\w/])[A-Z]{2,}(?:/[\w.]+){2,}"
    # telephone numbers
    r"|(?<![\w.,/-])[0-9]{3}-[0-9]{3}-[0-9]{4}(?![0-9-])"
    r"|(?<![\w.,/-])(?:\+[0-9]{1,3}[ .-]?|\(?0)[0-9]{1,3}\)?[ .-][0-9]{3,4}[ .-]?[0-9]{3,4}(?![0-9])"
    # names: COP29, CO2e, PM2.5, COVID-19, RE100, SSP1-2.6; but post-2030 and USD300 are numbers
    rf"|(?<![^\W가-힣])(?!(?:{_MONEY})[0-9]|(?i:post|pre|mid|sub|non|early|late|year|top|net|to)-)"
    rf"(?=[^\W가-힣]*[A-ZĐ]|[a-z][0-9]){_LETTER}+-?[0-9]+(?:\.[0-9]+)?(?:(?<=SSP[0-9])-[0-9.]+)?"
    r"(?:[^\W가-힣]*)"
    r"|(?<![^\W가-힣])(?:COP|CMP|CMA|SBI?|SBSTA|PM|SSP|RCP|ISO|IEC|TCVN|QCVN|RE|AR)[ -][0-9][0-9.:-]*"
    r"|코로나 ?19"
)
_DIGIT = regex("[0-9]")
_NUMBER = regex(r"[0-9]+(?:\.[0-9]+)?")
# Their digits say nothing of a number elsewhere: the 2 of CO2 must not excuse a missing 2 °C.
_FORMULA = regex(r"[A-Za-z]*(?:CO|NO|SO|CH|H|SF|NF|N|O|PM|C)[2-6](?:\.5)?(?:O|e|eq|tđ)?$")


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


def without_names(even: str) -> tuple[str, frozenset[Decimal]]:
    """A plain text with `NAMED` for the digits of names, and the numbers that stood in them."""
    numbers: set[Decimal] = set()
    parts: list[str] = []
    done = 0
    for name in _NAMES.finditer(even):
        written = name.group()
        if not _FORMULA.match(written):
            found = (decimal(number) for number in _NUMBER.findall(written))
            numbers.update(number for number in found if number is not None)
        parts += even[done : name.start()], _DIGIT.sub(NAMED, written)
        done = name.end()
    return "".join(parts) + even[done:], frozenset(numbers)


def decimal(digits: str) -> Decimal | None:
    """The value of digits with a point; None for more of them than a number has."""
    return Decimal(digits) if len(digits) <= _LONGEST else None
