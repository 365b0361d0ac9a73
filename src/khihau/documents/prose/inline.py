"""Inline markup of one paragraph: code spans, HTML, autolinks, link and image targets.

As in CommonMark, code spans, tags and autolinks bind tighter than links, and the leftmost wins.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable
from typing import NamedTuple

from khihau.documents.prose.lines import reference_key
from khihau.model import Region, RegionKind
from khihau.text.regex import regex

__all__ = ["Inline", "find_inline"]

# Brackets nested deeper are no links; it keeps the memory for hostile text constant.
_DEEPEST_BRACKETS = 32
_LONGEST_LABEL = 999

# A "<" counts before a letter, "/", "!" or "?" only. The set in front is what makes it fast.
_SPECIAL = regex(r"[\\`<\[\]](?:(?<!<)|(?=[A-Za-z/!?]))")
_SPECIAL_WITHOUT_LINKS = regex(r"[\\`<](?:(?<!<)|(?=[A-Za-z/!?]))")
_BACKTICKS = regex(r"`++")
_AUTOLINK = regex(r"<[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*+>")
_AUTOLINK_EMAIL = regex(r"<[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]++@[A-Za-z0-9.-]++>")
_TAG = regex(
    r"</[A-Za-z][A-Za-z0-9-]*+\s*+>"
    r"|<(?P<name>[A-Za-z][A-Za-z0-9-]*+)"
    r"(?:\s++[A-Za-z_:][A-Za-z0-9_.:-]*+(?:\s*+=\s*+(?:[^\s\"'=<>`]++|'[^']*+'|\"[^\"]*+\"))?+)*+"
    r"\s*+/?+>"
)
_LINK_TARGET = regex(
    r"\(\s*+"
    r"(?:<(?:[^<>\\\n]|\\.)*+>"
    r"|(?:[^\s()<\\]|\\\S?)(?:[^\s()\\]++|\\\S?|\((?:[^\s()\\]++|\\\S?|\((?:[^\s()\\]++|\\\S?)*+\))*+\))*+"
    r")?+"
    r"(?:\s++(?:\"(?:[^\"\\]|\\.)*+\"|'(?:[^'\\]|\\.)*+'|\((?:[^()\\]|\\.)*+\)))?+\s*+\)",
    re.DOTALL,
)
_LINK_LABEL = regex(r"\[((?:[^\[\]\\]|\\.){0,999}+)\]", re.DOTALL)
# Elements whose content is no prose, also inside a paragraph.
_RAW_ELEMENTS = frozenset({"code", "kbd", "pre", "samp", "script", "style", "textarea", "var"})
# Where the other things that open with "<" end.
_DECLARATIONS: tuple[tuple[str, str, RegionKind], ...] = (
    ("<!--", "-->", "comment"),
    ("<![CDATA[", "]]>", "tag"),
    ("<!", ">", "tag"),
    ("<?", "?>", "tag"),
)


class Inline:
    """The protected regions of paragraphs, and the spans of their link texts."""

    def __init__(self) -> None:
        self.regions: list[Region] = []
        self.links: list[tuple[int, int]] = []


class _Opener(NamedTuple):
    """A "[" or "![" that may begin a link or an image, by the offset behind it."""

    end: int
    image: bool
    active: bool = True


def find_inline(flat: str, paragraphs: Iterable[tuple[int, int]], references: set[str]) -> Inline:
    """Read the inline markup of all paragraphs; `references` are the keys of link definitions.

    Linear in the length of the text; a text without markup is only tested for its characters.
    """
    found = Inline()
    links = "](" in flat or bool(references)
    if links or "`" in flat or "<" in flat:
        for start, end in paragraphs:
            _Reader(flat, end, references, found).run(start, links=links)
    return found


class _Reader:
    """One paragraph: `missing` holds closing marks that the rest of it is known not to hold."""

    def __init__(self, flat: str, end: int, references: set[str], found: Inline) -> None:
        self.flat, self.end = flat, end
        self.references = references
        self.found = found
        self.missing: set[str] = set()
        self.openers: deque[_Opener] = deque(maxlen=_DEEPEST_BRACKETS)
        self.last_run: dict[int, int] | None = None

    def run(self, at: int, *, links: bool) -> None:
        search = (_SPECIAL if links else _SPECIAL_WITHOUT_LINKS).search
        while special := search(self.flat, at, self.end):
            start, at = special.span()
            match special[0]:
                case "\\":
                    at += 1
                case "`":
                    at = self._code_span(start)
                case "<":
                    at = self._angle(start)
                case "[":
                    self.openers.append(_Opener(at, self.flat.endswith("!", 0, start)))
                case _:
                    at = self._close_bracket(start)

    def _add(self, start: int, end: int, kind: RegionKind) -> int:
        self.found.regions.append(Region(start, end, kind))
        return end

    def _find(self, closer: str, at: int) -> int:
        """The end of the first `closer` from `at` on, or -1; a closer once missed stays missed."""
        if closer in self.missing:
            return -1
        place = self.flat.find(closer, at, self.end)
        if place < 0:
            self.missing.add(closer)
            return -1
        return place + len(closer)

    def _code_span(self, start: int) -> int:
        """A run of backticks closes at the next run of the same length, or is text."""
        end = start + _run_length(self.flat, start, self.end)
        if self.last_run is None:
            runs = _BACKTICKS.finditer(self.flat, end, self.end)
            self.last_run = {run.end() - run.start(): run.start() for run in runs}
        if self.last_run.get(end - start, -1) < end:
            return end
        for run in _BACKTICKS.finditer(self.flat, end, self.end):
            if run.end() - run.start() == end - start:
                return self._add(start, run.end(), "code")
        return end

    def _angle(self, start: int) -> int:
        """A comment, a declaration, an autolink or a tag; else "<" is text."""
        for opener, closer, kind in _DECLARATIONS:
            if self.flat.startswith(opener, start):
                end = self._find(closer, start + 2)
                return self._add(start, end, kind) if end >= 0 else start + 1
        if link := _AUTOLINK.match(self.flat, start, self.end):
            return self._add(start, link.end(), "url")
        if email := _AUTOLINK_EMAIL.match(self.flat, start, self.end):
            return self._add(start, email.end(), "email")
        tag = _TAG.match(self.flat, start, self.end)
        if tag is None:
            return start + 1
        name = tag["name"]
        if name and name.lower() in _RAW_ELEMENTS and not tag[0].endswith("/>"):
            end = self._find(f"</{name}>", tag.end())
            if end >= 0:
                return self._add(start, end, "code")
        return self._add(start, tag.end(), "tag")

    def _close_bracket(self, close: int) -> int:
        """The "]" of a link or an image: protect the target, keep the text of a link."""
        if not self.openers:
            return close + 1
        opener = self.openers.pop()
        end = self._target_end(opener.end, close) if opener.active else None
        if end is None:
            return close + 1
        if end > close + 1:
            self._add(close + 1, end, "target")
        if not opener.image:
            self.found.links.append((opener.end, close))
            self._deactivate()
        return end

    def _deactivate(self) -> None:
        """No link holds a link: the brackets open around one are text; images may hold links."""
        for place, opener in enumerate(self.openers):
            if opener.active and not opener.image:
                self.openers[place] = opener._replace(active=False)

    def _target_end(self, opener: int, close: int) -> int | None:
        """Where the target after a link text ends; None when the brackets are no link."""
        after = close + 1
        if target := _LINK_TARGET.match(self.flat, after, self.end):
            return target.end()
        if not self.references:
            return None
        text = self.flat[opener:close] if close - opener <= _LONGEST_LABEL else ""
        label = _LINK_LABEL.match(self.flat, after, self.end)
        if label and reference_key(label[1] or text) in self.references:
            return label.end()
        return after if reference_key(text) in self.references else None


def _run_length(flat: str, start: int, end: int) -> int:
    run = _BACKTICKS.match(flat, start, end)
    return run.end() - start if run else 0
