"""Patterns with special signs as chains of steps, all of which a name is led through at once.

The bits of a number say before which steps of all chains a name may have led so far. Each byte of
the name moves them all, so that no way is tried twice, and many patterns or stars take no more time
than their length times the length of the name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

__all__ = ["SPECIAL", "Chains", "chains"]

_END = "\0"  # behind each pattern: neither a pattern nor a name can hold it
SPECIAL = frozenset("*?[\\")
_BYTES = "".join(map(chr, range(256)))
_ASCII = _BYTES[:128]
_KINDS: Mapping[str, frozenset[str]] = {
    "alnum": frozenset(filter(str.isalnum, _ASCII)),
    "alpha": frozenset(filter(str.isalpha, _ASCII)),
    "blank": frozenset(" \t"),
    "cntrl": frozenset(sign for sign in _ASCII if not sign.isprintable()),
    "digit": frozenset(filter(str.isdigit, _ASCII)),
    "graph": frozenset(filter(str.isprintable, _ASCII)) - {" "},
    "lower": frozenset(filter(str.islower, _ASCII)),
    "print": frozenset(filter(str.isprintable, _ASCII)),
    "punct": frozenset(
        sign for sign in _ASCII if sign.isprintable() and sign != " " and not sign.isalnum()
    ),
    "space": frozenset(" \t\n\r"),  # all that git takes for one
    "upper": frozenset(filter(str.isupper, _ASCII)),
    "xdigit": frozenset("0123456789ABCDEFabcdef"),
}


class Chains(NamedTuple):
    """The steps of patterns as sets of bits; the bit of a step stands for the place before it.

    `takes` has for each byte the steps that it goes over, `others` those for a byte that is not
    there; `stays`, `stays_always` and `leaps` are as in `_Step`. Each pattern has a place more at its
    end, which `ends` has; `numbers` says whose it is.
    """

    takes: Mapping[str, int]
    others: int
    stays: int
    stays_always: int
    leaps: int
    begins: int
    ends: int
    numbers: Mapping[int, int]

    def last_that_fits(self, name: str) -> int:
        """The largest number of a pattern that fits a name, -1 where none does."""
        at = self._reached(self.begins, 0)
        for byte in name:
            if not at:
                return -1
            stays = self.stays_always if byte == "/" else self.stays
            at = self._reached((at & self.takes.get(byte, self.others)) << 1, at & stays)
        at &= self.ends
        return self.numbers[at.bit_length() - 1] if at else -1

    def _reached(self, come: int, stayed: int) -> int:
        """All places that no further byte is needed for; only who just came to a "**/" may leap."""
        at = stayed | come | (come & self.leaps) << 2
        return at | (at & self.stays) << 1


class _Step(NamedTuple):
    """A part of a pattern: one of some bytes, or `is_other`, any but these and a slash; or stars.

    At one that `stays` ("*" and "**") any byte but a slash may come, at one that `stays_always`
    ("**") any byte, and both may be passed without one; at one that `leaps` ("**/") the slash behind
    may be passed too.
    """

    signs: Iterable[str] = ()
    is_other: bool = False
    stays: bool = False
    stays_always: bool = False
    leaps: bool = False


_LAST = _Step()  # the place behind the steps of a pattern
_ANY = _Step(is_other=True)
_STAR = _Step(stays=True)
_STARS = _Step(stays=True, stays_always=True)
_LEAP = _Step(stays=True, stays_always=True, leaps=True)


def chains(patterns: Iterable[tuple[int, str]]) -> Chains:
    """The chains of patterns, which come with their numbers and in the order of these."""
    flat: list[_Step] = []
    begins: list[int] = []
    numbers: dict[int, int] = {}
    for number, text in patterns:
        steps = _steps(text + _END)
        if steps is not None:
            begins.append(len(flat))
            flat += steps
            numbers[len(flat)] = number
            flat.append(_LAST)
    takes: dict[str, list[int]] = defaultdict(list)
    bars: dict[str, list[int]] = defaultdict(list)
    for place, step in enumerate(flat):
        for sign in step.signs:
            (bars if step.is_other else takes)[sign].append(place)

    def bits(places: Iterable[int]) -> int:
        return _bits(places, len(flat))

    others = bits(place for place, step in enumerate(flat) if step.is_other)
    signs = {sign: others & ~bits(bars[sign]) | bits(takes[sign]) for sign in {*takes, *bars}}
    signs["/"] = bits(takes["/"])
    return Chains(
        signs,
        others,
        stays=bits(place for place, step in enumerate(flat) if step.stays),
        stays_always=bits(place for place, step in enumerate(flat) if step.stays_always),
        leaps=bits(place for place, step in enumerate(flat) if step.leaps),
        begins=bits(begins),
        ends=bits(numbers),
        numbers=numbers,
    )


def _bits(places: Iterable[int], most: int) -> int:
    """A set of places as bits; adding one to another would copy a long number for each."""
    found = bytearray(most // 8 + 1)
    for place in places:
        found[place // 8] |= 1 << place % 8
    return int.from_bytes(found, "little")


def _steps(text: str) -> list[_Step] | None:
    """The steps of a pattern, None where it ends within an escape or a set."""
    # Git compares what comes before all special signs by itself, and "**" may stand behind it.
    start = next(at for at, sign in enumerate(text) if sign in SPECIAL)
    steps = [_Step(sign) for sign in text[:start]]
    at = start
    while text[at] != _END:
        if text[at] == "*":
            first = at
            while text[at] == "*":
                at += 1
            is_alone = (first == start or text[first - 1] == "/") and (
                text[at] in ("/", _END) or text.startswith("\\/", at)
            )
            if not is_alone or at - first == 1:
                steps.append(_STAR)
            elif text[at] != "/":
                steps.append(_STARS)
            elif steps[-2:-1] == [_LEAP]:  # "**/**/" is "**/"
                at += 1
            else:
                steps.append(_LEAP)
        else:
            one = _one(text, at)
            if one is None:
                return None
            step, at = one
            steps.append(step)
    return steps


def _one(text: str, at: int) -> tuple[_Step, int] | None:
    """The step of a sign or set of a pattern, and where it ends; None where it does not."""
    if text[at] == "[":
        return _set(text, at + 1)
    if text[at] == "?":
        return _ANY, at + 1
    if text[at] == "\\":
        at += 1
    return (_Step(text[at]), at + 1) if text[at] != _END else None


def _set(text: str, at: int) -> tuple[_Step, int] | None:
    """As `_one`, of a set such as [a-z] or [!a], from behind its bracket."""
    is_other = text[at] in "!^"
    at += is_other
    found: set[str] = set()
    before = ""  # the sign that may begin a range
    close = 0  # the next "]" behind a "[:", looked for once
    while text[at] != _END:
        is_kind = text.startswith("[:", at)
        if is_kind and close < at + 2:
            close = text.find("]", at + 2)
            if close < 0:
                return None
        if is_kind and close > at + 2 and text[close - 1] == ":":
            kind = text[at + 2 : close - 1]
            if kind not in _KINDS:
                return None
            found |= _KINDS[kind]
            before, at = "", close + 1
        else:
            is_range = bool(before) and text[at] == "-" and text[at + 1] not in ("]", _END)
            at += is_range
            at += text[at] == "\\"
            if text[at] == _END:
                break
            found.update(_BYTES[ord(before if is_range else text[at]) : ord(text[at]) + 1])
            before, at = "" if is_range else text[at], at + 1
        if text[at] == "]":  # at the beginning it is one of the set
            if len(found) > len(_ASCII):  # those that it lacks are fewer
                found, is_other = set(_BYTES) - found, not is_other
            return _Step(found - {"/"}, is_other), at + 1
    return None
