"""Colours on a terminal: the only control sequences that act there."""

from __future__ import annotations

from collections.abc import Iterator

__all__ = ["Colour", "coloured"]


class Colour(str):
    """A control sequence of khihau's own; as a chunk by itself it reaches the terminal as it is.

    One that is joined with other words is a text like any other, of which nothing acts.
    """

    __slots__ = ()


_PLAIN = Colour("\x1b[0m")


def coloured(words: str, codes: str) -> Iterator[str]:
    """The chunks of words in a colour; `codes` are those of SGR ("4;32"), "" for none."""
    if not codes:
        yield words
        return
    yield Colour(f"\x1b[{codes}m")
    yield words
    yield _PLAIN
