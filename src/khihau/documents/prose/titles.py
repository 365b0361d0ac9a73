"""Titles of acts, plans and works, and lists of works: not ours to correct (rule C5).

A title stands between 「 」; between other quotation marks where its own words or those beside say
that it is one (báo cáo “…”, ‘… 기본계획’, entitled “…”): “…” alone may be emphasis. Without marks it runs
from a noun like Đề án, or from the number of an act, to the end of its clause; each language tells
where. Works are listed under a heading (Tài liệu tham khảo), or on a line that has authors, a year
and a title.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from khihau.documents.prose.quotes import Quotation
from khihau.languages import LANGUAGES
from khihau.model import Segment
from khihau.text.compose import cluster, composed
from khihau.text.regex import regex
from khihau.text.spans import joined

__all__ = ["Titles", "find_titles"]

_ALWAYS = "「"
_NUMBERING = regex(r"[\s\dIVXivx.#*)]*")
_YEAR = r"\((?:(?:19|20)\d\d|n\.d\.)[^()]{0,30}\)"
_WORK = regex(rf"[^\n()]{{2,200}}[.]\s{_YEAR}\.\s|\[\d{{1,3}}\]\s[^\n]{{0,600}}?://")
_ENTRY = regex(rf"[^\n]{{0,600}}?(?:{_YEAR}|://|(?:19|20)\d\d)")
_BLANKS = str.maketrans("\n\t\xa0", "   ")


class Titles(NamedTuple):
    """Where titles and listed works stand: `sure` ones are quoted or cited, of `all` some may be none.

    Both are sorted, and joined where they touch.
    """

    sure: tuple[tuple[int, int], ...]
    all: tuple[tuple[int, int], ...]


def find_titles(flat: str, quoted: Iterable[Quotation], segments: Sequence[Segment]) -> Titles:
    """Find the titles of a text, some of which its quotations are. Linear in its length."""
    sure = [*_quoted(quoted), *_listed(flat, segments)]
    rest: list[tuple[int, int]] = []
    is_composed = unicodedata.is_normalized("NFC", flat)
    for segment in segments:
        if segment.kind == "code":
            continue
        text = flat[segment.start : segment.end]
        words = (text if is_composed else composed(text)).translate(_BLANKS)
        for language in LANGUAGES.values():
            for start, end, is_cited in language.titles.unquoted(words):
                span = (start, end) if is_composed else _in(text, start, end)
                place = (segment.start + span[0], segment.start + span[1])
                (sure if is_cited else rest).append(place)
    return Titles(joined(sure), joined((*sure, *rest)))


def _in(text: str, start: int, end: int) -> tuple[int, int]:
    """The span in a decomposed text of a span in the composed one."""
    return cluster(text, start)[0], cluster(text, end - 1)[1]


def _quoted(found: Iterable[Quotation]) -> Iterator[tuple[int, int]]:
    for quotation in found:
        if quotation.mark == _ALWAYS or _is_title(*quotation.words):
            yield quotation.span


def _is_title(content: str, before: str, after: str) -> bool:
    return any(one.titles.is_title(content, before, after) for one in LANGUAGES.values())


# --- lists of works -------------------------------------------------------------------------------


def _listed(flat: str, segments: Sequence[Segment]) -> Iterator[tuple[int, int]]:
    """The segments that are works: in a section of them, or by their shape."""
    heads = frozenset(word for one in LANGUAGES.values() for word in one.titles.references)
    section = ""  # the kind of the line above the list, "" outside of one
    for segment in segments:
        if segment.kind == "code":
            continue
        if _is_head(flat, segment, heads):
            section = segment.kind
        elif segment.kind == "heading" or (section and not _goes_on(flat, segment, section)):
            section = ""
        elif section or _WORK.match(flat, segment.start, segment.end):
            yield segment.start, segment.end


def _is_head(flat: str, segment: Segment, heads: frozenset[str]) -> bool:
    if segment.end - segment.start > 60:
        return False
    line = composed(flat[segment.start : segment.end]).casefold()
    return line[_words_at(line) :].strip(" :.*_") in heads


def _words_at(line: str) -> int:
    numbering = _NUMBERING.match(line)
    return numbering.end() if numbering else 0


def _goes_on(flat: str, segment: Segment, section: str) -> bool:
    """Whether a list goes on: under a heading all does, under a mere line what reads like a work."""
    if section == "heading" or segment.kind == "item":
        return True
    return _ENTRY.match(flat, segment.start, segment.end) is not None
