"""Comments that silence findings: what they name, and where they hold.

    <!-- khihau: ignore forbidden-label[paris-agreement] -->    one concept, or without [ ] all
    [//]: # (khihau: ignore-file near-miss, mixed-labels)       several rules
    # khihau: ignore RULE                                       a line of its own (see `comments`)

- `ignore` alone on its line holds for the next block: a paragraph, a heading, a list item, a row of
  a table. Beside other text it holds for the line that it stands on.
- `ignore-start` holds down to its `ignore-end`, which names no rules and closes the latest start.
- `ignore-file` holds for the whole text, wherever it stands.

A comment in code is an example, not a silencer.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple, TypeAlias

from khihau.documents.prose.comments import MARK, line_comments, without
from khihau.documents.prose.lines import strip
from khihau.model import Document, Region
from khihau.text.regex import regex

__all__ = ["Fault", "Silencer", "Target", "find_silencers"]

Fault: TypeAlias = Literal[
    "", "comment-open", "unknown-command", "no-rule", "never-closed", "closes-nothing", "has-rules"
]

_COMMANDS = frozenset({"ignore", "ignore-file", "ignore-start", "ignore-end"})
_START = regex(
    r"(?:<!--\s*+|(?://++|%++|\#++)?[ \t]*+|\[(?://|comment)\]:[ \t]*+\#[ \t]++[(\"'])"
    r"khihau:\s*+([^\s,;\[\]]*+)"
)
_TARGET = regex(r"([^\s,;\[\]]++)(?:[ \t]*+\[([^\[\]]*+)\])?+(?![^\s,;])|[^\s,;]++")


class Target(NamedTuple):
    """A rule and, or None for all, a concept that a silencer names; where it names them."""

    rule: str
    concept: str | None
    start: int
    end: int


class Silencer(NamedTuple):
    """A comment that speaks to khihau; `span` is what it silences for its targets.

    `command` is its first word, `fault` what is wrong with it beside the names of its targets.
    """

    start: int
    end: int
    span: tuple[int, int]
    targets: tuple[Target, ...]
    command: str
    fault: Fault = ""


def find_silencers(document: Document) -> tuple[Silencer, ...]:
    """Every comment of a document that speaks to khihau, in text order; linear in its length.

    A document that never names khihau is not looked at further. Offsets are code points.
    """
    if MARK not in document.text:
        return ()
    flat = document.text.replace("\r", "\n")
    read = [_read(flat, comment) for comment in _comments(document, flat)]
    silencers = [silencer for silencer in read if silencer is not None]
    places, other_ends = _Places(document, flat), _other_ends(silencers)
    return tuple(_placed(silencer, places, other_ends) for silencer in silencers)


def _comments(document: Document, flat: str) -> Iterator[Region]:
    """The comments of a document, those among the settings on its top first."""
    settings = [region.end for region in document.protected if region.kind == "front-matter"]
    yield from line_comments(flat[: max(settings, default=0)])
    yield from (region for region in document.protected if region.kind == "comment")


def _read(flat: str, comment: Region) -> Silencer | None:
    """What a comment says, without its span; None when it does not begin with "khihau:"."""
    start, end, _ = comment
    opening, closing = flat.startswith("<!--", start), flat.endswith("-->", start, end)
    stop = end - len("-->") if opening and closing else end - flat.startswith("[", start)
    said = _START.match(flat, start, stop)
    if said is None:
        return None
    if opening and not closing:
        # It swallows the text below it: what was meant is its first line.
        line_end = flat.find("\n", said.start(1), end)
        end = line_end if line_end >= 0 else end
        return Silencer(start, end, (end, end), (), "", "comment-open")
    command, named = said[1], _TARGET.finditer(flat, said.end(), stop)
    targets = tuple(Target(one[1] or one[0], one[2], *one.span()) for one in named)
    if command not in _COMMANDS:
        return Silencer(start, end, (end, end), (), command, "unknown-command")
    if command == "ignore-end":
        return Silencer(start, end, (end, end), (), command, "has-rules" if targets else "")
    return Silencer(start, end, (end, end), targets, command, "" if targets else "no-rule")


def _other_ends(silencers: Iterable[Silencer]) -> Mapping[int, int]:
    """The other end of the block that a comment opens or closes, by where the comment begins."""
    ends: dict[int, int] = {}
    opened: list[Silencer] = []
    for one in silencers:
        if one.command == "ignore-start":
            opened.append(one)
        elif one.command == "ignore-end" and opened:
            start = opened.pop()
            ends[start.start], ends[one.start] = one.start, start.end
    return ends


def _placed(one: Silencer, places: _Places, other_ends: Mapping[int, int]) -> Silencer:
    """A silencer with its span, and the fault of a block that has but one end."""
    other = other_ends.get(one.start)
    if one.command == "ignore":
        return one._replace(span=places.scope(one.start, one.end))
    if one.command == "ignore-file":
        return one._replace(span=(0, places.size))
    if one.command == "ignore-start":
        if other is None:
            return one._replace(span=(one.end, places.size), fault=one.fault or "never-closed")
        return one._replace(span=(one.end, other))
    if one.command == "ignore-end" and other is None:
        return one._replace(fault="closes-nothing")
    return one


class _Places:
    """The lines of a text, and its blocks without the comments and tags at their ends."""

    def __init__(self, document: Document, flat: str) -> None:
        prose = without(document, "comment", "tag")
        cut = [(*strip(prose, one.start, one.end), one.kind) for one in document.segments]
        self.size = len(flat)
        self._prose = prose
        self._blocks = [(start, end, kind) for start, end, kind in cut if start < end]
        self._ends = [end for _, end, _ in self._blocks]
        self._lines = [0, *(line_break.end() for line_break in re.finditer("\n", flat))]
        self._has_words: dict[tuple[int, int], bool] = {}

    def scope(self, start: int, end: int) -> tuple[int, int]:
        """What a comment stands for: its line, or, when it is alone there, the next block."""
        line = self._lines[bisect_right(self._lines, start) - 1], self._line_end(end)
        if line not in self._has_words:
            self._has_words[line] = self._words_in(*line)
        if self._has_words[line]:
            return line
        at = bisect_right(self._ends, end)
        if at == len(self._blocks):
            return end, end
        begin, stop, kind = self._blocks[at]
        return end, self._line_end(begin) if kind == "cell" else stop

    def _line_end(self, offset: int) -> int:
        after = bisect_right(self._lines, offset)
        return self._lines[after] - 1 if after < len(self._lines) else self.size

    def _words_in(self, low: int, high: int) -> bool:
        """Whether a stretch of the text holds words of a block."""
        at = bisect_right(self._ends, low)
        while at < len(self._blocks) and self._blocks[at][0] < high:
            start, end, _ = self._blocks[at]
            if self._prose[max(start, low) : min(end, high)].strip():
                return True
            at += 1
        return False
