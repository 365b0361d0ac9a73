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
from khihau.fuzzy.tuned import (
    FEWEST_EQUAL,
    LEAST_EQUAL,
    LEAST_EQUAL_IN_LAWS,
    MOST_EDITS,
    MOST_MORE,
    WAY_TO_A_TITLE,
)
from khihau.languages import LANGUAGES, language_of
from khihau.match.index import Act
from khihau.model import Document, Lang, Segment
from khihau.text.fold import fold, is_hangul
from khihau.text.regex import regex
from khihau.text.spans import between, joined

__all__ = ["Misquoted", "misquoted"]

_WORD = regex(r"[^\W_]+")
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


class _Word(NamedTuple):
    """A word at its place in a text; equal words share the key."""

    start: int
    end: int
    key: str


class _Title(NamedTuple):
    """The title of an act, read; `is_name` says that it stands before the number, as a law's does."""

    act: Act
    text: str
    words: tuple[_Word, ...]
    is_name: bool


class _Edit(NamedTuple):
    """The words [low, high) of a title, in whose place a text has its words [start, end)."""

    low: int
    high: int
    start: int
    end: int


class _Weighed(NamedTuple):
    """How many words of a title are quoted from its first on, and the edits that change them."""

    size: int
    edits: tuple[_Edit, ...]


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
    title: _Title, words: Sequence[_Word], text: str, lang: Lang | None
) -> tuple[_Edit, ...] | None:
    """What differs where words quote a title, () where nothing does, None where they quote none."""
    keys = [word.key for word in title.words]
    best: _Weighed | None = None
    for start in _starts(keys, words):
        for edits in _edits(
            keys, [word.key for word in words[start : start + len(keys) + MOST_MORE]]
        ):
            moved = [one._replace(start=one.start + start, end=one.end + start) for one in edits]
            told = _weighed(title, words, moved, text, lang)
            if told and (
                best is None or (-told.size, len(told.edits)) < (-best.size, len(best.edits))
            ):
                best = told
    return best.edits if best else None


def _starts(keys: Sequence[str], words: Sequence[_Word]) -> list[int]:
    """Where a title may begin in words: two of its first four stand there, or its first alone."""
    found = []
    for at in range(len(words)):
        near = [word.key for word in words[at : at + 4]]
        same = sum(one == other for one, other in zip(near, keys, strict=False))
        if same >= 2 or (same and near[0] == keys[0]):
            found.append(at)
    return found[:_AT_MOST]


def _edits(keys: Sequence[str], words: Sequence[str]) -> Iterator[list[_Edit]]:
    """The fewest words that must change to make a title of others; what follows it is not looked at.

    Once for each place where the title may end.
    """
    from rapidfuzz.distance import Levenshtein

    sizes = range(min(len(words), max(1, len(keys) // 2)), len(words) + 1)
    distances = [Levenshtein.distance(keys, words[:size]) for size in sizes]
    least = min(distances)
    for size, distance in zip(sizes, distances, strict=True):
        if distance == least:
            yield _opcodes(keys, words[:size])


def _opcodes(keys: Sequence[str], words: Sequence[str]) -> list[_Edit]:
    from rapidfuzz.distance import Levenshtein

    edits: list[_Edit] = []
    for op in Levenshtein.opcodes(keys, words):
        if op.tag == "equal":
            continue
        low, start = op.src_start, op.dest_start
        if edits and (edits[-1].high, edits[-1].end) == (low, start):  # left out and exchanged
            low, start = edits[-1].low, edits.pop().start
        edits.append(_Edit(low, op.src_end, start, op.dest_end))
    return edits


def _weighed(
    title: _Title, words: Sequence[_Word], edits: Sequence[_Edit], text: str, lang: Lang | None
) -> _Weighed | None:
    """The edits that change a title, None where there are too many for a quotation of it."""
    whole = len(title.words)
    size = whole
    if edits and edits[-1].high == whole and not _is_swap(title, words, edits[-1], text, lang):
        size = edits[-1].low  # the end of the title is left off
        edits = edits[:-1]
    equal = size - sum(one.high - one.low for one in edits)
    least = LEAST_EQUAL_IN_LAWS if title.is_name else LEAST_EQUAL
    fewest = FEWEST_EQUAL - title.is_name
    if equal < min(fewest, whole - 1) or equal < least * whole:
        return None
    told = tuple(one for one in edits if not _is_light(title, words, one, text, lang))
    less = sum(one.high - one.low for one in told if one.start == one.end)
    more = sum(one.end - one.start for one in told if one.low == one.high)
    if len(told) > MOST_EDITS or less > MOST_EDITS or more > MOST_EDITS:
        return None
    return _Weighed(size, told)


def _is_swap(
    title: _Title, words: Sequence[_Word], edit: _Edit, text: str, lang: Lang | None
) -> bool:
    """Whether words at the end of a title stand in the place of its own: another spelling, or the last."""
    if edit.start == edit.end or edit.low == edit.high:
        return False
    if _are_spellings(title, words, edit, text, lang):
        return True
    after = text[words[edit.end - 1].end :][:1]
    return edit.high - edit.low <= 2 and not (after.isspace() or after.isalnum())


def _are_spellings(
    title: _Title, words: Sequence[_Word], edit: _Edit, text: str, lang: Lang | None
) -> bool:
    """Whether both are spellings of one loan word: ô-dôn, ozone."""
    ours = _plain(text[words[edit.start].start : words[edit.end - 1].end])
    theirs = _plain(title.text[title.words[edit.low].start : title.words[edit.high - 1].end])
    return any({ours, theirs} <= group for group in _loans(lang))


@lru_cache(maxsize=8)
def _loans(lang: Lang | None) -> tuple[frozenset[str], ...]:
    """The letters of the spellings of each loan word."""
    return tuple(frozenset(map(_plain, group)) for group in language_of(lang).spelling.loans())


def _is_light(
    title: _Title, words: Sequence[_Word], edit: _Edit, text: str, lang: Lang | None
) -> bool:
    """Whether an edit leaves the title what it is: small words, numbers left out, an abbreviation."""
    theirs = [word.key for word in title.words[edit.low : edit.high]]
    ours = [word.key for word in words[edit.start : edit.end]]
    if "".join(ours) == "".join(theirs):
        return True
    small = language_of(lang).titles.light
    heavy = [word for word in (*theirs, *ours) if word not in small]
    if not heavy or ((not ours or not theirs) and all(map(str.isdigit, heavy))):
        return True
    written = [text[word.start : word.end] for word in words[max(0, edit.start - 1) : edit.end]]
    is_line_of_capitals = edit.start > 0 and written[0].isupper()
    return not is_line_of_capitals and any(len(word) > 1 and word.isupper() for word in written)


# --- by name --------------------------------------------------------------------------------------


def _named(document: Document, acts: Sequence[Act]) -> Iterator[Misquoted]:
    """What differs between quotation marks from the only title that the words can be meant for."""
    asked = [language.phrases for language in LANGUAGES.values()]
    own = [act for act in acts if any(one.owns(act.title) for one in asked)]
    known = [_plain(act.title) for act in own]
    for start, end in document.titles if own else ():
        quoted = document.text[start:end]
        segment = _segment(document, start)
        if document.text[start - 1 : start] not in _MARKS or segment is None or start == 0:
            continue
        squeezed = _plain(quoted)
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


def _one_edit(title: _Title, words: Sequence[_Word]) -> list[_Edit]:
    """The one word that must change to make a title of a whole name; empty where there are more."""
    keys = [word.key for word in title.words]
    if len(keys) < FEWEST_EQUAL + 1 or abs(len(keys) - len(words)) > 1:
        return []
    edits = _opcodes(keys, [word.key for word in words])
    return edits if len(edits) == 1 and edits[0].high - edits[0].low <= 2 else []


# --- what all share -------------------------------------------------------------------------------


def _told(title: _Title, words: Sequence[_Word], edits: Sequence[_Edit]) -> Misquoted:
    """From the first word that differs to the last; where words are missing, those beside the gap."""
    first, last = edits[0], edits[-1]
    start, end, low, high = first.start, last.end, first.low, last.high
    if start == end:
        start, end = max(0, start - 1), min(len(words), end + 1)
        low, high = max(0, low - 1), min(len(title.words), high + 1)
    right = title.text[title.words[low].start : title.words[high - 1].end] if low < high else ""
    return Misquoted(words[start].start, words[end - 1].end, right, title.text, title.act)


@lru_cache(maxsize=512)
def _title(act: Act, lang: Lang | None) -> _Title:
    """The words of a title behind its number, or before it where none follow; no verb at their head."""
    number = next((name for name in act.cited_as if name in act.title), "")
    before, _, after = act.title.partition(number) if number else ("", "", act.title)
    is_name = not after.strip(" ,")
    text = (before.rstrip().removesuffix(" số") if is_name else after).strip(" ,")
    first = 0 if is_name else language_of(lang).titles.lead(text)
    return _Title(act, text, tuple(_words(text, first, len(text), lang)), is_name)


def _words(text: str, start: int, end: int, lang: Lang | None) -> list[_Word]:
    """The words of a stretch of a text, in all their spellings but those of loan words."""
    folded = fold(text[start:end])
    key = language_of(lang).words.key
    found = []
    for word in _WORD.finditer(folded.text):
        low, high = folded.source_span(*word.span())
        found.append(_Word(start + low, start + high, key(word[0])))
    return found


def _plain(text: str) -> str:
    """The letters of a text alone."""
    return "".join(_WORD.findall(fold(text).text))
