"""One use of an acronym with the text around it, and whether it is free to be written out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from khihau.languages import LANGUAGES
from khihau.languages.session_numbers import fill
from khihau.ledger import Use
from khihau.ledger.expansion.tuned import SENTENCE
from khihau.model import Concept, Lang
from khihau.text.compose import caseless
from khihau.text.regex import either, regex
from khihau.text.stops import SURE

__all__ = ["MARKS", "Site", "bound", "opens_sentence", "version_end"]

_QUOTES = "'\"’”‘“」』«»"
MARKS = "*_~" + _QUOTES

_SENTENCE_END = regex(rf"[{SURE}]['\"’”)\]]*\s+$")
_LIST_MARK = regex(r"(?:[-*+△○•◦ㅇ□※]|(?:\d+|[a-zđ])[.)])\s*")
_VERSION = regex(r"[ \xa0]\d\.0(?!\d|[.,]\d)")
_NUMBER_BEHIND = regex(r"[ \xa0](?:\d{1,2}[.]\d|\d(?![\d.,%]))")
_YEAR_BEHIND = regex(r"[ \xa0](?:19|20)\d\d(?!\d)")
_JOINED_BEFORE = regex(r"[-‑–/&@#+가-힣]")  # 한국NDC: a full form there is hard to read
_JOINED_BEHIND = regex(r"[-‑–/&@#+0-9A-Za-z]|_+\w")
_POSSESSIVE = regex(r"['’]s(?!\w)")
_BRACKET_BEHIND = regex(r"[*_~'\"’”]*\s?[(（]")
_BRACKETS = regex(r"[()\[\]（）［］]")


class Site(NamedTuple):
    """A use, the full form for it, and the text of its paragraph before and after the acronym.

    `line` is where its segment begins in `before`: in text that is not wrapped, each line is one.
    """

    use: Use
    lang: Lang
    concept: Concept
    full: str
    before: str
    after: str
    line: int = 0

    def names(self) -> Iterator[str]:
        """Every name of the concept that the text may write beside the acronym, folded."""
        for label in self.concept.labels:
            if label.kind == "acronym" or len(label.text) < 3:
                continue
            if not label.numbered:
                yield caseless(label.text)
            elif self.use.number is not None:
                yield caseless(fill(label.lang, label.text, self.use.number))

    @property
    def is_session(self) -> bool:
        """Whether the acronym is one of a family that is counted (COP29, CMA6)."""
        return any(label.numbered for label in self.concept.labels)


def opens_sentence(site: Site, end: int | None = None) -> bool:
    """Whether the acronym, or what stands at offset `end` before it, opens a sentence or an item."""
    return _starts_sentence(site.before[site.line : end])


def version_end(site: Site) -> int:
    """How far a version reaches behind the acronym ("NDC 3.0"): it goes into the bracket."""
    version = _VERSION.match(site.after) if site.use.number is None else None
    return version.end() if version else 0


def bound(site: Site) -> str:
    """Why an acronym may not be written out where it stands (rules E6 and E7), "" if it may."""
    before, after = site.before, site.after
    if _JOINED_BEFORE.match(before[-1:]) or _JOINED_BEHIND.match(after):
        return "it is part of a compound"
    plural = site.use.acronym.endswith("s") and not before.endswith(tuple("'‘\"“"))
    if _POSSESSIVE.match(after) or (plural and after[:1] in ("'", "’")):
        return "it is possessive"
    if _YEAR_BEHIND.match(after):
        return "a year follows it"
    if _NUMBER_BEHIND.match(after) and not version_end(site):
        return "a number follows it"
    if _BRACKET_BEHIND.match(after, version_end(site)):
        return "a bracket follows it"
    return "it stands in brackets" if _in_brackets(before) else ""


def _in_brackets(before: str) -> bool:
    depth = 0
    for sign in _BRACKETS.findall(before):
        depth = depth + 1 if sign in "([（［" else max(0, depth - 1)
    return depth > 0


def _starts_sentence(before: str) -> bool:
    words = before[-SENTENCE:].rstrip(MARKS)
    stripped = before.strip(MARKS + " \t\r\n\xa0")
    if not stripped or _LIST_MARK.fullmatch(stripped):
        return True
    return bool(_SENTENCE_END.search(words)) and not _abbreviated().search(words)


@cache
def _abbreviated() -> re.Pattern[str]:
    """What no sentence surely ends with: a full stop behind a lone letter, an abbreviation, dots."""
    words = (word for one in LANGUAGES.values() for word in one.sentences.unsure_ends)
    return regex(rf"(?:\.[^\W\d_]|\.\.|(?<![^\W_]){either(words)})\.\s+$")
