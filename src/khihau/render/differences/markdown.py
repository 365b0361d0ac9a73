"""Differences as a release note in Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from khihau.render.differences.sections import Compared, sections_of, summary_of
from khihau.render.visible import one_line
from khihau.text.regex import regex

__all__ = ["render_differences"]

# What acts inside a line; parentheses and other marks that act only behind these stay readable.
_ACTIVE = regex(r"([\\`*_\[\]<>&~^$|])")


def render_differences(compared: Compared) -> Iterator[str]:
    """A heading, a summary, then a section for each kind of change, a concept an item of a list."""
    yield f"# Glossary changes: {_escaped(compared.old)} → {_escaped(compared.new)}\n"
    yield f"\n{summary_of(compared.differences)}\n"
    for section in sections_of(compared):
        yield f"\n## {section.title}\n\n"
        yield f"{section.words}\n" if section.words else ""
        for entry in section.entries:
            title = f"**{_escaped(entry.title)}**" if entry.lines else _escaped(entry.title)
            yield f"- {title} (`{entry.id}`)\n"
            yield from (f"  - {_escaped(line)}\n" for line in entry.lines)


def _escaped(words: str) -> str:
    return _ACTIVE.sub(r"\\\1", one_line(words))
