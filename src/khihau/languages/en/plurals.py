"""English plurals: of the last word of a phrase, of its head noun, of an acronym; and nouns without one."""

from __future__ import annotations

import re

from khihau.languages.data import data_words
from khihau.text.regex import regex

__all__ = [
    "PREPOSITION",
    "full_plural",
    "has_plural_noun",
    "is_mass",
    "is_plural_acronym",
    "nouns",
    "plural",
]

PREPOSITION = regex(r" (?:of|for|on|to|from|in|under|with|serving|between|and) ", re.I)


def plural(phrase: str) -> str:
    """The regular plural of a phrase's last word; one that is plural already stays."""
    if re.search(r"[^aeiou]y$", phrase):
        return phrase[:-1] + "ies"
    if re.search(r"(?:[aius]s|[zx]|ch|sh)$", phrase, re.IGNORECASE):
        return phrase + "es"
    return phrase if phrase.endswith("s") else phrase + "s"


def full_plural(phrase: str) -> str | None:
    """The plural of a full form, of its head noun; None where that noun is not sure."""
    head = PREPOSITION.search(phrase)
    if not head:
        return plural(phrase)
    if head.group().strip() == "and":
        return None
    return plural(phrase[: head.start()]) + phrase[head.start() :]


def is_plural_acronym(acronym: str) -> bool:
    """Whether an acronym has an s that is none of its letters: NDCs, not ETS."""
    return acronym.endswith("s") and acronym[:-1].isupper()


def nouns(phrase: str) -> set[str]:
    """The last word and the head noun of a phrase, in lower case."""
    head = PREPOSITION.search(phrase)
    parts = (phrase, phrase[: head.start()] if head else phrase)
    return {part.split()[-1].lower() for part in parts}


def is_mass(name: str) -> bool:
    """Whether a name takes neither a plural nor "a"."""
    return not data_words("en", "grammar.txt")["mass"].isdisjoint(nouns(name))


def has_plural_noun(name: str) -> bool:
    """Whether a name is a plural: emission permits, not gas, status or analysis."""
    return any(word.endswith("s") and word[-2:-1] not in ("s", "u", "i") for word in nouns(name))
