"""What the docstring of a rule's module says of the rule, for its page and for reports."""

from __future__ import annotations

import sys
from typing import NamedTuple

from khihau.review.base import Documented

__all__ = ["Documentation", "documentation"]


class Documentation(NamedTuple):
    """A rule in words: `title` is one sentence, `body` the rest as Markdown, with a table of examples."""

    title: str
    body: str

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The prose, a paragraph in one line each."""
        return (self.title, *(" ".join(p.split()) for p in self._parts if not p.startswith("|")))

    @property
    def table(self) -> str:
        """The examples as a Markdown table, nothing if there is none."""
        return next((part for part in self._parts if part.startswith("|")), "")

    @property
    def _parts(self) -> list[str]:
        return [part.strip() for part in self.body.split("\n\n") if part.strip()]


def documentation(rule: Documented) -> Documentation:
    """Read the docstring; Python may have left it out (-OO), then the summary stands for it."""
    written = sys.modules[rule.find.__module__].__doc__ or rule.summary
    title, _, body = written.strip().partition("\n\n")
    title = " ".join(title.removeprefix(f"{rule.name}:").split()).removesuffix(".")
    return Documentation(f"{title[:1].upper()}{title[1:]}.", body.strip())
