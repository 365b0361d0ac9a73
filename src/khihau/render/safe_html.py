"""HTML by type: what is HTML says so, and a plain string that is put into it is escaped."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable
from typing import Any

from markupsafe import Markup

from khihau.render.visible import visible

__all__ = ["Html", "joined", "replaced"]


class Html(Markup):
    """HTML. Its text is a literal; words come in by `format` (or `replace`, `join`, `+`).

    Whatever comes in and is no HTML itself, such as words of a draft or a glossary, has its control
    characters made visible and is safe in text and in a quoted attribute.
    """

    __slots__ = ()

    @classmethod
    def escape(cls, words: Any, /) -> Html:
        """Words as HTML; HTML stays as it is."""
        if isinstance(words, cls):
            return words
        if isinstance(words, Markup):
            return cls(words)
        # Quotes are written as our pages have always had them.
        return str.__new__(cls, html.escape(visible(str(words))))

    def format(self, *words: Any, **named: Any) -> Html:
        """The literal with words in its places; the formatter of markupsafe takes five times as long."""
        escape = self.escape
        named = {name: escape(one) for name, one in named.items()}
        return str.__new__(Html, str.format(self, *map(escape, words), **named))


def joined(parts: Iterable[str], between: str = "") -> Html:
    """All parts one after another."""
    return Html.escape(between).join(parts)


def replaced(pattern: re.Pattern[str], words: str, by: Callable[[re.Match[str]], str]) -> Html:
    """Words with what a function makes of each hit of a pattern in the place of that hit."""
    parts: list[str] = []
    done = 0
    for found in pattern.finditer(words):
        parts += (words[done : found.start()], by(found))
        done = found.end()
    return joined((*parts, words[done:]))
