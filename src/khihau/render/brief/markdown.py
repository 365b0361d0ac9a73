"""A brief as Markdown: to mail, or to lay beside the draft."""

from __future__ import annotations

from collections.abc import Iterator

from khihau.languages import LANGUAGES
from khihau.model import Termbase
from khihau.render.annotated_markdown import escaped as escaped_everywhere
from khihau.render.brief.entries import HEADINGS, cells, entries, looks
from khihau.render.views import Brief
from khihau.text.counted import counted

__all__ = ["render_brief"]


def render_brief(brief: Brief, base: Termbase) -> Iterator[str]:
    """What to settle first, the terms as a table, then what is said about each."""
    listed = entries(brief, base)
    names = ", ".join(escaped(source.document.path) for source in brief.sources)
    yield f"# Translation brief: {names} into {LANGUAGES[brief.to].name}\n\n"
    mentions = sum(entry.times for entry in listed)
    yield f"{counted(mentions, 'mention')} of {counted(len(listed), 'term')}.\n"
    if not listed:
        return
    if found := looks(brief, base):
        yield "\n## Needs a look\n\n"
        yield from (f"- {escaped(one)}\n" for one in found)
    yield "\n## Terms\n\n"
    yield from _table(("no.", "source term", LANGUAGES[brief.to].name, "status", "do not write"))
    for entry in listed:
        forms, wrong = "; ".join(entry.told_forms), "; ".join(entry.wrong)
        row = (str(entry.number), forms, entry.official or "–", entry.status, wrong)
        yield _row(row)
    yield "\n## About each term\n"
    for entry in listed:
        yield f"\n### {entry.number}. {escaped(entry.forms[0])} → {escaped(entry.official or '–')}\n\n"
        for heading, cell in zip(HEADINGS, cells(entry, base), strict=True):
            if cell and heading in _TOLD:
                yield f"- {heading}: {escaped(cell)}\n"


_TOLD = (
    "times",
    "first place",
    "also right",
    "definition",
    "note",
    "source of the rendering",
    "term id",
)


def escaped(words: str) -> str:
    """Words safe in Markdown; round brackets and "&" stay, since no link or tag is near them."""
    return escaped_everywhere(words).replace("\\(", "(").replace("\\)", ")").replace("\\&", "&")


def _table(headings: tuple[str, ...]) -> Iterator[str]:
    yield _row(headings)
    yield f"|{'---|' * len(headings)}\n"


def _row(row: tuple[str, ...]) -> str:
    return f"| {' | '.join(map(escaped, row))} |\n"
