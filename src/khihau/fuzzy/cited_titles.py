"""Titles of acts that a text cites in other words than the act has.

The number of an act, or its short name, says which act is meant; the words beside it are then laid on
its title, word by word. They quote the title where they begin and run as it does. A text may leave
off the end of a title, abbreviate, or say what an act is about in words of its own: that is
no quotation. Where a script tells the language of a title, as Hangul does, it needs no number: between
quotation marks its whole name stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from khihau.documents.segments import segment_index
from khihau.fuzzy.title_edits import (
    WORD,
    Edit,
    Title,
    Weighed,
    Word,
    edits_between,
    edits_of,
    letters_of,
    weighed,
)
from khihau.fuzzy.tuned import FEWEST_EQUAL, MOST_MORE, WAY_TO_A_TITLE
from khihau.languages import LANGUAGES, language_of
from khihau.match.index import Act
from khihau.model import Document, Lang, Segment
from khihau.text.fold import fold, is_hangul
from khihau.text.regex import regex
from khihau.text.spans import between, joined

__all__ = ["Misquoted", "misquoted"]

_STOP = regex(r"[.!?;…](?=\s|$)|\n")
_MARKS = "「‘“'\""
_AT_MOST = 12  # places where a title may begin near a number


class Misquoted(NamedTuple):
    """Where words differ from those of the title of an act, and what the title has there.

    `title` is the exact title without the number; `right` is empty where the text has words too many.
    """

    start: int
    end: int
    right: str
    title: str
    act: Act


def misquoted(document: Document, acts: Sequence[Act]) -> Iterator[Misquoted]:
    """Yield what a text has in other words than the titles that it cites, in text order by act.

    Quotations of speech are looked at too. Linear in the length of the text, for a given base.
    """
    folded = fold(document.text)
    seen: set[tuple[int, int]] = set()
    for act in acts:
        for place in joined(_cited(folded.text, act)):
            start, end = folded.source_span(*place)
            segment = _segment(document, start)
            if segment is None:
                continue
            for found in _beside(document, segment, (start, end), act):
                if (found.start, found.end) not in seen:
                    seen.add((found.start, found.end))
                    yield found
    for found in _named(document, acts):
        if (found.start, found.end) not in seen:
            yield found


def _cited(text: str, act: Act) -> Iterator[tuple[int, int]]:
    """Where the numbers and short names of an act stand in a folded text."""
    for name in act.cited_as:
        words = fold(name).text
        at = text.find(words)
        while at >= 0:
            end = at + len(words)
            before, after = text[max(0, at - 1) : at], text[end : end + 1]
            if not before.isalnum() and (not after.isalnum() or is_hangul(after)):
                yield at, end
            at = text.find(words, end)


def _segment(document: Document, offset: int) -> Segment | None:
    at = segment_index(document.segments, offset)
    if at < 0 or document.segments[at].end <= offset:
        return None
    return document.segments[at]


# --- beside a number ------------------------------------------------------------------------------


def _beside(
    document: Document, segment: Segment, cited: tuple[int, int], act: Act
) -> Iterator[Misquoted]:
    """What differs in the words behind a number or before it; nothing where one side has the title."""
    title = _title(act, segment.lang)
    low, high = _clause(document, segment, cited)
    sides = [(low, cited[0])] if title.is_name else [(cited[1], high), (low, cited[0])]
    for side in sides:
        words = _words(document.text, *side, segment.lang)
        edits = _laid(title, words, document.text, segment.lang)
        if edits is not None:
            yield from [_told(title, words, edits)] if edits else []
            return


def _clause(document: Document, segment: Segment, cited: tuple[int, int]) -> tuple[int, int]:
    """The part of the sentence around a number that no other number of a document stands in."""
    low = max(segment.start, cited[0] - WAY_TO_A_TITLE)
    high = min(segment.end, cited[1] + WAY_TO_A_TITLE)
    numbers = (
        (region.start, region.end)
        for region in document.protected[between(document.protected, low, high)]
        if region.kind == "document-number"
    )
    stops = (stop.span() for stop in _STOP.finditer(document.text, low, high))
    for start, end in (*numbers, *stops):
        if end <= cited[0]:
            low = max(low, end)
        elif start >= cited[1]:
            high = min(high, start)
    return low, high


def _laid(
    title: Title, words: Sequence[Word], text: str, lang: Lang | None
) -> tuple[Edit, ...] | None:
    """What differs where words quote a title, () where nothing does, None where they quote none."""
    keys = [word.key for word in title.words]
    best: Weighed | None = None
    for start in _starts(keys, words):
        for edits in edits_of(
            keys, [word.key for word in words[start : start + len(keys) + MOST_MORE]]
        ):
            moved = [one._replace(start=one.start + start, end=one.end + start) for one in edits]
            told = weighed(title, words, moved, text, lang)
            if told and (
                best is None or (-told.size, len(told.edits)) < (-best.size, len(best.edits))
            ):
                best = told
    return best.edits if best else None


def _starts(keys: Sequence[str], words: Sequence[Word]) -> list[int]:
    """Where a title may begin in words: two of its first four stand there, or its first alone."""
    found = []
    for at in range(len(words)):
        near = [word.key for word in words[at : at + 4]]
        same = sum(one == other for one, other in zip(near, keys, strict=False))
        if same >= 2 or (same and near[0] == keys[0]):
            found.append(at)
    return found[:_AT_MOST]


# --- by name --------------------------------------------------------------------------------------


def _named(document: Document, acts: Sequence[Act]) -> Iterator[Misquoted]:
    """What differs between quotation marks from the only title that the words can be meant for."""
    asked = [language.phrases for language in LANGUAGES.values()]
    own = [act for act in acts if any(one.owns(act.title) for one in asked)]
    known = [letters_of(act.title) for act in own]
    for start, end in document.titles if own else ():
        quoted = document.text[start:end]
        segment = _segment(document, start)
        if document.text[start - 1 : start] not in _MARKS or segment is None or start == 0:
            continue
        squeezed = letters_of(quoted)
        if any(one in squeezed or squeezed in one for one in known):
            continue
        words = _words(document.text, start, end, segment.lang)
        near = [
            (title, edit)
            for title in (_title(act, segment.lang) for act in own)
            for edit in _one_edit(title, words)
        ]
        if len(near) == 1:
            yield _told(near[0][0], words, (near[0][1],))


def _one_edit(title: Title, words: Sequence[Word]) -> list[Edit]:
    """The one word that must change to make a title of a whole name; empty where there are more."""
    keys = [word.key for word in title.words]
    if len(keys) < FEWEST_EQUAL + 1 or abs(len(keys) - len(words)) > 1:
        return []
    edits = edits_between(keys, [word.key for word in words])
    return edits if len(edits) == 1 and edits[0].high - edits[0].low <= 2 else []


# --- what all share -------------------------------------------------------------------------------


def _told(title: Title, words: Sequence[Word], edits: Sequence[Edit]) -> Misquoted:
    """From the first word that differs to the last; where words are missing, those beside the gap."""
    first, last = edits[0], edits[-1]
    start, end, low, high = first.start, last.end, first.low, last.high
    if start == end:
        start, end = max(0, start - 1), min(len(words), end + 1)
        low, high = max(0, low - 1), min(len(title.words), high + 1)
    right = title.text[title.words[low].start : title.words[high - 1].end] if low < high else ""
    return Misquoted(words[start].start, words[end - 1].end, right, title.text, title.act)


@lru_cache(maxsize=512)
def _title(act: Act, lang: Lang | None) -> Title:
    """The words of a title behind its number, or before it where none follow; no verb at their head."""
    number = next((name for name in act.cited_as if name in act.title), "")
    before, _, after = act.title.partition(number) if number else ("", "", act.title)
    is_name = not after.strip(" ,")
    text = (before.rstrip().removesuffix(" số") if is_name else after).strip(" ,")
    first = 0 if is_name else language_of(lang).titles.lead(text)
    return Title(act, text, tuple(_words(text, first, len(text), lang)), is_name)


def _words(text: str, start: int, end: int, lang: Lang | None) -> list[Word]:
    """The words of a stretch of a text, in all their spellings but those of loan words."""
    folded = fold(text[start:end])
    key = language_of(lang).words.key
    found = []
    for word in WORD.finditer(folded.text):
        low, high = folded.source_span(*word.span())
        found.append(Word(start + low, start + high, key(word[0])))
    return found
