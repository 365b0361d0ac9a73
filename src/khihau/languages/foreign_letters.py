"""Which foreign letters a language writes in its own script: the default, and what every language asks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

__all__ = ["ForeignLetters", "Sense", "Sign"]


class Sign(NamedTuple):
    """Foreign signs that stand for words, at a span of a composed text, and the words to write.

    `right` is "" where they may be read in two ways: then `readings` tells both.
    """

    start: int
    end: int
    right: str
    readings: tuple[str, ...] = ()


class Sense(NamedTuple):
    """A name to write before an acronym in brackets; with words `near`, only where a text has one of these."""

    name: str
    near: tuple[str, ...] = ()


class ForeignLetters:
    """A language that lets foreign letters stand in its prose. `authority` is the law that does not."""

    authority = ""

    def names(self) -> Mapping[str, tuple[Sense, ...]]:
        """By acronym what it may stand for, of those that are no terms of a glossary."""
        return {}

    def signs(self, text: str) -> Iterator[Sign]:  # noqa: ARG002
        """The signs of another script that stand bare in a composed text, in its order."""
        return iter(())
