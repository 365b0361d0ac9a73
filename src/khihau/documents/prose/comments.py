"""Comments that speak to khihau on a line of their own, and a text without its comments.

The scanner knows HTML comments wherever they stand. It asks here for the lines that Markdown and
plain text would read as prose, a heading or a link target:

- `[//]: # (khihau: ignore RULE)`, also `[comment]: # "khihau: …"`, the comment idiom of Markdown;
- `// khihau: …` and `% khihau: …`;
- `# khihau: ignore RULE` and the bare `khihau: ignore RULE`. Since these may also be a heading and a
  sentence ("khihau: the agreed design"), they need the word `ignore` and names after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from khihau.model import Document, Region, RegionKind
from khihau.text.regex import regex

__all__ = ["MARK", "blanked", "line_comments", "without"]

MARK = "khihau:"  # with it a comment begins that speaks to us

_NAMES = r"[A-Za-z0-9_\-\[\],; \t]*+"
# No line of these can end what it stands in: a fence, a code span, a longer HTML comment.
_LINE = regex(
    r"^\ufeff?[ \t]*+("
    r"(?:\#{1,6}[ \t]*+)?khihau:[ \t]*+ignore(?:-[a-z]++)?+(?![^ \t\n])" + _NAMES + "|"
    r"(?://++|%++)[ \t]*+khihau:" + _NAMES + "|"
    r"\[(?://|comment)\]:[ \t]*+\#[ \t]++"
    r"(?:\(khihau:[^()<>`\n]*+\)|\"khihau:[^\"<>`\n]*+\"|'khihau:[^'<>`\n]*+')[ \t]*+"
    r")$",
    re.MULTILINE,
)


def line_comments(flat: str) -> tuple[Region, ...]:
    r"""The comments on lines of their own in a text whose only line break is "\n", in text order.

    Some may stand in code or in a longer comment: there they are part of that. Linear in the length
    of the text, and no more than one look at a text that never names khihau.
    """
    if MARK not in flat:
        return ()
    return tuple(
        Region(found.start(1), found.start(1) + len(found[1].rstrip()), "comment")
        for found in _LINE.finditer(flat)
    )


def without(document: Document, *kinds: RegionKind) -> str:
    """The text with its regions of some kinds blanked, without moving an offset."""
    return blanked(document.text, (one for one in document.protected if one.kind in kinds))


def blanked(text: str, regions: Iterable[Region]) -> str:
    """The text with spaces in place of regions, which are in order and do not overlap."""
    parts: list[str] = []
    at = 0
    for start, end, _ in regions:
        parts += (text[at:start], " " * (end - start))
        at = end
    return "".join((*parts, text[at:])) if parts else text
