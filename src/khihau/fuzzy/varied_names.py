"""Where words are a name but for one of them, whatever stands in its place (rule C12)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from khihau.languages.words import Token

__all__ = ["Varied", "varied"]


class Varied(NamedTuple):
    """Words `first:last` of a text are the words of a name but for `wrong`, at the place `right` in it."""

    first: int
    last: int
    name: int
    wrong: tuple[int, int]
    right: tuple[int, int]


def varied(words: Sequence[Token], names: Sequence[Sequence[str]], most: int) -> Iterator[Varied]:
    """Every place where words run as a name does, up to `most` words side by side, which are others.

    `names` are the keys of the words of names, `Varied.name` the place of one of them. The first word
    of a name is its own. The time taken is linear in the text for some names.
    """
    places: defaultdict[str, list[int]] = defaultdict(list)
    for at, word in enumerate(words):
        places[word.key].append(at)
    for number, name in enumerate(names):
        for first in places.get(name[0], ()):
            last = first + len(name)
            if last <= len(words):
                keys = [word.key for word in words[first:last]]
                off = [
                    at for at, (own, key) in enumerate(zip(name, keys, strict=True)) if own != key
                ]
                if off and off[-1] - off[0] < most:
                    low, high = off[0], off[-1] + 1
                    yield Varied(first, last, number, (first + low, first + high), (low, high))
