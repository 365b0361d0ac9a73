"""The light scanner: what in a text is prose, of which kind, and what must not be touched.

One reader serves a bare string, .txt and .md alike. It runs in passes over the whole text, each
linear: front matter, comments to khihau, blocks (line by line), inline markup, words that are no
prose, quotations.
"""

from __future__ import annotations

from khihau.documents.prose.blocks import find_blocks
from khihau.documents.prose.comments import blanked, line_comments
from khihau.documents.prose.frontmatter import read_front_matter
from khihau.documents.prose.inline import find_inline
from khihau.documents.prose.quotes import find_quoted, quotations
from khihau.documents.prose.titles import find_titles
from khihau.documents.prose.words import find_words
from khihau.model import Document
from khihau.text.regex import regex
from khihau.text.spans import disjoint, joined

__all__ = ["scan"]

_QUOTE_MARKS = regex(r"\n(?:[ \t]*+>)++")


def scan(text: str, path: str = "<text>") -> Document:
    """Read the structure of a text, so that terms are looked for in prose only (rule M9).

    All offsets are code points of `text`. `segments` leave out list, heading and quote marks and
    the space around them, have no language yet, and hold all prose; code has a segment of its own.
    `quoted` are the spans of speech (rules in `quotes`), titles (rules in `titles`), link text and
    block quotes, joined where they touch; `titles` those of titles, with those that may be none. `path` only names the document. Never fails, in linear time.
    """
    flat = _one_line_break(text)
    front = read_front_matter(flat)
    comments = line_comments(flat)
    # For all that follows they are blank lines, and a byte order mark is a space.
    flat = blanked(flat, comments)
    flat = " " + flat[1:] if flat.startswith("\ufeff") else flat
    blocks = find_blocks(flat, front.end)
    quotes = [(s.start, s.end) for s in blocks.segments if s.kind == "quote"]
    prose = _without_quote_marks(flat) if quotes else flat
    inline = find_inline(prose, blocks.inlines, blocks.references)
    structure = (*front.regions, *blocks.regions, *inline.regions, *comments)
    segments = (*front.segments, *blocks.segments)
    ordered = tuple(sorted(segments, key=lambda segment: segment.start))
    marked = tuple(quotations(prose, blocks.inlines))
    titles = find_titles(prose, marked, ordered)
    return Document(
        text=text,
        segments=ordered,
        protected=disjoint((*structure, *find_words(prose))),
        quoted=joined(
            (*find_quoted(prose, blocks.inlines, marked), *titles.sure, *inline.links, *quotes)
        ),
        titles=titles.all,
        front_matter=front.values,
        path=path,
    )


def _one_line_break(text: str) -> str:
    r"""Write every line break as "\n", without moving an offset."""
    if "\r" not in text:
        return text
    return text.replace("\r\n", " \n").replace("\r", "\n")


def _without_quote_marks(flat: str) -> str:
    """Blank the ">" before the lines of block quotes, without moving an offset.

    Else the ">" would close a tag that is open at the end of the line before.
    """
    return _QUOTE_MARKS.sub(lambda marks: "\n" + " " * (len(marks[0]) - 1), flat)
