"""Short names that take up a longer one: 공동위원회 after 한-베트남 기후변화 협력 공동위원회 (rule P1)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeAlias

from khihau.model import Match
from khihau.pairing.passages import Key, key_of
from khihau.text.fold import fold
from khihau.text.regex import regex

__all__ = ["Heads", "heads_of", "taken_up"]

_ENGLISH_TAIL = regex(r"\s(?:on|for|of|to|in|under)\s.*", re.IGNORECASE | re.DOTALL)
_EDGE = 3  # letters of a name by which it is filed


class _Name(NamedTuple):
    """A name, folded without spaces from its head on, where it first ended, and what it names."""

    words: str
    end: int
    key: Key


# The distinct names of a text, by the first letters of their heads.
Heads: TypeAlias = Mapping[str, "list[_Name]"]


def heads_of(matches: Iterable[Match]) -> Heads:
    """The names that shorter ones may take up, in text order."""
    first: dict[tuple[str, Key], _Name] = {}
    for match in matches:
        words = _from_head(match)
        first.setdefault((words, key_of(match)), _Name(words, match.end, key_of(match)))
    heads: dict[str, list[_Name]] = {}
    for name in first.values():
        heads.setdefault(name.words[:_EDGE], []).append(name)
    return heads


def taken_up(mention: Match, heads: Heads) -> tuple[Key, ...]:
    """The longer names said before a mention that end or begin with it, as their head noun."""
    words = _from_head(mention)
    return tuple(
        name.key
        for name in heads.get(words[:_EDGE], ())
        if name.end <= mention.start
        and name.key[0] != mention.concept
        and name.words.startswith(words)
    )


def _from_head(match: Match) -> str:
    """The letters of a name from its head noun on.

    Vietnamese names begin with it; Korean ones end with it, and English ones, before a preposition
    (Joint Working Group | on Climate Change): their letters are turned around.
    """
    text = match.text if match.lang != "en" else _ENGLISH_TAIL.sub("", match.text)
    words = fold(text).text.replace(" ", "")
    return words if match.lang == "vi" else words[::-1]
