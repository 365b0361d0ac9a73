"""What a text cites by number: an act, a standard or an article; and whether two numbers are one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple, TypeAlias

from khihau.text.regex import regex

__all__ = ["Citation", "Kind", "are_alike", "are_rivals", "are_same", "citation_of", "groups_of"]

Kind: TypeAlias = Literal["act", "standard", "provision"]

# Bodies that publish a standard of others under a sign of their own: TCVN ISO 14064-1.
_NATIONAL = frozenset(("tcvn", "qcvn", "ks", "gb", "jis", "din"))
_TOKEN = regex(r"[0-9]+|[a-z][a-z0-9]*")
_YEAR = regex(r"(?:19|20)[0-9]{2}")
_PART = regex(r"[0-9]+|[a-z]+")  # of a standard: ISO14001, IFRS S2


class Citation(NamedTuple):
    """A number that names something, at a span of code points.

    `groups` are the numbers in it without zeros before them: 06/2022/NĐ-CP has 6 and 2022, a
    provision its article, clause and point, "" for what is not named. `letters` are the Latin words
    in it, in small letters and with d for đ (nd, cp).
    """

    start: int
    end: int
    kind: Kind
    groups: tuple[str, ...]
    letters: frozenset[str] = frozenset()


def citation_of(start: int, end: int, kind: Kind, written: str) -> Citation:
    """The citation of an act or a standard by its number as it is written."""
    tokens = (_PART if kind == "standard" else _TOKEN).findall(_plain(written))
    letters = frozenset(token for token in tokens if not token.isdigit())
    return Citation(start, end, kind, _groups(tokens), letters)


def groups_of(words: str) -> tuple[str, ...]:
    """The numbers in some words; digits within a word (QH14) are part of that."""
    return _groups(_TOKEN.findall(_plain(words)))


def _groups(tokens: Iterable[str]) -> tuple[str, ...]:
    return tuple(token.lstrip("0") or "0" for token in tokens if token.isdigit())


def _plain(written: str) -> str:
    return written.lower().replace("đ", "d")


def are_same(one: Citation, other: Citation) -> bool:
    """Whether two citations may name one thing; what only one of them has is not held against it."""
    if one.kind != other.kind:
        return False
    if one.kind == "provision":
        return all(map(_is_one_part, one.groups, other.groups))
    return _is_part(one.groups, other.groups) and _agree(one, other)


def _is_one_part(one: str, other: str) -> bool:
    """đ is the fifth letter of Vietnamese lists; a letter and a digit count in other ways."""
    return one == other or not one or not other or one.isdigit() != other.isdigit()


def _is_part(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the shorter of two runs of numbers stands in the longer one."""
    short, long = sorted((one, other), key=len)
    width = len(short)
    if width == len(long) and any(map(_YEAR.fullmatch, one)):  # 제2023-263호 is số 263/2023
        return sorted(one) == sorted(other)
    return any(long[at : at + width] == short for at in range(len(long) - width + 1))


def _agree(one: Citation, other: Citation) -> bool:
    ours, theirs = one.letters, other.letters
    if not ours or not theirs or ours <= theirs or theirs <= ours:
        return True
    if one.kind == "standard":
        return not ours.isdisjoint(theirs) or bool(_NATIONAL & (ours | theirs))
    return False


def are_rivals(one: Citation, other: Citation) -> bool:
    """Whether one citation may stand for another: both acts, or articles, or clauses of one unnamed."""
    if one.kind != other.kind or are_same(one, other):
        return False
    return one.kind != "provision" or bool(one.groups[0]) == bool(other.groups[0])


def are_alike(one: Citation, other: Citation) -> bool:
    """Whether one citation may be a slip for another: they share a word, a number or their digits."""
    if one.kind != other.kind:
        return False
    shared = any(left and left in other.groups for left in one.groups)
    if one.kind == "provision":
        return any(
            left and left == right for left, right in zip(one.groups, other.groups, strict=True)
        )
    digits = (sorted("".join(each.groups)) for each in (one, other))
    return shared or not one.letters.isdisjoint(other.letters) or next(digits) == next(digits)
