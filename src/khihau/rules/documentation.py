"""What the docstring of a rule's module says of the rule, for reports and for its page."""

from __future__ import annotations

import sys
from typing import NamedTuple

from khihau.rules.base import Rule
from khihau.text.regex import regex

__all__ = ["Documentation", "documentation"]

# The numbers of our own rules of language mean nothing to who reads a report.
_NUMBERS = regex(r" ?\(SEMANTICS [^)]*\)")


class Documentation(NamedTuple):
    """A rule in words: `paragraphs` of prose, and the `table` of examples as Markdown, or nothing."""

    paragraphs: tuple[str, ...]
    table: str


def documentation(rule: Rule) -> Documentation:
    """Read the docstring; Python may have left it out (-OO), then the summary stands for it."""
    written = _NUMBERS.sub("", sys.modules[rule.find.__module__].__doc__ or rule.summary)
    title, *rest = (part.strip() for part in written.strip().split("\n\n"))
    prose = [" ".join(part.split()) for part in rest if not part.startswith("|")]
    table = next((part for part in rest if part.startswith("|")), "")
    return Documentation(tuple(prose) or (_sentence(title.removeprefix(f"{rule.name}: ")),), table)


def _sentence(words: str) -> str:
    """A title as a sentence of its own."""
    words = " ".join(words.split()).removesuffix(".")
    return f"{words[:1].upper()}{words[1:]}."
